/** Figures that an approved text holds without writing them out: a sum of its prices, a day of its weekend. Pure. */
import { once } from '../words/once.ts'
import { occurs } from '../words/phrases/patterns.ts'
import { anyOfList } from './lists.ts'
import { type Approved, type Clause, type Figure, isSameFigure, type Own, type Passage } from './passages.ts'

/** It stands there, or, but for money, its number where its unit stands elsewhere; or it follows from what stands there. */
export function isFigureHeld(figure: Figure, passage: Passage, approved: Approved, own: Own): boolean {
  const { clauses, loose } = approved
  if (figure.kind !== 'money' && loose.has(figure.value)) return true
  if (clauses.some(({ figures }) => figures.some((known) => isSameFigure(known, figure)))) return true
  if (figure.kind === 'money') return isReckoned(figure, passage, approved, own)
  if (figure.kind === 'count') return isTaken(figure, passage, approved, own)
  return figure.kind === 'date' && isWithin(figure, approved)
}

/** How often a thing is taken: the fan's own number, or one by which a sum of the text's prices came about. */
function isTaken({ value }: Figure, passage: Passage, approved: Approved, own: Own): boolean {
  const times = Number(value.split(' ').at(-1))
  return own.numbers.includes(times) || isSummed(passage, passage, approved, own)
}

/** It reckons: a sum of the text's prices stands in it. */
export const isSummed = (of: Clause | Passage, passage: Passage, approved: Approved, own: Own): boolean =>
  ('clauses' in of ? of.clauses : [of]).some(({ figures }) =>
    figures.some(
      (figure) =>
        figure.kind === 'money' &&
        !approved.clauses.some((clause) => clause.figures.some((known) => isSameFigure(known, figure))) &&
        isReckoned(figure, passage, approved, own),
    ),
  )

/**
 * "Four bags at £12 come to £48", "two Harbours and a Fogbell are £28": prices of the text, each as often as the fan or the sentence
 * says, alone or two of them together or less one another. Only prices of things that are named, or that the sentence itself repeats.
 */
function isReckoned({ value }: Figure, { clauses: said }: Passage, { clauses }: Approved, own: Own): boolean {
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
  return terms.some(
    (one) => isSum(one) || terms.some((other) => other !== one && (isSum(one + other) || isSum(one - other))),
  )
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

/** Saturday of a weekend, Thursday of weekdays. */
function isWithin({ value }: Figure, { folded }: Approved): boolean {
  const day = /^weekday (\d)$/.exec(value)?.[1]
  if (day === undefined) return false
  return occurs(ofWeekend.has(day) ? patterns().weekend : patterns().weekdays, folded)
}
const ofWeekend: ReadonlySet<string> = new Set(['0', '6'])
