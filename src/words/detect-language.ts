/** Which of the persona's languages a message is in: its script, then its small words, then a statistical guess, then habit. */
import { detectAll } from 'tinyld'
import type { Lang } from '../domain/message.ts'
import { segment } from './segment.ts'
import { stopWords } from './stop-words.ts'
import { tellingWords } from './telling-words.ts'

/** Languages by script, where the script tells; all others are taken to write Latin letters. */
const byScript: readonly (readonly [RegExp, readonly Lang[]])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, ['ja']],
  [/\p{sc=Han}/gu, ['zh', 'yue', 'ja']],
  [/\p{sc=Hangul}/gu, ['ko']],
  [/\p{sc=Thai}/gu, ['th']],
  [/\p{sc=Devanagari}/gu, ['hi', 'mr', 'ne']],
  [/\p{sc=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk', 'ky', 'mn', 'tg']],
  [/\p{sc=Arabic}/gu, ['ar', 'fa', 'ur', 'ps', 'ckb']],
  [/\p{sc=Hebrew}/gu, ['he', 'yi']],
  [/\p{sc=Greek}/gu, ['el']],
  [/\p{sc=Bengali}/gu, ['bn', 'as']],
  [/\p{sc=Tamil}/gu, ['ta']],
  [/\p{sc=Telugu}/gu, ['te']],
  [/\p{sc=Kannada}/gu, ['kn']],
  [/\p{sc=Malayalam}/gu, ['ml']],
  [/\p{sc=Gujarati}/gu, ['gu']],
  [/\p{sc=Gurmukhi}/gu, ['pa']],
  [/\p{sc=Georgian}/gu, ['ka']],
  [/\p{sc=Armenian}/gu, ['hy']],
  [/\p{sc=Khmer}/gu, ['km']],
  [/\p{sc=Lao}/gu, ['lo']],
  [/\p{sc=Myanmar}/gu, ['my']],
  [/\p{sc=Ethiopic}/gu, ['am', 'ti']],
  [/\p{sc=Sinhala}/gu, ['si']],
]
const scripted = new Set(byScript.flatMap(([, languages]) => languages))
const latinLetter = /\p{sc=Latin}/gu
/** Letters that only some languages have. */
const byLetter: readonly (readonly [RegExp, readonly Lang[]])[] = [
  [/[ñ¿¡]/u, ['es']],
  [/ß/u, ['de']],
  [/[äö]/u, ['de', 'sv', 'fi', 'tr', 'hu', 'et']],
  [/ü/u, ['de', 'tr', 'hu', 'es', 'et']],
  [/[ãõ]/u, ['pt', 'vi']],
  [/ç/u, ['fr', 'pt', 'tr', 'ca']],
  [/[œùûëï]/u, ['fr', 'nl']],
  [/[èêâîô]/u, ['fr', 'it', 'pt', 'vi', 'ca']],
  [/[ìò]/u, ['it', 'vi']],
  [/à/u, ['fr', 'it', 'pt', 'vi', 'ca']],
  [/é/u, ['fr', 'es', 'pt', 'it', 'hu', 'cs', 'vi', 'nl']],
  [/[áíóú]/u, ['es', 'pt', 'hu', 'cs', 'vi', 'ga']],
  [/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u, ['vi']],
  [/[ąęłńśźż]/u, ['pl']],
  [/[şğı]/u, ['tr']],
  [/[řěůčšž]/u, ['cs', 'sk', 'hr', 'sl']],
  [/[őű]/u, ['hu']],
  [/[åø]/u, ['da', 'no', 'nb', 'sv']],
  [/æ/u, ['da', 'no', 'nb']],
]
const isHan = /\p{sc=Han}/u
const readLimit = 400

/**
 * `among`: the languages to choose from. `habit`: what this fan, or this conversation, usually writes; it decides when
 * the text does not. Undefined when neither tells, or the text is in a script of none of them.
 */
export function detectLanguage(
  text: string,
  options: { readonly among: readonly Lang[]; readonly habit?: Lang },
): Lang | undefined {
  const { among, habit } = options
  const shown = text.slice(0, readLimit).toWellFormed().normalize('NFC').toLowerCase()
  const left = ofScript(shown, among)
  if (left === undefined || left.length === 0) return habit
  if (left.length === 1) return left[0]
  const scores = scoreWords(shown, left)
  for (const [letter, languages] of byLetter) {
    if (letter.test(shown)) for (const lang of left) if (languages.includes(lang)) add(scores, lang, 1.5)
  }
  for (const { lang, accuracy } of guess(shown, left)) add(scores, lang, Math.min(0.6, accuracy))
  if (habit !== undefined && left.includes(habit)) add(scores, habit, 0.3)
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (best && best[1] > (second?.[1] ?? 0)) return best[0]
  if (habit !== undefined && left.includes(habit)) return habit
  // Chinese and Japanese share words: without kana, what may be both is Chinese.
  return best && best[1] > 0 && isHan.test(shown) ? left.find((lang) => lang === 'zh') : undefined
}

/** The languages that write the text's main script; undefined when it has no letters. */
function ofScript(text: string, among: readonly Lang[]): readonly Lang[] | undefined {
  const latin = text.match(latinLetter)?.length ?? 0
  let most = 0
  let written: readonly Lang[] = []
  for (const [letters, languages] of byScript) {
    // A letter of an unspaced script says as much as a word; kana come before Han, which Japanese mixes in.
    const count = (text.match(letters)?.length ?? 0) * 2
    const isJapanese = most > 0 && written[0] === 'ja'
    if (count > most && !isJapanese) {
      most = count
      written = languages
    }
  }
  if (most === 0 && latin === 0) return undefined
  const inScript = among.filter((lang) => written.includes(lang))
  const inLatin = among.filter((lang) => !scripted.has(lang))
  if (most >= latin || inLatin.length === 0) return inScript
  return inLatin
}

/** How many of the text's words belong to each language; words that several share count for less. */
function scoreWords(text: string, among: readonly Lang[]): Map<Lang, number> {
  const scores = new Map<Lang, number>()
  for (const word of new Set(segment(text))) {
    const telling = among.filter((lang) => tellingWords(lang).has(word))
    for (const lang of telling) add(scores, lang, 2 / telling.length)
    const small = among.filter((lang) => stopWords(lang).has(word))
    for (const lang of small) add(scores, lang, 1 / small.length)
  }
  return scores
}

function guess(text: string, among: readonly Lang[]): { lang: Lang; accuracy: number }[] {
  try {
    return detectAll(text, { only: [...among] })
  } catch {
    return []
  }
}

function add(scores: Map<Lang, number>, lang: Lang, points: number): void {
  scores.set(lang, (scores.get(lang) ?? 0) + points)
}
