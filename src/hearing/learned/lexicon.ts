/** The dictionaries of all languages as one table, so that a word is looked up once. Pure. */
import { rememberWords } from '../../words/remember-last.ts'
import { addRow, createWordTable, noRows, type WordRows, type WordTable } from './word-table.ts'

/** A language and a meaning in one number. */
export type Code = number
const MEANINGS = 64
export const languageOf = (code: Code): number => Math.floor(code / MEANINGS)
export const meaningOf = (code: Code): number => code % MEANINGS
const codeOf = (language: number, meaning: number): Code => language * MEANINGS + meaning

/** A few words that belong together, from the second one on. */
export interface Phrase {
  readonly rest: readonly string[]
  readonly code: Code
}

export interface Lexicon {
  readonly languages: readonly string[]
  readonly whole: WordTable
  /** What a word begins with. */
  readonly heads: WordTable
  /** What a word ends with. */
  readonly tails: WordTable
  /** Those that stand in the row of words from there on. */
  phrasesAt(words: readonly string[], at: number): readonly Phrase[]
  /** What is found anywhere, of languages that set no words apart: by language. */
  readonly inside: ReadonlyMap<number, WordTable>
}

/**
 * `text`: a line `=xx` begins a language; then, for each meaning, its place in the list, a tab, and its entries between tabs.
 * `word*` goes on, `*word` begins otherwise, `~word` is found anywhere.
 */
export function lexiconFrom(text: string): Lexicon {
  const languages: string[] = []
  const whole = noRows()
  const heads = noRows()
  const tails = noRows()
  /** The phrases by their number; which begin with a pair of words, and which go on after one word with what a word begins with. */
  const phrases: Place[] = []
  const pairs = noRows()
  const openPairs = noRows()
  const inside = new Map<number, WordRows>()
  for (let at = 0; at < text.length; ) {
    const end = endOf(text, at, '\n', text.length)
    if (text[at] === '=') languages.push(text.slice(at + 1, end))
    addLine(at, end, languages.length - 1)
    at = end + 1
  }
  const table = (rows: WordRows) => createWordTable(text, rows)
  const byPair = table(pairs)
  const byFirst = table(openPairs)
  const openAfter = rememberWords((first) => byFirst.get(first))
  const none: readonly never[] = []
  return {
    languages,
    whole: table(whole),
    heads: table(heads),
    tails: table(tails),
    phrasesAt(words, at) {
      const first = words[at] ?? ''
      const next = words[at + 1]
      if (next === undefined) return none
      const numbers = [...byPair.get(`${first} ${next}`), ...openAfter(first)].filter((one) => stands(one, words, at))
      return numbers.length === 0 ? none : numbers.sort((a, b) => a - b).flatMap(phraseOf)
    },
    inside: new Map([...inside].map(([language, rows]) => [language, table(rows)])),
  }

  function addLine(from: number, to: number, language: number): void {
    const tab = endOf(text, from, '\t', to)
    const code = codeOf(language, Number(text.slice(from, tab)))
    for (let at = tab + 1; at <= to; ) {
      const end = endOf(text, at, '\t', to)
      add(at, end, language, code)
      at = end + 1
    }
  }

  function add(start: number, end: number, language: number, code: Code): void {
    const mark = text[start]
    if (mark === '~') {
      const rows = inside.get(language) ?? noRows()
      inside.set(language, rows)
      addRow(rows, start + 1, end, code)
      return
    }
    const isOpen = end > start && text[end - 1] === '*'
    const isEnd = mark === '*'
    const from = isEnd ? start + 1 : start
    const to = isOpen ? end - 1 : end
    const space = endOf(text, from, ' ', to)
    if (space === to) {
      if (isEnd) addRow(tails, from, to, code)
      if (isOpen) addRow(heads, from, to, code)
      else if (!isEnd) addRow(whole, from, to, code)
      return
    }
    const second = endOf(text, space + 1, ' ', to)
    if (second === to && isOpen) addRow(openPairs, from, space, phrases.length)
    else addRow(pairs, from, second, phrases.length)
    phrases.push({ start: space + 1, end, code })
  }

  /** Whether the phrase goes on as the words do. */
  function stands(number: number, words: readonly string[], at: number): boolean {
    const phrase = phrases[number]
    if (!phrase) return false
    const isOpen = text[phrase.end - 1] === '*'
    const to = isOpen ? phrase.end - 1 : phrase.end
    let start = phrase.start
    for (let next = at + 1; ; next++) {
      const word = words[next]
      if (word === undefined) return false
      const end = endOf(text, start, ' ', to)
      if (end === to && isOpen) return word.startsWith(text.slice(start, to))
      if (word.length !== end - start || !text.startsWith(word, start)) return false
      if (end === to) return true
      start = end + 1
    }
  }

  function phraseOf(number: number): readonly Phrase[] {
    const phrase = phrases[number]
    if (!phrase) return none
    const to = text[phrase.end - 1] === '*' ? phrase.end - 1 : phrase.end
    return [{ rest: text.slice(phrase.start, to).split(' '), code: phrase.code }]
  }
}

/** Where a phrase stands in the text from its second word on. */
interface Place {
  readonly start: number
  readonly end: number
  readonly code: Code
}

/** Where the mark stands next; `to` where it does not before. */
function endOf(text: string, from: number, mark: string, to: number): number {
  for (let at = from; at < to; at++) if (text[at] === mark) return at
  return to
}
