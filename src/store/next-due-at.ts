/** When a loop over leases has to look again: both the inbox and the outbox ask. */
import { sql } from 'kysely'
import type { StoreContext } from './context.ts'

/** When the next conversation becomes due by `dueColumn`, or its holder's lease runs out, whichever is later. */
export async function nextDueAt(
  { db, brand }: StoreContext,
  dueColumn: 'next_at' | 'send_at',
  leaseColumn: 'lease_until' | 'send_until',
): Promise<number | undefined> {
  const due = sql.ref(dueColumn)
  const lease = sql.ref(leaseColumn)
  const { rows } = await sql<{ at: number | null }>`
    select min(at) as at from (
      select at from (select ${due} as at from conversations
        where brand = ${brand} and ${due} is not null and ${lease} is null order by ${due} limit 1) as free
      union all
      select case when ${lease} > ${due} then ${lease} else ${due} end as at from conversations
        where brand = ${brand} and ${due} is not null and ${lease} is not null
    ) as waiting`.execute(db)
  return rows[0]?.at ?? undefined
}
