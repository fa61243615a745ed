/** The database's own time, and what is moved when the time of day was set back. */
import { sql } from 'kysely'
import type { StoreTime } from '../../ports/store-time.ts'
import type { StoreContext } from './context.ts'

const columns = ['next_at', 'unread_since', 'lease_until', 'send_at', 'send_until'] as const

export function createStoreTime(context: StoreContext, isPostgres: boolean): StoreTime {
  const { db, brand } = context
  return {
    ...(isPostgres && {
      async ofDatabase() {
        const { rows } = await sql<{ ms: number }>`
          select cast(extract(epoch from clock_timestamp()) * 1000 as double precision) as ms`.execute(db)
        return Number(rows[0]?.ms)
      },
    }),
    async newest() {
      const { rows } = await sql<{ at: number }>`select at from messages order by id desc limit 1`.execute(db)
      return rows[0]?.at
    },
    async setBack(byMs, now) {
      // Half the way: what was due by the old time lies beyond it, what is due by the new one, or was moved before, does not.
      const old = now + byMs / 2
      const moves = columns.map((name) => {
        const column = sql.ref(name)
        return sql`${column} = case when ${column} > ${old} then ${column} - ${byMs} else ${column} end`
      })
      const isAny = sql.join(
        ['next_at', 'send_at'].map((name) => sql`${sql.ref(name)} is not null`),
        sql` or `,
      )
      await context.transaction(async (trx) => {
        await sql`update conversations set ${sql.join(moves)} where brand = ${brand} and (${isAny} or lease_until is not null
          or send_until is not null)`.execute(trx)
      })
      context.notify('inbox')
      context.notify('outbox')
    },
  }
}
