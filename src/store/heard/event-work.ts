/** What each event is applied with. */
import type { Transaction } from 'kysely'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import type { StoreContext } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import type { Delivery } from './delivery.ts'

export interface EventWork {
  readonly context: StoreContext
  readonly trx: Transaction<Database>
  /** Epoch ms, by our clock. */
  readonly now: number
  /** Who is told after the commit. */
  readonly notices: Set<'inbox' | 'outbox'>
  readonly windowOf?: Delivery['windowOf']
}

export async function findConversation(
  { context, trx }: EventWork,
  thread: ThreadId,
): Promise<ConversationId | undefined> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where('brand', '=', context.brand)
    .where('thread_id', '=', thread)
    .executeTakeFirst()
  return row?.id
}
