/** Who looks at which case: small rows that run out by themselves. */
import { sql } from 'kysely'
import type { Lookers, Looking } from '../../ports/lookers.ts'
import { beginsWith, type StoreContext } from '../database/context.ts'
import { indexable, parse, storable } from '../database/text.ts'

const PREFIX = 'desk::looking:'

export function createLookers(context: StoreContext): Omit<Lookers, 'onNews'> {
  const { db, brand, clock } = context
  return {
    async keep(looking, isNew) {
      const key = indexable(`${PREFIX}${looking.caseId}:${looking.staff.id}`)
      await sql`
        insert into key_values (brand, key, value, expires_at)
        values (${brand}, ${key}, ${storable(JSON.stringify(looking))}, ${Math.ceil(looking.until)})
        on conflict (brand, key) do update set value = excluded.value, expires_at = excluded.expires_at`.execute(db)
      if (isNew) context.notify('desk')
    },
    async all() {
      const { rows } = await sql<{ value: string }>`
        select value from key_values where brand = ${brand} and ${beginsWith(context, sql`key`, PREFIX)}
        and expires_at > ${clock.now()} order by key`.execute(db)
      return rows.map(({ value }) => parse<Looking>(value))
    },
  }
}
