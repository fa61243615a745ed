/** Short-lived state: small values with an end, in the brand's part of `key_values`. */
import { sql } from 'kysely'
import type { KeyValues } from '../../ports/key-values.ts'
import { type Connection, compiledOnce, type StoreContext, text } from '../database/context.ts'
import { createGroupCommit, type GroupCommit } from '../database/group-commit.ts'
import type { KeyValueTable } from '../database/schema.ts'
import { indexable, storable } from '../database/text.ts'
import { aboutOf } from './about-of.ts'

type Row = Pick<KeyValueTable, 'value' | 'expires_at'>
type Change = (trx: Connection) => Promise<boolean>

export function createKeyValues(
  context: StoreContext,
  groups: Pick<GroupCommit<never, unknown>, 'settled'>[],
): KeyValues {
  const { db, brand, clock } = context
  const changes = createGroupCommit((items: readonly Change[]) =>
    context.transaction(async (trx) => {
      const results: boolean[] = []
      for (const change of items) results.push(await change(trx))
      return results
    }),
  )
  groups.push(changes)
  const select = compiledOnce(
    db,
    sql<Row>`select value, expires_at from key_values where brand = ${''} and key = ${''}`,
  )

  return {
    async get(key) {
      const [row] = await select(brand, indexable(key))
      if (row === undefined || (row.expires_at !== null && row.expires_at <= clock.now())) return undefined
      return { value: row.value, ...(row.expires_at !== null && { expiresAt: row.expires_at }) }
    },

    async set(key, value, expiresAt) {
      await changes.add(async (trx) => {
        await sql`
          insert into key_values (brand, key, value, expires_at, about)
          values (${brand}, ${indexable(key)}, ${storable(value)}, ${expiresAt === undefined ? null : Math.ceil(expiresAt)},
            ${aboutOf(key) ?? null})
          on conflict (brand, key) do update
            set value = excluded.value, expires_at = excluded.expires_at, about = excluded.about`.execute(trx)
        return true
      })
    },

    async sums(keys) {
      const names = keys.map(indexable)
      const { rows } = await sql<{ key: string; value: string }>`
        select key, value from key_values where brand = ${brand} and (expires_at is null or expires_at > ${clock.now()})
        and key in (select ${text('key')} from ${context.rows(names.map((key) => ({ key })))})`.execute(db)
      const found = new Map(rows.map(({ key, value }) => [key, Number(value) || 0]))
      return names.map((key) => found.get(key) ?? 0)
    },

    async add(key, amount, expiresAt) {
      const now = clock.now()
      const old = sql`case when key_values.expires_at <= ${now} then 0 else cast(key_values.value as double precision) end`
      const { rows } = await sql<{ value: string }>`
        insert into key_values (brand, key, value, expires_at)
        values (${brand}, ${indexable(key)}, ${String(amount)}, ${Math.ceil(expiresAt)})
        on conflict (brand, key) do update set
          value = cast(${old} + cast(excluded.value as double precision) as text), expires_at = excluded.expires_at
        returning value`.execute(db)
      return Number(rows[0]?.value)
    },

    delete: (key) =>
      changes.add(async (trx) => {
        const [result] = await trx
          .deleteFrom('key_values')
          .where('brand', '=', brand)
          .where('key', '=', indexable(key))
          .execute()
        return result !== undefined && result.numDeletedRows > 0n
      }),

    async clear(prefix) {
      const start = storable(prefix)
      await changes.add(async (trx) => {
        // Not `like`: its wildcards and its case folding differ between the databases.
        await sql`
          delete from key_values where brand = ${brand} and substr(key, 1, ${[...start].length}) = ${start}`.execute(
          trx,
        )
        return true
      })
    },
  }
}
