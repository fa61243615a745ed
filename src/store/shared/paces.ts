/** The paces of a bot, on PostgreSQL: each row remembers when its last places are used, so that no stretch of time holds more than it may. */
import { sql } from 'kysely'
import { HOUR_MS } from '../../domain/durations.ts'
import type { Pace, Paces } from '../../ports/paces.ts'
import { int, type StoreContext, statement, text } from '../database/context.ts'
import { indexable } from '../database/text.ts'

/** After so many questions, what has been still for an hour goes. */
const TIDY_EVERY = 5_000
const STILL_MS = HOUR_MS

// Without a place in the row that is that old, its element is null, and nothing holds it up.
const slotOf = (now: ReturnType<typeof sql>) => sql`greatest(${now},
  coalesce(old.times[cardinality(old.times) + excluded.places - excluded.most] + excluded.period_ms, 0),
  coalesce(old.times[cardinality(old.times)], 0))`

const taken = statement<{ name: string; wait: number }>((context) => {
  const slot = slotOf(sql`excluded.times[1]`)
  return sql`
    insert into paces as old (brand, name, times, most, period_ms, places)
    select asked.brand, asked.name, array_fill(${context.moment}, array[cast(asked.places as int)]), asked.most, asked.period, asked.places
    from (select ${text('brand')} as brand, ${text('name')} as name, ${int('most')} as most, ${int('period')} as period,
      ${int('places')} as places from ${context.rows([])}) as asked
    order by asked.name
    on conflict (brand, name) do update set
      times = (old.times || array_fill(${slot}, array[cast(excluded.places as int)]))
        [greatest(1, cast(cardinality(old.times) + excluded.places - excluded.most + 1 as int)):],
      most = excluded.most, period_ms = excluded.period_ms, places = excluded.places
    where ${slot} <= excluded.times[1] + ${0}
    returning name, times[cardinality(times)] - ${context.moment} as wait`
})

const awaited = statement<{ name: string; wait: number }>(
  (context) => sql`
    select old.name, coalesce(old.times[cardinality(old.times) + excluded.places - excluded.most] + excluded.period_ms, 0)
      - ${context.moment} as wait
    from (select ${text('brand')} as brand, ${text('name')} as name, ${int('most')} as most, ${int('period')} as period_ms,
      ${int('places')} as places from ${context.rows([])}) as excluded
    join paces as old on old.brand = excluded.brand and old.name = excluded.name`,
)

export function createPaces(context: StoreContext): Paces {
  const { brand, db } = context
  let asked = 0

  async function tidy(): Promise<void> {
    await sql`delete from paces where brand = ${brand} and times[cardinality(times)] < ${context.momentNow()} - ${STILL_MS}`.execute(
      db,
    )
  }

  return {
    async take(paces, patienceMs) {
      asked += 1
      if (asked % TIDY_EVERY === 0) await tidy()
      const rows = JSON.stringify(paces.map((pace) => rowOf(brand, pace)))
      const got = new Map((await taken(context, db, rows, patienceMs)).map(({ name, wait }) => [name, Number(wait)]))
      const later =
        got.size < paces.length
          ? new Map((await awaited(context, db, rows)).map(({ name, wait }) => [name, Number(wait)]))
          : got
      return paces.map(({ name }) => {
        const key = indexable(name)
        return { isTaken: got.has(key), waitMs: Math.max(0, got.get(key) ?? later.get(key) ?? 0) }
      })
    },
  }
}

function rowOf(brand: string, { name, most, periodMs, places }: Pace) {
  return { brand, name: indexable(name), most, period: Math.ceil(periodMs), places: Math.min(places, most) }
}
