/** Adds an approved answer to the text of answers.yaml: everything that stands there stays as it is, to the letter. */
import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import type { ProposedAnswer } from '../../domain/answer.ts'
import { MascotError } from '../../errors.ts'

/** The new text; the same text when an answer of that id stands there already. @throws {MascotError} `persona-invalid` */
export function withAnswer(text: string, answer: ProposedAnswer): string {
  const document = parseDocument(text)
  if (document.errors.length > 0) throw invalid('it cannot be read')
  const { contents } = document
  if (contents === null) return `${ended(text)}answers:\n${entry(answer, 2)}`
  if (!isMap(contents)) throw invalid('it is no map with "answers"')
  const list = contents.get('answers', true)
  if (list === undefined) return `${ended(text)}answers:\n${entry(answer, 2)}`
  if (!isSeq(list)) throw invalid('"answers" is no list')
  const isThere = list.items.some((item) => isMap(item) && item.get('id') === answer.id)
  if (isThere) return text
  const [last] = list.items.slice(-1)
  if (list.flow || last === undefined) return rewritten(text, list, answer)
  const start = isMap(last) ? last.range?.[0] : undefined
  const end = isMap(last) ? last.range?.[1] : undefined
  if (start === undefined || end === undefined) throw invalid('its last answer has no place')
  // `- ` stands two columns before the first key of the entry.
  const column = start - (text.lastIndexOf('\n', start - 1) + 1)
  const lineEnd = text.indexOf('\n', end - 1)
  const at = end > 0 && text[end - 1] === '\n' ? end : lineEnd < 0 ? text.length : lineEnd + 1
  const before = ended(text.slice(0, at))
  return before + entry(answer, Math.max(0, column - 2)) + text.slice(at)
}

/** `answers: []`, or a list in brackets. */
function rewritten(
  text: string,
  list: { range?: [number, number, number] | null | undefined; items: unknown[] },
  answer: ProposedAnswer,
): string {
  if (list.items.length > 0) throw invalid('"answers" is a list in brackets; write it with dashes')
  const [from, to] = list.range ?? []
  if (from === undefined || to === undefined) throw invalid('"answers" has no place')
  return `${text.slice(0, from).trimEnd()}\n${entry(answer, 2)}${text.slice(to).replace(/^[^\S\n]*\n?/, '')}`
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function entry({ id, asks, answer, owner }: ProposedAnswer, indent: number): string {
  const yaml = stringify([{ id, asks: [...asks], answer: { ...answer }, ...(owner ? { owner } : {}) }], {
    lineWidth: 0,
  })
  const pad = ' '.repeat(indent)
  return yaml
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : pad + line))
    .join('\n')
    .concat('\n')
}

function invalid(why: string): MascotError {
  return new MascotError('persona-invalid', `answers.yaml takes no new answer: ${why}.`)
}
