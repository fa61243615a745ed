/** What a fan wrote, made fit for machines to read: no hidden characters, one form for each letter, bounded in length. */

import { rememberFew } from '../remember-last.ts'
import { emojiPattern } from './emoji.ts'
import { stripUnspeakable } from './unspeakable.ts'

/** Most graphemes of a message that are read. Telegram allows 4,096 units, Discord 4,000; a page may post anything. */
const maxGraphemes = 8000
/** Bounds the work before graphemes are counted: the longest emoji are about 15 UTF-16 units. */
const maxUnits = maxGraphemes * 8
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** NFKC, hidden characters gone, lone surrogates replaced by U+FFFD, all white space one space, at most 8,000 graphemes. */
export const cleanText: (text: string) => string = rememberFew((text) => {
  if (text.length <= maxGraphemes && /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/.test(text)) return text
  const wellFormed = text.trimStart().slice(0, maxUnits).toWellFormed()
  // One ligature may become 18 letters, so the bound is set again.
  const plain = stripUnspeakable(wellFormed).normalize('NFKC').slice(0, maxUnits)
  return firstGraphemes(stripUnspeakable(plain).replace(/\s+/g, ' ').trim(), maxGraphemes).trimEnd()
})

/** Nothing to read in it: empty, white space, hidden characters. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text) || cleanText(text) === ''
}

/** Emoji and nothing else (white space aside), at least one. */
export function isOnlyEmoji(text: string): boolean {
  const clean = cleanText(text)
  return clean !== '' && clean.replace(emojiPattern, '').trim() === ''
}

function firstGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text
  let count = 0
  for (const { index } of graphemes.segment(text.slice(0, maxUnits))) {
    if (count++ === limit) return text.slice(0, index)
  }
  return text.slice(0, maxUnits).toWellFormed()
}
