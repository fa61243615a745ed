/** The brand's products in a prompt: each by a line in the prefix, and in full in the turn that speaks of it. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { fold } from '../../words/letters/fold.ts'
import { isAllUnspaced, unspacedLetters } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import { segment } from '../../words/terms/segment.ts'
import { isTellingWord } from '../../words/terms/shares-word.ts'
import { textIn } from '../lines/localise.ts'
import { dayIn } from '../lines/written-lines.ts'
import type { Persona, Product } from '../persona.ts'

/** Told in full in one turn. */
const MOST = 3
/** Characters of a product's line that tell what it is. */
const HINT_LENGTH = 60

/** Where a topic that binds to approved words is about prices, no price is shown beside them. */
export function mayTellPrices({ commitments }: Pick<Persona, 'commitments'>): boolean {
  const named = new Set(priceWords())
  return !Object.entries(commitments).some(
    ([topic, { mode, words }]) => mode === 'strict' && [topic, ...words].some((word) => named.has(fold(word))),
  )
}

/** What it costs, as it may be said at `now`, epoch ms: not where prices are approved words alone, nor after its last day. */
function priceAt(product: Product, persona: Persona, now: number): string | undefined {
  return mayTellPrices(persona) && isPriceGood(product, persona, now) ? product.price : undefined
}

/** By the persona's calendar. */
export function isPriceGood(
  { priceUntil }: Product,
  { manners: { timeZone } }: Pick<Persona, 'manners'>,
  now: number,
): boolean {
  return priceUntil === undefined || priceUntil >= dayIn(timeZone, now)
}

/** Whether phrases speak of prices, as far as one of them says so. */
export function areAboutPrices(phrases: readonly string[]): boolean {
  return phrases.some((phrase) => priceWords().some((word) => fold(phrase).includes(word)))
}

const priceWords = once(() => listOf('commitments', 'topics', 'money').map(fold))

/** `Fogbell: Dark.` */
export function productLine(product: Product, lang: Lang, persona: Persona): string {
  const about = hintOf(textIn(product.about, lang, persona))
  // What ends is told with the turn that speaks of it: this line outlives its last day.
  const isLasting = product.price && product.priceUntil === undefined && mayTellPrices(persona)
  const price = isLasting ? ` (${product.price})` : ''
  return `${textIn(product.name, lang, persona)}${price}${about === '' ? '' : `: ${about}`}`
}

/** The first sentence, or of a long one the clauses that have room. */
function hintOf(about: string): string {
  const [first = ''] = about.split(/(?<=[.!?])\s|(?<=[。！？])/u)
  if (first.length <= HINT_LENGTH) return first
  return /^.*(?=[,;:，；：、])/u.exec(first.slice(0, HINT_LENGTH + 1))?.[0] ?? ''
}

export interface ProductTold {
  readonly product: string
  readonly about?: string
  readonly url?: string
  readonly price?: string
}

/** What may be told of a product at `now`, epoch ms; without a price where prices are approved words alone. */
export function productTold(product: Product, lang: Lang, persona: Persona, now: number): ProductTold {
  const { url } = product
  const price = priceAt(product, persona, now)
  const about = textIn(product.about, lang, persona)
  return {
    product: textIn(product.name, lang, persona),
    ...(about === '' ? {} : { about }),
    ...(url ? { url } : {}),
    ...(price ? { price } : {}),
  }
}

/** The products that a text names, whole or by a word of their names, those named most clearly first. */
export function productsNamed(text: string, persona: Persona): readonly Product[] {
  const said = fold(text)
  const words = new Set(segment(text))
  const isSaid = (name: string) => (isAllUnspaced(name) ? said.includes(name) : words.has(name))
  return tellingOf(persona)
    .map(({ product, weights }) => ({
      product,
      weight: [...weights].reduce((sum, [name, weight]) => (isSaid(name) ? sum + weight : sum), 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ product }) => product)
}

interface Telling {
  readonly product: Product
  /** The words of its names, and how much each tells: one that several products share tells less. */
  readonly weights: ReadonlyMap<string, number>
}

const known = new WeakMap<Persona, readonly Telling[]>()

function tellingOf(persona: Persona): readonly Telling[] {
  const found = known.get(persona)
  if (found) return found
  const brand = new Set(segment(persona.brand.name))
  const named = persona.brand.products.map((product) => {
    const names = Object.entries(product.name).flatMap(([lang, name]) =>
      [...segment(name, lang), ...runsOf(name)].filter((word) => !brand.has(word) && isTellingWord(word, lang)),
    )
    return { product, names: new Set(names) }
  })
  const sharedBy = (name: string) => named.filter(({ names }) => names.has(name)).length
  const made = named.map(({ product, names }) => ({
    product,
    weights: new Map([...names].map((name) => [name, 1 / sharedBy(name)] as const)),
  }))
  known.set(persona, made)
  return made
}

const unspacedRun = new RegExp(`[${unspacedLetters}]+`, 'gu')

/** A coined name without spaces, whole: it is cut into words that nobody knows. */
function runsOf(name: string): readonly string[] {
  return fold(name).match(unspacedRun) ?? []
}
