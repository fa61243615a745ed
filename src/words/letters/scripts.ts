/** The scripts people write in: which letters are of one, which languages are written in it, and whether it sets words apart. */
import type { Lang } from '../../domain/message.ts'

interface Script {
  /** As the inside of a character class. */
  readonly letters: string
  /** Most common first: what a text is taken for when nothing else tells. Empty where too many share the script. */
  readonly languages: readonly Lang[]
  /** Words follow one another without a space. */
  readonly isUnspaced?: true
}

/** Kana before the Han that Japanese mixes them with, and Hangul before what old Korean does. */
const table = {
  // The long-vowel mark is of both kana, and so of neither by its Unicode script.
  Kana: { letters: '\\p{sc=Hiragana}\\p{sc=Katakana}\\u30FC\\uFF70', languages: ['ja'], isUnspaced: true },
  Hangul: { letters: '\\p{sc=Hangul}', languages: ['ko'] },
  Han: { letters: '\\p{sc=Han}', languages: ['zh', 'yue', 'ja'], isUnspaced: true },
  Thai: { letters: '\\p{sc=Thai}', languages: ['th'], isUnspaced: true },
  Lao: { letters: '\\p{sc=Lao}', languages: ['lo'], isUnspaced: true },
  Khmer: { letters: '\\p{sc=Khmer}', languages: ['km'], isUnspaced: true },
  Myanmar: { letters: '\\p{sc=Myanmar}', languages: ['my'], isUnspaced: true },
  Devanagari: { letters: '\\p{sc=Devanagari}', languages: ['hi', 'mr', 'ne'] },
  Cyrillic: {
    letters: '\\p{sc=Cyrillic}',
    languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk', 'ky', 'mn', 'tg'],
  },
  Arabic: { letters: '\\p{sc=Arabic}', languages: ['ar', 'fa', 'ur', 'ps', 'ckb'] },
  Hebrew: { letters: '\\p{sc=Hebrew}', languages: ['he', 'yi'] },
  Greek: { letters: '\\p{sc=Greek}', languages: ['el'] },
  Bengali: { letters: '\\p{sc=Bengali}', languages: ['bn', 'as'] },
  Tamil: { letters: '\\p{sc=Tamil}', languages: ['ta'] },
  Telugu: { letters: '\\p{sc=Telugu}', languages: ['te'] },
  Kannada: { letters: '\\p{sc=Kannada}', languages: ['kn'] },
  Malayalam: { letters: '\\p{sc=Malayalam}', languages: ['ml'] },
  Gujarati: { letters: '\\p{sc=Gujarati}', languages: ['gu'] },
  Gurmukhi: { letters: '\\p{sc=Gurmukhi}', languages: ['pa'] },
  Georgian: { letters: '\\p{sc=Georgian}', languages: ['ka'] },
  Armenian: { letters: '\\p{sc=Armenian}', languages: ['hy'] },
  Ethiopic: { letters: '\\p{sc=Ethiopic}', languages: ['am', 'ti'] },
  Sinhala: { letters: '\\p{sc=Sinhala}', languages: ['si'] },
  Latin: { letters: '\\p{sc=Latin}', languages: [] },
} as const satisfies Readonly<Record<string, Script>>

export type ScriptName = keyof typeof table

interface Written {
  readonly languages: readonly Lang[]
  /** Finds one letter. */
  readonly letter: RegExp
  /** Finds all of them. */
  readonly all: RegExp
}

/** In the order in which a mixed text is told by. */
export const scripts: readonly Written[] = Object.values(table).map(({ letters, languages }) => ({
  languages,
  letter: new RegExp(`[${letters}]`, 'u'),
  all: new RegExp(`[${letters}]`, 'gu'),
}))

/** The letters of scripts, as the inside of a character class of a `u` pattern. */
export function lettersOf(...names: readonly ScriptName[]): string {
  return names.map((name) => table[name].letters).join('')
}

/** Whether the language is written in one of these scripts, whatever others it is written in. */
export function isWrittenIn(lang: Lang, ...names: readonly ScriptName[]): boolean {
  return names.some((name) => table[name].languages.some((one) => one === lang))
}

const isOf = new Map<ScriptName, RegExp>()
/** Some of the text is in one of them. */
export function hasScript(text: string, ...names: readonly ScriptName[]): boolean {
  return names.some((name) => {
    let letter = isOf.get(name)
    if (!letter) {
      letter = new RegExp(`[${table[name].letters}]`, 'u')
      isOf.set(name, letter)
    }
    return letter.test(text)
  })
}

/** The letters of all scripts without spaces, as the inside of a character class. */
export const unspacedLetters = Object.values<Script>(table)
  .filter(({ isUnspaced }) => isUnspaced)
  .map(({ letters }) => letters)
  .join('')
const unspaced = new RegExp(`[${unspacedLetters}]`, 'u')
/** A middle dot joins the parts of a name in kana. */
const allUnspaced = new RegExp(`^[${unspacedLetters}\\u30FB\\uFF65]+$`, 'u')

/** Some of the text is in a script that writes words without spaces. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text)
}

/** All of it is: where such a name ends, nothing shows. */
export function isAllUnspaced(text: string): boolean {
  return allUnspaced.test(text) && unspaced.test(text)
}
