/** What a fan had said in a group when they were shown the way into private, where their case is; also the call itself, if it went there with us. */
import { sql } from 'kysely'
import type { Case } from '../../domain/case.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import { DAY_MS } from '../../domain/durations.ts'
import type { StoreContext } from '../database/context.ts'
import { fanLine } from '../fans/memory.ts'

const MOST = 3

/** Of that account alone, within the day before the case was opened, oldest first; what was said later follows its card. */
export async function readLedHere(
  { db, brand }: StoreContext,
  { accountId, conversationId, surface, openedAt, originThread }: Case,
): Promise<readonly TranscriptLine[]> {
  if (accountId === undefined || surface !== 'direct') return []
  const { rows } = await sql<Parameters<typeof fanLine>[0]>`
    select messages.id, messages.at, messages.message_id, messages.body from messages
    join conversations on conversations.id = messages.conversation_id
    join decisions on decisions.turn_id = messages.turn_id and decisions.conversation_id = messages.conversation_id
    where messages.account_id = ${accountId} and messages.direction = 'in' and messages.said = 1
      and messages.state not in ('dead', 'withdrawn') and messages.at between ${openedAt - DAY_MS} and ${openedAt}
      and conversations.brand = ${brand} and conversations.surface = 'group' and conversations.id <> ${conversationId}
      and (decisions.reason = 'public-complaint'
        or (decisions.kind = 'handoff' and conversations.thread_id = ${originThread ?? ''}))
    order by messages.id desc limit ${MOST}`.execute(db)
  return rows.reverse().map(fanLine)
}
