/** Whether a draft is in the language of the turn: told by its script, its small words and the persona's own words, names left out. */
import type { Lang } from '../../domain/message.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { languageName } from '../../words/languages/language-name.ts'
import { hasScript, isUnspaced, scripts } from '../../words/letters/scripts.ts'
import { segment } from '../../words/terms/segment.ts'
import { listedLanguages, stopWords } from '../../words/terms/stop-words.ts'
import { tellingWords } from '../../words/terms/telling-words.ts'
import type { Persona } from '../persona.ts'
import type { Saying } from './saying.ts'
import { urlRanges } from './sentences.ts'

/** Letters of another script that are no name or sign. */
const LETTERS = 2
/** By how much another language has to be nearer, in words that are its own. */
const MARGIN = 1.5

/** Words that are enough to tell by their letters alone. */
const TOLD_BY_LETTERS = 4

const scripted = new Set(scripts.flatMap(({ languages }) => languages))

/** The language's English name where the text is in another than the turn's; a text that tells nothing is in none. */
export function findWrongLanguage(text: string, persona: Persona, saying: Saying): string | undefined {
  const { lang, others, isForeign = false } = saying
  const allowed = isForeign ? persona.languages : [lang]
  const bare = withoutNames(text, persona)
  const own = foreignTo(bare, allowed, persona)
  if (own !== undefined || !others) return own && languageName(own)
  // A word or two say little by themselves; beside the rest of the reply they may.
  const whole = [...others.before, text, ...others.after].map((one) => withoutNames(one, persona)).join('\n')
  const said = isOf(bare, allowed, persona) ? undefined : foreignTo(whole, allowed, persona)
  return said && languageName(said)
}

function withoutNames(text: string, { name, nicknames, brand }: Persona): string {
  const names = [name, ...nicknames, brand.name, ...brand.products.flatMap((product) => Object.values(product.name))]
  const ranges = urlRanges(text)
  let bare = ''
  let from = 0
  for (const { start, end } of ranges) {
    bare += `${text.slice(from, start)} `
    from = end
  }
  bare += text.slice(from)
  return names.reduce((rest, one) => (one.length > 1 ? rest.replaceAll(one, ' ') : rest), bare)
}

function foreignTo(text: string, allowed: readonly Lang[], persona: Persona): Lang | undefined {
  return ofOtherScript(text, allowed) ?? ofOtherWords(text, allowed, persona)
}

/** Undefined where most letters are of a script that one of the languages is written in. */
function ofOtherScript(text: string, allowed: readonly Lang[]): Lang | undefined {
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0
  // Japanese shares its other letters with Chinese, which may borrow a の.
  if ((text.match(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0) > LETTERS && !allowed.includes('ja')) return 'ja'
  let best: { languages: readonly Lang[]; count: number } = { languages: [], count: 0 }
  for (const { all, languages } of scripts) {
    if (languages.length === 0) continue
    const found = text.match(all)?.length ?? 0
    if (found === 0) continue
    if (languages.some((one) => allowed.includes(one))) return undefined
    if (found > best.count) best = { languages, count: found }
  }
  const weight = isUnspaced(text) ? best.count * 3 : best.count
  if (best.count < LETTERS || weight < latin) return undefined
  return hasScript(text, 'Kana') ? 'ja' : best.languages[0]
}

/** Latin letters: another language has the words, and the turn's has hardly one. */
function ofOtherWords(text: string, allowed: readonly Lang[], persona: Persona): Lang | undefined {
  const words = [...new Set(segment(text))].filter((word) => /^\p{sc=Latin}{2,}$/u.test(word))
  if (words.length === 0) return undefined
  const isUnspacedTurn = allowed.every((lang) => scripted.has(lang))
  const letters = text.match(/\p{L}/gu) ?? []
  const isMostlyLatin = letters.filter((letter) => /\p{sc=Latin}/u.test(letter)).length * 2 > letters.length
  if (isUnspacedTurn && !isMostlyLatin) return undefined
  const isAllowed = (word: string) => allowed.some((lang) => belongs(word, lang, persona))
  let best: { lang: Lang; score: number } | undefined
  for (const lang of candidates(persona)) {
    if (allowed.includes(lang) || scripted.has(lang)) continue
    const score = words.filter((word) => belongs(word, lang, persona) && !isAllowed(word)).length
    if (score > (best?.score ?? 0)) best = { lang, score }
  }
  const isUntold = !best && !words.some(isAllowed) && words.length >= TOLD_BY_LETTERS
  if (isUntold) return likely(text, allowed, persona)
  // Where the turn's own script is absent, two plain words are no name that was left in Latin letters.
  const least = isUnspaced(text) ? 4 : 2
  const isSaid = (text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu)?.length ?? 0) >= least
  if (isUnspacedTurn && (isSaid || (best?.score ?? 0) >= least))
    return best?.lang ?? likely(text, allowed, persona) ?? 'en'
  if (!best || isUnspacedTurn) return undefined
  const { lang, score } = best
  const own = words.filter((word) => isAllowed(word) && !belongs(word, lang, persona)).length
  const needed = persona.languages.includes(lang) ? 1 : own < 2 ? 2 : 3
  return score >= needed && score >= (persona.languages.includes(lang) ? MARGIN : 2) * own ? lang : undefined
}

/** Of no word that anybody listed: then by how its letters follow one another. */
function likely(text: string, allowed: readonly Lang[], { languages }: Persona): Lang | undefined {
  const found = detectLanguage(text, { among: languages })
  return found === undefined || allowed.includes(found) ? undefined : found
}

function isOf(text: string, allowed: readonly Lang[], persona: Persona): boolean {
  if (allowed.some((lang) => scripted.has(lang))) return ofOtherScript(text, allowed) === undefined && isUnspaced(text)
  return segment(text).some((word) => allowed.some((lang) => belongs(word, lang, persona)))
}

const candidates = (persona: Persona): readonly Lang[] => [...new Set([...persona.languages, ...listedLanguages])]

function belongs(word: string, lang: Lang, persona: Persona): boolean {
  return stopWords(lang).has(word) || tellingWords(lang).has(word) || vocabularyOf(persona, lang).has(word)
}

const cache = new WeakMap<Persona, Map<Lang, ReadonlySet<string>>>()
/** What the persona's own texts in a language are made of. */
function vocabularyOf(persona: Persona, lang: Lang): ReadonlySet<string> {
  const known = cache.get(persona) ?? new Map<Lang, ReadonlySet<string>>()
  cache.set(persona, known)
  const found = known.get(lang)
  if (found) return found
  const words = new Set(textsIn(persona, lang).flatMap((text) => segment(text)))
  known.set(lang, words)
  return words
}

function textsIn({ answers, voice, lines, disclosure, handoffLines }: Persona, lang: Lang): string[] {
  return [
    ...answers.flatMap(({ answer }) => answer[lang] ?? []),
    ...voice.examples.flatMap((example) => (example.lang === lang ? [example.says] : [])),
    ...Object.values(lines).flatMap((local) => local[lang] ?? []),
    ...Object.values(handoffLines).flatMap((local) => local?.[lang] ?? []),
    ...(disclosure.bot[lang] ?? []),
  ]
}
