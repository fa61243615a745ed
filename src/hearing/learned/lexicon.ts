/** The dictionaries of all languages as one table, so that a word is looked up once. Pure. */
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
  /** The last of them may go on. */
  readonly isOpen: boolean
  readonly code: Code
}

export interface Lexicon {
  readonly languages: readonly string[]
  readonly whole: WordTable
  /** What a word begins with. */
  readonly heads: WordTable
  /** What a word ends with. */
  readonly tails: WordTable
  /** Those that begin with a word. */
  phrasesFrom(first: string): readonly Phrase[]
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
  const firsts = noRows()
  /** Of the phrases, by the number that their first word stands for. */
  const phrases: { readonly start: number; readonly end: number; readonly code: Code }[] = []
  const inside = new Map<number, WordRows>()
  for (let at = 0; at < text.length; ) {
    const end = endOf(text, at, '\n', text.length)
    if (text[at] === '=') languages.push(text.slice(at + 1, end))
    addLine(at, end, languages.length - 1)
    at = end + 1
  }
  const table = (rows: WordRows) => createWordTable(text, rows)
  const phraseTable = table(firsts)
  return {
    languages,
    whole: table(whole),
    heads: table(heads),
    tails: table(tails),
    phrasesFrom: (first) => phraseTable.get(first).flatMap((number) => phraseOf(phrases[number])),
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
    addRow(firsts, from, space, phrases.length)
    phrases.push({ start: space + 1, end, code })
  }

  function phraseOf(phrase: (typeof phrases)[number] | undefined): readonly Phrase[] {
    if (!phrase) return []
    const isOpen = text[phrase.end - 1] === '*'
    const rest = text.slice(phrase.start, isOpen ? phrase.end - 1 : phrase.end).split(' ')
    return [{ rest, isOpen, code: phrase.code }]
  }
}

/** Where the mark stands next; `to` where it does not before. */
function endOf(text: string, from: number, mark: string, to: number): number {
  for (let at = from; at < to; at++) if (text[at] === mark) return at
  return to
}
