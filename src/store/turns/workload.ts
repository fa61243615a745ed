/** What the brand has to do, counted by the indexes of what is open: none of it grows with what is done. */
import { sql } from 'kysely'
import { timerKinds } from '../../domain/case.ts'
import type { OpenStatus } from '../../domain/conversation.ts'
import type { Waiting, Workload } from '../../ports/records.ts'
import type { StoreContext } from '../database/context.ts'

interface Counted {
  readonly count: number | bigint
  readonly since: number | null
}

/** The first three are promises of the SLA. */
const promises = sql.join(timerKinds.slice(0, 3).map((kind) => sql.lit(kind)))

export async function workload({ db, brand }: StoreContext): Promise<Workload> {
  // SQLite keeps the order of a cross join: from the few that are open to their conversations.
  const [unread, unsent, dead, cases, timers] = await Promise.all([
    sql<Counted & { failing: number | null }>`
      select count(*) as count, min(coalesce(unread_since, next_at)) as since, sum(case when failures > 0 then 1 else 0 end) as failing
      from conversations where brand = ${brand} and next_at is not null`.execute(db),
    sql<Counted>`
      select count(*) as count, min(messages.at) as since
      from conversations cross join messages
      where brand = ${brand} and send_at is not null and messages.conversation_id = conversations.id
        and messages.state = 'pending'`.execute(db),
    sql<Counted>`
      select count(*) as count, min(messages.at) as since from messages cross join conversations
      where conversations.id = conversation_id and brand = ${brand} and messages.state = 'dead'
        and messages.direction = 'out'`.execute(db),
    sql<Counted & { status: OpenStatus; breached: number }>`
      select status, count(*) as count, min(opened_at) as since, sum(case when breaches > 0 then 1 else 0 end) as breached
      from handoffs where of_brand = ${brand} and status <> 'closed' group by status`.execute(db),
    sql<{ due: number | null }>`
      select min(due_at) as due from timers cross join handoffs cross join conversations
      where kind in (${promises}) and handoffs.id = handoff_id and conversations.id = conversation_id
        and brand = ${brand}`.execute(db),
  ])
  const ofStatus = (status: OpenStatus) => waiting(cases.rows.find((row) => row.status === status))
  const promiseDueAt = timers.rows[0]?.due ?? undefined
  return {
    unread: waiting(unread.rows[0]),
    failing: Number(unread.rows[0]?.failing ?? 0),
    unsent: waiting(unsent.rows[0]),
    deadLetters: Number(dead.rows[0]?.count ?? 0),
    cases: { waiting: ofStatus('waiting'), assigned: ofStatus('assigned') },
    breached: cases.rows.reduce((sum, { breached }) => sum + Number(breached), 0),
    ...(promiseDueAt === undefined ? {} : { promiseDueAt: Number(promiseDueAt) }),
  }
}

function waiting(row: Counted | undefined): Waiting {
  const since = row?.since ?? undefined
  return { count: Number(row?.count ?? 0), ...(since === undefined ? {} : { since: Number(since) }) }
}
