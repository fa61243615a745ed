/** Drafts that nobody here reads: in a language that is not the persona's, or not surely in one of them. Pure. */
import { talkIn } from '../../commitments/exchanged.ts'
import type { Persona } from '../../persona/persona.ts'
import { isForeignScript } from '../../words/languages/foreign-script.ts'
import { foreignByWords } from '../../words/languages/foreign-words.ts'
import { segment } from '../../words/terms/segment.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import type { Recalled } from '../stages.ts'

/** In a language that is not the persona's, or in other letters than the turn's language has: nobody here can say what it promises. */
export function isUnread(text: string, turn: Recalled): boolean {
  const { lang, persona } = turn
  const { languages } = persona
  if (isForeignScript(text, languages) || foreignByWords(text, languages) !== undefined) return true
  if (isUnknown(text, turn)) return true
  const words = text.replace(/\S*[./@]\S*/g, ' ').match(/\p{sc=Latin}+/gu) ?? []
  return (
    lang === 'zh' && words.length >= 4 && !/\p{sc=Han}/u.test(text) && !languages.some((one) => isLikely(words, one))
  )
}

/**
 * To somebody who writes in a language that is not the persona's, in that one: hardly a word is of the turn's language. A message of
 * two words and a reply of two tell it together.
 */
export function isElsewhere(text: string, { text: fan, isForeign, lang, persona }: Recalled): boolean {
  const words = segment(text).filter((word) => /\p{L}/u.test(word))
  const known = ownVocabulary(persona, lang)
  if (words.length === 0 || words.filter((word) => known.has(word)).length >= words.length * MOSTLY) return false
  return isForeign || foreignByWords(`${fan}\n${text}`, persona.languages) !== undefined
}

const MOSTLY = 0.5
const vocabularies = new WeakMap<Persona, Map<string, ReadonlySet<string>>>()

/** Small words of the language, and every word the persona has in it. */
function ownVocabulary(persona: Persona, lang: string): ReadonlySet<string> {
  const known = vocabularies.get(persona) ?? new Map<string, ReadonlySet<string>>()
  vocabularies.set(persona, known)
  const found = known.get(lang)
  if (found) return found
  const texts = [
    ...persona.answers.flatMap(({ answer }) => answer[lang] ?? []),
    ...Object.values(persona.lines).flatMap((local) => local[lang] ?? []),
    ...persona.voice.examples.map(({ says }) => says),
  ]
  const words = new Set([...stopWords(lang), ...texts.flatMap((text) => segment(text))])
  known.set(lang, words)
  return words
}

/** Small words of a language that people here speak. */
function isLikely(words: readonly string[], lang: string): boolean {
  const small = new Set(words.map((word) => word.toLowerCase()).filter((word) => stopWords(lang).has(word)))
  return small.size >= 2
}

/**
 * Hardly a word of it is of a language that the persona speaks: what nobody here reads is not taken for talk. A few words alone may be a
 * sound or a name, unless the fan's are of no such language either.
 */
function isUnknown(text: string, { text: fan, persona }: Recalled): boolean {
  const share = knownShare(text, persona)
  if (share === undefined || share >= HARDLY) return false
  const ofFan = knownShare(fan, persona)
  return ofFan === undefined
    ? latinWords(text).length >= MANY
    : ofFan < HARDLY || (share === 0 && latinWords(text).length >= MANY)
}
const HARDLY = 0.25
/** Fewer words are a cry or a name. */
const FEWEST = 2
const MANY = 4

/** Of its words in Latin letters, the share that a language of the persona's has; undefined where there are hardly any, or other letters. */
function knownShare(text: string, persona: Persona): number | undefined {
  const words = latinWords(text)
  if (words.length < FEWEST || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text)) return undefined
  const isKnown = (word: string) =>
    persona.languages.some(
      (lang) =>
        ownVocabulary(persona, lang).has(word) || talkIn(lang).has(stemmerFor(lang)(word)) || talkIn(lang).has(word),
    )
  return words.filter(isKnown).length / words.length
}

const latinWords = (text: string): readonly string[] =>
  segment(text.replace(/\S*[/@]\S*|\S+\.\S+/g, ' ')).filter((word) => /\p{sc=Latin}/u.test(word))
