/** A text as the finders of facts read it: folded unit for unit, so that every place found is a place in the text. */
import { eachMatch } from '../words/each-match.ts'
import { rememberLast } from '../words/remember-last.ts'
import { simplifiedForms } from '../words/simplified-forms.ts'

export interface Sentence {
  readonly index: number
  readonly start: number
  readonly end: number
}

export interface Reading {
  /** The text without invisible characters, in NFC. */
  readonly text: string
  /** As long as `text`: lower case, no accents, narrow forms, simplified characters; links blanked out. */
  readonly folded: string
  readonly sentences: readonly Sentence[]
}

/** UTF-16 units that are read; no reply is longer. */
const readLimit = 20_000

const invisible = /[\p{Cf}\p{Variation_Selector}]/gu
const letters: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
}
const link =
  /(?:https?:\/\/|www\.)[^\s<>"，。！？；、（）]{1,2048}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s<>"，。！？；、（）]{0,1024}/giu

const cache = new Map<string, string>()

function foldUnit(unit: string): string {
  const known = cache.get(unit)
  if (known !== undefined) return known
  const given = letters[unit] ?? simplifiedForms.get(unit)
  const isKana = /[\u3040-\u30FF\uAC00-\uD7AF]/.test(unit)
  const plain = unit
    .normalize(isKana ? 'NFKC' : 'NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
  const folded = given ?? (plain.length === 1 ? (letters[plain] ?? simplifiedForms.get(plain) ?? plain) : unit)
  if (cache.size < 20_000) cache.set(unit, folded)
  return folded
}

/** Folds unit for unit; used for texts and for the sources of patterns alike. */
export function foldUnits(text: string): string {
  return text.replace(changing, foldUnit)
}

/** Units that do not fold to themselves for sure. */
const changing = /[A-Z`]|[^\0-\x7f]/g

export const read: (text: string) => Reading = rememberLast((text) => {
  const plain = text.slice(0, readLimit).toWellFormed().replace(invisible, '').normalize('NFC')
  const folded = foldUnits(plain).replace(link, (found) => ' '.repeat(found.length))
  return { text: plain, folded, sentences: cut(folded) }
})

const abbreviation =
  /(?:^|[\s("])(?:mr|mrs|ms|dr|st|no|nos|approx|e\.g|i\.e|etc|vs|ca|bzw|z\.b|inkl|zzgl|nr|str|art|tel|sra?|ud|uds|mme|p\.m|a\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/
/** "3. Mai" */
const ordinal = /(?:^|[\s(])\d{1,2}\.$/
const monthNext = /^\s(?:januar|februar|marz|april|mai|juni|juli|august|septem|oktober|novem|dezem)/
const end = /[。！？!?…]+["'」』)]*|\.+["')]*(?=\s|$)|\n+/g

/** Sentences in order; a line break always ends one. The full stop of an abbreviation or a day of the month ends none. */
function cut(folded: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const add = (to: number): void => {
    if (folded.slice(start, to).trim() !== '') sentences.push({ index: sentences.length, start, end: to })
    start = to
  }
  for (const match of eachMatch(end, folded)) {
    const to = match.index + match[0].length
    const before = folded.slice(Math.max(start, to - 12), to)
    const isWithin =
      match[0] === '.' &&
      (abbreviation.test(before) || (ordinal.test(before) && monthNext.test(folded.slice(to, to + 8))))
    if (!isWithin) add(to)
  }
  add(folded.length)
  return sentences
}

/** The sentence a place stands in. */
export function sentenceAt(reading: Reading, at: number): Sentence {
  const { sentences } = reading
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return sentences[low] ?? { index: 0, start: 0, end: reading.text.length }
}
