/** What stands behind the commitments of a draft: approved answers, the persona's prices, actions on record. */
import type { Answer } from '../domain/answer.ts'
import { once } from '../words/once.ts'
import { rememberApproved } from '../words/remember-last.ts'
import type { ActionKind, Commitment, CommitmentKind } from './commitment.ts'
import { isSameMoment } from './dates.ts'
import { figuresOf, findMentions, looseIn, unitsOf } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { findSubjects } from './speaks-of.ts'
import { stanceOf } from './stance.ts'
import { readStated } from './stated.ts'

export type Mode = 'strict' | 'guided' | 'free'

export interface Support {
  /** Texts of the approved answers cited or shown, in all their languages; also lines of the persona, if they may be leaned on. */
  readonly answers: readonly string[]
  /** One text a product: its names, price and address, a line each; see `productTexts`. */
  readonly products: readonly string[]
  readonly actions: readonly ActionKind[]
  /** The mode of the topic that the draft is about; undefined counts as guided. */
  readonly mode: Mode | undefined
}

interface Product {
  readonly names: readonly string[]
  readonly prices: readonly string[]
}

/** A clause of an approved answer, and the amounts that it names. */
interface Segment {
  readonly text: string
  readonly amounts: readonly string[]
}

interface Ground {
  readonly figures: ReadonlyMap<string, readonly string[]>
  /** `refund`, `free/delivery`: phrases and subjects, as far as they are not denied. */
  readonly phrases: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  /** Figures whose unit stands elsewhere in the answer: `9 / 32 镑`, "two working days, then up to five". */
  readonly lists: ReadonlySet<string>
  readonly products: readonly Product[]
  readonly segments: () => readonly Segment[]
  readonly actions: ReadonlySet<ActionKind>
}

/** Which actions make a promise true. */
const madeTrue: Readonly<Record<string, readonly ActionKind[]>> = {
  'call-person': ['handoff-opened'],
  contact: ['handoff-opened'],
  check: ['handoff-opened'],
  feedback: ['feedback-recorded', 'handoff-opened'],
  cancel: ['order-cancelled'],
  refund: ['refund-issued'],
  change: ['order-changed'],
  done: ['order-cancelled', 'order-changed', 'refund-issued', 'fan-forgotten'],
}

/** Kinds that only describe, where a topic may be talked about freely. */
const describing = new Set<CommitmentKind>(['duration', 'percentage', 'date'])
const binding = new Set<CommitmentKind>([
  'refund',
  'discount',
  'free',
  'delivery',
  'warranty',
  'guarantee',
  'action',
  'availability',
  'eligibility',
  'agreement',
  'money',
])

/** The commitments that nothing stands behind, in order; empty: the draft may leave. */
export function unsupported(commitments: readonly Commitment[], support: Support): readonly Commitment[] {
  if (commitments.length === 0) return []
  const ground = groundOf(support)
  return commitments.filter((commitment) => {
    if (support.mode === 'free' && describing.has(commitment.kind) && !isBound(commitment, commitments)) return false
    return !isSupported(commitment, ground)
  })
}

function isBound({ sentence }: Commitment, all: readonly Commitment[]): boolean {
  return all.some((other) => other.sentence.index === sentence.index && binding.has(other.kind))
}

function groundOf({ answers, products, actions }: Support): Ground {
  const said = answers.map(factsOf)
  const figures = new Map<string, string[]>()
  for (const { kind, value } of [...answers, ...products].flatMap((text) => factsOf(text).figures))
    figures.set(kind, [...(figures.get(kind) ?? []), value])
  return {
    figures,
    phrases: new Set(said.flatMap(({ phrases }) => phrases)),
    subjects: new Set(said.flatMap(({ subjects }) => subjects)),
    lists: new Set(said.flatMap(({ lists }) => lists)),
    products: products.map(productOf),
    segments: once(() => {
      const units = unitsOf(answers.join('\n'))
      return said.flatMap(({ parts }) =>
        parts.map(({ written, text, amounts }) => ({ text, amounts: [...amounts, ...looseIn(written, units)] })),
      )
    }),
    actions: new Set(actions),
  }
}

/** What one approved text holds, by itself. */
const factsOf = rememberApproved((text: string) => {
  const mentions = findMentions(text).filter(({ stance }) => stance !== 'denied')
  const reading = readStated(text)
  const stance = stanceOf(reading)
  const subjects = findSubjects(reading.folded).filter(({ start, end }) => stance(start, end) !== 'denied')
  return {
    figures: figuresOf(text).map(({ kind, value }) => ({ kind, value })),
    phrases: mentions.flatMap(({ commitment: { kind, value } }) => (value ? [kind, `${kind}/${value}`] : [kind])),
    subjects: subjects.map(({ kind, sort }) => (sort === '' ? kind : `${kind}/${sort}`)),
    lists: looseIn(text, unitsOf(text)),
    parts: text
      .split(/[.;。；!?！？\n]+(?!\d)|,(?!\d)|，/)
      .map((written) => ({ written, text: foldFigures(written), amounts: amountsOf(written) })),
  }
})

const amountsOf = (text: string): string[] =>
  figuresOf(text).flatMap(({ kind, value }) => (kind === 'money' ? [value] : []))

const productOf = rememberApproved((text: string): Product => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const names = lines.filter((line) => amountsOf(line).length === 0 && !/^\s*https?:/.test(line))
  return { names: names.map((line) => foldFigures(line.trim())), prices: amountsOf(text) }
})

function isSupported(commitment: Commitment, ground: Ground): boolean {
  const { kind, value = '' } = commitment
  switch (kind) {
    case 'money':
      return isApprovedAmount(commitment, ground)
    case 'percentage':
    case 'duration':
      return holds(ground.figures.get(kind), value) || ground.lists.has(value)
    case 'date':
      if (value === 'soon') return ground.actions.has('handoff-opened') || holds(ground.figures.get('date'), value)
      return (ground.figures.get('date') ?? []).some((known) => isSameMoment(known, value))
    case 'discount':
      return value === '' ? speaks(ground, kind, '') : holds(ground.figures.get('percentage'), value)
    case 'action':
      if ((madeTrue[value] ?? []).some((action) => ground.actions.has(action))) return true
      return ground.phrases.has(`action/${value}`) || ground.subjects.has(`action/${value}`)
    case 'refund':
    case 'free':
    case 'delivery':
    case 'warranty':
    case 'health':
    case 'availability':
    case 'eligibility':
    case 'guarantee':
    case 'legal':
    case 'fault':
    case 'agreement':
      return speaks(ground, kind, value)
    default:
      return kind satisfies never
  }
}

/** A sort must be named as such (free delivery is not free repair); the kind alone may be put in other words. */
function speaks({ phrases, subjects }: Ground, kind: CommitmentKind, sort: string): boolean {
  if (sort === '') return phrases.has(kind) || subjects.has(kind)
  return (
    phrases.has(`${kind}/${sort}`) ||
    (kind === 'free' && subjects.has(kind) && subjects.has(sort === 'return' ? 'refund' : 'delivery'))
  )
}

/** The same, or the outer end of a range ("within three days" of "two to three"). */
function holds(known: readonly string[] | undefined, value: string): boolean {
  if (!known) return false
  return known.some(
    (one) =>
      one === value || one.replace(/^[\d.]+-(?=\d)/, '') === value || one.replace(/^(\w{3} )[\d.]+-/, '$1') === value,
  )
}

/** An amount said of a product must be that product's. */
function isApprovedAmount({ value = '', quote, sentence }: Commitment, ground: Ground): boolean {
  if (!holds(ground.figures.get('money'), value) && !ground.lists.has(value)) return false
  const said = foldFigures(sentence.text)
  const named = nearest(said, said.indexOf(foldFigures(quote)), ground.products)
  if (!named || named.prices.length === 0) return true
  if (named.prices.includes(value)) return true
  const isOf = (text: string, product: Product): boolean => product.names.some((name) => text.includes(name))
  return ground
    .segments()
    .some(
      ({ text, amounts }) =>
        amounts.includes(value) && (isOf(text, named) || !ground.products.some((product) => isOf(text, product))),
    )
}

/** The product named last before a place in a sentence, or else first after it. */
function nearest(said: string, at: number, products: readonly Product[]): Product | undefined {
  let best: { product: Product; distance: number; length: number } | undefined
  for (const product of products) {
    for (const name of product.names) {
      const before = said.lastIndexOf(name, at)
      const place = before >= 0 ? before : said.indexOf(name, at)
      if (place < 0 || name.length < 2) continue
      const distance = place <= at ? at - place : 10_000 + place - at
      if (!best || distance < best.distance || (distance === best.distance && name.length > best.length))
        best = { product, distance, length: name.length }
    }
  }
  return best?.product
}

/** An approved answer as texts for `Support.answers`: every variant, with the title that says what it is about. */
export function answerTexts({ title, answer }: Pick<Answer, 'title' | 'answer'>): readonly string[] {
  const about = Object.values(title ?? {}).join('\n')
  return Object.values(answer).flatMap((variants) =>
    variants.map((text) => (about === '' ? text : `${about}\n${text}`)),
  )
}

/** The products of a persona as texts for `Support.products`. */
export function productTexts(
  products: readonly {
    readonly name: Readonly<Record<string, string>>
    readonly price?: string
    readonly url?: string
  }[],
): readonly string[] {
  return products.map(({ name, price, url }) =>
    [...Object.values(name), price ?? '', url ?? ''].filter((line) => line !== '').join('\n'),
  )
}
