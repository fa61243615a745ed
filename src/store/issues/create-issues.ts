/** The store's part of issues, as `ports/issues.ts` asks for it. */
import { sql } from 'kysely'
import type { IssueStore } from '../../ports/issues.ts'
import type { StoreContext } from '../database/context.ts'
import { actOnIssue, undoLast } from './change-issues.ts'
import { changeCrisis, figuresOf, readCrises, takeDueReviews } from './crises.ts'
import { claimWatch, keepNoticed, prepareIssues } from './keep-noticed.ts'
import { reportLast } from './keep-reports.ts'
import { lastOf, readIssues } from './read-issues.ts'
import { readReports } from './read-reports.ts'
import { reportsToTell, tellFan } from './tell-fans.ts'
import { finishHearing, readThread, readWaves, tellStaff } from './tell-staff.ts'

/** Of one conversation. */
const REPORTS_OF_ONE = 10

export function createIssues(context: StoreContext): IssueStore {
  const { db, brand } = context
  const isOurs = sql`reports.brand = ${brand}`
  return {
    claimWatch: (owner, now, leaseMs) => claimWatch(context, owner, now, leaseMs),
    async changes() {
      const row = await db.selectFrom('issue_watch').select('changes').where('brand', '=', brand).executeTakeFirst()
      return Number(row?.changes ?? 0)
    },
    async hasUnheard() {
      const { rows } = await sql`select 1 from reports where heard = 0 and ${isOurs} limit 1`.execute(db)
      return rows.length > 0
    },
    unheard: (limit) => readReports(db, sql`reports.heard = 0 and ${isOurs} order by reports.id limit ${limit}`),
    async heardSince(since, limit) {
      const latest = await readReports(
        db,
        sql`reports.heard = 1 and ${isOurs} and reports.at >= ${since} order by reports.id desc limit ${limit}`,
      )
      return latest.toReversed()
    },
    keep: (owner, noticed, now) => keepNoticed(context, owner, noticed, now),
    prepare: (issues, now) => prepareIssues(context, issues, now),
    async nameInFile(number, fileId) {
      const rows = await db
        .updateTable('issues')
        .set({ file_id: fileId })
        .where('brand', '=', brand)
        .where('number', '=', number)
        .where('file_id', fileId === null ? 'is not' : 'is', null)
        .returning('number')
        .execute()
      return rows.length > 0
    },
    open: (now) =>
      readIssues(
        context,
        // Those that are done are known as long as issues.yaml speaks of them, or of what went on in them.
        sql`merged_into is null and number in (
          select number from issues as known where known.brand = ${brand} and known.merged_into is null
            and (known.state not in ('fixed', 'wont') or known.file_id is not null)
          union select merged_into from issues as gone where gone.brand = ${brand} and gone.merged_into is not null)`,
        now,
      ),
    list: (now) => readIssues(context, sql`merged_into is null`, now),
    async wentOnIn(number) {
      const { rows } = await sql<{ number: number; merged_into: number }>`
        select number, merged_into from issues where brand = ${brand} and merged_into is not null`.execute(db)
      const last = lastOf(number, new Map(rows.map((row) => [Number(row.number), Number(row.merged_into)])))
      return last === number || last === 0 ? undefined : last
    },
    async get(number, now) {
      return (await readIssues(context, sql`merged_into is null and number = cast(${number} as bigint)`, now))[0]
    },
    reportsOf: (number, limit) =>
      readReports(db, sql`${isOurs} and reports.issue = ${number} order by reports.id desc limit ${limit}`),
    firstReportsOf: (number, limit) =>
      readReports(
        db,
        sql`${isOurs} and reports.issue = ${number} and messages.body is not null order by reports.id limit ${limit}`,
      ),
    async reportsIn(conversation) {
      const read = () =>
        readReports(
          db,
          sql`${isOurs} and reports.conversation_id = ${conversation} order by reports.id desc limit ${REPORTS_OF_ONE}`,
        )
      const known = await read()
      if (known.length > 0) return known
      await reportLast(context, conversation)
      return await read()
    },
    unanswered: (since, limit) =>
      readReports(
        db,
        sql`${isOurs} and reports.kind = 'unanswered' and reports.at >= ${since} and messages.body is not null
          order by reports.id desc limit ${limit}`,
      ),
    toTell: (now, limit) => reportsToTell(context, now, limit),
    tellFan: (report, outgoing, now) => tellFan(context, report, outgoing, now),
    some: (ids) =>
      ids.length === 0
        ? Promise.resolve([])
        : readReports(db, sql`${isOurs} and reports.id in (${sql.join(ids.map((id) => sql`cast(${id} as bigint)`))})`),
    act: (act, by, origin, now) => actOnIssue(context, act, by, origin, now),
    undo: (number, by, now) => undoLast(context, number, by, now),
    async history(number, limit) {
      const { rows } = await sql<{ at: number; who: string; what: string }>`
        select at, who, what from issue_acts where brand = ${brand} and issue = ${number}
        order by id desc limit ${limit}`.execute(db)
      return rows.map((row) => ({ ...row, at: Number(row.at) })).toReversed()
    },
    waves: (since) => readWaves(context, since),
    crises: (only) => readCrises(context, only),
    changeCrisis: (topic, change, by, now) => changeCrisis(context, topic, change, by, now),
    takeDueReviews: (now) => takeDueReviews(context, now),
    figuresOf: (crisis, now) => figuresOf(context, crisis, now),
    async digest() {
      const row = await db
        .selectFrom('issue_watch')
        .select(['digest', 'digested_at'])
        .where('brand', '=', brand)
        .executeTakeFirst()
      return {
        ...(row?.digest ? { rhythm: row.digest } : {}),
        ...(row?.digested_at ? { lastAt: Number(row.digested_at) } : {}),
      }
    },
    async setDigest(rhythm) {
      await sql`insert into issue_watch (brand, digest) values (${brand}, ${rhythm})
        on conflict (brand) do update set digest = excluded.digest`.execute(db)
    },
    async digested(now, lastAt) {
      const { rows } = await sql`update issue_watch set digested_at = cast(${now} as bigint) where brand = ${brand}
        and coalesce(digested_at, 0) = cast(${lastAt ?? 0} as bigint) returning brand`.execute(db)
      return rows.length > 0
    },
    thread: () => readThread(context),
    async keepThread(thread) {
      await sql`insert into issue_watch (brand, thread) values (${brand}, ${thread})
        on conflict (brand) do update set thread = excluded.thread`.execute(db)
    },
    tell: (thread, told, now) => tellStaff(context, thread, told, now),
    finish: (owner, heard, waves, now) => finishHearing(context, owner, heard, waves, now),
  }
}
