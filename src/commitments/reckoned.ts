/** Figures that an approved text holds without writing them out: a sum of its prices, a day of its weekend. Pure. */
import { once } from '../words/once.ts'
import { occurs } from '../words/phrases/patterns.ts'
import { anyOfList } from './lists.ts'
import { type Approved, type Clause, type Figure, isSameFigure, type Own, type Passage } from './passages.ts'

/** It stands there, or its number where its unit stands elsewhere; or it follows from what stands there. */
export function isFigureHeld(figure: Figure, passage: Passage, approved: Approved, own: Own): boolean {
  const { clauses, loose } = approved
  if (loose.has(figure.value)) return true
  if (clauses.some(({ figures }) => figures.some((known) => isSameFigure(known, figure)))) return true
  if (figure.kind === 'money') return isReckoned(figure, passage, approved, own)
  return figure.kind === 'date' && isWithin(figure, approved)
}

/**
 * "Four bags at £12 come to £48", "two Harbours and a Fogbell are £28": prices of the text, each as often as the fan or the sentence
 * says, alone or two of them together or less one another. Only prices of things that are named, or that the sentence itself repeats.
 */
export function isReckoned({ value }: Figure, { clauses: said }: Passage, { clauses }: Approved, own: Own): boolean {
  const [currency = '', amount = ''] = value.split(' ')
  const sum = Number(amount)
  if (!Number.isFinite(sum)) return false
  const prices = pricesOf(clauses, currency)
  const repeated = new Set(pricesOf(said, currency).map(({ price }) => price))
  const isNamed = (words: ReadonlySet<string>) =>
    [...words].some((word) => own.words.has(word) || said.some((clause) => clause.words.has(word)))
  const used = prices.filter(({ price, words }) => price !== sum && (repeated.has(price) || isNamed(words)))
  const counted = [...own.numbers, ...said.flatMap(({ counted }) => counted.map(({ value }) => value))]
  const counts = new Set([1, ...counted.filter((count) => Number.isInteger(count) && count > 0 && count <= MOST)])
  const terms = [...new Set(used.flatMap(({ price }) => [...counts].map((count) => count * price)))]
  const isSum = (one: number) => Math.abs(one - sum) < CENT
  return terms.some((one) => isSum(one) || terms.some((other) => isSum(one + other) || isSum(one - other)))
}
/** Nobody asks for more of a thing at once. */
const MOST = 50
const CENT = 0.005

function pricesOf(clauses: readonly Clause[], currency: string) {
  return clauses.flatMap(({ figures, words }) =>
    figures.flatMap(({ kind, value }) => {
      const [code, amount = ''] = value.split(' ')
      return kind === 'money' && code === currency && Number.isFinite(Number(amount))
        ? [{ price: Number(amount), words }]
        : []
    }),
  )
}

const patterns = once(() => ({ weekend: anyOfList('dates', 'weekend')(), weekdays: anyOfList('dates', 'weekdays')() }))

/** Saturday of a weekend, Thursday of Tuesday to Saturday. */
function isWithin({ value }: Figure, { clauses, folded }: Approved): boolean {
  const wanted = weekdayOf(value)
  if (wanted === undefined) return false
  const isWeekend = wanted === 0 || wanted === SATURDAY
  if (occurs(isWeekend ? patterns().weekend : patterns().weekdays, folded)) return true
  return clauses.some(({ figures }) => {
    const days = figures.flatMap(({ kind, value }) => (kind === 'date' ? (weekdayOf(value) ?? []) : []))
    return days.some((from, at) => {
      const to = days[at + 1]
      return to !== undefined && from < to && from <= wanted && wanted <= to
    })
  })
}
const SATURDAY = 6

function weekdayOf(value: string): number | undefined {
  const day = /^weekday (\d)$/.exec(value)?.[1]
  return day === undefined ? undefined : Number(day)
}
