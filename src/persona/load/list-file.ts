/** Adds entries to the list of a YAML file, answers, issues or scenes: everything that stands there stays as it is, to the letter. */
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml'
import { MascotError } from '../../errors.ts'

/** Which list of which file, and what its entries are called. */
export interface ListIn {
  readonly file: 'answers.yaml' | 'issues.yaml' | 'scenes.yaml'
  readonly list: 'answers' | 'issues' | 'scenes'
  readonly entry: 'answer' | 'issue' | 'scene'
}

export interface Entry {
  readonly id: string
}

/**
 * The new text, which reads as the old one and the entry behind it; the same text when an entry of that id stands there
 * already. @throws {MascotError} `persona-invalid`
 */
export function withEntry(text: string, item: Entry, where: ListIn): string {
  return withEntries(text, [item], where)
}

/** As `withEntry`, of several at once; those whose id stands there already are passed over. @throws {MascotError} `persona-invalid` */
export function withEntries(text: string, items: readonly Entry[], where: ListIn): string {
  try {
    return whole(text, items, where)
  } catch (error) {
    if (!(error instanceof Unsuited)) throw error
    const { file, entry } = where
    throw new MascotError('persona-invalid', `${file} takes no new ${entry}: ${error.message}.`, { cause: error.cause })
  }
}

/** Why a file cannot be added to. */
class Unsuited extends Error {}

function whole(text: string, items: readonly Entry[], { list }: ListIn): string {
  const before = read(text)
  const there = listIn(before.value, list)
  const fresh = items.filter(({ id }) => !there.some((one) => mapIn(one).id === id))
  if (fresh.length === 0) return text
  const next = added(text, before.document.contents, fresh, list)
  const entries = [...there, ...fresh]
  // Wherever the text was cut wrongly, or YAML has one more surprise, the file must not suffer for it.
  if (told(read(next).value) !== told({ ...mapIn(before.value), [list]: entries }))
    throw invalid('it is written in a way that cannot be added to')
  return next
}

function read(text: string): { readonly document: Document; readonly value: unknown } {
  try {
    const document = parseDocument(text)
    if (document.errors.length === 0) return { document, value: document.toJS() }
  } catch (cause) {
    throw invalid('it cannot be read', cause)
  }
  throw invalid('it cannot be read')
}

const mapIn = (value: unknown): { readonly id?: unknown } => (typeof value === 'object' && value !== null ? value : {})
const listIn = (value: unknown, list: string): readonly unknown[] => {
  const { [list]: entries }: { readonly [key: string]: unknown } = { ...mapIn(value) }
  return Array.isArray(entries) ? entries : []
}

/** What a value says to the loader, for which the ends of texts are nothing; keys in one order. */
function told(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return part.trim()
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function added(text: string, contents: unknown, items: readonly Entry[], key: ListIn['list']): string {
  if (contents === null || (isScalar(contents) && contents.value === null))
    return insert(text, text.length, [`${key}:`, ...entriesAt(items, 2)])
  if (!isMap(contents)) throw invalid(`it is no map with "${key}"`)
  if (contents.flow)
    throw invalid(`it stands in brackets; write "${key}:" on a line of its own, and its list with dashes`)
  const column = columnOf(text, startOf(contents.items[0]?.key))
  const pair = contents.items.find((each) => isScalar(each.key) && each.key.value === key)
  if (pair === undefined) {
    const lines = [`${' '.repeat(column)}${key}:`, ...entriesAt(items, column + 2)]
    return insert(text, lineAfter(text, endOf(contents)), lines)
  }
  const list = pair.value
  if (isScalar(list) && list.value === null) return filled(text, pair, column, items)
  if (!isSeq(list)) throw invalid(`"${key}" is no list`)
  if (list.flow && list.items.length > 0) throw invalid(`"${key}" is a list in brackets; write it with dashes`)
  const dash = columnOf(text, startOf(list))
  if (list.flow) return filled(text, pair, column, items)
  return insert(text, withItsComments(text, lineAfter(text, endOf(list.items.at(-1))), dash), entriesAt(items, dash))
}

/** Where nothing stood, or `[]`: its comment stays on the line of the key. */
function filled(text: string, pair: YAMLMap['items'][number], column: number, items: readonly Entry[]): string {
  const from = startOf(pair.value)
  const nothing = /^(?:\[\s*\]|~|null)/i.exec(text.slice(from))?.[0]
  const lines = entriesAt(items, column + 2)
  if (nothing === undefined) return insert(text, lineAfter(text, endOf(pair.key)), lines)
  const bare = text.slice(0, from).trimEnd() + text.slice(from + nothing.length)
  return insert(bare, lineAfter(bare, text.slice(0, from).trimEnd().length), lines)
}

/** Whole lines at the beginning of one, with the ends of lines that the text has. */
function insert(text: string, at: number, lines: readonly string[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text.slice(0, at)
  const isOpen = before !== '' && !before.endsWith('\n')
  return before + (isOpen ? end : '') + lines.map((line) => line + end).join('') + text.slice(at)
}

/** The place after the line in which a value ends. */
function lineAfter(text: string, end: number): number {
  if (text[end - 1] === '\n') return end
  const newline = text.indexOf('\n', end)
  return newline < 0 ? text.length : newline + 1
}

/** Comments further in than the dash belong to the entry above them. */
function withItsComments(text: string, at: number, dash: number): number {
  const own = new RegExp(`(?:[^\\S\\n]*\\n)*[ ]{${dash + 1},}#[^\\n]*(?:\\n|$)`, 'y')
  let end = at
  for (own.lastIndex = end; own.test(text); own.lastIndex = end) end = own.lastIndex
  return end
}

const columnOf = (text: string, offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1)
const startOf = (node: unknown) => rangeOf(node)[0]
const endOf = (node: unknown) => rangeOf(node)[1]

function rangeOf(node: unknown): readonly [number, number, number] {
  const range = isNode(node) ? node.range : undefined
  if (!range) throw invalid('a part of it has no place')
  return range
}

/** Their lines, each dash at a column. */
function entriesAt(items: readonly Entry[], column: number): string[] {
  const pad = ' '.repeat(column)
  return stringify(items, { lineWidth: 0 })
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : pad + line))
}

function invalid(why: string, cause?: unknown): Unsuited {
  return new Unsuited(why, cause === undefined ? {} : { cause })
}
