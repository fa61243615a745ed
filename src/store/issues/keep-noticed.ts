/** What the watcher noticed, written all at once under its lease: which reports were heard, and whose issue they are. */
import { sql } from 'kysely'
import type { IssuesNoticed, PreparedIssue } from '../../ports/issues.ts'
import { announceIssue } from '../announced/announce.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { storable } from '../database/text.ts'
import { nextNumber, seen } from './change-issues.ts'

export async function claimWatch(
  { brand, db }: StoreContext,
  owner: string,
  now: number,
  leaseMs: number,
): Promise<boolean> {
  // A time that is too far ahead was written before the clock was set back.
  const { rows } = await sql`
    insert into issue_watch (brand, owner, until) values (${brand}, ${owner}, cast(${now + leaseMs} as bigint))
    on conflict (brand) do update set owner = excluded.owner, until = excluded.until
      where issue_watch.owner is null or issue_watch.owner = ${owner} or issue_watch.until <= cast(${now} as bigint)
        or issue_watch.until > cast(${now + 2 * leaseMs} as bigint)
    returning brand`.execute(db)
  return rows.length > 0
}

export async function keepNoticed(
  context: StoreContext,
  owner: string,
  { attached, made }: IssuesNoticed,
  now: number,
): Promise<ReadonlyMap<string, number> | undefined> {
  const { brand } = context
  return await context.transaction(async (trx) => {
    if (!(await isWatching(brand, trx, owner))) return undefined
    const numbers = new Map<string, number>()
    for (const { key, title } of made) {
      const number = await nextNumber(brand, trx)
      numbers.set(key, number)
      await trx
        .insertInto('issues')
        .values({
          ...{
            brand,
            number,
            file_id: null,
            title: storable(title),
            state: 'seen',
            owner: null,
            answer: null,
            news: null,
          },
          ...{ made_at: now, fixed_at: null, merged_into: null },
        })
        .execute()
    }
    const opened = new Set(numbers.values())
    for (const one of attached) {
      const issue = typeof one.issue === 'number' ? one.issue : numbers.get(one.issue)
      if (issue !== undefined && (await attachTo(brand, trx, one.report, issue, one.isPinned === true)))
        opened.add(issue)
    }
    for (const number of opened) await announceIssue(context, trx, number, { type: 'issue.opened', at: now })
    return numbers
  })
}

/** Holds the row until the transaction ends. */
export async function isWatching(brand: string, trx: Connection, owner: string): Promise<boolean> {
  const { rows } = await sql`
    update issue_watch set owner = owner where brand = ${brand} and owner = ${owner} returning brand`.execute(trx)
  return rows.length > 0
}

/** What a person put somewhere stays there. Comes back true where it is the first of an issue that was only foreseen. */
async function attachTo(
  brand: string,
  trx: Connection,
  report: number,
  issue: number,
  isPinned: boolean,
): Promise<boolean> {
  await trx
    .updateTable('reports')
    .set({ issue, ...(isPinned ? { pinned: 1 } : {}) })
    .where('brand', '=', brand)
    .where('id', '=', report)
    .where('pinned', '=', 0)
    .execute()
  return await seen(brand, trx, issue)
}

/** Those of the operator's file have their row, with the title it has there; what staff set meanwhile stays. */
export async function prepareIssues(
  context: StoreContext,
  issues: readonly PreparedIssue[],
  now: number,
): Promise<void> {
  const { brand } = context
  await context.transaction(async (trx) => {
    for (const { fileId, title, owner } of issues) {
      const known = await trx
        .updateTable('issues')
        .set({ title: storable(title), named: 1 })
        .where('brand', '=', brand)
        .where('file_id', '=', fileId)
        .returning('number')
        .executeTakeFirst()
      if (known) continue
      await sql`insert into issues (brand, number, file_id, title, state, owner, made_at, named)
        values (${brand}, cast(${await nextNumber(brand, trx)} as bigint), ${fileId}, ${storable(title)}, 'prepared',
          ${owner ?? null}, cast(${now} as bigint), 1) on conflict do nothing`.execute(trx)
    }
  })
}
