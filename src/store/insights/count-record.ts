/** Counts of a stretch of time, from the record: what may still change as days pass. */
import { type RawBuilder, sql } from 'kysely'
import { type Count, unwantedEffects } from '../../domain/insight.ts'
import type { Span } from '../../ports/insights.ts'
import type { StoreContext } from '../database/context.ts'
import { BACK_MS, BEHIND } from './count-turns.ts'

/** Of a length in ms, by which medians are told: whole seconds to two minutes, then steps of ten seconds, five minutes, an hour. */
function lengthBucket(ms: number): number {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const step = seconds < 120 ? 1 : seconds < 3_600 ? 10 : seconds < 86_400 ? 300 : 3_600
  return Math.round(seconds / step) * step
}

/** A case that came to an end by people. */
const isDealtWith = sql`exists (select 1 from handoffs where handoffs.id = asked.case_id and handoffs.status = 'closed'
  and handoffs.outcome in ('resolved', 'handed-back', 'silence'))`
/** The bot answered and called nobody; or a person answered on the case. */
export const isAnsweredBy = {
  bot: sql`(outcome = 'answered' and case_id is null)`,
  person: sql`(case_id is not null and exists (select 1 from handoffs where handoffs.id = asked.case_id and handoffs.first_response_at is not null))`,
}
/** It got its answer, from whomever. */
const isSettled = sql`(outcome = 'answered' or (outcome = 'handed-over' and ${isDealtWith}))`
/** And it can be told whether that was for good. `now`: epoch ms. */
export function isJudged(now: number): RawBuilder<unknown> {
  return sql`(${isSettled} and topic <> '' and (back_at is not null or last_at <= cast(${now - BACK_MS} as bigint)))`
}

type Row = { name: string; part: string | null; n: number | string | null }
type Length = { length: number | string | null }

const sumOf = (condition: RawBuilder<unknown>) => sql`sum(case when ${condition} then 1 else 0 end)`

export async function countRecord(context: StoreContext, span: Span, now: number): Promise<readonly Count[]> {
  const { db, brand } = context
  const within = (column: string) =>
    sql`${sql.ref(column)} >= cast(${span.from} as bigint) and ${sql.ref(column)} < cast(${span.to} as bigint)`
  // Whatever happened to a case changed it.
  const ofCases = sql`of_brand = ${brand} and handoffs.changed_at >= cast(${span.from} as bigint)`
  const ofAsked = sql`asked.brand = ${brand} and ${within('asked.at')}`
  const [questions, who, answers, cases, rated, asked, promises, effects, unwanted, disliked, wishes, first, person] =
    await Promise.all([
      sql<{ topic: string; outcome: string; n: number; settled: number; judged: number; solved: number }>`
        select topic, outcome, count(*) as n, ${sumOf(isSettled)} as settled, ${sumOf(isJudged(now))} as judged,
          ${sumOf(sql`${isJudged(now)} and back_at is null`)} as solved
        from asked where ${ofAsked} group by topic, outcome`.execute(db),
      sql<{ alone: number; both: number }>`
        select ${sumOf(isAnsweredBy.bot)} as alone,
          ${sumOf(isAnsweredBy.person)} as both
        from asked where ${ofAsked}`.execute(db),
      sql<{ id: string; n: number; judged: number; solved: number }>`
        select answer_id as id, count(*) as n, ${sumOf(isJudged(now))} as judged,
          ${sumOf(sql`${isJudged(now)} and back_at is null`)} as solved
        from asked where ${ofAsked} and answer_id is not null and outcome = 'answered' group by answer_id`.execute(db),
      sql<Row>`
        select 'closed' as name, '' as part, count(*) as n from handoffs where ${ofCases} and status = 'closed'
          and outcome in ('resolved', 'handed-back', 'silence') and ${within('closed_at')}
        union all select 'reopened', '', count(*) from case_events join handoffs on handoffs.id = handoff_id
          where ${ofCases} and what = 'reopened' and ${within('case_events.at')}
        union all select 'opened', '', count(*) from handoffs where ${ofCases} and ${within('opened_at')}
        union all select 'person', '', count(*) from handoffs where ${ofCases} and reason = 'stepped-in'
          and first_response_at is not null and ${within('opened_at')}`.execute(db),
      sql<Row>`
        select 'rated' as name, cast(csat as text) as part, count(*) as n from handoffs
        where ${ofCases} and status = 'closed' and csat is not null and ${within('closed_at')} group by csat`.execute(
        db,
      ),
      sql<Row>`
        select 'asked-to-rate' as name, '' as part, count(*) as n from handoffs
        where ${ofCases} and status = 'closed' and ${within('closed_at')} and (csat is not null or exists (select 1 from case_events
          where case_events.handoff_id = handoffs.id and what = 'asked how it was'))`.execute(db),
      sql<Row>`
        select case when kept = 1 then 'promise-kept' else 'promise-broken' end as name, '' as part, count(*) as n
        from promises join handoffs on handoffs.id = handoff_id
        where ${ofCases} and kept is not null and ${within('ended_at')} group by kept`.execute(db),
      sql<Row>`
        select 'effect' as name, kind as part, count(*) as n from reply_effects
        where brand = ${brand} and by_bot = 1 and ${within('line_at')} group by kind`.execute(db),
      sql<Row>`
        select 'unwanted' as name, '' as part, count(distinct message_row) as n from reply_effects
        where brand = ${brand} and by_bot = 1 and ${within('line_at')} and kind in (${sql.join(unwantedEffects)})`.execute(
        db,
      ),
      sql<Row>`
        select 'answer-unwanted' as name, answer_id as part, count(distinct message_row) as n from reply_effects
        where brand = ${brand} and ${within('line_at')} and kind in (${sql.join(unwantedEffects)}) and answer_id is not null
        group by answer_id`.execute(db),
      sql<Row>`
        select 'wish' as name, cast(coalesce(issue, 0) as text) as part, count(*) as n from reports
        where brand = ${brand} and kind = 'suggestion' and ${within('at')} group by issue`.execute(db),
      sql<Length>`
        select sent - at as length from (select asked.at, (select min(done_at) from (select turn_id, direction, said, state, done_at
            from messages where messages.conversation_id = asked.conversation_id and messages.id > asked.message_row
            order by messages.id limit ${BEHIND}) as after
          where after.turn_id = asked.turn_id and after.direction = 'out' and after.said = 1 and after.state = 'sent') as sent
          from asked where ${ofAsked}) as spoken
        where sent is not null`.execute(db),
      sql<Length>`
        select first_response_at - opened_at as length from handoffs
        where ${ofCases} and first_response_at is not null and reason <> 'stepped-in' and ${within('opened_at')}`.execute(
        db,
      ),
    ])
  return [
    ...questions.rows.flatMap(({ topic, outcome, n, settled, judged, solved }) => [
      { name: outcome, part: topic, n: Number(n) },
      { name: 'settled', part: topic, n: Number(settled) },
      { name: 'judged', part: topic, n: Number(judged) },
      { name: 'solved', part: topic, n: Number(solved) },
    ]),
    ...who.rows.flatMap(({ alone, both }) => [
      { name: 'bot-alone', part: '', n: Number(alone ?? 0) },
      { name: 'with-person', part: '', n: Number(both ?? 0) },
    ]),
    ...answers.rows.flatMap(({ id, n, judged, solved }) => [
      { name: 'answer-given', part: id, n: Number(n) },
      { name: 'answer-judged', part: id, n: Number(judged) },
      { name: 'answer-solved', part: id, n: Number(solved) },
    ]),
    ...[cases, rated, asked, promises, effects, unwanted, disliked, wishes].flatMap(({ rows }) =>
      rows.map(({ name, part, n }) => ({ name, part: part ?? '', n: Number(n ?? 0) })),
    ),
    ...lengths('first-word', first.rows),
    ...lengths('to-person', person.rows),
  ].filter(({ n }) => n > 0)
}

function lengths(name: string, rows: readonly Length[]): Count[] {
  const buckets = Map.groupBy(rows, ({ length }) => lengthBucket(Number(length)))
  return [...buckets].map(([seconds, of]) => ({ name, part: String(seconds), n: of.length }))
}
