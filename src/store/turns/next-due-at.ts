/** When a loop over leases has to look again: both the inbox and the outbox ask. */
import { sql } from 'kysely'
import { type StoreContext, statement } from '../database/context.ts'

type Loop = 'inbox' | 'outbox'

const selects = { inbox: selectNext('next_at', 'lease_until'), outbox: selectNext('send_at', 'send_until') }

/** When the next conversation becomes due for a loop, or its holder's lease runs out, whichever is later. */
export async function nextDueAt(context: StoreContext, loop: Loop): Promise<number | undefined> {
  const { db, brand } = context
  return (await selects[loop](context, db, brand, brand))[0]?.at ?? undefined
}

function selectNext(dueColumn: 'next_at' | 'send_at', leaseColumn: 'lease_until' | 'send_until') {
  const due = sql.ref(dueColumn)
  const lease = sql.ref(leaseColumn)
  return statement<{ at: number | null }>(
    ({ brand }) => sql`
    select min(at) as at from (
      select at from (select ${due} as at from conversations
        where brand = ${brand} and ${due} is not null and ${lease} is null order by ${due} limit 1) as free
      union all
      select case when ${lease} > ${due} then ${lease} else ${due} end as at from conversations
        where brand = ${brand} and ${due} is not null and ${lease} is not null
    ) as waiting`,
  )
}
