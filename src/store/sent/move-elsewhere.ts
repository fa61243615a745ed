/** Words that their platform does not let us send go to another private talk with the same fan, whose accounts the fan has linked. */
import { sql } from 'kysely'
import { type AccountId, type ConversationId, platformOf, type ThreadId } from '../../domain/ids.ts'
import { joinedAccounts } from '../community/joined-accounts.ts'
import type { Connection, StoreContext } from '../database/context.ts'

/** False where there is no such talk: they wait where they are. `elsewhere`: the platforms in question. */
export async function moveElsewhere(
  context: StoreContext,
  trx: Connection,
  { row, elsewhere, now }: { readonly row: number; readonly elsewhere: readonly string[]; readonly now: number },
): Promise<boolean> {
  const { rows } = await sql<{ account_id: AccountId | null }>`select conversations.account_id from messages
    join conversations on conversations.id = messages.conversation_id where messages.id = ${row}`.execute(trx)
  const account = rows[0]?.account_id
  if (!account) return false
  const others = (await joinedAccounts(context, trx, account)).filter((one) => one !== account)
  if (others.length === 0) return false
  const { rows: talks } = await sql<{ id: ConversationId; thread_id: ThreadId }>`select id, thread_id from conversations
    where brand = ${context.brand} and surface = 'direct' and closed_at is null and reply_windows is null
      and account_id in (${sql.join(others)}) order by touched_at desc`.execute(trx)
  const place = talks.find(({ thread_id }) => elsewhere.includes(platformOf(thread_id)))
  if (place === undefined) return false
  await trx
    .updateTable('messages')
    .set({ conversation_id: place.id, state: 'pending', attempts: 0 })
    .where('id', '=', row)
    .execute()
  await sql`update conversations set send_at = coalesce(send_at, ${now}), touched_at = ${now} where id = ${place.id}`.execute(
    trx,
  )
  return true
}
