/** How many people a fan says they reach themselves. Pure. */
import { foldFigures } from '../../commitments/fold-figures.ts'
import { findNumbers } from '../../commitments/numbers.ts'
import { denies } from '../../commitments/stance.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'

const tellsReach = signOf('reach')
/** Figures that people shorten: 12k, 3 млн. */
const short: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:k|tsd|тыс|тис|mila|mil|bin|rb|ribu|हज़ार|พัน|千|천)(?![\p{L}\p{N}])/u, 1_000],
  [/^\s?(?:万|萬|만|หมื่น)/u, 10_000],
  [/^\s?(?:m|mio|mln|млн|milyon|jt|juta|million|millions)(?![\p{L}\p{N}])/u, 1_000_000],
]

/** Where one statement ends and another begins; not within a figure. */
const between = /[.,](?!\d)|[;:!?\n。，；：！？…]/u
/** Before a figure: less than nothing. `10-12` is none. */
const minus = /(?<![\p{L}\p{N}])[-−–]$/u

/** 0 where they say nothing of it, or that it is not so. */
export function reachIn(text: string): number {
  return Math.max(0, ...text.split(between).map(statedIn))
}

function statedIn(statement: string): number {
  const folded = foldFigures(statement)
  if (!tellsReach(readText(statement)) || denies(folded)) return 0
  const numbers = findNumbers(folded)
    .filter(({ start }) => !minus.test(folded.slice(0, start)))
    .map(({ value, end }) => value * (timesAt(folded.slice(end)) ?? 1))
  return Math.max(0, ...numbers)
}

function timesAt(rest: string): number | undefined {
  return short.find(([pattern]) => pattern.test(rest))?.[1]
}
