/** Who ever worked at the desk, by id, with the name they last went by. */
import { sql } from 'kysely'
import type { Colleagues } from '../../ports/colleagues.ts'
import type { StoreContext } from '../database/context.ts'
import { indexable, storable } from '../database/text.ts'

export function createColleagues({ db, brand }: StoreContext): Colleagues {
  /** Written already, so that an act costs no statement. */
  const known = new Map<string, string>()
  return {
    async seen({ id, name }, now) {
      if (known.get(id) === name) return
      await db
        .insertInto('colleagues')
        .values({ brand, staff_id: indexable(id), name: storable(name), seen_at: now })
        .onConflict((row) => row.columns(['brand', 'staff_id']).doUpdateSet({ name: storable(name), seen_at: now }))
        .execute()
      known.set(id, name)
    },
    async namesakes() {
      const { rows } = await sql<{ staff_id: string }>`
        select staff_id from colleagues where brand = ${brand} and exists (select 1 from colleagues as other
          where other.brand = colleagues.brand and other.name = colleagues.name
            and other.staff_id <> colleagues.staff_id)`.execute(db)
      return new Set(rows.map(({ staff_id: id }) => id))
    },
  }
}
