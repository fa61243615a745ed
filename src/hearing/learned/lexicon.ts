/** The dictionaries of all languages as one table, so that a word is looked up once. Pure. */

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

type Table = Map<string, Code[]>

export interface Lexicon {
  readonly languages: readonly string[]
  readonly whole: Table
  /** What a word begins with. */
  readonly heads: Table
  /** What a word ends with. */
  readonly tails: Table
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, Phrase[]>
  /** What is found anywhere, of languages that set no words apart: by language. */
  readonly inside: ReadonlyMap<number, Table>
}

/**
 * `text`: a line `=xx` begins a language; then, for each meaning, its place in the list, a tab, and its entries between tabs.
 * `word*` goes on, `*word` begins otherwise, `~word` is found anywhere.
 */
export function lexiconFrom(text: string): Lexicon {
  const languages: string[] = []
  const whole: Table = new Map()
  const heads: Table = new Map()
  const tails: Table = new Map()
  const phrases = new Map<string, Phrase[]>()
  const inside = new Map<number, Table>()
  for (const line of text.split('\n')) {
    if (line.startsWith('=')) languages.push(line.slice(1))
    const [meaning = '', ...entries] = line.split('\t')
    const language = languages.length - 1
    for (const entry of entries) add(entry, language, codeOf(language, Number(meaning)))
  }
  return { languages, whole, heads, tails, phrases, inside }

  function add(entry: string, language: number, code: Code): void {
    if (entry.startsWith('~')) {
      const table = inside.get(language) ?? new Map<string, Code[]>()
      inside.set(language, table)
      put(table, entry.slice(1), code)
      return
    }
    const isOpen = entry.endsWith('*')
    const words = entry.slice(entry.startsWith('*') ? 1 : 0, isOpen ? -1 : undefined)
    const space = words.indexOf(' ')
    if (space < 0) {
      if (entry.startsWith('*')) put(tails, words, code)
      if (isOpen) put(heads, words, code)
      else if (!entry.startsWith('*')) put(whole, words, code)
      return
    }
    const first = words.slice(0, space)
    const known = phrases.get(first) ?? []
    phrases.set(first, known)
    known.push({ rest: words.slice(space + 1).split(' '), isOpen, code })
  }
}

function put(table: Table, key: string, code: Code): void {
  const codes = table.get(key)
  if (codes) codes.push(code)
  else table.set(key, [code])
}
