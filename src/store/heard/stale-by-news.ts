/** A fan writes more while a reply to them waits as a draft: what they said before is read again together with it. */
import { sql } from 'kysely'
import { isQuestion } from '../../domain/asked.ts'
import type { AccountId, ConversationId, TurnId } from '../../domain/ids.ts'
import { statement, text } from '../database/context.ts'
import { readState } from '../turns/conversation-state.ts'
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

interface Heard {
  readonly conversation: ConversationId
  readonly account: AccountId
  readonly mayAnswer?: true
}

export async function staleByNews(work: EventWork, heard: readonly Heard[]): Promise<void> {
  const rows: Omit<Heard, 'mayAnswer'>[] = []
  for (const { conversation, account, mayAnswer } of heard)
    if (!mayAnswer || !(await isAsked(work, conversation, account))) rows.push({ conversation, account })
  if (rows.length === 0) return
  const waiting = await selectWaiting(work.context, work.trx, JSON.stringify(rows))
  for (const { conversation_id: conversation, turn_id: turn, account_id: account } of waiting)
    await takeBackReply(work, { conversation, turn, account })
}

/** Whether a question of the program's own to this fan stands open: whether to forget, to remember, to tell, to join accounts. */
async function isAsked(
  { context: { brand }, trx, now }: EventWork,
  conversation: ConversationId,
  account: AccountId,
): Promise<boolean> {
  const { rows } = await sql<{ state: string; joins: number }>`
    select state, (select count(*) from link_requests as joining where brand = ${brand} and expires_at > ${now}
      and ((by_account = ${account} and joining.state = 'taken') or (from_account = ${account} and joining.state = 'agreed'))) as joins
    from conversations where id = ${conversation}`.execute(trx)
  const [place] = rows
  const { pending } = readState(place?.state ?? '{}')
  return Number(place?.joins ?? 0) > 0 || (isQuestion(pending) && pending.accountId === account)
}
