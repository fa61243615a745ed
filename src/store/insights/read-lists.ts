/** The lists behind the figures: what was counted, with its words while they are kept. */
import { type RawBuilder, sql } from 'kysely'
import type { CaseId } from '../../domain/ids.ts'
import {
  type AskedShown,
  CONTENT,
  type HappenedShown,
  ownAffairs,
  unwantedEffects,
  type Wish,
} from '../../domain/insight.ts'
import type { AskedFilter, HappenedFilter, Listing, Page, Span } from '../../ports/insights.ts'
import type { StoreContext } from '../database/context.ts'
import type { AskedTable } from '../database/tables/insights.ts'
import { parse } from '../database/text.ts'
import { isAnsweredBy, isJudged } from './count-record.ts'

const QUOTES = 3

const textOf = (body: string | null) => {
  const text = body === null ? undefined : parse<{ readonly text?: string }>(body).text
  return text === undefined || text === '' ? {} : { text }
}

const within = (column: string, { from, to }: Span) =>
  sql`${sql.ref(column)} >= cast(${from} as bigint) and ${sql.ref(column)} < cast(${to} as bigint)`

export async function listAsked(
  { db, brand, platformOf }: StoreContext,
  span: Span,
  { outcome, topic, answerId, by, end }: AskedFilter,
  { limit, offset }: Page,
  now: number,
): Promise<Listing<AskedShown>> {
  const which = sql.join(
    [
      sql`asked.brand = ${brand} and ${within('asked.at', span)}`,
      ...(outcome === undefined ? [] : [sql`outcome = ${outcome}`]),
      ...(topic === undefined ? [] : [sql`topic = ${topic}`]),
      ...(answerId === undefined ? [] : [sql`answer_id = ${answerId}`]),
      ...(by === undefined ? [] : [isAnsweredBy[by]]),
      ...(end === undefined
        ? []
        : [sql`${isJudged(now)} and back_at is ${end === 'back' ? sql`not null` : sql`null`}`]),
    ],
    sql` and `,
  )
  const total = await countOf(db, sql`asked where ${which}`)
  const { rows } = await sql<
    AskedTable & { name: string | null; platform: string; surface: AskedShown['surface']; body: string | null }
  >`
    select asked.at, asked.topic, asked.outcome, asked.reason, asked.answer_id, asked.case_id, asked.back_at, accounts.name,
      ${platformOf(sql`conversations.thread_id`)} as platform, conversations.surface, messages.body
    from asked join conversations on conversations.id = asked.conversation_id
      left join accounts on accounts.brand = asked.brand and accounts.id = asked.account_id
      left join messages on messages.id = asked.message_row and messages.state <> 'withdrawn'
    where ${which} order by asked.at desc, asked.id desc limit ${limit} offset ${offset}`.execute(db)
  return {
    total,
    rows: rows.map((row) => ({
      ...{
        at: Number(row.at),
        fanName: row.name ?? '',
        platform: row.platform,
        surface: row.surface,
        topic: row.topic,
      },
      ...{ outcome: row.outcome, reason: row.reason },
      ...(row.answer_id === null ? {} : { answerId: row.answer_id }),
      ...(row.case_id === null ? {} : { caseId: row.case_id }),
      ...(row.back_at === null ? {} : { backAt: Number(row.back_at) }),
      ...textOf(row.body),
    })),
  }
}

interface HappenedRow {
  readonly at: number
  readonly what: string
  readonly name: string | null
  readonly platform: string
  readonly case_id: CaseId | null
  readonly body: string | null
}

export async function listHappened(
  context: StoreContext,
  span: Span,
  filter: HappenedFilter,
  { limit, offset }: Page,
): Promise<Listing<HappenedShown>> {
  const { db } = context
  const { select, from } = happening(context, span, filter)
  const total = await countOf(db, from)
  const { rows } = await sql<HappenedRow>`
    select ${select} from ${from} order by at desc limit ${limit} offset ${offset}`.execute(db)
  return {
    total,
    rows: rows.map(({ at, what, name, platform, case_id, body }) => ({
      ...{ at: Number(at), what, fanName: name ?? '', platform },
      ...(case_id === null ? {} : { caseId: case_id }),
      ...textOf(body),
    })),
  }
}

function happening(
  { brand, platformOf }: StoreContext,
  span: Span,
  filter: HappenedFilter,
): { readonly select: RawBuilder<unknown>; readonly from: RawBuilder<unknown> } {
  const platform = sql`${platformOf(sql`conversations.thread_id`)} as platform`
  const named = sql`left join accounts on accounts.brand = conversations.brand and accounts.id =`
  // Whatever happened to a case changed it.
  const ofCases = sql`handoffs.of_brand = ${brand} and handoffs.changed_at >= cast(${span.from} as bigint)`
  switch (filter.of) {
    case 'effects':
      return {
        select: sql`reply_effects.at as at, kind as what, accounts.name, ${platform}, null as case_id, messages.body`,
        from: sql`reply_effects join conversations on conversations.id = reply_effects.conversation_id
          ${named} reply_effects.account_id
          left join messages on messages.id = reply_effects.message_row and messages.state <> 'withdrawn'
          where reply_effects.brand = ${brand} and by_bot = 1 and ${within('line_at', span)} and kind in (${sql.join([...filter.kinds])})`,
      }
    case 'unwanted-lines': {
      const isUnwanted = (kind: string) => sql`${sql.ref(kind)} in (${sql.join([...unwantedEffects])})`
      const of = (table: string) =>
        sql`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.account_id`)}, ${sql.ref(`${table}.kind`)})`
      return {
        select: sql`first.at as at, first.kind as what, accounts.name, ${platform}, null as case_id, messages.body`,
        from: sql`reply_effects as first join conversations on conversations.id = first.conversation_id
          ${named} first.account_id
          left join messages on messages.id = first.message_row and messages.state <> 'withdrawn'
          where first.brand = ${brand} and first.by_bot = 1 and ${within('first.line_at', span)} and ${isUnwanted('first.kind')}
            and not exists (select 1 from reply_effects as other where other.message_row = first.message_row
              and ${isUnwanted('other.kind')} and ${of('other')} < ${of('first')})`,
      }
    }
    case 'group-lines':
      return {
        select: sql`messages.at as at, decisions.reason as what, accounts.name, ${platform}, null as case_id,
          case when messages.state <> 'withdrawn' then messages.body end as body`,
        from: sql`decisions join conversations on conversations.id = decisions.conversation_id
          join messages on messages.conversation_id = decisions.conversation_id and messages.turn_id = decisions.turn_id
            and messages.direction = 'out' and messages.said = 1
          ${named} messages.account_id
          where conversations.brand = ${brand} and conversations.surface = 'group' and decisions.counted = 1
            and decisions.reason not in (${sql.join([...ownAffairs])}) and ${within('decisions.at', span)}`,
      }
    case 'silences':
      return {
        select: sql`decisions.at as at, decisions.reason as what, accounts.name, ${platform}, null as case_id,
          case when messages.state <> 'withdrawn' then messages.body end as body`,
        from: sql`decisions join conversations on conversations.id = decisions.conversation_id
          left join messages on messages.id = (select max(heard.id) from messages as heard
            where heard.conversation_id = decisions.conversation_id and heard.turn_id = decisions.turn_id and heard.direction = 'in')
          ${named} messages.account_id
          where conversations.brand = ${brand} and decisions.kind = 'silent' and decisions.counted = 1 and decisions.reason = ${filter.reason}
            and ${within('decisions.at', span)}`,
      }
    case 'cases': {
      const at = {
        opened: 'handoffs.opened_at',
        closed: 'handoffs.closed_at',
        reopened: 'case_events.at',
        rated: 'handoffs.closed_at',
        content: 'handoffs.closed_at',
        person: 'handoffs.opened_at',
      }[filter.which]
      const which = {
        opened: sql`true`,
        closed: sql`handoffs.status = 'closed' and outcome in ('resolved', 'handed-back', 'silence')`,
        reopened: sql`case_events.what = 'reopened'`,
        rated: sql`handoffs.status = 'closed' and csat is not null`,
        content: sql`handoffs.status = 'closed' and csat >= ${CONTENT}`,
        person: sql`handoffs.reason = 'stepped-in' and first_response_at is not null`,
      }[filter.which]
      const what =
        filter.which === 'rated' || filter.which === 'content' ? sql`cast(csat as text)` : sql`handoffs.reason`
      return {
        select: sql`${sql.ref(at)} as at, ${what} as what, accounts.name, ${platform}, handoffs.id as case_id, null as body`,
        from: sql`handoffs join conversations on conversations.id = handoffs.conversation_id ${named} handoffs.account_id
          ${filter.which === 'reopened' ? sql`join case_events on case_events.handoff_id = handoffs.id` : sql``}
          where ${ofCases} and ${which} and ${within(at, span)}`,
      }
    }
    case 'promises':
      return {
        select: sql`promises.ended_at as at, promises.text as what, accounts.name, ${platform}, handoffs.id as case_id, null as body`,
        from: sql`promises join handoffs on handoffs.id = promises.handoff_id
          join conversations on conversations.id = handoffs.conversation_id ${named} handoffs.account_id
          where ${ofCases} and kept = ${filter.isKept ? 1 : 0} and ${within('promises.ended_at', span)}`,
      }
    default:
      return filter satisfies never
  }
}

async function countOf(db: StoreContext['db'], from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${from}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** Suggestions by the issue that they were put to; those of none each by itself come last, together. */
export async function listWishes({ db, brand }: StoreContext, span: Span, limit: number): Promise<Wish[]> {
  const ofWishes = sql`reports.brand = ${brand} and reports.kind = 'suggestion' and ${within('reports.at', span)}`
  const { rows } = await sql<{ issue: number | null; title: string | null; reports: number; people: number }>`
    select reports.issue, issues.title, count(*) as reports, count(distinct reports.account_id) as people
    from reports left join issues on issues.brand = reports.brand and issues.number = reports.issue
    where ${ofWishes} group by reports.issue, issues.title
    order by case when reports.issue is null then 1 else 0 end, people desc, reports desc, reports.issue limit ${limit}`.execute(
    db,
  )
  const wishes: Wish[] = []
  for (const { issue, title, reports, people } of rows) {
    const isIt = issue === null ? sql`reports.issue is null` : sql`reports.issue = ${issue}`
    const { rows: said } = await sql<{ body: string }>`
      select messages.body from reports join messages on messages.id = reports.message_row and messages.state <> 'withdrawn'
      where ${ofWishes} and ${isIt} order by reports.id desc limit ${QUOTES}`.execute(db)
    wishes.push({
      ...(issue === null ? {} : { issue: Number(issue) }),
      ...{ title: title ?? '', reports: Number(reports), people: Number(people) },
      quotes: said.flatMap(({ body }) => textOf(body).text ?? []),
    })
  }
  return wishes
}
