/** The form that a person of staff gave their words in the client, as the light markdown in which words leave: `[label](url)`, `*bold*`. Pure. */
import type { MessageEntity } from 'grammy/types'
import { format } from '../wire/format.ts'
import type { Plain } from './rich-message.ts'

interface Mark {
  readonly start: number
  readonly end: number
  readonly open: string
  readonly close: string
}

const signs: Readonly<Record<string, string>> = { bold: '*', italic: '_', code: '`', pre: '`' }

/** Where a mark would be read as something else, its address stands in the text, and its form is left out. */
export function marked(said: Plain): Plain {
  const links = said.entities.filter((one) => one.type === 'text_link')
  const formed = said.entities.filter(({ type }) => type in signs)
  if (links.length === 0 && formed.length === 0) return said
  const shown = format(said.text).text
  const tries = [withMarks(said, [...links, ...formed]), withMarks(said, links)]
  return tries.find(({ text }) => format(text).text === shown) ?? withAddresses(said)
}

function withMarks(said: Plain, wanted: readonly MessageEntity[]): Plain {
  const commands = said.entities.filter(({ type }) => type === 'bot_command')
  const marks = wanted.flatMap((entity): Mark[] => {
    const words = said.text.slice(entity.offset, entity.offset + entity.length)
    const start = entity.offset + (words.length - words.trimStart().length)
    const end = entity.offset + words.trimEnd().length
    const isCommand = commands.some(({ offset, length }) => start < offset + length && end > offset)
    if (end <= start || isCommand) return []
    const sign = signs[entity.type] ?? ''
    const ends = entity.type === 'text_link' ? { open: '[', close: `](${entity.url})` } : { open: sign, close: sign }
    return [{ start, end, ...ends }]
  })
  return inserted(
    said,
    marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
  )
}

function withAddresses(said: Plain): Plain {
  const marks = said.entities.flatMap((one): Mark[] =>
    one.type === 'text_link'
      ? [{ start: one.offset, end: one.offset + one.length, open: '', close: ` (${one.url})` }]
      : [],
  )
  return inserted(said, marks)
}

/** `marks`: those that begin first before others, and of those the longest; what lies in another closes before it. */
function inserted({ text, entities }: Plain, marks: readonly Mark[]): Plain {
  const closing = (at: number) =>
    marks
      .filter(({ end }) => end === at)
      .toReversed()
      .map(({ close }) => close)
      .join('')
  const opening = (at: number) =>
    marks
      .filter(({ start }) => start === at)
      .map(({ open }) => open)
      .join('')
  const places = [...new Set([0, ...marks.flatMap(({ start, end }) => [start, end]), text.length])].toSorted(
    (a, b) => a - b,
  )
  let whole = ''
  places.forEach((at, nth) => {
    whole += closing(at) + opening(at) + text.slice(at, places[nth + 1] ?? at)
  })
  const moved = (offset: number) =>
    marks.reduce(
      (to, { start, end, open, close }) =>
        to + (start <= offset ? open.length : 0) + (end <= offset ? close.length : 0),
      offset,
    )
  const kept = entities.filter(({ type }) => type !== 'text_link' && !(type in signs))
  return { text: whole, entities: kept.map((one) => ({ ...one, offset: moved(one.offset) })) }
}
