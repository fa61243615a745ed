/** How many model tokens, and how much money, may be spent in a day, by everyone and by one fan. Once spent, approved answers alone. */

import { createHash } from 'node:crypto'
import { DAY_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'
import type { Counts } from '../ports/short-term.ts'

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

/** How much of a day's budget for all is spent, 0–1: of tokens or of money, whichever is nearer its end. Undefined where nothing is limited. */
export async function budgetSpent(
  counts: Counts,
  limits: BudgetLimits | 'off',
  clock: Pick<Clock, 'now'>,
  timeZone: string,
): Promise<number | undefined> {
  if (limits === 'off') return undefined
  const day = dayIn(timeZone).format(clock.now())
  const all = [
    { key: tokensOf(day), most: limits.modelTokensPerDay },
    { key: moneyOf(day), most: limits.modelMoneyPerDay },
  ].flatMap(({ key, most }) => (most === undefined ? [] : [{ key, most }]))
  const sums = await counts.sums(all.map(({ key }) => key))
  return Math.max(...all.map(({ most }, at) => (sums[at] ?? 0) / most))
}

/** Share of a day's budget from which the operator is warned. */
export const NEARLY_SPENT = 0.8

const dayIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
const tokensOf = (day: string) => `model-tokens:${day}`
const moneyOf = (day: string) => `model-money:${day}`

/** Longer than any calendar day, with daylight saving on top. */
const keepMs = 2 * DAY_MS

/**
 * Days begin at midnight in `timeZone` (IANA). What all processes have spent stands in `counts`; what this one has is kept here as well, so
 * that a store that fails lifts no budget: what could not be added is added with the next.
 */
/** `onNearlySpent`: told once a day, in this process, with the share of what all may spend. */
export function createBudget(
  counts: Counts,
  limits: BudgetLimits | 'off',
  clock: Clock,
  timeZone: string,
  onNearlySpent: (share: number) => void = () => {},
): Budget {
  if (limits === 'off') return { canSpend: async () => true, spend: async () => {} }
  const calendar = dayIn(timeZone)
  let warnedOn = ''
  let today = ''
  /** The sums as far as they are known here, and what of them is not in `counts` yet. */
  const known = new Map<string, number>()
  const unsaved = new Map<string, number>()

  /** Of each count: its key, and how much it may be. A fan's name in the store is a hash: whom a count belongs to is nobody's business. */
  function countsOf(key: string, of: BudgetLimits) {
    const day = calendar.format(clock.now())
    if (day !== today) {
      known.clear()
      unsaved.clear()
    }
    today = day
    const fan = createHash('sha256').update(key).digest('base64url').slice(0, 22)
    const all = [
      { key: tokensOf(day), unit: 'tokens', most: of.modelTokensPerDay },
      { key: `model-tokens:${day}:${fan}`, unit: 'tokens', most: of.modelTokensPerFanPerDay },
      { key: moneyOf(day), unit: 'price', most: of.modelMoneyPerDay },
      { key: `model-money:${day}:${fan}`, unit: 'price', most: of.modelMoneyPerFanPerDay },
    ] as const
    return all.flatMap(({ most, ...count }) => (most === undefined ? [] : [{ ...count, most }]))
  }

  async function add(key: string, amount: number): Promise<void> {
    const owed = (unsaved.get(key) ?? 0) + amount
    known.set(key, (known.get(key) ?? 0) + amount)
    unsaved.set(key, 0)
    try {
      known.set(key, Math.max(await counts.add(key, owed, keepMs), known.get(key) ?? 0))
    } catch {
      unsaved.set(key, (unsaved.get(key) ?? 0) + owed)
    }
  }

  return {
    async canSpend(key) {
      const limited = countsOf(key, limits)
      const sums = await counts.sums(limited.map((count) => count.key)).catch(() => [])
      return limited.every((count, at) => Math.max(sums[at] ?? 0, known.get(count.key) ?? 0) < count.most)
    },
    async spend(key, tokens, price = 0) {
      const amounts = { tokens, price }
      const counted = countsOf(key, limits)
      await Promise.all(counted.map((count) => add(count.key, amounts[count.unit])))
      const ofAll = counted.filter((count) => count.key === tokensOf(today) || count.key === moneyOf(today))
      const share = Math.max(...ofAll.map((count) => (known.get(count.key) ?? 0) / count.most))
      if (share < NEARLY_SPENT || warnedOn === today) return
      warnedOn = today
      onNearlySpent(share)
    },
  }
}
