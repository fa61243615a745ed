/** Adds phrasings to an answer that stands in answers.yaml: everything else stays as it is, to the letter. */
import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import { MascotError } from '../../errors.ts'

/** The new text; the same where all of them stand there. @throws {MascotError} `persona-invalid` */
export function withPhrasings(text: string, id: string, asks: readonly string[]): string {
  const document = parseDocument(text)
  const answers = document.get('answers')
  const answer = isSeq(answers) ? answers.items.find((one) => isMap(one) && one.get('id') === id) : undefined
  const list = isMap(answer) ? answer.get('asks', true) : undefined
  if (document.errors.length > 0 || !isSeq(list) || !list.range)
    throw unsuited(`there is no “${id}” with a list of asks`)
  const known: unknown = list.toJS(document)
  const before = new Set(Array.isArray(known) ? known.map(String) : [])
  const fresh = [...new Set(asks)].filter((ask) => !before.has(ask))
  if (fresh.length === 0) return text
  const next = list.flow ? inBrackets(text, list.range, before.size, fresh) : onLines(text, list, fresh)
  const read = parseDocument(next)
  const after: unknown = read.errors.length === 0 ? read.toJS() : undefined
  // Wherever the text was cut wrongly, the file must not suffer for it.
  if (JSON.stringify(after) !== JSON.stringify(expected(document.toJS(), id, fresh)))
    throw unsuited('it is written in a way that cannot be added to')
  return next
}

type Range = readonly [number, number, number]

function inBrackets(text: string, [, end]: Range, count: number, fresh: readonly string[]): string {
  const close = end - 1
  const head = text.slice(0, close).trimEnd()
  const comma = count === 0 || head.endsWith(',') ? (count === 0 ? '' : ' ') : ', '
  return `${head}${comma}${fresh.map(quoted).join(', ')}${text.slice(head.length, close)}${text.slice(close)}`
}

function onLines(
  text: string,
  list: { readonly items: readonly unknown[]; readonly range?: Range | null },
  fresh: readonly string[],
): string {
  const [start, end] = list.range ?? [0, 0, 0]
  const column = start - (text.lastIndexOf('\n', start - 1) + 1)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const at = newline < 0 ? text.length : newline + 1
  const open = at > 0 && text[at - 1] !== '\n' ? lineEnd : ''
  const lines = fresh.map((ask) => `${' '.repeat(column)}- ${quoted(ask)}${lineEnd}`)
  return `${text.slice(0, at)}${open}${lines.join('')}${text.slice(at)}`
}

/** On one line whatever it holds. */
function quoted(ask: string): string {
  return stringify(ask, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd()
}

function expected(value: unknown, id: string, fresh: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || !('answers' in value) || !Array.isArray(value.answers))
    return value
  const answers = value.answers.map((answer: { readonly id?: unknown; readonly asks?: readonly unknown[] }) =>
    answer.id === id ? { ...answer, asks: [...(answer.asks ?? []), ...fresh] } : answer,
  )
  return { ...value, answers }
}

function unsuited(why: string): MascotError {
  return new MascotError('persona-invalid', `answers.yaml takes no new phrasing: ${why}.`)
}
