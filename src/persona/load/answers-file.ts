/** Adds an approved answer to the text of answers.yaml: everything that stands there stays as it is, to the letter. */
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml'
import type { ProposedAnswer } from '../../domain/answer.ts'
import { MascotError } from '../../errors.ts'

/**
 * The new text, which reads as the old one and the answer behind it; the same text when an answer of that id stands there
 * already. @throws {MascotError} `persona-invalid`
 */
export function withAnswer(text: string, answer: ProposedAnswer): string {
  const before = read(text)
  const next = added(text, before.document.contents, answer)
  if (next === undefined) return text
  const entries = [...listIn(before.value), answer]
  // Wherever the text was cut wrongly, or YAML has one more surprise, the file must not suffer for it.
  if (told(read(next).value) !== told({ ...mapIn(before.value), answers: entries }))
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

const mapIn = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
const listIn = (value: unknown): readonly unknown[] => {
  const { answers }: { answers?: unknown } = mapIn(value)
  return Array.isArray(answers) ? answers : []
}

/** What a value says to the loader, for which the ends of texts are nothing; keys in one order. */
function told(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return part.trim()
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Undefined when an answer of that id stands there. */
function added(text: string, contents: unknown, answer: ProposedAnswer): string | undefined {
  if (contents === null || (isScalar(contents) && contents.value === null))
    return insert(text, text.length, ['answers:', ...entry(answer, 2)])
  if (!isMap(contents)) throw invalid('it is no map with "answers"')
  if (contents.flow)
    throw invalid('it stands in brackets; write "answers:" on a line of its own, and its list with dashes')
  const column = columnOf(text, startOf(contents.items[0]?.key))
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'answers')
  if (pair === undefined) {
    const lines = [`${' '.repeat(column)}answers:`, ...entry(answer, column + 2)]
    return insert(text, lineAfter(text, endOf(contents)), lines)
  }
  const list = pair.value
  if (isScalar(list) && list.value === null) return filled(text, pair, column, answer)
  if (!isSeq(list)) throw invalid('"answers" is no list')
  if (list.items.some((item) => isMap(item) && item.get('id') === answer.id)) return undefined
  if (list.flow && list.items.length > 0) throw invalid('"answers" is a list in brackets; write it with dashes')
  const dash = columnOf(text, startOf(list))
  if (list.flow) return filled(text, pair, column, answer)
  return insert(text, withItsComments(text, lineAfter(text, endOf(list.items.at(-1))), dash), entry(answer, dash))
}

/** Where nothing stood, or `[]`: its comment stays on the line of the key. */
function filled(text: string, pair: YAMLMap['items'][number], column: number, answer: ProposedAnswer): string {
  const from = startOf(pair.value)
  const nothing = /^(?:\[\s*\]|~|null)/i.exec(text.slice(from))?.[0]
  const lines = entry(answer, column + 2)
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

/** Comments further in than the dash belong to the answer above them. */
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

/** The lines of one entry, its dash at a column. */
function entry({ id, asks, answer, owner }: ProposedAnswer, column: number): string[] {
  const item = { id, asks: [...asks], answer: { ...answer }, ...(owner ? { owner } : {}) }
  const pad = ' '.repeat(column)
  return stringify([item], { lineWidth: 0 })
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : pad + line))
}

function invalid(why: string, cause?: unknown): MascotError {
  const options = cause === undefined ? {} : { cause }
  return new MascotError('persona-invalid', `answers.yaml takes no new answer: ${why}.`, options)
}
