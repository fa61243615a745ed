/** All vocabularies as one table of phrases, keyed by their words as the recogniser reads them. */
import type { Lang } from '../../domain/message.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { spelledOut } from '../../words/letters/spelled-out.ts'
import { languagesInOrder } from '../in-order.ts'
import { packs } from '../packs/packs.ts'
import { type SmallTalk, smallTalks } from './occasions.ts'

export interface Lexicon {
  /** Key of a phrase → its occasion in each language that has it. */
  readonly phrases: ReadonlyMap<string, ReadonlyMap<Lang, SmallTalk>>
  readonly fillers: ReadonlySet<string>
  /** What a single word of laughter looks like in a language of its own. */
  readonly laughs: readonly { readonly lang: Lang; readonly pattern: RegExp }[]
  /** Words of phrases in spaced scripts, by their form without doubled letters. */
  readonly bySqueezed: ReadonlyMap<string, string>
  readonly words: ReadonlySet<string>
  /** Words or letters in the longest phrase. */
  readonly longest: number
}

const token =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]|[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]]+/gv
const spaceless = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/v

/** Words, and single letters where a script has no spaces to go by (Korean too: fans leave them out). */
export function tokensOf(text: string): string[] {
  const plain = spelledOut(oneLine(text))
    .replace(/'/g, '')
    .replace(/[ー〜~]/g, '')
    .replace(/([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}])\1{2,}/gu, '$1$1')
  return plain.match(token) ?? []
}

export function keyOf(tokens: readonly string[]): string {
  return tokens.join(' ')
}

/** "heyyy" → "hey", "goood" → "god": letters once each. */
export function squeeze(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1')
}

let built: Lexicon | undefined
/** Built on first use; some 4,000 phrases. */
export function lexicon(): Lexicon {
  built ??= build()
  return built
}

function build(): Lexicon {
  const phrases = new Map<string, Map<Lang, SmallTalk>>()
  const fillers = new Set<string>()
  const words = new Set<string>()
  let longest = 1
  const addPhrase = (key: string, lang: Lang, occasion: SmallTalk) => {
    const byLang = phrases.get(key) ?? new Map<Lang, SmallTalk>()
    if (!byLang.has(lang)) byLang.set(lang, occasion)
    phrases.set(key, byLang)
  }
  const add = (phrase: string): string => {
    const tokens = tokensOf(phrase)
    for (const one of tokens) if (!spaceless.test(one)) words.add(one)
    longest = Math.max(longest, tokens.length)
    return keyOf(tokens)
  }
  for (const lang of languagesInOrder) {
    const { filler = [], ...occasions } = packs[lang]?.['small-talk'] ?? {}
    // In the order of the file: "salut" is a greeting first and a farewell second.
    for (const [occasion, said] of Object.entries(occasions)) {
      const listed = smallTalks.find((one) => one === occasion)
      for (const key of said.map(add)) if (listed && key !== '') addPhrase(key, lang, listed)
    }
    for (const key of filler.map(add)) fillers.add(key)
  }
  const bySqueezed = new Map<string, string>()
  for (const word of words) if (!bySqueezed.has(squeeze(word))) bySqueezed.set(squeeze(word), word)
  const laughs = languagesInOrder.flatMap((lang) => {
    const words = packs[lang]?.words?.laughs
    return words ? [{ lang, pattern: new RegExp(`^(?:${words.join('|')})$`) }] : []
  })
  return { phrases, fillers, laughs, bySqueezed, words, longest }
}
