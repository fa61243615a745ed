/** Figures that an approved text holds without writing them out: a sum of its prices, a day of its weekend. Pure. */
import type { Own } from './exchanged.ts'
import { type Approved, type Clause, type Figure, isSameFigure, type Passage } from './passages.ts'

/** It stands there, or its number where its unit stands elsewhere; or it follows from what stands there. */
export function isFigureHeld(figure: Figure, passage: Passage, approved: Approved, own: Own): boolean {
  const { clauses, loose } = approved
  if (loose.has(figure.value)) return true
  if (clauses.some(({ figures }) => figures.some((known) => isSameFigure(known, figure)))) return true
  if (figure.kind === 'money') return isReckoned(figure, passage, approved, own)
  return figure.kind === 'date' && isWithin(figure, approved)
}

/** "Three bags at £12 are £36", "two Harbours and a Fogbell are £28": prices of the text, as often as the fan or the sentence says. */
function isReckoned({ value }: Figure, { clauses: said }: Passage, { clauses }: Approved, own: Own): boolean {
  const [currency = '', amount = ''] = value.split(' ')
  const wanted = Number(amount)
  if (!Number.isFinite(wanted)) return false
  const prices = pricesOf(clauses, currency)
  const counts = [...new Set([1, ...own.numbers, ...said.flatMap(({ numbers }) => numbers)])].filter(
    (count) => Number.isInteger(count) && count > 0 && count <= MOST,
  )
  const named = prices.filter(({ words }) => [...words].some((word) => own.words.has(word) || isIn(word, said)))
  const isSame = (sum: number) => Math.abs(sum - wanted) < CENT
  const said_ = pricesOf(said, currency).filter(({ price }) => price !== wanted)
  const spoken = said_.filter(({ price }) => prices.some((known) => known.price === price))
  const terms = [...spoken, ...named].flatMap(({ price }) => counts.map((count) => count * price))
  const isPlain = terms.some((term) => isSame(term) && !prices.some(({ price }) => price === term))
  return isPlain || terms.some((one) => terms.some((other) => isSame(one + other) || isSame(one - other)))
}
const MOST = 50
const CENT = 0.005

const isIn = (word: string, clauses: readonly Clause[]): boolean => clauses.some(({ words }) => words.has(word))

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

/** Saturday of a weekend, Thursday of Tuesday to Saturday. */
function isWithin({ value }: Figure, { clauses }: Approved): boolean {
  const [sort, day = ''] = value.split(' ')
  if (sort !== 'weekday' || !/^\d$/.test(day)) return false
  const wanted = Number(day)
  return clauses.some(({ figures }) => {
    const days = figures.flatMap(({ kind, value }) => {
      const [sort, day = ''] = value.split(' ')
      return kind === 'date' && sort === 'weekday' && /^\d$/.test(day) ? [Number(day)] : []
    })
    return days.some((from, at) => {
      const to = days[at + 1]
      return to !== undefined && from < to && from <= wanted && wanted <= to
    })
  })
}
