/**
 * One form for what reads the same, and the way back: lists, searches and masks all compare folded text with folded text, and
 * what is found is shown or masked in the original.
 */
import { eachMatch } from '../phrases/each-match.ts'
import { simplified } from './simplified.ts'

export interface FoldOptions {
  /** Capitals as they are: `ABN` is an account's, `abn` a word. */
  readonly keepsCase?: boolean
  /** No letter's marks are told apart from the letter, in whichever script; else only accents are taken off, vowel signs stay. */
  readonly dropsMarks?: boolean
  /** Digits of every script as ASCII, every dash as `-`, every space as a space. */
  readonly plainFigures?: boolean
  /** Letters as one writes them without the key (ß as ss), and straight quotes. */
  readonly plainLetters?: boolean
  /** Traditional Chinese characters as simplified ones. */
  readonly oneChinese?: boolean
  /** `½`, `…` and whatever else would become several characters stays. */
  readonly keepsShort?: boolean
  /** Most units that one character may become; a ligature can hold eighteen letters. */
  readonly longest?: number
}

export interface Folded {
  readonly text: string
  /** The stretch of the original that a stretch of `text` was made of. */
  span(start: number, end: number): { readonly start: number; readonly end: number }
}

export interface Fold {
  /** Linear in the length of `text`. */
  (text: string): string
  withMap(text: string): Folded
}

const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
  ...{ ʼ: "'", '’': "'", '‘': "'", '`': "'", '´': "'", '“': '"', '”': '"', '‐': '-', '‑': '-' },
}
/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the stroke that lengthens; nothing Indic, Thai or kana. */
const accents = /[\u0300-\u036F\u0591-\u05C7\u064B-\u0652\u0670\u0640\p{Cf}\p{Variation_Selector}]/gu
const allMarks = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const digit = /\p{Nd}/gu

/** What is read together, as its parts may join: jamo, kana and their voicing, a letter and its marks. Bounded, as marks can be piled up. */
const jamo = '\\u1100-\\u11FF\\u3131-\\u318E\\uFFA0-\\uFFDC'
const joined = `[\\uAC00-\\uD7A3]?[${jamo}]{1,64}|[\\u3041-\\u30FF\\uFF66-\\uFF9D][\\u3099\\u309A\\uFF9E\\uFF9F]|[\\0-\\x7f]\\p{M}{1,8}`
/** All that does not fold to itself for sure. Han is left to `simplified`, which is quicker. */
const changing = new RegExp(
  `${joined}|[A-Z\`]|[^\\0-\\x7f\\u3041-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7a3]\\p{M}{0,8}`,
  'gu',
)
const isAscii = /^[\0-\x7f]*$/
const isPaired = /[\ud800-\udbff]/
const CACHED = 20_000

export function createFold(options: FoldOptions): Fold {
  const known = new Map<string, string>()
  const formOf = (character: string): string => {
    const found = known.get(character)
    if (found !== undefined) return found
    const form = formed(character, options)
    if (known.size < CACHED) known.set(character, form)
    return form
  }
  const ofAscii = (text: string) => {
    const lower = options.keepsCase ? text : text.toLowerCase()
    return options.plainLetters ? lower.replaceAll('`', "'") : lower
  }
  const fold = (text: string): string => {
    if (isAscii.test(text)) return ofAscii(text)
    const plain = text.replace(changing, formOf)
    return options.oneChinese ? simplified(plain) : plain
  }
  return Object.assign(fold, {
    withMap(text: string): Folded {
      const folded = fold(text)
      let places: Places | undefined
      return {
        text: folded,
        span(start: number, end: number) {
          places ??= placesIn(text, folded.length, formOf)
          return {
            start: places.starts[start] ?? text.length,
            end: places.ends[Math.max(start, end - 1)] ?? text.length,
          }
        },
      }
    },
  })
}

/** For each unit of a folded text where in the original the character began, and ended, that it was made of. */
interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Only for what was found: most texts hold nothing. */
function placesIn(text: string, folded: number, formOf: (character: string) => string): Places {
  const starts = new Uint32Array(folded)
  const ends = new Uint32Array(folded)
  let from = 0
  let unit = 0
  const copy = (to: number) => {
    for (; from < to; from++, unit++) {
      starts[unit] = from
      ends[unit] = from + 1
    }
  }
  for (const { 0: character, index } of eachMatch(changing, text)) {
    copy(index)
    const form = formOf(character)
    const to = index + character.length
    // Letter by letter, as far as anybody can tell; no pair of units is cut.
    if (form.length === character.length && !isPaired.test(character)) {
      copy(to)
      continue
    }
    starts.fill(index, unit, unit + form.length)
    ends.fill(to, unit, unit + form.length)
    unit += form.length
    from = to
  }
  copy(text.length)
  return { starts, ends }
}

function formed(character: string, options: FoldOptions): string {
  const { keepsCase, dropsMarks, plainFigures, plainLetters, keepsShort, longest } = options
  let form = character.normalize('NFKC')
  if (!keepsCase) form = form.toLowerCase()
  form = form
    .normalize('NFKD')
    .replace(dropsMarks ? allMarks : accents, '')
    .normalize('NFC')
  if (plainFigures)
    form = form
      .replace(digit, digitOf)
      .replace(/[\p{Pd}\u2212]/gu, '-')
      .replace(/\p{Zs}/gu, ' ')
      .replace(/[\p{Zl}\p{Zp}]/gu, '\n')
  if (keepsShort && [...form].length > 1) form = character
  if (plainLetters) form = form.replace(/[^\0-_a-\x7f]/gu, (letter) => letters[letter] ?? letter)
  return longest === undefined ? form : form.slice(0, longest)
}

/** Decimal digits stand in runs of ten from zero to nine in every script (Unicode, chapter 4.6). */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}

/** As lists of words, names and phrases are compared: width, case, accents, quotes, hidden characters and Chinese script make no difference. */
export const fold: Fold = createFold({ plainLetters: true, oneChinese: true })
