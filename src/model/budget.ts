/** How many model tokens, and how much money, may be spent in a day, by everyone and by one fan. Once spent, approved answers alone. */

import { createHash } from 'node:crypto'
import { DAY_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'
import type { ShortTerm } from '../ports/short-term.ts'

export interface Budget {
  canSpend(key: string): Promise<boolean>
  /** Charges them to `key` and to the day. `tokens`: by their weight; `price`: in the currency of the limits. */
  spend(key: string, tokens: number, price?: number): Promise<void>
}

export interface BudgetLimits {
  readonly modelTokensPerDay: number
  readonly modelTokensPerFanPerDay: number
  /** If absent, money is not counted. */
  readonly modelMoneyPerDay?: number | undefined
  readonly modelMoneyPerFanPerDay?: number | undefined
}

/** Longer than any calendar day, with daylight saving on top. */
const keepMs = 2 * DAY_MS

/**
 * Days begin at midnight in `timeZone` (IANA). Counts are kept in `state`, for restarts, and here as well: a store that
 * fails silently must not lift the budget. One process spends for one brand, so read-add-write in a row is exact.
 */
export function createBudget(state: ShortTerm, limits: BudgetLimits | 'off', clock: Clock, timeZone: string): Budget {
  if (limits === 'off') return { canSpend: async () => true, spend: async () => {} }
  const calendar = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  let today = ''
  const spentHere = new Map<string, number>()
  let last: Promise<void> = Promise.resolve()

  /** Of each count: its key, and how much it may be. A fan's name in the store is a hash: whom a count belongs to is nobody's business. */
  function countsOf(key: string, of: BudgetLimits) {
    const day = calendar.format(clock.now())
    if (day !== today) spentHere.clear()
    today = day
    const fan = createHash('sha256').update(key).digest('base64url').slice(0, 22)
    const counts = [
      { key: `model-tokens:${day}`, unit: 'tokens', most: of.modelTokensPerDay },
      { key: `model-tokens:${day}:${fan}`, unit: 'tokens', most: of.modelTokensPerFanPerDay },
      { key: `model-money:${day}`, unit: 'price', most: of.modelMoneyPerDay },
      { key: `model-money:${day}:${fan}`, unit: 'price', most: of.modelMoneyPerFanPerDay },
    ] as const
    return counts.flatMap(({ most, ...count }) => (most === undefined ? [] : [{ ...count, most }]))
  }

  async function spent(key: string): Promise<number> {
    const stored = await state.get<number>(key)
    return Math.max(typeof stored === 'number' ? stored : 0, spentHere.get(key) ?? 0)
  }
  async function add(key: string, amount: number): Promise<void> {
    const sum = (await spent(key)) + amount
    spentHere.set(key, sum)
    await state.set(key, sum, keepMs)
  }

  return {
    async canSpend(key) {
      const counts = countsOf(key, limits)
      const sums = await Promise.all(counts.map((count) => spent(count.key)))
      return counts.every(({ most }, at) => (sums[at] ?? 0) < most)
    },
    spend(key, tokens, price = 0) {
      const amounts = { tokens, price }
      const counts = countsOf(key, limits)
      const next = last.then(async () => {
        for (const count of counts) await add(count.key, amounts[count.unit])
      })
      // One failed write must not fail the spends queued behind it.
      last = next.catch(() => {})
      return next
    },
  }
}
