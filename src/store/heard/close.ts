/** Closed threads: what can no longer be said there is dead-lettered, until the thread is opened. */
import type { ConversationId } from '../../domain/ids.ts'
import { lookAtThread } from '../cases/look-at-thread.ts'
import { sayMissedIn } from '../cases/missed-words.ts'
import type { Connection } from '../database/context.ts'
import { storable } from '../database/text.ts'

/**
 * Closed once more it stays closed since it was first: what is missing there is told from then on. `at`: since when, by
 * whoever noticed; `now`: our clock. A message on its way stays with its sender, whose word that it was sent still counts.
 */
export async function closeConversation(
  trx: Connection,
  conversation: ConversationId,
  closing: { readonly reason: string; readonly at: number; readonly now: number },
): Promise<void> {
  const reason = storable(closing.reason)
  const shut = await trx
    .updateTable('conversations')
    .set({ closed_reason: reason, closed_at: closing.at })
    .where('id', '=', conversation)
    .where('closed_reason', 'is', null)
    .returning('id')
    .execute()
  await trx.updateTable('conversations').set({ send_at: null }).where('id', '=', conversation).execute()
  const missed = await trx
    .updateTable('messages')
    .set({ state: 'dead', reason, done_at: closing.now })
    .where('conversation_id', '=', conversation)
    .where('state', 'in', ['pending', 'held'])
    .returning('id')
    .execute()
  // Whoever looks finds it closed again, which is nothing new.
  if (shut.length + missed.length > 0) await lookAtThread(trx, conversation, closing.now)
}

/** An opening older than the closing is late news and changes nothing. What staff missed there is said; returns whether there was any. */
export async function openConversation(
  trx: Connection,
  conversation: ConversationId,
  { at, now }: { readonly at: number; readonly now: number },
): Promise<boolean> {
  const shut = await trx
    .selectFrom('conversations')
    .select('id')
    .where('id', '=', conversation)
    .where('closed_at', '<=', at)
    .executeTakeFirst()
  if (shut === undefined) return false
  const hasMissed = await sayMissedIn(trx, conversation, now)
  await trx
    .updateTable('conversations')
    .set({ closed_reason: null, closed_at: null })
    .where('id', '=', conversation)
    .execute()
  return hasMissed
}
