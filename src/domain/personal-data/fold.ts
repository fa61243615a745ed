/** What a reader sees, for machines to search: full-width and foreign digits as ASCII, nothing hidden, no accents; and the way back. */

export interface Folded {
  readonly text: string
  /** The stretch of the original that a stretch of `text` was made of. */
  span(start: number, end: number): { readonly start: number; readonly end: number }
}

const ascii = /^[\0-\x7f]*$/
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/u
const digit = /\p{Nd}/u
/** Letters that fold to themselves, looked at one by one only here: kana, CJK, Hangul. */
const plain = /[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3]/

/** Linear in the length of `text`. */
export function fold(text: string): Folded {
  if (ascii.test(text)) return { text, span: (start, end) => ({ start, end }) }
  const pieces: string[] = []
  const starts = new Uint32Array(text.length * 4 + 1)
  const ends = new Uint32Array(text.length * 4 + 1)
  const known = new Map<string, string>()
  let length = 0
  let offset = 0
  for (const char of text) {
    const end = offset + char.length
    let folded = char.length === 1 && (char <= '\x7f' || plain.test(char)) ? char : known.get(char)
    if (folded === undefined) {
      // Bounds what a ligature of many letters may grow to.
      folded = foldChar(char).slice(0, 4)
      known.set(char, folded)
    }
    for (let unit = 0; unit < folded.length; unit++) {
      starts[length] = offset
      ends[length] = end
      length += 1
    }
    pieces.push(folded)
    offset = end
  }
  return {
    text: pieces.join(''),
    span: (start, end) => ({ start: starts[start] ?? 0, end: ends[Math.max(start, end - 1)] ?? text.length }),
  }
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
