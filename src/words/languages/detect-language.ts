/** Which of the persona's languages a message is in: its script, then its small words, then a statistical guess, then habit. */
import { detectAll } from 'tinyld'
import type { Lang } from '../../domain/message.ts'
import { hasScript, scripts } from '../letters/scripts.ts'
import { segment } from '../terms/segment.ts'
import { stopWords } from '../terms/stop-words.ts'
import { tellingWords } from '../terms/telling-words.ts'
import { byLetter } from './own-letters.ts'

const scripted = new Set(scripts.flatMap(({ languages }) => languages))
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
  return best && best[1] > 0 && hasScript(shown, 'Han') ? left.find((lang) => lang === 'zh') : undefined
}

/** The languages that write the text's main script; undefined when it has no letters. */
function ofScript(text: string, among: readonly Lang[]): readonly Lang[] | undefined {
  let latin = 0
  let most = 0
  let written: readonly Lang[] = []
  for (const { all, languages } of scripts) {
    // A letter of an unspaced script says as much as a word; kana come before Han, which Japanese mixes in.
    const found = text.match(all)?.length ?? 0
    if (languages.length === 0) latin = found
    const count = languages.length === 0 ? 0 : found * 2
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
