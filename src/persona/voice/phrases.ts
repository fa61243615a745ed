/** Finds words and phrases of a list in a text: whole words with their plain inflections, or any stretch where words have no spaces. */

import type { Lang } from '../../domain/message.ts'
import { fold } from '../../words/letters/fold.ts'
import { lettersOf, unspacedLetters } from '../../words/letters/scripts.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { rememberFew } from '../../words/remember-last.ts'
import type { Range } from './sentences.ts'

export interface PhraseMatch extends Range {
  readonly phrase: string
}

/** Korean endings and particles join the word. */
const joining = `${unspacedLetters}${lettersOf('Hangul')}`
const word = new RegExp(`[[\\p{L}\\p{N}\\p{M}]--[${joining}]]+`, 'gv')
const spaceless = new RegExp(`[${joining}]`, 'u')

interface Phrase {
  readonly phrase: string
  /** Folded words; empty for a phrase that is matched letter by letter. */
  readonly words: readonly string[]
  /** Folded, without white space. */
  readonly literal: string
}

interface PhraseList {
  /** By the first two letters of the first word, which no inflection changes. */
  readonly byHead: ReadonlyMap<string, readonly Phrase[]>
  readonly literals: readonly Phrase[]
}

const compiled = new WeakMap<readonly string[], PhraseList>()
function compile(phrases: readonly string[]): PhraseList {
  const known = compiled.get(phrases)
  if (known) return known
  const byHead = new Map<string, Phrase[]>()
  const literals: Phrase[] = []
  for (const phrase of phrases) {
    const folded = fold(phrase)
    const isPlain = !spaceless.test(folded) && /^[\p{L}\p{N}\p{M}\s'-]+$/u.test(folded.trim())
    const words = isPlain ? (folded.match(word) ?? []) : []
    const literal = folded.replace(/\s+/g, '')
    const head = words[0]?.slice(0, 2)
    if (head !== undefined) byHead.set(head, [...(byHead.get(head) ?? []), { phrase, words, literal }])
    else if (literal !== '') literals.push({ phrase, words, literal })
  }
  const list = { byHead, literals }
  compiled.set(phrases, list)
  return list
}

/** A text is held against one list after the other. */
const readWords = rememberFew((text) => {
  const { text: folded, span } = fold.withMap(text)
  return { folded, span, words: eachMatch(word, folded) }
})

/** Every place of every phrase, in order of the text. Case, accents, wide letters and hidden characters make no difference. */
export function findPhrases(phrases: readonly string[], text: string, lang: Lang): PhraseMatch[] {
  if (phrases.length === 0 || text === '') return []
  const { byHead, literals } = compile(phrases)
  const { folded, span, words } = readWords(text)
  const place = (phrase: string, from: number, to: number): PhraseMatch => ({
    phrase,
    ...span(from, to),
  })
  const found: PhraseMatch[] = []
  for (const [index, first] of words.entries()) {
    for (const { phrase, words: wanted } of byHead.get(first[0].slice(0, 2)) ?? []) {
      if (!wanted.every((one, offset) => isForm(words[index + offset]?.[0] ?? '', one, lang))) continue
      const last = words[index + wanted.length - 1] ?? first
      found.push(place(phrase, first.index, last.index + last[0].length))
    }
  }
  if (literals.length > 0) {
    for (const { phrase, from, to } of findLiterals(literals, folded)) found.push(place(phrase, from, to))
  }
  return found.sort((a, b) => a.start - b.start)
}

function* findLiterals(
  phrases: readonly Phrase[],
  folded: string,
): Generator<{ phrase: string; from: number; to: number }> {
  let packed = ''
  const origin: number[] = []
  for (let unit = 0; unit < folded.length; unit++) {
    const character = folded[unit] ?? ''
    if (/\s/.test(character)) continue
    packed += character
    origin.push(unit)
  }
  const isLatin = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character) && !spaceless.test(character)
  for (const { phrase, literal } of phrases) {
    for (let hit = packed.indexOf(literal); hit !== -1; hit = packed.indexOf(literal, hit + 1)) {
      const from = origin[hit] ?? 0
      const to = (origin[hit + literal.length - 1] ?? from) + 1
      if (isLatin(literal[0]) && isLatin(folded[from - 1])) continue
      if (isLatin(literal.at(-1)) && isLatin(folded[to])) continue
      yield { phrase, from, to }
    }
  }
}

const endings: Readonly<Record<Lang, readonly string[]>> = {
  fr: ['e', 'es', 'x', 'ee', 'ees', 'er', 'ez', 'ent'],
  de: ['e', 'en', 'er', 'es', 'em', 'n', 't', 'te', 'ten'],
  nl: ['e', 'en', 't', 'te', 'je', 'jes'],
  es: ['es', 'a', 'as', 'o', 'os'],
  pt: ['es', 'a', 'as', 'o', 'os'],
  it: ['i', 'e', 'a', 'o'],
}
const cyrillicOrGreek = /^[\p{sc=Cyrl}\p{sc=Grek}]+$/u

/** Whether a word of the text is the wanted word or a plain inflection of it ("guarantees" of "guarantee", not "freedom" of "free"). */
function isForm(word: string, wanted: string, lang: Lang): boolean {
  if (word === wanted) return true
  if (wanted.length < 3 || word.length < 3 || /\p{N}/u.test(wanted)) return false
  if (isInflection(word, wanted, lang)) return true
  // The list may hold the inflected form, the text the plain one.
  return word.length >= 4 && isInflection(wanted, word, lang)
}

function isInflection(word: string, base: string, lang: Lang): boolean {
  if (cyrillicOrGreek.test(base)) {
    const stem = base.length >= 5 ? base.slice(0, -1) : base
    return base.length >= 4 && word.startsWith(stem) && word.length - stem.length <= 3
  }
  if (word.length - base.length > 4) return false
  if (word.startsWith(base)) {
    const rest = word.slice(base.length)
    if (endings[lang]?.includes(rest)) return true
    if (rest === 's') return !base.endsWith('s')
    if (rest === 'es') return /(?:s|x|z|ch|sh|o)$/.test(base)
    if (rest === 'd') return base.endsWith('e')
    if (rest === 'er' || rest === 'est') return base.length >= 5
    if (rest === 'ed' || rest === 'ing') return !base.endsWith('e')
    if (rest === `${base.at(-1)}ed` || rest === `${base.at(-1)}ing`) return /[^aeiou][aeiou][^aeiouwxy]$/.test(base)
  }
  if (base.endsWith('e') && word === `${base.slice(0, -1)}ing`) return true
  if (base.endsWith('y') && (word === `${base.slice(0, -1)}ies` || word === `${base.slice(0, -1)}ied`)) return true
  if (['es', 'it', 'pt'].includes(lang) && base.length >= 4 && /[aoei]$/.test(base)) {
    return /^(?:[aoei]s?|[aoe]s)$/.test(word.slice(base.length - 1)) && word.startsWith(base.slice(0, -1))
  }
  return false
}
