/** Written in the transaction of what it tells of, so that neither is there without the other. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Announcement } from '../../domain/announcement.ts'
import { publicTitle } from '../../domain/issue.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { indexable, storable } from '../database/text.ts'

/** `subject`: `issue 3`. Nothing is written where nobody is to be told. */
export async function announce(
  { brand, isAnnouncing }: StoreContext,
  trx: Connection,
  subject: string,
  { type, at, data }: Omit<Announcement, 'id'>,
): Promise<void> {
  if (!isAnnouncing) return
  await trx
    .insertInto('announcements')
    .values({
      ...{ brand, uid: `msg_${randomUUID()}`, type, subject: indexable(subject), at },
      ...{ data: storable(JSON.stringify(data)), next_at: at, aside_at: null },
    })
    .execute()
}

/** An issue as it is now, with how many people reported it. */
export async function announceIssue(
  context: StoreContext,
  trx: Connection,
  number: number,
  told: { readonly type: 'issue.opened' | 'issue.changed' | 'issue.fixed'; readonly at: number } & Readonly<
    Record<string, unknown>
  >,
): Promise<void> {
  const { brand, isAnnouncing } = context
  if (!isAnnouncing) return
  const { rows } = await sql<{
    title: string
    named: number
    state: string
    owner: string | null
    people: number
    gone: number
  }>`
    select title, named, state, owner, gone, (select count(distinct account_id) from reports
      where reports.brand = ${brand} and reports.issue = issues.number) as people
    from issues where brand = ${brand} and number = cast(${number} as bigint)`.execute(trx)
  const [row] = rows
  if (row === undefined) return
  const { type, at, ...more } = told
  const { state, owner } = row
  const title = publicTitle({ number, title: row.title, ...(Number(row.named) === 1 ? {} : { isUnnamed: true }) })
  const data = { number, title, state, owner, people: Number(row.people) + Number(row.gone), ...more }
  await announce(context, trx, `issue ${number}`, { type, at, data })
}
