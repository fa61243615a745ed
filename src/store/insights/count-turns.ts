/** Counted turns written down: each once, with the question it was, what it tells of our earlier lines, and the day's counts. */
import { type RawBuilder, sql } from 'kysely'
import { DAY_MS, HOUR_MS } from '../../domain/durations.ts'
import type { ConversationId, TurnId } from '../../domain/ids.ts'
import type { AskedNow, Count, CountedTurn, HeardEffect } from '../../domain/insight.ts'
import { type Connection, int, type StoreContext, text } from '../database/context.ts'
import { indexable, storable } from '../database/text.ts'
import { keepEffect, lineOf } from './keep-effect.ts'

/** What a fan says about the same within the hour belongs to the same question. */
const SAME_MS = HOUR_MS
/** Lines behind a message among which those of its turn are looked for. */
export const BEHIND = 200
/** Who is back on the topic within these days was not helped for good. */
export const BACK_MS = 7 * DAY_MS

export async function countTurns(context: StoreContext, turns: readonly CountedTurn[]): Promise<void> {
  if (turns.length === 0) return
  await context.transaction(async (trx) => {
    const rows = context.rows(turns.map(({ turnId }) => ({ turn: turnId })))
    const { rows: mine } = await sql<{ turn_id: TurnId }>`
      update decisions set counted = 1 where turn_id in (select ${text('turn')} from ${rows}) and counted = 0
      returning turn_id`.execute(trx)
    const taken = new Set(mine.map(({ turn_id }) => turn_id))
    const counted = turns.filter(({ turnId }) => taken.has(turnId))
    for (const turn of counted) {
      for (const effect of turn.effects) await hearEffect(context, trx, turn, effect)
      if (turn.asked) await keepAsked(context, trx, turn, turn.asked)
    }
    for (const [day, of] of Map.groupBy(counted, (turn) => turn.day))
      await addCounts(
        context,
        trx,
        day,
        of.flatMap(({ counts }) => counts),
      )
  })
}

/** The row of a whole month stands behind those of its days. `YYYY-MM` */
export const monthRow = (month: string): string => `month ${month}`

/** Those of one name and part are one row of the day, and one of its month, so that long ranges are read from few. */
export async function addCounts(
  context: StoreContext,
  trx: Connection,
  day: string,
  counts: readonly Count[],
): Promise<void> {
  const sums = Map.groupBy(counts, ({ name, part }) => JSON.stringify([name, part]))
  const rows = [...sums.values()].flatMap((of) => {
    const [first] = of
    const n = of.reduce((sum, one) => sum + one.n, 0)
    return first === undefined || n === 0 ? [] : [{ name: first.name, part: storable(first.part), n }]
  })
  if (rows.length === 0) return
  const both = [day, monthRow(day.slice(0, 7))].flatMap((of) => rows.map((row) => ({ ...row, day: of })))
  await sql`
    insert into insight_days (brand, day, name, part, n)
    select ${context.brand}, ${text('day')}, ${text('name')}, ${text('part')}, ${int('n')} from ${context.rows(both)} where true
    on conflict (brand, day, name, part) do update set n = insight_days.n + excluded.n`.execute(trx)
}

async function hearEffect(
  context: StoreContext,
  trx: Connection,
  turn: CountedTurn,
  { kind, accountId, on }: HeardEffect,
): Promise<void> {
  await keepEffect(context, trx, { kind, accountId, at: turn.at, line: lineMeant(turn, on) })
}

function lineMeant({ turnId, conversationId, at }: CountedTurn, on: HeardEffect['on']): RawBuilder<unknown> {
  if ('messageId' in on) return lineOf(conversationId, indexable(on.messageId))
  if ('heard' in on) return sql`select cast(${on.heard} as bigint)`
  if ('firstBehind' in on)
    return sql`select min(id) from (select id, turn_id, direction, said from messages where conversation_id = ${conversationId}
      and id > cast(${on.firstBehind} as bigint) order by id limit ${BEHIND}) as after
      where turn_id = ${turnId} and direction = 'out' and said = 1`
  return sql`select id from (select id, at from messages where conversation_id = ${conversationId}
          and id < cast(${on.row} as bigint) and direction = 'out' and said = 1 and state = 'sent' order by id desc limit 1) as latest
        where at >= cast(${at - on.withinMs} as bigint)`
}

async function keepAsked(
  context: StoreContext,
  trx: Connection,
  { turnId, conversationId, at }: CountedTurn,
  { accountId, row, topic, answerId, outcome, reason }: AskedNow,
): Promise<void> {
  const { brand } = context
  const theirs = sql`brand = ${brand} and account_id in (select other.id from accounts
    join accounts as other on other.brand = accounts.brand and other.fan_id = accounts.fan_id
    where accounts.brand = ${brand} and accounts.id = ${accountId}
    union select ${accountId})`
  const about = storable(topic)
  const { rows } = await sql<{ id: number }>`
    select id from asked where ${theirs} and (message_row = cast(${row} as bigint)
      or (topic <> '' and topic = ${about} and last_at >= cast(${at - SAME_MS} as bigint) and last_at <= cast(${at + SAME_MS} as bigint)))
    order by last_at desc limit 1`.execute(trx)
  const caseId = outcome === 'handed-over' ? await caseAt(trx, conversationId, at) : null
  const [same] = rows
  if (same) {
    await sql`
      update asked set last_at = greatest_of.at, topic = ${about}, outcome = ${outcome}, reason = ${reason},
        answer_id = coalesce(${answerId ?? null}, answer_id), case_id = coalesce(${caseId}, case_id)
      from (select case when last_at > cast(${at} as bigint) then last_at else cast(${at} as bigint) end as at
        from asked where id = ${same.id}) as greatest_of
      where asked.id = ${same.id}`.execute(trx)
    return
  }
  if (about !== '')
    await sql`
      update asked set back_at = cast(${at} as bigint) where ${theirs} and topic = ${about} and back_at is null
        and last_at >= cast(${at - BACK_MS} as bigint) and last_at < cast(${at} as bigint)`.execute(trx)
  await trx
    .insertInto('asked')
    .values({
      ...{ brand, conversation_id: conversationId, account_id: accountId, at, last_at: at, message_row: row },
      ...{
        turn_id: turnId,
        topic: about,
        answer_id: answerId ?? null,
        outcome,
        reason,
        case_id: caseId,
        back_at: null,
      },
    })
    .execute()
}

/** The case that the turn opened, or found open. */
async function caseAt(trx: Connection, conversation: ConversationId, at: number) {
  const row = await trx
    .selectFrom('handoffs')
    .select('id')
    .where('conversation_id', '=', conversation)
    .where('opened_at', '<=', at)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
