/** Text cut into sentences without losing a character, and the stretches no cut may fall into. */
import type { Lang } from '../../domain/message.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { either } from '../../words/phrases/either.ts'
import { rememberFew } from '../../words/remember-last.ts'
import { withoutLeaning } from './leaning-sentence.ts'

export interface Range {
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// Every repetition is bounded, so that a long run of letters is not scanned again from each of them.
const address = /(?:https?:\/\/|www\.)[^\s<>"“”‘’，。！？；、（）【】「」『』]{1,2048}/u
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u
const bareAddress = /(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/[^\s<>"“”，。！？；、（）【】「」『』]{0,1024}/u
const url = either('giu', address, mail, bareAddress)
/** One of them stands in each of these. */
const marksOfAddress = /[/@]|www\./iu
const linkOrCode = /\[[^\]\n]{1,300}\]\([^\s()]{1,2048}\)|`[^`\n]{1,500}`/u
const starred = /(?<![\p{L}\p{N}*])\*[^\s*](?:[^*\n]{0,500}[^\s*])?\*(?![\p{L}\p{N}*])/u
const underscored = /(?<![\p{L}\p{N}_])_[^\s_](?:[^_\n]{0,500}[^\s_])?_(?![\p{L}\p{N}_])/u
const entity = either('gu', linkOrCode, starred, underscored)

/** URLs and addresses, without the punctuation that closes the sentence around them. */
export function urlRanges(text: string): Range[] {
  if (!marksOfAddress.test(text)) return []
  return eachMatch(url, text).map((match) => {
    const address = match[0].replace(/[.,!?;:)\]'*_~]+$/, (tail) =>
      match[0].includes('(') ? tail.replace(/[^)].*$/, '') : '',
    )
    return { start: match.index, end: match.index + address.length }
  })
}

/** URLs and inline markdown: what must stay in one piece. Sorted and disjoint. */
export function wholeRanges(text: string): Range[] {
  const entities = eachMatch(entity, text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const sorted = [...urlRanges(text), ...entities].sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: { start: number; end: number }[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/** Applies `change` to the text between the ranges, which stay as they are. */
export function outside(
  text: string,
  ranges: readonly Range[],
  change: (part: string, start: number) => string,
): string {
  let result = ''
  let from = 0
  for (const range of ranges) {
    result += change(text.slice(from, range.start), from) + text.slice(range.start, range.end)
    from = range.end
  }
  return result + change(text.slice(from), from)
}

/** Words whose full stop does not end a sentence, folded to lower case. A single letter is an initial. */
const abbreviations = new Set(
  (
    'mr mrs ms mx dr prof sr jr st no nos vs vol pp p approx dept est fig inc ltd co corp gen rep sen hon rev e.g i.e cf al ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri ' +
    'mme mlle mgr p.ex ex env art tel av bd chap ' +
    'z.b d.h u.a u.u o.ä bzw ca nr str hr fr evtl ggf inkl zzgl bspw usw vgl ' +
    'sra srta dra ud uds avda pág núm d dña sig sig.ra dott ing sigg pag'
  ).split(' '),
)

function isFalseEnd(before: string, after: string): boolean {
  if (/^\s*$/.test(after) || /\n\s*$/.test(before)) return false
  // "1. Grind" at the start of a line is a number, not a sentence.
  if (/(?:^|\n)\s*\d{1,3}[.)]\s*$/.test(before)) return true
  const word = /(?:^|[\s("'“«[])((?:\p{L}{1,4}\.){0,3}\p{L}{1,5})\.\s*$/u.exec(before)?.[1]?.toLowerCase()
  if (word === undefined) return false
  return abbreviations.has(word) || (/^\p{L}$/u.test(word) && word !== 'i' && /^\p{Lu}/u.test(after))
}

/** Sentences in order; their ranges cover the text. A line break always ends one. */
export const sentences: (text: string) => readonly Range[] = rememberFew((text) => {
  const guarded = wholeRanges(text)
  const ends: number[] = []
  let guard = 0
  for (const { index } of segmenter.segment(text)) {
    if (index === 0) continue
    // An opening quote belongs to what follows; the segmenter leaves it with what came before.
    const end = /[“「『《（(¿¡]/.test(text[index - 1] ?? '') ? index - 1 : index
    while (guarded[guard] && (guarded[guard]?.end ?? 0) <= end) guard++
    const whole = guarded[guard]
    if (whole && whole.start < end && end < whole.end) continue
    if (end === 0 || isFalseEnd(text.slice(Math.max(0, end - 24), end), text.slice(end, end + 4))) continue
    ends.push(end)
  }
  if (text.length > 0) ends.push(text.length)
  let start = 0
  return ends
    .map((end) => {
      const sentence = { start, end }
      start = end
      return sentence
    })
    .filter((sentence) => sentence.end > sentence.start)
})

/**
 * The text without every sentence that touches one of the ranges; line breaks stay. What leant on a dropped sentence, with a
 * "but" at its head, stands by itself then. @param lang if absent, only longer words that lean are known, of every language.
 */
export function dropSentences(text: string, ranges: readonly Range[], lang?: Lang): string {
  if (ranges.length === 0) return text
  let kept = ''
  let hasGap = false
  for (const { start, end } of sentences(text)) {
    const isTouched = ranges.some((range) => range.start < end && range.end > start)
    const sentence = text.slice(start, end)
    if (!isTouched) kept += hasGap ? withoutLeaning(sentence, lang) : sentence
    else if (kept !== '') kept += /\n+\s*$/.exec(sentence)?.[0] ?? ''
    hasGap = isTouched
  }
  return tidySpace(kept)
}

/** No space at a line's end, none doubled, at most one empty line, none around. */
export function tidySpace(text: string): string {
  return text
    .replace(/[^\S\n]+/g, (run) => (run.length > 1 ? ' ' : run))
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
