/** A text as the finders of facts read it: folded, cut into sentences, each place found leading back to the words as written. */
import { eachMatch } from '../words/phrases/each-match.ts'
import { either, eitherOf } from '../words/phrases/either.ts'
import { rememberFew } from '../words/remember-last.ts'
import { foldFiguresWithMap } from './fold-figures.ts'

/** A place in `folded`. */
export interface Sentence {
  readonly index: number
  readonly start: number
  readonly end: number
}

export interface Stated {
  /** Lower case, no accents, narrow forms, simplified characters; links blanked out. */
  readonly folded: string
  readonly sentences: readonly Sentence[]
  /** The words as written, but for invisible characters, that a stretch of `folded` was made of; trimmed. */
  quote(place: { readonly start: number; readonly end: number }): string
}

/** UTF-16 units that are read; no reply is longer. */
const readLimit = 20_000

const invisible = /[\p{Cf}\p{Variation_Selector}]/gu
const address = /(?:https?:\/\/|www\.)[^\s<>"，。！？；、（）]{1,2048}/u
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u
const bareAddress = /(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s<>"，。！？；、（）]{0,1024}/u
const link = either('giu', address, mail, bareAddress)

/** A draft is read by ground and by review, whole and sentence by sentence. */
export const readStated: (text: string) => Stated = rememberFew((text) => {
  const plain = text.slice(0, readLimit).toWellFormed().replace(invisible, '').normalize('NFC')
  const { text: unblanked, span } = foldFiguresWithMap(plain)
  const folded = unblanked.replace(link, (found) => ' '.repeat(found.length))
  return {
    folded,
    sentences: cut(folded),
    quote({ start, end }) {
      if (start >= end) return ''
      const place = span(start, end)
      return plain.slice(place.start, place.end).trim()
    },
  }
})

const shortened = eitherOf(String.raw`
  mr mrs ms dr st no nos approx e\.g i\.e etc vs ca bzw z\.b inkl zzgl nr str art tel sra? ud uds mme p\.m a\.m
  jan feb mar apr jun jul aug sept? oct nov dec
`)
const abbreviation = new RegExp(`(?:^|[\\s("])(?:${shortened})\\.$`)
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
export function sentenceAt(stated: Stated, at: number): Sentence {
  const { sentences, folded } = stated
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return sentences[low] ?? { index: 0, start: 0, end: folded.length }
}
