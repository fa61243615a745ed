/**
 * What a draft says that nobody may say without an approved text behind it: by default figures, days, weighty words and a yes
 * need one; greetings, feeling, humour and questions back need none. Pure.
 */
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import type { Behind } from './behind.ts'
import { isSameMoment } from './dates.ts'
import { figuresOf } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { findNumbers } from './numbers.ts'
import { stanceOf } from './stance.ts'
import { readStated, type Sentence, type Stated } from './stated.ts'
import { type WeightyWord, weightyWords } from './weighty-words.ts'

export interface Claim {
  readonly kind: 'figure' | 'weight' | 'assent'
  readonly detail: string
  /** Counted from 0. */
  readonly sentence: number
}

/** Weights that a sentence may deny by itself: what a bot does not do or know binds nobody. */
const mayBeDenied: ReadonlySet<Weight> = new Set([
  ...(['promises', 'agrees', 'staff-acts', 'others-data', 'account', 'bank', 'legal', 'health', 'orders'] as const),
  ...(['contact', 'rivals', 'news', 'job', 'deadline', 'reserves', 'instructs'] as const),
])
/** Alone they only name a thing. */
const mayBeNamed: ReadonlySet<Weight> = new Set(['staff', 'yes', 'no', 'terms', 'body', 'number', 'deadline', 'place'])
/** A question back may name them: it grants nothing. */
const mayBeAsked: ReadonlySet<Weight> = new Set([
  ...(['price', 'delivers', 'arrives', 'returns', 'repairs', 'orders', 'stock', 'contains', 'property'] as const),
  ...(['hours', 'place', 'deadline', 'fault', 'staff', 'contact', 'number', 'yes', 'no', 'body', 'refund'] as const),
])
/** Bare numbers below are mostly no figures: "one of those", "the two". */
const LEAST_NUMBER = 3
/** A sentence of no more words than this, beside its yes, is that yes. */
const SHORT = 4

/** `asked`: the fan's words. In order; never throws. */
export function claimsIn(draft: string, asked: string, lang: Lang, behind: Behind): readonly Claim[] {
  const stated = readStated(draft)
  const isGranted = isAsking(asked, lang)
  return stated.sentences.flatMap((sentence) => {
    const text = stated.quote(sentence)
    const words = weightyWords(text, lang)
    const claims = [
      ...figureClaims(text, words, behind, asked),
      ...weightClaims(stated, sentence, words, behind),
      ...(isGranted ? assentClaims(text, words, stated, sentence, behind) : []),
    ]
    return claims.map((claim) => ({ ...claim, sentence: sentence.index }))
  })
}

type Found = Omit<Claim, 'sentence'>

/** Every figure and moment that stands in no approved text; a plain number may also be the fan's own, said back. */
function figureClaims(text: string, words: readonly WeightyWord[], behind: Behind, asked: string): Found[] {
  const figures = figuresOf(text)
  const isMatter = words.some(({ weights }) => weights.some((weight) => !mayBeNamed.has(weight)))
  const loud = figures.filter((figure) => {
    if (figure.kind === 'date') {
      const isKnown = behind.moments.some((known) => isSameMoment(known, figure.value))
      return !isKnown && (isMatter || /\d{2}/.test(figure.value) || isShort(text))
    }
    if (behind.holds(figure.kind, figure.value)) return false
    return figure.kind !== 'count' && (figure.kind !== 'measure' || !asked.includes(text))
  })
  const folded = foldFigures(text)
  const own = new Set(findNumbers(foldFigures(asked)).map(({ value }) => value))
  const bare = findNumbers(folded).filter(
    ({ start, end, value }) =>
      (value >= LEAST_NUMBER || /\d/.test(folded.slice(start, end))) &&
      !figures.some((figure) => figure.start < end && start < figure.end) &&
      !behind.numbers.has(value) &&
      !own.has(value),
  )
  return [
    ...loud.map(({ value }) => ({ kind: 'figure' as const, detail: value })),
    ...bare.map(({ start, end }) => ({ kind: 'figure' as const, detail: folded.slice(start, end).trim() })),
  ]
}

const isShort = (text: string): boolean => text.trim().split(/\s+/).length <= SHORT && text.length <= 24

function weightClaims(stated: Stated, sentence: Sentence, words: readonly WeightyWord[], behind: Behind): Found[] {
  const text = stated.folded.slice(sentence.start, sentence.end)
  const isAsked = /[?？]["'」』)]*\s*$/u.test(text)
  const stance = stanceOf(stated)
  return words.flatMap(({ text: word, weights }): Found[] => {
    if (weights.some((weight) => behind.weights.has(weight) || mayBeNamed.has(weight))) return []
    if (isAsked && weights.some((weight) => mayBeAsked.has(weight))) return []
    const at = text.indexOf(word.split(' ')[0] ?? word)
    const start = sentence.start + Math.max(at, 0)
    const isDenied = at >= 0 && stance(start, start + word.length) === 'denied'
    if (isDenied && weights.some((weight) => mayBeDenied.has(weight))) return []
    return [{ kind: 'weight', detail: word }]
  })
}

/** A yes or a no at the head of a sentence, with nothing approved in what follows. */
function assentClaims(
  text: string,
  words: readonly WeightyWord[],
  stated: Stated,
  sentence: Sentence,
  behind: Behind,
): Found[] {
  const first = words[0]
  const isNod = /^\s*(?:[👍👌✅🤝✔💯🆗](?:\p{EMod}|\uFE0F)?\s*)+$/u.test(text)
  const head = stated.folded.slice(sentence.start, sentence.start + 24).trimStart()
  const opens =
    first !== undefined &&
    first.weights.some((weight) => weight === 'yes' || weight === 'no') &&
    head.startsWith(first.text.split(' ')[0] ?? first.text)
  if (!isNod && !opens) return []
  return behind.speaksIn(stated.folded.slice(sentence.start)) ? [] : [{ kind: 'assent', detail: text }]
}

/** Whether a yes to it would grant or state anything. */
export function isAsking(asked: string, lang: Lang): boolean {
  const weighs = weightyWords(asked, lang).some(({ weights }) =>
    weights.some((weight) => weight !== 'yes' && weight !== 'no'),
  )
  return weighs || figuresOf(asked).length > 0
}
