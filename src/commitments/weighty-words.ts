/** The words of a text that weigh: of money, goods, days, deeds, the body. Each needs an approved text that speaks of the same. Pure. */
import type { Lang } from '../domain/message.ts'
import { type Lexicon, lexiconFrom } from '../hearing/learned/lexicon.ts'
import { readMeanings } from '../hearing/learned/read-meanings.ts'
import { packs } from '../hearing/packs/packs.ts'
import { type Weight, weights } from '../hearing/packs/weights.ts'
import { hasScript, isWrittenIn } from '../words/letters/scripts.ts'
import { readText } from '../words/read-text.ts'
import { rememberFew } from '../words/remember-last.ts'

export interface WeightyWord {
  /** As folded: one word, or a few that belong together. */
  readonly text: string
  readonly weights: readonly Weight[]
}

/** The one of `languages` whose letters the text is written in; `lang` where that fits too. */
export function languageIn(text: string, lang: Lang, languages: readonly Lang[]): Lang {
  const isHan = hasScript(text, 'Han')
  const fits = (one: Lang) => isWrittenIn(one, 'Han') === isHan
  return fits(lang) ? lang : (languages.find(fits) ?? lang)
}

const lexicons = new Map<Lang, Lexicon | undefined>()

/** In order; of a language without such a list, none. */
export function weightyWords(text: string, lang: Lang): readonly WeightyWord[] {
  const read = readersByLang.get(lang) ?? rememberFew((text) => readWeighty(text, lang))
  readersByLang.set(lang, read)
  return read(text)
}

/** A draft's sentences and the fan's words are asked about at several points of a turn. */
const readersByLang = new Map<Lang, (text: string) => readonly WeightyWord[]>()

function readWeighty(text: string, lang: Lang): readonly WeightyWord[] {
  const lexicon = lexiconOf(lang)
  if (!lexicon) return []
  return readMeanings(readText(text), lexicon).flatMap(({ text, meanings }) => {
    const named = meanings.flatMap((place) => weights[place] ?? [])
    return named.length > 0 ? [{ text, weights: named }] : []
  })
}

function lexiconOf(lang: Lang): Lexicon | undefined {
  if (!lexicons.has(lang)) {
    const text = Object.hasOwn(packs, lang) ? packs[lang]?.weighty : undefined
    lexicons.set(lang, text === undefined ? undefined : lexiconFrom(text))
  }
  return lexicons.get(lang)
}
