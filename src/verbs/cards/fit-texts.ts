/** What of a card's texts a persona can take: macros put into words, and left aside what nobody fills in or what orders a model about. Pure. */
import { shown } from '../bring/brought.ts'
import { firstSaidToModel, withoutOrders } from '../said-to-a-model.ts'

const macro = /\{\{[^{}]*\}\}/gu

/** The macros that cards share, as words: names, the first of a choice, nothing for a comment. Others stay as they stand. */
export function inWords(text: string, name: string): string {
  return text
    .replaceAll(/\{\{char\}\}|<BOT>/gi, name)
    .replaceAll(/\{\{user\}\}|<USER>/gi, 'the fan')
    .replaceAll(/\{\{\s*(?:random|pick)\s*::?([^{}]*)\}\}/gi, (_, choices: string) =>
      (choices.split(/::|,/)[0] ?? '').trim(),
    )
    .replaceAll(/\{\{\s*(?:\/\/|comment\s*:|hidden_key\s*:|noop\b|trim\b)[^{}]*\}\}/gi, '')
    .replaceAll(/\{\{\s*newline\s*\}\}/gi, '\n')
}

export interface Fit<One> {
  readonly kept: readonly One[]
  /** A line each for the report: what was left, and why. */
  readonly left: readonly string[]
}

/** A macro is told as one, and orders nobody about. */
const withoutMacros = (text: string) => text.replaceAll(macro, ' ')

/** A text of a card, and where in the card it stands. */
export interface Placed {
  readonly text: string
  readonly from: string
}

/** Its paragraphs without the sentences that speak to a model, each of which is told with its place. */
export function paragraphsOf(all: readonly Placed[], names: readonly string[]): Fit<Placed> {
  const left: string[] = []
  const kept = all.flatMap(({ text, from }) => {
    const parts = withoutOrders(text, names, withoutMacros)
    for (const { said, words, line } of parts.left)
      left.push(leftLine(said, { text: words, from: `${from}, line ${line}` }))
    return parts.kept.map((part) => ({ text: part.text, from: `${from}, line ${part.line}` }))
  })
  return { kept: kept.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)), left }
}

/** Without those of which a sentence speaks to a model, whole. `textOf`: what of each is said. */
export function withoutOrdering<One>(
  all: readonly One[],
  names: readonly string[],
  textOf: (one: One) => Placed,
): Fit<One> {
  const left: string[] = []
  const kept = all.filter((one) => {
    const { text, from } = textOf(one)
    const said = firstSaidToModel(withoutMacros(text), names)
    if (said) left.push(leftLine(said.said, { text: said.words, from }))
    return said === undefined
  })
  return { kept, left }
}

const leftLine = (said: string, { text, from }: Placed) => `left      ${said} (${from}): “${shown(text)}”`

/** Without those that hold a macro nobody fills in. `where`: the key they would stand under; `wordsOf`: what of each is said. */
export function fitting<One>(all: readonly One[], where: string, wordsOf: (one: One) => string): Fit<One> {
  const unfilled = new Set<string>()
  const kept = all.filter((one) => {
    const found = wordsOf(one).match(macro) ?? []
    for (const each of found) unfilled.add(each)
    return found.length === 0
  })
  if (unfilled.size === 0) return { kept, left: [] }
  return {
    kept,
    left: [`left      of ${where}, what holds ${[...unfilled].map(shown).join(', ')}: nobody fills it in here`],
  }
}
