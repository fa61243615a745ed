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
  const { languages, phrases, inside, ...rows } = readLexicon(text)
  const table = (rows: WordRows) => createWordTable(text, rows)
  const [whole, heads, tails] = [table(rows.whole), table(rows.heads), table(rows.tails)]
  return {
    ...{ languages, whole, heads, tails },
    phrasesAt: createPhrases(text, table(rows.pairs), table(rows.openPairs), phrases),
    inside: new Map([...inside].map(([language, rows]) => [language, table(rows)])),
  }
}

/** The rows are of no use once the tables are made: nothing that stays holds on to them. */
function readLexicon(text: string) {
  const languages: string[] = []
  const whole = noRows()
  const heads = noRows()
  const tails = noRows()
  /** The phrases by their number, from their second word on; which begin with a pair of words, and which go on after one word with what a word begins with. */
  const phrases = noRows()
  const pairs = noRows()
  const openPairs = noRows()
  const inside = new Map<number, WordRows>()
  for (let at = 0; at < text.length; ) {
    const end = endOf(text, at, '\n', text.length)
    if (text[at] === '=') languages.push(text.slice(at + 1, end))
    addLine(at, end, languages.length - 1)
    at = end + 1
  }
  return { languages, whole, heads, tails, phrases: inRows(phrases), pairs, openPairs, inside }

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
    const number = phrases.starts.length
    if (second === to && isOpen) addRow(openPairs, from, space, number)
    else addRow(pairs, from, second, number)
    addRow(phrases, space + 1, end, code)
  }
}

function createPhrases(text: string, byPair: WordTable, byFirst: WordTable, phrases: Places): Lexicon['phrasesAt'] {
  const { starts, ends, values } = phrases
  const openAfter = rememberWords((first) => byFirst.get(first))
  const none: readonly never[] = []
  return (words, at) => {
    const first = words[at] ?? ''
    const next = words[at + 1]
    if (next === undefined) return none
    const numbers = [...byPair.get(`${first} ${next}`), ...openAfter(first)].filter((one) => stands(one, words, at))
    return numbers.length === 0 ? none : numbers.sort((a, b) => a - b).map(phraseOf)
  }

  /** Whether the phrase goes on as the words do. */
  function stands(number: number, words: readonly string[], at: number): boolean {
    let start = starts[number] ?? 0
    const last = ends[number] ?? 0
    const isOpen = text[last - 1] === '*'
    const to = isOpen ? last - 1 : last
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

  function phraseOf(number: number): Phrase {
    const last = ends[number] ?? 0
    const to = text[last - 1] === '*' ? last - 1 : last
    return { rest: text.slice(starts[number] ?? 0, to).split(' '), code: values[number] ?? 0 }
  }
}

/** Where phrases stand in the text from their second word on, and what they stand for. */
interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly values: Uint32Array
}

const inRows = ({ starts, ends, values }: WordRows): Places => ({
  starts: Uint32Array.from(starts),
  ends: Uint32Array.from(ends),
  values: Uint32Array.from(values),
})

/** Where the mark stands next; `to` where it does not before. */
function endOf(text: string, from: number, mark: string, to: number): number {
  for (let at = from; at < to; at++) if (text[at] === mark) return at
  return to
}
