/** Who of the staff signed on. */
import type { Duty } from '../../ports/duty.ts'
import type { StoreContext } from '../database/context.ts'

export function createDuty({ db, brand }: StoreContext): Duty {
  return {
    async onDuty() {
      const rows = await db.selectFrom('duty').selectAll().where('brand', '=', brand).orderBy('since').execute()
      return rows.map(({ staff_id, name, since }) => ({ id: staff_id, name, since: Number(since) }))
    },
    async set({ id, name }, isOn, now) {
      if (!isOn) await db.deleteFrom('duty').where('brand', '=', brand).where('staff_id', '=', id).execute()
      else
        await db
          .insertInto('duty')
          .values({ brand, staff_id: id, name, since: now })
          .onConflict((row) => row.columns(['brand', 'staff_id']).doUpdateSet({ name }))
          .execute()
    },
  }
}
