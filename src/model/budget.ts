/** How many model tokens may be spent in a day, by everyone and by one fan. Once spent, approved answers alone. */

import { createHash } from 'node:crypto'
import { DAY_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'
import type { ShortTerm } from '../ports/short-term.ts'

export interface Budget {
  canSpend(key: string): Promise<boolean>
  /** Charges `tokens` to `key` and to the day. */
  spend(key: string, tokens: number): Promise<void>
}

export interface BudgetLimits {
  readonly modelTokensPerDay: number
  readonly modelTokensPerFanPerDay: number
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

  function dayKey(): string {
    const day = calendar.format(clock.now())
    if (day !== today) spentHere.clear()
    today = day
    return `model-tokens:${day}`
  }
  /** A fan's name in the store is a hash: whom a count belongs to is nobody's business. */
  const fanKey = (key: string) => `${dayKey()}:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`

  async function spent(key: string): Promise<number> {
    const stored = await state.get<number>(key)
    return Math.max(typeof stored === 'number' ? stored : 0, spentHere.get(key) ?? 0)
  }
  async function add(key: string, tokens: number): Promise<void> {
    const sum = (await spent(key)) + tokens
    spentHere.set(key, sum)
    await state.set(key, sum, keepMs)
  }

  return {
    async canSpend(key) {
      const [byAll, byFan] = await Promise.all([spent(dayKey()), spent(fanKey(key))])
      return byAll < limits.modelTokensPerDay && byFan < limits.modelTokensPerFanPerDay
    },
    spend(key, tokens) {
      const keys = [dayKey(), fanKey(key)]
      const next = last.then(async () => {
        for (const each of keys) await add(each, tokens)
      })
      // One failed write must not fail the spends queued behind it.
      last = next.catch(() => {})
      return next
    },
  }
}
