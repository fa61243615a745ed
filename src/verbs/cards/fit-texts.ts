/** What of a card's texts a persona can take: macros put into words, and left aside what nobody fills in or what orders a model about. Pure. */
import { suspectsInjection } from '../../hearing/injection.ts'
import { readText } from '../../words/read-text.ts'
import { shown } from '../bring/brought.ts'

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

/** `where`: the key they would stand under; `wordsOf`: what of each is said. */
export function fitting<One>(all: readonly One[], where: string, wordsOf: (one: One) => string): Fit<One> {
  const unfilled = new Set<string>()
  const orders: string[] = []
  const kept = all.filter((one) => {
    const words = wordsOf(one)
    const found = words.match(macro) ?? []
    for (const each of found) unfilled.add(each)
    if (found.length > 0) return false
    const isOrder = suspectsInjection(readText(words))
    if (isOrder) orders.push(words)
    return !isOrder
  })
  return {
    kept,
    left: [
      ...(unfilled.size > 0
        ? [`left      of ${where}, what holds ${[...unfilled].map(shown).join(', ')}: nobody fills it in here`]
        : []),
      ...orders.map((words) => `left      of ${where}, an order to a model: “${shown(words)}”`),
    ],
  }
}
