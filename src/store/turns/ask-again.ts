/** Turns that had no more than the honest line, because no model could be asked: their messages are unread again once one can. */
import { sql, type Transaction } from 'kysely'
import type { ConversationId, TurnId } from '../../domain/ids.ts'
import { called } from '../../domain/weight.ts'
import type { StoreContext } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { parse } from '../database/text.ts'

export interface AskAgainOptions {
  readonly now: number
  /** What was accepted before, epoch ms, is left as it is. */
  readonly since: number
  readonly limit: number
}

interface OwedRow {
  readonly turn_id: TurnId
  readonly conversation_id: ConversationId
  readonly record: string
}

/** Returns how many turns are thought about again. */
export async function askAgain(context: StoreContext, { now, since, limit }: AskAgainOptions): Promise<number> {
  const { brand, db } = context
  // SQLite keeps the order of a cross join: from the few that are owed to their conversations.
  const { rows: owed } = await sql<OwedRow>`
    select turn_id, conversation_id, record from decisions cross join conversations
    where owed = 1 and conversations.id = conversation_id and brand = ${brand} order by decisions.at limit ${limit}`.execute(
    db,
  )
  let asked = 0
  for (const row of owed) if (await context.transaction((trx) => askOne(trx, row, { now, since }))) asked += 1
  if (asked > 0) context.notify('inbox')
  return asked
}

async function askOne(
  trx: Transaction<Database>,
  { turn_id: turn, conversation_id: conversation, record }: OwedRow,
  { now, since }: Pick<AskAgainOptions, 'now' | 'since'>,
): Promise<boolean> {
  // Locked before anything of it is looked at.
  await sql`update conversations set touched_at = touched_at where id = ${conversation}`.execute(trx)
  const taken = await trx
    .updateTable('decisions')
    .set({ owed: 0 })
    .where('turn_id', '=', turn)
    .where('owed', '=', 1)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return false
  const { rows } = parse<{ rows: readonly number[] }>(record)
  if (rows.length === 0 || !(await stillMatters(trx, conversation, Math.max(...rows)))) return false
  const again = await trx
    .updateTable('messages')
    .set({ state: 'unread', done_at: null, turn_id: null, attempts: 1 })
    .where('id', 'in', rows)
    .where('conversation_id', '=', conversation)
    .where('turn_id', '=', turn)
    .where('state', '=', 'read')
    .where('at', '>=', since)
    .executeTakeFirst()
  if (again.numUpdatedRows === 0n) return false
  await sql`update conversations set next_at = ${now}, unread_since = coalesce(unread_since, ${now}),
    weight = case when weight < ${called} then ${called} else weight end where id = ${conversation}`.execute(trx)
  return true
}

/** Not where its fan, or anybody else there, has spoken since, and not where staff have it in hand. */
async function stillMatters(trx: Transaction<Database>, conversation: ConversationId, last: number): Promise<boolean> {
  const later = await trx
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversation)
    .where('id', '>', last)
    .where('direction', '=', 'in')
    .where('said', '=', 1)
    .limit(1)
    .executeTakeFirst()
  const open = await trx
    .selectFrom('handoffs')
    .select('id')
    .where('conversation_id', '=', conversation)
    .where('status', '<>', 'closed')
    .limit(1)
    .executeTakeFirst()
  const place = await trx
    .selectFrom('conversations')
    .select('closed_reason')
    .where('id', '=', conversation)
    .executeTakeFirst()
  return later === undefined && open === undefined && place?.closed_reason === null
}
