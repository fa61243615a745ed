/** A text longer than one message, cut where a reader would pause: never in a grapheme, and in a link or code only if it alone is too long. */
import type { Formatted } from '../wire/format.ts'

/** Best first. A cut falls behind the match. */
const pauses = [/\n{2,}/g, /\n/g, /[.!?…](?=\s)|[。！？]/g, /\s/g]
const address = /https?:\/\/[^\s<>]+/g
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

interface Range {
  readonly start: number
  readonly end: number
}

/** At least one part; each at most `limit` UTF-16 units, without white space at its ends; `head` stands before each but the first. */
export function split(formatted: Formatted, limit: number, head: Formatted = { text: '', entities: [] }): Formatted[] {
  const parts: Formatted[] = []
  let rest = trimmed(formatted, 0, formatted.text.length)
  while (rest.text.length > limit) {
    const cut = cutBefore(rest, limit)
    parts.push(trimmed(rest, 0, cut))
    const more = trimmed(rest, cut, rest.text.length)
    rest = more.text === '' ? more : behind(head, more)
  }
  if (rest.text !== '' || parts.length === 0) parts.push(rest)
  return parts.filter((part, index) => part.text !== '' || index === 0)
}

/** Words behind others. */
export function behind(head: Formatted, words: Formatted): Formatted {
  const moved = words.entities.map((entity) => ({ ...entity, offset: entity.offset + head.text.length }))
  return { text: head.text + words.text, entities: [...head.entities, ...moved] }
}

function cutBefore(formatted: Formatted, limit: number): number {
  const { text } = formatted
  const whole = wholeRanges(formatted)
  const isWithin = (at: number) => whole.some(({ start, end }) => at > start && at < end)
  // In the first half of a part a pause would leave more room unused than it is worth.
  const window = text.slice(0, limit + 1)
  for (const pause of pauses) {
    const ends = [...window.matchAll(pause)].map((match) => match.index + match[0].length)
    const best = ends.findLast((at) => at <= limit && at > limit / 2 && !isWithin(at))
    if (best !== undefined) return best
  }
  const around = whole.find(({ start, end }) => limit > start && limit < end)
  const target = around && around.start > 0 ? around.start : limit
  const start = graphemes.segment(text).containing(target)?.index ?? target
  if (start > 0) return start
  // One grapheme fills the whole message: the least harm is to keep its characters whole.
  return /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit
}

/** Links, code and addresses, which a cut would break. */
function wholeRanges({ text, entities }: Formatted): Range[] {
  const marked = entities
    .filter(({ type }) => type === 'text_link' || type === 'code')
    .map(({ offset, length }) => ({ start: offset, end: offset + length }))
  const bare = [...text.matchAll(address)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
  return [...marked, ...bare]
}

/** The stretch from `start` to `end` without white space at its ends; entities are cut to it. */
function trimmed({ text, entities }: Formatted, start: number, end: number): Formatted {
  const stretch = text.slice(start, end)
  const from = start + (stretch.length - stretch.trimStart().length)
  const kept = stretch.trim()
  const to = from + kept.length
  return {
    text: kept,
    entities: entities.flatMap((entity) => {
      const first = Math.max(entity.offset, from)
      const last = Math.min(entity.offset + entity.length, to)
      return last > first ? [{ ...entity, offset: first - from, length: last - first }] : []
    }),
  }
}
