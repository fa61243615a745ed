/** A work that may be shown no more: that there was one, and what was agreed to, stays; its words, picture and name go, also from what staff were shown. */
import { type RawBuilder, sql } from 'kysely'
import type { Connection, StoreContext } from '../database/context.ts'
import { rowsTellingOf, takeBackTold } from '../sent/take-back-told.ts'

/** Epoch ms: when its fan took it back, where they did, and now. */
interface Times {
  readonly withdrawnAt?: number
  readonly now: number
}

/** `which`: a condition on `works` of the brand. Returns how many. */
export async function emptyWorks(
  context: StoreContext,
  trx: Connection,
  which: RawBuilder<unknown>,
  { withdrawnAt, now }: Times,
): Promise<number> {
  const withdrawn =
    withdrawnAt === undefined
      ? sql``
      : sql`, state = 'withdrawn', withdrawn_at = coalesce(withdrawn_at, cast(${withdrawnAt} as bigint))`
  const { rows } = await sql<{ id: string }>`update works set text = '', picture = null, credit = '' ${withdrawn}
    where brand = ${context.brand} and ${which} returning id`.execute(trx)
  if (rows.length === 0) return 0
  const about = sql`(${sql.join(rows.map(({ id }) => id))})`
  await takeBackTold(trx, rowsTellingOf(context, about), {}, now)
  return rows.length
}

/** Whose term is over, and what an older program left of those that were taken back. */
export function mayGo(now: number): RawBuilder<unknown> {
  return sql`(state = 'withdrawn' or until <= cast(${now} as bigint)) and (text <> '' or picture is not null or credit <> '')`
}
