/** Which Chinese characters a text is written in, and the same text in others, by the data of OpenCC. */
import { createRequire } from 'node:module'
import simplifiedCharacters from 'opencc-js/dict/STCharacters'
import type { ChineseScript } from '../languages/base-language.ts'
import { once } from '../once.ts'
import { type ChineseDictionary, createDictionary } from './chinese-dictionary.ts'
import { simplified } from './simplified.ts'

/** What only written Cantonese has. */
const cantonese = /[咗嘅喺嚟冇咁啲嗰睇攞俾畀乜嘢哋佢唔咩嘥係搵瞓攰嗌啱諗]/u

/** Undefined where the text has no character that tells. */
export function chineseScriptIn(text: string): ChineseScript | undefined {
  if (!/\p{sc=Han}/u.test(text) || /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return undefined
  if (cantonese.test(text)) return 'Hant-HK'
  if (simplified(text) !== text) return 'Hant-TW'
  return hasSimplified(text) ? 'Hans' : undefined
}

/** Whether a character stands in it that no Traditional text has. */
export function hasSimplified(text: string): boolean {
  return [...text].some((character) => onlySimplified().has(character))
}

/** Characters that Traditional texts write otherwise; what both write is none. */
const onlySimplified = once(
  () =>
    new Set(
      simplifiedCharacters.split('|').flatMap((pair) => {
        const [character = '', ...forms] = pair.split(' ')
        return forms.includes(character) ? [] : [character]
      }),
    ),
)

/** `keeps`: names, which stay as they are written. Whatever is not Chinese stays too. */
export function inChineseScript(text: string, script: ChineseScript, keeps: readonly string[] = []): string {
  const to = converters[script]()
  const names = keeps.filter((name) => /\p{sc=Han}/u.test(name)).sort((a, b) => b.length - a.length)
  if (names.length === 0) return to(text)
  const cut = new RegExp(`(${names.map(RegExp.escape).join('|')})`, 'u')
  return text
    .split(cut)
    .map((part) => (names.includes(part) ? part : to(part)))
    .join('')
}

type Convert = (text: string) => string

/** Words first, each for itself, so that no variant is read across two of them. */
function inWords(words: ChineseDictionary, ...chain: readonly Convert[]): Convert {
  return (text) =>
    words
      .cut(compatible().convert(text))
      .map((word) => chain.reduce((form, convert) => convert(form), word))
      .join('')
}

const load = createRequire(import.meta.url)

/** @param names as OpenCC calls its lists */
function dictionary(...names: readonly string[]): ChineseDictionary {
  return createDictionary(
    ...names.map((name) => {
      const { default: list }: { readonly default: string } = load(`opencc-js/dict/${name}`)
      return list
    }),
  )
}

const compatible = once(() => dictionary('CJK_Compatibility_Ideographs'))
/** A megabyte of words, read when somebody writes Chinese who is to be answered in the other characters. */
const toTraditional = once(() => {
  const words = dictionary('STPhrases', 'STPhrases_GeneratedFromRegionalPhrases')
  const characters = dictionary('STCharacters')
  return { words, convert: (word: string) => words.formOf(word) ?? characters.convert(word) }
})
const converters: Readonly<Record<ChineseScript, () => Convert>> = {
  Hans: once(() => {
    const fromTaiwan = dictionary('TWVariantsRevPhrases', 'TWVariantsRev')
    return inWords(dictionary('TSPhrases'), fromTaiwan.convert, dictionary('TSPhrases', 'TSCharacters').convert)
  }),
  'Hant-TW': once(() => {
    const { words, convert } = toTraditional()
    return inWords(words, convert, dictionary('TWVariantsPhrases', 'TWVariants').convert)
  }),
  'Hant-HK': once(() => {
    const { words, convert } = toTraditional()
    return inWords(words, convert, dictionary('HKVariantsPhrases', 'HKVariants').convert)
  }),
}
