/** What a reader sees, for machines to search: full-width and foreign digits as ASCII, nothing hidden, no accents; and the way back. */

export interface Folded {
  readonly text: string
  /** The stretch of the original that a stretch of `text` was made of. */
  span(start: number, end: number): { readonly start: number; readonly end: number }
}

const ascii = /^[\0-\x7f]*$/
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/u
const digit = /\p{Nd}/u
/** Characters that do not fold to themselves for sure: all but ASCII, kana, CJK and Hangul. */
const odd = /[^\0-\x7f\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3]/gu

/** Linear in the length of `text`. */
export function fold(text: string): Folded {
  if (ascii.test(text)) return { text, span: (start, end) => ({ start, end }) }
  const known = new Map<string, string>()
  const folded = text.replace(odd, (char) => {
    let form = known.get(char)
    if (form === undefined) {
      // Bounds what a ligature of many letters may grow to.
      form = foldChar(char).slice(0, 4)
      known.set(char, form)
    }
    return form
  })
  let places: Places | undefined
  return {
    text: folded,
    span(start, end) {
      places ??= placesIn(text, folded.length, known)
      return { start: places.starts[start] ?? 0, end: places.ends[Math.max(start, end - 1)] ?? text.length }
    },
  }
}

/** For each unit of a folded text where in the original the character began, and ended, that it was made of. */
interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Only for what was found: most texts hold nothing. */
function placesIn(text: string, folded: number, known: ReadonlyMap<string, string>): Places {
  const starts = new Uint32Array(folded)
  const ends = new Uint32Array(folded)
  let length = 0
  let offset = 0
  for (const char of text) {
    const end = offset + char.length
    const units = known.get(char)?.length ?? char.length
    starts.fill(offset, length, length + units)
    ends.fill(end, length, length + units)
    length += units
    offset = end
  }
  return { starts, ends }
}

function foldChar(char: string): string {
  if (hidden.test(char)) return ''
  if (digit.test(char)) return digitOf(char)
  if (/[\p{Pd}\u2212]/u.test(char)) return '-'
  if (/\p{Zs}/u.test(char)) return ' '
  if (/[\p{Zl}\p{Zp}]/u.test(char)) return '\n'
  return [...char.normalize('NFKD')]
    .map((part) => (/\p{M}/u.test(part) ? '' : digit.test(part) ? digitOf(part) : /\p{Zs}/u.test(part) ? ' ' : part))
    .join('')
}

/** Decimal digits stand in runs of ten from zero to nine in every script (Unicode, chapter 4.6). */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  let zero = code
  while (digit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
