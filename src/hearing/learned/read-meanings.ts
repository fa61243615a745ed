/** A message as a row of meanings: each word looked up in the dictionary of the language that knows most of them. Pure. */
import { hasScript, isUnspaced } from '../../words/letters/scripts.ts'
import type { Reading } from '../../words/read-text.ts'
import { rememberWords } from '../../words/remember-last.ts'
import { type Code, type Lexicon, languageOf, meaningOf, type Phrase } from './lexicon.ts'
import type { WordTable } from './word-table.ts'

/** A word, or a few that belong together. */
export interface Word {
  /** Places in the list of meanings; none if the dictionary does not know the word. */
  readonly meanings: readonly number[]
  /** Which of the message's sentences it stands in. */
  readonly sentence: number
  /** As folded. */
  readonly text: string
}

/** UTF-16 units that are looked at. */
const LOOKED_AT = 400
/** Articles and conjunctions that Arabic and Hebrew write together with the word. */
const clitics = /^(?:[وف]?[بلكس]?(?:ال|لل)?|[ושהלבמכ]{1,3})/u

export function readMeanings({ spaced: [text = ''] }: Reading, lexicon: Lexicon): readonly Word[] {
  const tokens = text.slice(0, LOOKED_AT).split(' ').filter(Boolean)
  const codes = tokens.map((token) => (token === '.' || isUnspaced(token) ? [] : codesOf(token, lexicon)))
  const phrases = tokens.map((_, at) => lexicon.phrasesAt(tokens, at))
  const unspaced = tokens.filter(isUnspaced)
  const known = new Float64Array(lexicon.languages.length)
  tokens.forEach((token, at) => {
    const spans = new Map<number, number>()
    for (const code of codes[at] ?? []) spans.set(languageOf(code), token.length)
    for (const { code, rest } of phrases[at] ?? [])
      spans.set(languageOf(code), token.length + rest.reduce((sum, word) => sum + word.length, 0))
    for (const [language, length] of spans) known[language] = (known[language] ?? 0) + length
  })
  for (const [language, table] of lexicon.inside)
    for (const token of unspaced) known[language] = (known[language] ?? 0) + knownInside(token, table)
  const language = known.indexOf(Math.max(...known))
  return (known[language] ?? 0) === 0 ? [] : wordsIn(language, tokens, codes, phrases, lexicon)
}

function wordsIn(
  language: number,
  tokens: readonly string[],
  codes: readonly (readonly Code[])[],
  phrases: readonly (readonly Phrase[])[],
  { inside }: Lexicon,
): Word[] {
  const words: Word[] = []
  const table = inside.get(language)
  let sentence = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (token === '.') {
      sentence += 1
      continue
    }
    if (isUnspaced(token)) {
      for (const { meanings, text } of table ? cutUp(token, table) : []) words.push({ meanings, sentence, text })
      continue
    }
    const own = (phrases[at] ?? []).filter(({ code }) => languageOf(code) === language)
    const longest = Math.max(0, ...own.map(({ rest }) => rest.length))
    const meanings = own.filter(({ rest }) => rest.length === longest).map(({ code }) => meaningOf(code))
    // Words that belong together keep what they mean alone: "kill myself" is of death, and of the writer, too.
    const all = [...meanings, ...meaningsIn(codes[at] ?? [], language)]
    const text = tokens.slice(at, at + 1 + Math.max(longest, 0)).join(' ')
    words.push({ meanings: [...new Set(all)], sentence, text })
  }
  return words
}

const meaningsIn = (codes: readonly Code[], language: number): number[] => [
  ...new Set(codes.filter((code) => languageOf(code) === language).map(meaningOf)),
]

/** In each language by the word itself, by its longest known beginning and its longest known end. */
/** The languages in whose dictionary a folded word stands. */
export function languagesKnowing(token: string, lexicon: Lexicon): readonly string[] {
  return [...new Set(codesOf(token, lexicon).map(languageOf))].flatMap((at) => lexicon.languages[at] ?? [])
}

function codesOf(token: string, lexicon: Lexicon): readonly Code[] {
  let of = remembered.get(lexicon)
  if (!of) {
    of = rememberWords((word) => codesIn(word, lexicon))
    remembered.set(lexicon, of)
  }
  return of(token)
}

const remembered = new WeakMap<Lexicon, (word: string) => readonly Code[]>()

function codesIn(token: string, lexicon: Lexicon): readonly Code[] {
  const found = codesOfBare(token, lexicon)
  if (found.length > 0 || !hasScript(token, 'Arabic', 'Hebrew')) return found
  const most = clitics.exec(token)?.[0].length ?? 0
  for (let taken = 1; taken <= most && token.length - taken >= 2; taken++) {
    const codes = codesOfBare(token.slice(taken), lexicon)
    if (codes.length > 0) return codes
  }
  return found
}

/** The least of a word that stays before a known end. */
const LEAST_LEFT = 3

function codesOfBare(token: string, { whole, heads, tails }: Lexicon): readonly Code[] {
  const codes: Code[] = [...whole.get(token)]
  let done = 0
  for (let length = token.length; length > 0; length--) done = add(heads.get(token.slice(0, length)), done)
  done = 0
  for (let start = 0; start < token.length - LEAST_LEFT + 1; start++) done = add(tails.get(token.slice(start)), done)
  return codes

  /** `done`: a bit for every language in which a longer one was found. */
  function add(more: readonly Code[], done: number): number {
    let next = done
    for (const code of more) {
      const bit = 1 << languageOf(code)
      if (done & bit) continue
      codes.push(code)
      next |= bit
    }
    return next
  }
}

/** Longest entries first, and what their parts mean beside; what no entry holds goes letter by letter. */
function* cutUp(token: string, table: WordTable): Generator<{ meanings: number[]; text: string }> {
  for (let at = 0; at < token.length; ) {
    const length = lengthAt(token, at, table)
    const whole = token.slice(at, at + length)
    const codes = [...table.get(whole), ...partsOf(whole, table)]
    yield { meanings: [...new Set(codes.map(meaningOf))], text: whole || (token[at] ?? '') }
    at += Math.max(length, 1)
  }
}

function partsOf(whole: string, table: WordTable): Code[] {
  const codes: Code[] = []
  for (let at = 0; at < whole.length; ) {
    const length = lengthAt(whole, at, table, whole.length - 1)
    codes.push(...table.get(whole.slice(at, at + length)))
    at += Math.max(length, 1)
  }
  return codes
}

function knownInside(token: string, table: WordTable): number {
  let known = 0
  for (let at = 0; at < token.length; ) {
    const length = lengthAt(token, at, table)
    known += length
    at += Math.max(length, 1)
  }
  return known
}

/** No entry is longer. */
const LONGEST = 16

function lengthAt(token: string, at: number, table: WordTable, most = LONGEST): number {
  for (let length = Math.min(most, token.length - at); length > 0; length--)
    if (table.has(token.slice(at, at + length))) return length
  return 0
}
