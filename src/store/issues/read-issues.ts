/** Issues with what is counted on them: people and not messages, where, since when. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { DAY_MS } from '../../domain/durations.ts'
import type { Issue, IssueAnswer } from '../../domain/issue.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import type { IssueTable } from '../database/tables/issues.ts'
import { parse } from '../database/text.ts'

interface Counted {
  issue: number
  platform: string
  people: number
  reports: number
  since: number
  lately: number
}

/** `which`: a condition on `issues`; by number. */
export async function readIssues(
  { brand, db }: Pick<StoreContext, 'brand'> & { readonly db: Connection },
  which: RawBuilder<unknown>,
  now: number,
): Promise<Issue[]> {
  const { rows } = await sql<Selectable<IssueTable>>`
    select * from issues where brand = ${brand} and ${which} order by number`.execute(db)
  if (rows.length === 0) return []
  const tookIn = await readTookIn({ brand, db })
  const among = sql`(${sql.join(rows.map(({ number }) => sql`cast(${number} as bigint)`))})`
  const { rows: counted } = await sql<Counted>`
    select issue, platform, count(distinct account_id) as people, count(*) as reports, min(at) as since,
      count(distinct case when at > cast(${now - DAY_MS} as bigint) then account_id end) as lately
    from reports where brand = ${brand} and issue in ${among} group by issue, platform order by platform`.execute(db)
  const byIssue = Map.groupBy(counted, ({ issue }) => Number(issue))
  return rows.map((row) => issueOf(row, byIssue.get(Number(row.number)) ?? [], tookIn.get(Number(row.number))))
}

function issueOf(
  row: Selectable<IssueTable>,
  counted: readonly Counted[],
  tookIn: readonly string[] | undefined,
): Issue {
  const sum = (of: (one: Counted) => number) => counted.reduce((total, one) => total + Number(of(one)), 0)
  return {
    number: Number(row.number),
    title: row.title,
    state: row.state,
    reporters: sum(({ people }) => people) + Number(row.gone),
    reports: sum(({ reports }) => reports),
    platforms: counted.map(({ platform }) => platform),
    lately: sum(({ lately }) => lately),
    ...(counted.length > 0 ? { since: Math.min(...counted.map(({ since }) => Number(since))) } : {}),
    ...(Number(row.named) === 1 ? {} : { isUnnamed: true as const }),
    ...(row.file_id === null ? {} : { fileId: row.file_id }),
    ...(tookIn ? { tookIn } : {}),
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.answer === null ? {} : { answer: parse<IssueAnswer>(row.answer) }),
    ...(row.fixed_at === null ? {} : { fixedAt: Number(row.fixed_at) }),
  }
}

/** By the issue in which they go on now: the ids in issues.yaml of those that were merged into it, over however many steps. */
async function readTookIn({
  brand,
  db,
}: Pick<StoreContext, 'brand'> & { readonly db: Connection }): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await sql<{ number: number; file_id: string | null; merged_into: number }>`
    select number, file_id, merged_into from issues where brand = ${brand} and merged_into is not null order by number`.execute(
    db,
  )
  const into = new Map(rows.map(({ number, merged_into }) => [Number(number), Number(merged_into)]))
  const foreseen = rows.flatMap(({ number, file_id: id }) =>
    id === null ? [] : [{ id, at: lastOf(Number(number), into) }],
  )
  const byIssue = Map.groupBy(foreseen, ({ at }) => at)
  return new Map([...byIssue].map(([at, found]) => [at, found.map(({ id }) => id)]))
}

/** Where an issue goes on. */
export function lastOf(number: number, into: ReadonlyMap<number, number>): number {
  const seen = new Set<number>()
  let at = number
  for (let next = into.get(at); next !== undefined && !seen.has(at); next = into.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}
