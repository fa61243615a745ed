/** A message that called nobody, and may call us now that its author changed it: it is thought about once more, with its new words. */
import { sql } from 'kysely'
import type { ReasonCode } from '../../domain/decision.ts'
import { EDIT_CALLS_WITHIN_MS } from '../../domain/event.ts'
import type { ConversationId, TurnId } from '../../domain/ids.ts'
import { called } from '../../domain/weight.ts'
import type { EventWork } from './event-work.ts'
import { breakLease } from './take-back.ts'

/** Nothing was said, since nothing had been said to us. Where it was silent for another reason, other words change nothing. */
const reasons: readonly ReasonCode[] = ['not-addressed', 'nothing-said', 'unreadable']

interface Unanswered {
  readonly conversation: ConversationId
  readonly row: number
  readonly turn: TurnId
  /** How long after it was said it was changed. */
  readonly afterMs: number
}

/** Whether it is unread again. What was answered never is: its turn has another reason. */
export async function hearAgain(work: EventWork, { conversation, row, turn, afterMs }: Unanswered): Promise<boolean> {
  const { trx, now } = work
  if (afterMs > EDIT_CALLS_WITHIN_MS) return false
  const decision = await trx
    .selectFrom('decisions')
    .select(['kind', 'reason'])
    .where('turn_id', '=', turn)
    .executeTakeFirst()
  if (decision?.kind !== 'silent' || !reasons.includes(decision.reason)) return false
  await trx
    .updateTable('messages')
    .set({ state: 'unread', done_at: null, turn_id: null })
    .where('id', '=', row)
    .execute()
  await mayCall(trx, conversation, row)
  await breakLease(work, conversation)
  await sql`update conversations set next_at = ${now}, unread_since = coalesce(unread_since, ${now})
    where id = ${conversation}`.execute(trx)
  work.notices.add('inbox')
  return true
}

/** Its new words may be said to us: it is no longer read in bulk with what was only overheard. */
export async function mayCall(trx: EventWork['trx'], conversation: ConversationId, row: number): Promise<void> {
  const isLess = (table: 'messages' | 'conversations', id: number | ConversationId) =>
    sql`update ${sql.table(table)} set weight = ${called} where id = ${id} and weight < ${called}`.execute(trx)
  await isLess('messages', row)
  await isLess('conversations', conversation)
}
