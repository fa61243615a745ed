/** A fan writes more while a reply to them waits as a draft: what they said before is read again together with it. */
import { sql } from 'kysely'
import type { AccountId, ConversationId, TurnId } from '../../domain/ids.ts'
import { statement, text } from '../database/context.ts'
import type { EventWork } from './event-work.ts'
import { takeBackReply } from './take-back.ts'

interface Waiting {
  conversation_id: ConversationId
  turn_id: TurnId
  account_id: AccountId
}

const selectWaiting = statement<Waiting>(
  (context) => sql`
    select distinct drafts.conversation_id, drafts.turn_id, drafts.account_id
    from (select ${text('conversation')} as conversation, ${text('account')} as account from ${context.rows([])}) as heard
    join drafts on drafts.conversation_id = heard.conversation and drafts.state = 'open'
    join conversations on conversations.id = drafts.conversation_id
    where conversations.surface = 'direct' or drafts.account_id = heard.account`,
)

export async function staleByNews(
  work: EventWork,
  heard: readonly { readonly conversation: ConversationId; readonly account: AccountId }[],
): Promise<void> {
  if (heard.length === 0) return
  const rows = heard.map(({ conversation, account }) => ({ conversation, account }))
  const waiting = await selectWaiting(work.context, work.trx, JSON.stringify(rows))
  for (const { conversation_id: conversation, turn_id: turn, account_id: account } of waiting)
    await takeBackReply(work, { conversation, turn, account })
}
