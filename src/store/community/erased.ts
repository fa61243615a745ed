/** The erase log: that an account was forgotten, as a keyed hash, so that nothing older than that comes back by an import. */
import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import type { PortableErasure } from '../../domain/portable.ts'
import { type Connection, int, type StoreContext, text } from '../database/context.ts'

interface Key {
  readonly id: string
  readonly key: string
}

const SECRET_BYTES = 32
const ID_BYTES = 6

export async function writeErased(
  context: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
  now: number,
): Promise<void> {
  const own = await ownKey(context, trx)
  const rows = accounts.map((account) => ({ key: own.id, hash: hashOf(account, own), at: now }))
  await keepErased(context, trx, rows)
}

/** Whether what an account told or was at that time was erased since. A time that nobody knows is as old as can be. */
export type IsErased = (account: AccountId, at: number | undefined) => boolean

export async function erasedAmong(
  context: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
): Promise<IsErased> {
  const keys = await keysOf(context, trx)
  if (keys.length === 0) return () => false
  const hashes = new Map([...new Set(accounts)].map((account) => [account, keys.map((key) => hashOf(account, key))]))
  const table = context.rows([...hashes.values()].flat().map((hash) => ({ hash })))
  const { rows } = await sql<{ hash: string; at: number }>`select hash, at from erased
    where brand = ${context.brand} and hash in (select ${text('hash')} from ${table})`.execute(trx)
  const at = new Map(rows.map((row) => [row.hash, Number(row.at)]))
  return (account, then = Number.NEGATIVE_INFINITY) =>
    (hashes.get(account) ?? []).some((hash) => then <= (at.get(hash) ?? Number.NEGATIVE_INFINITY) && at.has(hash))
}

const PAGE = 500

/**
 * Accounts known here from before an erasure that is on record. One that a file brought without a date is as old as can be until it is
 * heard here. Costs a hash for each account and key.
 */
export async function erasedHere(context: StoreContext): Promise<AccountId[]> {
  const { db, brand, byBytes } = context
  const { rows: any } = await sql`select 1 from erased where brand = ${brand} limit 1`.execute(db)
  const found: AccountId[] = []
  if (any.length === 0) return found
  for (let last = ''; ; ) {
    const { rows } = await sql<{ id: AccountId; since: number }>`select accounts.id,
        case when accounts.created_at = fans.imported_at and not exists (select 1 from messages
          where messages.account_id = accounts.id) then 0 else accounts.created_at end as since
      from accounts left join fans on fans.id = accounts.fan_id
      where accounts.brand = ${brand} and accounts.id ${byBytes} > ${last} order by accounts.id ${byBytes} limit ${PAGE}`.execute(
      db,
    )
    const newest = rows.at(-1)
    if (newest === undefined) return found
    last = newest.id
    const ids = rows.map(({ id }) => id)
    const isErased = await erasedAmong(context, db, ids)
    found.push(...rows.filter(({ id, since }) => isErased(id, Number(since))).map(({ id }) => id))
  }
}

/** What an export carries, so that the other database holds back the same. */
export async function* erasures({ db, brand }: StoreContext, page: number): AsyncGenerator<PortableErasure> {
  for (const { id, key } of await keysOf({ brand }, db)) yield { kind: 'erase-key', id, key }
  for (let last = ''; ; ) {
    const { rows } = await sql<{ key_id: string; hash: string; at: number }>`select key_id, hash, at from erased
      where brand = ${brand} and hash > ${last} order by hash limit ${page}`.execute(db)
    for (const { key_id: key, hash, at } of rows) yield { kind: 'erased', key, hash, at: Number(at) }
    const next = rows.at(-1)
    if (next === undefined) return
    last = next.hash
  }
}

export async function keepErasures(
  context: StoreContext,
  trx: Connection,
  records: readonly PortableErasure[],
): Promise<void> {
  const { brand } = context
  for (const record of records) {
    if (record.kind === 'erase-key')
      await trx
        .insertInto('erase_keys')
        .values({ brand, id: record.id, key: record.key, is_own: 0 })
        .onConflict((row) => row.columns(['brand', 'id']).doNothing())
        .execute()
  }
  const rows = records.flatMap((record) => (record.kind === 'erased' ? [record] : []))
  await keepErased(context, trx, rows)
}

async function keepErased(
  context: StoreContext,
  trx: Connection,
  rows: readonly { readonly key: string; readonly hash: string; readonly at: number }[],
): Promise<void> {
  const latest = new Map<string, { key: string; hash: string; at: number }>()
  for (const { key, hash, at } of rows)
    latest.set(hash, { key, hash, at: Math.max(at, latest.get(hash)?.at ?? Number.NEGATIVE_INFINITY) })
  if (latest.size === 0) return
  await sql`insert into erased (brand, key_id, hash, at)
    select ${context.brand}, ${text('key')}, ${text('hash')}, ${int('at')} from ${context.rows([...latest.values()])} where true
    on conflict (brand, hash) do update set at = case when excluded.at > erased.at then excluded.at else erased.at end`.execute(
    trx,
  )
}

async function keysOf({ brand }: Pick<StoreContext, 'brand'>, db: Connection): Promise<readonly Key[]> {
  return await db.selectFrom('erase_keys').select(['id', 'key']).where('brand', '=', brand).orderBy('id').execute()
}

async function ownKey({ brand }: StoreContext, trx: Connection): Promise<Key> {
  const own = () =>
    trx
      .selectFrom('erase_keys')
      .select(['id', 'key'])
      .where('brand', '=', brand)
      .where('is_own', '=', 1)
      .executeTakeFirst()
  const found = await own()
  if (found) return found
  const made: Key = {
    id: randomBytes(ID_BYTES).toString('base64url'),
    key: randomBytes(SECRET_BYTES).toString('base64url'),
  }
  await trx
    .insertInto('erase_keys')
    .values({ brand, ...made, is_own: 1 })
    .execute()
  return made
}

function hashOf(account: AccountId, { id, key }: Key): string {
  return createHmac('sha256', key).update(`${id} ${account}`).digest('base64url')
}
