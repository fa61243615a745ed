/** Whether a text only tells something: a clause of it opens as statements do, and nothing in it wants anything. Pure. */
import type { Lang } from '../domain/message.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { readText } from '../words/read-text.ts'
import { asksSomething } from './asks-something.ts'
import { packs } from './packs/packs.ts'

interface Words {
  readonly states: RegExp
  readonly wants: RegExp
}

const known = new Map<Lang, Words | undefined>()

/** False in a language whose pack does not say how its statements open. */
export function statesSomething(text: string, lang: Lang): boolean {
  const words = wordsOf(lang)
  if (!words || asksSomething(text, lang)) return false
  const { folded } = readText(text)
  return words.states.test(folded) && !words.wants.test(folded)
}

function wordsOf(lang: Lang): Words | undefined {
  if (known.has(lang)) return known.get(lang)
  const { opening = [], anywhere = [], wants = [] } = packs[lang]?.words?.states ?? {}
  const states = [...(opening.length > 0 ? [`${BEGINS}["'(]{0,2}${anyWhole(opening)}`] : []), ...anywhere]
  const found =
    states.length > 0 && wants.length > 0
      ? { states: new RegExp(states.join('|'), 'u'), wants: new RegExp(anyWithin(wants), 'u') }
      : undefined
  known.set(lang, found)
  return found
}

const BEGINS = String.raw`(?:^|[,.;:!…，。；！、\n]\s{0,3}|(?<!\p{L})(?:and|but) )`
const ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`

/** As one choice, so that what stands around it is looked for once. */
function anyWhole(sources: readonly string[]): string {
  const { true: letters = [], false: words = [] } = Object.groupBy(
    sources,
    (source) => `${isUnspaced(source)}` as const,
  )
  const ended = words.length > 0 ? [`(?:${words.join('|')})${ENDS}`] : []
  return `(?:${[...ended, ...letters].join('|')})`
}

function anyWithin(sources: readonly string[]): string {
  const { true: letters = [], false: words = [] } = Object.groupBy(
    sources,
    (source) => `${isUnspaced(source)}` as const,
  )
  const begun = words.length > 0 ? [String.raw`(?<![\p{L}\p{M}\p{N}])${anyWhole(words)}`] : []
  return [...begun, ...letters].join('|')
}
