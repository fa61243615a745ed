/** What is to be told to another program, as `ports/announcements.ts` asks for it. */
import { sql } from 'kysely'
import type { AnnouncementType } from '../../domain/announcement.ts'
import type { Announcements } from '../../ports/announcements.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'

interface Row {
  readonly id: number
  readonly uid: string
  readonly type: AnnouncementType
  readonly at: number
  readonly data: string
  readonly failures: number
}

export function createAnnouncements({ db, brand, skipLocked }: StoreContext): Announcements {
  const isOpen = sql`one.brand = ${brand} and one.aside_at is null`
  const isFirst = sql`not exists (select 1 from announcements as before where before.brand = one.brand
    and before.subject = one.subject and before.id < one.id and before.aside_at is null)`
  return {
    async take(now, leaseMs, limit) {
      const time = sql`cast(${now} as bigint)`
      // A time that is too far ahead was written before the clock was set back.
      const isFree = sql`(one.held_until <= ${time} or one.held_until > cast(${now + 2 * leaseMs} as bigint))`
      const { rows } = await sql<Row>`
        update announcements set held_until = cast(${now + leaseMs} as bigint) where id in (
          select one.id from announcements as one where ${isOpen} and ${isFirst} and one.next_at <= ${time} and ${isFree}
          order by one.id limit ${limit} ${skipLocked})
        returning id, uid, type, at, data, failures`.execute(db)
      return rows
        .map(({ id, uid, type, at, data, failures }) => ({
          ...{ row: Number(id), id: uid, type, at: Number(at), failures: Number(failures) },
          data: parse<Record<string, unknown>>(data),
        }))
        .sort((a, b) => a.row - b.row)
    },
    async nextDueAt() {
      const { rows } = await sql<{ due: number | null }>`select min(case when one.next_at > one.held_until
        then one.next_at else one.held_until end) as due from announcements as one where ${isOpen} and ${isFirst}`.execute(
        db,
      )
      const due = rows[0]?.due ?? null
      return due === null ? undefined : Number(due)
    },
    async sent(row) {
      await db.deleteFrom('announcements').where('id', '=', row).execute()
    },
    async failed(row, nextAt) {
      await db
        .updateTable('announcements')
        .set((values) => ({ failures: values('failures', '+', 1), next_at: nextAt, held_until: 0 }))
        .where('id', '=', row)
        .execute()
    },
    async setAside(row, now, keptSince) {
      await db.updateTable('announcements').set({ aside_at: now, held_until: 0 }).where('id', '=', row).execute()
      await db.deleteFrom('announcements').where('brand', '=', brand).where('aside_at', '<', keptSince).execute()
    },
  }
}
