/** Every commitment of a text: phrases that commit, and figures where they bind. */

import { hasScript } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { eachMatch } from '../words/phrases/each-match.ts'
import { rememberFew } from '../words/remember-last.ts'
import { bindsDuration, bindsMoment, bindsMoney, bindsShare } from './binding.ts'
import type { Commitment, CommitmentKind } from './commitment.ts'
import { findMoments, type Moment } from './dates.ts'
import { createFrames } from './frames.ts'
import { choiceOfList } from './lists.ts'
import { findNumbers } from './numbers.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import { commitmentSections } from './sections.ts'
import { type Stance, stanceOf } from './stance.ts'
import { readStated, type Sentence, type Stated, sentenceAt } from './stated.ts'

/** A place in a text that would commit, and how it is meant. */
export interface Mention {
  readonly commitment: Commitment
  readonly stance: Stance
  /** In the folded text. */
  readonly start: number
  readonly end: number
}

const inSpaced = createFrames('spaced')
const inUnspaced = createFrames('unspaced')

/** Kinds whose own words deny something: no charge, no side effects, no need of a lawyer. */
const mayHoldNo = new Set<CommitmentKind>(['free', 'guarantee', 'health', 'legal', 'availability'])

/** All places, in order, also those denied, asked or only told of. Never throws. */
export const findMentions: (text: string) => readonly Mention[] = rememberFew((text) => {
  const reading = readStated(text)
  const stance = stanceOf(reading)
  const found: Mention[] = []
  const add = (
    kind: CommitmentKind,
    start: number,
    end: number,
    value: string | undefined,
    sentence: Sentence,
  ): void => {
    const quote = reading.quote({ start, end })
    if (quote === '') return
    const commitment = {
      kind,
      quote,
      sentence: { index: sentence.index, text: reading.quote(sentence) },
      ...(value ? { value } : {}),
    }
    const holdsNo = mayHoldNo.has(kind)
    found.push({ commitment, stance: stance(start, end, holdsNo), start, end })
  }
  for (const sentence of reading.sentences) addPhrases(reading, sentence, add)
  addFigures(reading, add)
  return onceEach(found)
})

/** In order; of places that say the same and overlap (languages share words), the longest; a discount rather with its figure. */
function onceEach(found: readonly Mention[]): Mention[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const ends = new Map<string, number>()
  const figured = sorted.filter(({ commitment }) => commitment.kind === 'discount' && commitment.value !== undefined)
  return sorted.filter(({ commitment, start, end }) => {
    const isVague = commitment.kind === 'discount' && commitment.value === undefined
    if (isVague && figured.some((other) => other.start < end && other.end > start)) return false
    const key = `${commitment.kind} ${commitment.value ?? ''}`
    if (start < (ends.get(key) ?? 0)) return false
    ends.set(key, end)
    return true
  })
}

type Add = (kind: CommitmentKind, start: number, end: number, value: string | undefined, sentence: Sentence) => void

function addPhrases(reading: Stated, sentence: Sentence, add: Add): void {
  const words = reading.folded.slice(sentence.start, sentence.end)
  // A sentence with kana is Japanese, whatever its other characters would say in Chinese.
  const isJapanese = hasScript(words, 'Kana')
  const others = hasScript(words, 'Han', 'Kana')
    ? [...inUnspaced(words)].filter(([{ lang }]) => !isJapanese || lang === 'ja')
    : []
  for (const [{ kind, sort }, pattern] of [...inSpaced(words), ...others]) {
    for (const match of eachMatch(pattern, words)) {
      const indent = match[0].length - match[0].trimStart().length
      const to = sentence.start + match.index + match[0].length
      add(kind, sentence.start + match.index + indent, to, sort === 'allergy' ? allergyTo(match[0]) : sort, sentence)
    }
  }
}

const substances = once(() =>
  commitmentSections.substances.map((name) => [name, new RegExp(choiceOfList('substances', name), 'u')] as const),
)

/** Free of nickel is not free of latex. */
function allergyTo(words: string): string {
  const named = substances().find(([, pattern]) => pattern.test(words))
  return named ? `allergy ${named[0]}` : 'allergy'
}

const quantitiesOf = rememberFew<readonly Quantity[]>(findQuantities)
const momentsOf = rememberFew<readonly Moment[]>(findMoments)

function addFigures(reading: Stated, add: Add): void {
  for (const quantity of quantitiesOf(reading.folded)) {
    const sentence = sentenceAt(reading, quantity.start)
    const kind = kindOf(reading, sentence, quantity)
    // A figure and its unit on two lines are two things.
    if (kind && quantity.end <= sentence.end) add(kind, quantity.start, quantity.end, quantity.value, sentence)
  }
  for (const moment of momentsOf(reading.folded)) {
    const sentence = sentenceAt(reading, moment.start)
    if (moment.end <= sentence.end && bindsMoment(reading.folded, sentence, moment))
      add('date', moment.start, moment.end, moment.value, sentence)
  }
}

function kindOf(reading: Stated, sentence: Sentence, quantity: Quantity): CommitmentKind | undefined {
  const { folded } = reading
  switch (quantity.kind) {
    case 'money':
      return bindsMoney(folded, sentence, quantity) ? 'money' : undefined
    case 'percentage':
      if (quantity.isOff) return 'discount'
      return bindsShare(folded, sentence, quantity) ? 'percentage' : undefined
    case 'duration':
      return bindsDuration(folded, sentence, quantity) ? 'duration' : undefined
    case 'measure':
    case 'count':
      return undefined
    default:
      return quantity.kind satisfies never
  }
}

/** Every figure of a text, whether it binds there or not: what an approved answer knows. */
export function figuresOf(text: string): readonly (Quantity | (Moment & { readonly kind: 'date' }))[] {
  const { folded } = readStated(text)
  return [...quantitiesOf(folded), ...momentsOf(folded).map((moment) => ({ ...moment, kind: 'date' as const }))]
}

/** Bare numbers of a text with each unit that stands elsewhere in it, or in `context`: of `9 / 32 镑` also `GBP 9`. */
export function looseFigures(text: string, context?: string): readonly string[] {
  return looseIn(text, unitsOf(context ?? text))
}

/** The forms of a text's figures that a bare number elsewhere may have as well: `GBP #`. */
export function unitsOf(text: string): ReadonlySet<string> {
  const known = quantitiesOf(readStated(text).folded).filter(
    ({ kind }) => kind === 'money' || kind === 'duration' || kind === 'measure',
  )
  return new Set(known.map(({ value }) => value.replace(/[\d.]+(?:-[\d.]+)?/, '#')))
}

/** Bare numbers of a text, in each of the forms. */
export function looseIn(text: string, units: ReadonlySet<string>): readonly string[] {
  const { folded } = readStated(text)
  const figures = quantitiesOf(folded).filter(({ kind }) => kind !== 'count')
  // Small number words are mostly no figures: "one of those", "the two".
  const bare = findNumbers(folded).filter(
    ({ start, end, value }) =>
      (value >= 3 || /\d/.test(folded.slice(start, end))) &&
      !figures.some((figure) => figure.start < end && start < figure.end),
  )
  const written = bare.flatMap(({ value, from }) =>
    from === undefined ? [`${value}`] : [`${value}`, `${from}-${value}`],
  )
  return written.flatMap((number) => [...units].map((form) => form.replace('#', number)))
}
