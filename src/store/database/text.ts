/** Text that both databases hold alike. Bodies are JSON, whose escapes keep every character; plain columns come through here. */
import { createHash } from 'node:crypto'

/** PostgreSQL refuses NUL and lone surrogates in text: both become U+FFFD, on SQLite too. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

/** Longest key kept as it is, in UTF-16 units: a PostgreSQL index row holds at most 2,704 bytes. */
const longestKey = 400

/** As `storable`, for text in an index: a longer key keeps its beginning and ends in a digest of the whole. */
export function indexable(key: string): string {
  const text = storable(key)
  if (text.length <= longestKey) return text
  const digest = createHash('sha256').update(text).digest('base64url')
  return `${text.slice(0, longestKey).toWellFormed()}#${digest}`
}

export function parse<T>(json: string): T {
  return JSON.parse(json)
}
