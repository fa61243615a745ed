/** The store's part of insights, as `ports/insights.ts` asks for it. */
import { sql } from 'kysely'
import type { Insights } from '../../ports/insights.ts'
import type { StoreContext } from '../database/context.ts'
import { countRecord } from './count-record.ts'
import { addCounts, countTurns } from './count-turns.ts'
import { hearLeaving, hearReactions } from './hear-effects.ts'
import { readKept, readKeptByDay } from './read-kept.ts'
import { listAsked, listHappened, listWishes } from './read-lists.ts'
import { readUncounted } from './uncounted.ts'

const SETTLED = 'insights::settled-to'

export function createInsights(context: StoreContext): Insights {
  const { db, brand } = context
  return {
    uncounted: (limit) => readUncounted(context, limit),
    count: (turns) => countTurns(context, turns),
    hearReactions: (limit, of) => hearReactions(context, limit, of),
    hearLeaving: (since) => hearLeaving(context, since),
    add: (day, counts) => context.transaction((trx) => addCounts(context, trx, day, counts)),
    kept: (from, to) => readKept(context, from, to),
    keptByDay: (days, names) => readKeptByDay(context, days, names),
    counts: (span, now) => countRecord(context, span, now),
    async settledTo() {
      const row = await db
        .selectFrom('cursors')
        .select('value')
        .where('brand', '=', brand)
        .where('name', '=', SETTLED)
        .executeTakeFirst()
      return row?.value
    },
    settle: (day, counts) =>
      context.transaction(async (trx) => {
        const { rows } = await sql`
          insert into cursors (brand, name, value) values (${brand}, ${SETTLED}, ${day})
          on conflict (brand, name) do update set value = excluded.value where cursors.value < excluded.value
          returning value`.execute(trx)
        if (rows.length === 0) return false
        await addCounts(context, trx, day, counts)
        return true
      }),
    async firstAt() {
      const first = async (table: string, ofBrand: string, at: string) => {
        const { rows } = await sql<{ at: number }>`select ${sql.ref(at)} as at from ${sql.table(table)}
          where ${sql.ref(ofBrand)} = ${brand} order by ${sql.ref(at)} limit ${1}`.execute(db)
        return rows.map((row) => Number(row.at))
      }
      const all = await Promise.all([
        first('asked', 'brand', 'at'),
        first('reply_effects', 'brand', 'line_at'),
        first('reports', 'brand', 'at'),
        first('handoffs', 'of_brand', 'changed_at'),
      ])
      const earliest = Math.min(...all.flat())
      return Number.isFinite(earliest) ? earliest : undefined
    },
    asked: (span, filter, page, now) => listAsked(context, span, filter, page, now),
    happened: (span, filter, page) => listHappened(context, span, filter, page),
    wishes: (span, limit) => listWishes(context, span, limit),
  }
}
