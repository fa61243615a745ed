/** What models cost, as `mascot doctor` says it. */
import type { CostRow } from '../domain/cost.ts'
import { nothing, sumOf } from '../domain/spent.ts'
import type { ReadCost } from '../ports/cost.ts'

/** Of today and of the week, and a warning before the day's budget ends. */
export async function costLines(read: ReadCost): Promise<string[]> {
  const [today, week] = [await read(1), await read(7)]
  const { budgetSpent, nearlySpent } = today
  const percent = budgetSpent === undefined ? undefined : Math.floor(budgetSpent * 100)
  return [
    ...(percent === undefined ? [] : [`${percent} % of today’s budget is spent`]),
    ...(budgetSpent !== undefined && budgetSpent >= nearlySpent
      ? ['WARNING: at the end of the budget approved answers go on alone (manners.limits)']
      : []),
    `today ${inWords(today.days)}`,
    `7 days ${inWords(week.days)}`,
    ...week.versions.map((row) => `version ${row.name}: ${inWords([row])}`),
  ]
}

function inWords(rows: readonly CostRow[]): string {
  const replies = rows.reduce((sum, row) => sum + row.replies, 0)
  const { inputTokens, cachedTokens, outputTokens, price } = rows.reduce((sum, row) => sumOf(sum, row.spent), nothing)
  if (replies === 0) return 'no model was asked'
  const cached = inputTokens === 0 ? 0 : Math.round((100 * cachedTokens) / inputTokens)
  const money = price === undefined ? '' : `, ${sum(price)} in all, ${sum(price / replies)} a reply`
  return `${replies} ${replies === 1 ? 'reply' : 'replies'}, ${inputTokens} tokens read (${cached} % cached), ${outputTokens} written${money}`
}

/** Two places, and of what is less than one two figures that say something. */
const sum = (price: number) => (price >= 1 ? price.toFixed(2) : price.toPrecision(2))
