/** What a persona sells, by its words: built once, in slices, for three products as for fifty thousand. Pure. */
import { setImmediate } from 'node:timers/promises'
import type { Lang } from '../../domain/message.ts'
import type { Persona, Product } from '../../persona/persona.ts'
import { isTypoOf } from '../../words/terms/is-typo-of.ts'
import { segment } from '../../words/terms/segment.ts'
import { isTellingWord } from '../../words/terms/shares-word.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { type Money, moneyIn, signsLearnt } from './budget.ts'

type Field = 'name' | 'category' | 'about'

export interface Index {
  readonly products: readonly Product[]
  /** Terms of the categories, also those that are said all day: in a shop of coffee it is asked for. */
  readonly kinds: ReadonlySet<string>
  /** Places among the products, by term. */
  readonly postings: ReadonlyMap<string, readonly number[]>
  readonly termsOf: readonly (readonly { readonly term: string; readonly field: Field }[])[]
  /** That its prices are in: a sign of several currencies stands for the one among them. */
  readonly currencies: ReadonlySet<string>
  /** Of each product, nicknames that are one only as a whole. */
  readonly phrases: readonly (readonly string[])[]
  /** Of each product, what all words of its name weigh. */
  readonly nameWeights: readonly number[]
  weightOf(term: string): number
  /** Terms of which it is a slip of the keyboard. */
  like(term: string): readonly string[]
}

/** Its words with a space on either side of each. */
export function asPhrase(text: string, lang: Lang): string {
  return ` ${segment(text, lang).join(' ')} `
}

/** What it costs, as far as that can be told. */
export function costOf({ cost, price }: Pick<Product, 'cost' | 'price'>): Money | undefined {
  return cost ?? (price === undefined ? undefined : moneyIn(price))
}

interface Building {
  readonly steps: Generator<undefined, Index>
  index?: Index
}

const known = new WeakMap<readonly Product[], WeakMap<readonly Product[], Building>>()

function buildingOf(persona: Persona): Building {
  const { catalogue } = persona
  const { products } = persona.brand
  const ofCatalogue = known.get(catalogue) ?? new WeakMap<readonly Product[], Building>()
  known.set(catalogue, ofCatalogue)
  const found = ofCatalogue.get(products) ?? { steps: build([...products, ...catalogue], persona) }
  ofCatalogue.set(products, found)
  return found
}

/** Built once for what a persona sells. What is not there yet of it is done at once: see `prepareProducts`. */
export function indexOf(persona: Persona): Index {
  const building = buildingOf(persona)
  while (building.index === undefined) step(building)
  return building.index
}

/** The same, in slices between which others are served; to be awaited before products are looked for. */
export async function prepareProducts(persona: Persona): Promise<void> {
  const building = buildingOf(persona)
  while (building.index === undefined) {
    step(building)
    if (building.index === undefined) await setImmediate()
  }
}

function step(building: Building): void {
  const { done, value } = building.steps.next()
  if (done) building.index = value
}

/** Products in one slice: some milliseconds on a slow machine. */
const SLICE = 100

/** Each step is a slice. */
function* build(products: readonly Product[], persona: Persona): Generator<undefined, Index> {
  yield* signsLearnt()
  const [home] = persona.languages
  const stem = stemmerFor(home)
  const kinds = new Set<string>()
  const categories = new Set(products.map(({ category = '' }) => category))
  for (const [at, category] of [...categories].entries()) {
    if (at % SLICE === SLICE - 1) yield
    for (const word of segment(category, home)) if (!stopWords(home).has(word)) kinds.add(stem(word))
  }
  const postings = new Map<string, number[]>()
  const termsOf: { readonly term: string; readonly field: Field }[][] = []
  const named: string[][] = []
  const phrases: (readonly string[])[] = []
  const currencies = new Set<string>()
  const brand = new Set(segment(persona.brand.name).map(stem))
  for (const [at, product] of products.entries()) {
    if (at % SLICE === SLICE - 1) yield
    const own: { readonly term: string; readonly field: Field }[] = []
    termsOf.push(own)
    const add = (text: string, lang: Lang, field: Field): string[] => {
      const terms = tellingTerms(text, lang, field === 'name' ? undefined : kinds)
      for (const term of terms) {
        if (brand.has(term) || own.some((one) => one.term === term && one.field === field)) continue
        own.push({ term, field })
        const list = postings.get(term)
        if (list === undefined) postings.set(term, [at])
        else if (list.at(-1) !== at) list.push(at)
      }
      return terms
    }
    const names = Object.entries(product.name).map(([lang, name]) => add(name, lang, 'name'))
    named.push(names[0] ?? [])
    const whole: string[] = []
    for (const nickname of product.nicknames ?? []) {
      // “the dark one” is a name as a whole: what is dark is not meant by it.
      const isPhrase = segment(nickname, home).some((word) => !isTellingWord(word, home))
      add(nickname, home, isPhrase ? 'about' : 'name')
      if (isPhrase) whole.push(asPhrase(nickname, home))
    }
    phrases.push(whole)
    if (product.category) add(product.category, home, 'category')
    for (const [lang, about] of Object.entries(product.about ?? {})) add(about, lang, 'about')
    const currency = costOf(product)?.currency
    if (currency !== undefined) currencies.add(currency)
  }
  yield
  const weightOf = (term: string) => Math.log(1 + products.length / (postings.get(term)?.length ?? 1)) + 0.1
  const nameWeights = named.map((terms) => terms.reduce((sum, term) => sum + weightOf(term), 0))
  yield
  return { products, postings, termsOf, kinds, phrases, currencies, nameWeights, weightOf, like: likeIn(postings) }
}

/** Stems of what says something; `kinds`: those that do here, also if they are said all day elsewhere. */
function tellingTerms(text: string, lang: Lang, kinds: ReadonlySet<string> | undefined): string[] {
  const stem = stemmerFor(lang)
  return [...new Set(segment(text, lang))].flatMap((word) => {
    const term = stem(word)
    return isTellingWord(word, lang) || kinds?.has(term) ? [term] : []
  })
}

/** Terms by their first letter and length, so that a slip is compared with few. A number in it makes a term another model's, not a slip. */
function likeIn(postings: ReadonlyMap<string, readonly number[]>): Index['like'] {
  const shelves = new Map<string, { readonly term: string; readonly letters: number }[]>()
  for (const term of postings.keys()) {
    if (/\p{N}/u.test(term)) continue
    const shelf = `${term[0]}${term.length}`
    const one = { term, letters: lettersOf(term) }
    const list = shelves.get(shelf)
    if (list) list.push(one)
    else shelves.set(shelf, [one])
  }
  return (term) => {
    if (term.length < 4 || /\p{N}/u.test(term)) return []
    const mine = lettersOf(term)
    return [-2, -1, 0, 1, 2]
      .flatMap((more) => shelves.get(`${term[0]}${term.length + more}`) ?? [])
      .filter(({ term: other, letters }) => bitsIn(mine ^ letters) <= MOST_OTHER && isTypoOf(term, other))
      .slice(0, 5)
      .map(({ term: other }) => other)
  }
}

/** Each of three slips puts one letter in the place of another. */
const MOST_OTHER = 6

/** Which letters stand in it, a bit each; several share one. */
function lettersOf(term: string): number {
  let letters = 0
  for (let at = 0; at < term.length; at += 1) letters |= 1 << (term.charCodeAt(at) & 31)
  return letters
}

function bitsIn(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1
  return count
}
