/** Products found by name, nickname, misspelling, category and need, in a shop of three as of fifty thousand; without a model. Pure. */
import type { Lang } from '../../domain/message.ts'
import type { Persona, Product } from '../../persona/persona.ts'
import { isPriceGood, mayTellPrices } from '../../persona/prompt/products.ts'
import { isTypoOf } from '../../words/terms/is-typo-of.ts'
import { segment } from '../../words/terms/segment.ts'
import { isTellingWord } from '../../words/terms/shares-word.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { budgetIn, type Money, moneyIn } from './budget.ts'
import { talkIn } from './talk.ts'

const MOST = 3
/** Share of the weight of what was asked that a product has to hold. */
const COVERED = 0.7
/** Words of a name of which one has to be named, weighed by how few products share them. */
const NAMED = 0.6

export interface FoundProduct {
  readonly product: Product
  /** `name`: it was called by its name; `need`: it has what was asked for. */
  readonly by: 'name' | 'need'
  /** The words of the fan that it was found by. */
  readonly words: readonly string[]
  /** It costs no more than that. */
  readonly under?: Money
}

/** The best first; empty where nothing fits. `now`: epoch ms, by which a price is still good. What it may cost is of no use where no price may be said. */
export function findProducts(text: string, lang: Lang, persona: Persona, now: number): readonly FoundProduct[] {
  const index = indexOf(persona)
  const [home] = persona.languages
  if (index.products.length === 0) return []
  const { budget, rest, before = '' } = budgetIn(text, index.currencies)
  if (budget && !mayTellPrices(persona)) return []
  const asked = askedIn(rest, before, lang, index)
  if (asked.length === 0) return []
  const scores = scoresOf(asked, index)
  const said = asPhrase(text, home)
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0)
  const found = [...scores].flatMap(([at, { name, all, words }]) => {
    const product = index.products[at]
    if (!product || (budget && !(isPriceGood(product, persona, now) && isWithin(product, budget)))) return []
    const isCalled = index.phrases[at]?.some((phrase) => said.includes(phrase)) === true
    const share = isCalled ? 1 : name / (index.nameWeights[at] || 1)
    const by = share >= NAMED ? 'name' : 'need'
    if (by === 'need' && all < whole * COVERED) return []
    const score = (by === 'name' ? 10 * Math.min(1, share) : 0) + all + (product.isAvailable === false ? -1 : 0)
    return [{ found: { product, by, words: [...words], ...(budget ? { under: budget } : {}) } as FoundProduct, score }]
  })
  const best = found.sort((a, b) => b.score - a.score || a.found.product.id.localeCompare(b.found.product.id))
  const isNamed = best[0]?.found.by === 'name'
  return best
    .filter(({ found: one }) => !isNamed || one.by === 'name')
    .slice(0, MOST)
    .map(({ found: one }) => one)
}

/** Its words with a space on either side of each. */
function asPhrase(text: string, lang: Lang): string {
  return ` ${segment(text, lang).join(' ')} `
}

interface Score {
  readonly name: number
  readonly all: number
  readonly words: ReadonlySet<string>
}

/** Only what the rarer words lead to is looked at: a word of every other product tells little of any. */
function scoresOf(asked: readonly Asked[], index: Index): ReadonlyMap<number, Score> {
  const byTerm = new Map(asked.flatMap((one) => one.terms.map((term) => [term, one] as const)))
  const lists = [...byTerm.keys()].map((term) => index.postings.get(term) ?? []).sort((a, b) => a.length - b.length)
  const few = lists.filter(({ length }) => length <= MANY)
  const led = few.length > 0 ? few.flat() : (lists[0] ?? []).slice(0, MANY)
  const scores = new Map<number, Score>()
  for (const at of new Set(led)) {
    let name = 0
    let all = 0
    const words = new Set<string>()
    for (const { term, field } of index.termsOf[at] ?? []) {
      const one = byTerm.get(term)
      if (!one) continue
      if (!words.has(one.word)) all += one.weight
      if (field === 'name') name += index.weightOf(term)
      words.add(one.word)
    }
    scores.set(at, { name, all, words: new Set(asked.map(({ word }) => word).filter((word) => words.has(word))) })
  }
  return scores
}
const MANY = 2000

/** The product, or one of its variants that is there to be had. */
function isWithin(product: Product, { amount, currency }: Money): boolean {
  const variants = product.variants?.filter(({ isAvailable }) => isAvailable !== false) ?? []
  return [product, ...variants].some((one) => {
    const known = costOf(one)
    return known !== undefined && known.currency === currency && known.amount <= amount
  })
}

function costOf({ cost, price }: Pick<Product, 'cost' | 'price'>): Money | undefined {
  return cost ?? (price === undefined ? undefined : moneyIn(price))
}

interface Asked {
  readonly word: string
  readonly terms: readonly string[]
  readonly weight: number
}

/** The telling words of a question that some product knows, or that are a slip of one. */
function askedIn(text: string, before: string, lang: Lang, index: Index): readonly Asked[] {
  // “under”, and both of “less than”.
  const [further, next] = segment(before, lang).slice(-2)
  const leading = new Set(next === undefined ? [further] : stopWords(lang).has(next) ? [further, next] : [next])
  return [...new Set(segment(text, lang))].flatMap((word): Asked[] => {
    const term = stemmerFor(lang)(word)
    const isTelling = isTellingWord(word, lang)
    if (!isTelling) return index.kinds.has(term) ? [{ word, terms: [term], weight: index.weightOf(term) }] : []
    const terms = index.postings.has(term) ? [term] : index.like(term)
    if (terms.length > 0) return [{ word, terms, weight: Math.max(...terms.map(index.weightOf)) }]
    if (leading.has(word) || talkIn(lang).has(term)) return []
    // A word that no product knows is still asked for, and may be all that is: it tells as much as the rarest.
    return [{ word, terms, weight: index.weightOf(term) }]
  })
}

type Field = 'name' | 'category' | 'about'

interface Index {
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

const known = new WeakMap<readonly Product[], WeakMap<readonly Product[], Index>>()

/** Built once for what a persona sells. */
export function indexOf(persona: Persona): Index {
  const { catalogue } = persona
  const { products } = persona.brand
  const ofCatalogue = known.get(catalogue) ?? new WeakMap<readonly Product[], Index>()
  known.set(catalogue, ofCatalogue)
  const found = ofCatalogue.get(products)
  if (found) return found
  const made = build([...products, ...catalogue], persona)
  ofCatalogue.set(products, made)
  return made
}

function build(products: readonly Product[], persona: Persona): Index {
  const [home] = persona.languages
  const postings = new Map<string, number[]>()
  const kinds = new Set(
    products.flatMap(({ category = '' }) =>
      segment(category, home)
        .filter((word) => !stopWords(home).has(word))
        .map((word) => stemmerFor(home)(word)),
    ),
  )
  const termsOf: { readonly term: string; readonly field: Field }[][] = []
  const named: string[][] = []
  const phrases: (readonly string[])[] = []
  const brand = new Set(segment(persona.brand.name).map((word) => stemmerFor(home)(word)))
  for (const [at, product] of products.entries()) {
    const seen = new Set<string>()
    const own: { readonly term: string; readonly field: Field }[] = []
    termsOf.push(own)
    const add = (text: string, lang: Lang, field: Field): string[] => {
      const terms = [...new Set(segment(text, lang))]
        .map((word) => ({ term: stemmerFor(lang)(word), isTelling: isTellingWord(word, lang) }))
        .filter(({ term, isTelling }) => isTelling || (field !== 'name' && kinds.has(term)))
        .map(({ term }) => term)
      for (const term of terms) {
        if (brand.has(term) || seen.has(`${field} ${term}`)) continue
        seen.add(`${field} ${term}`)
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
  }
  const weightOf = (term: string) => Math.log(1 + products.length / (postings.get(term)?.length ?? 1)) + 0.1
  return {
    products,
    ...{ postings, termsOf, kinds, phrases },
    currencies: new Set(products.flatMap((one) => costOf(one)?.currency ?? [])),
    nameWeights: named.map((terms) => terms.reduce((sum, term) => sum + weightOf(term), 0)),
    weightOf,
    like: likeIn(postings),
  }
}

/** Terms by their first letter and length, so that a slip is compared with few. */
function likeIn(postings: ReadonlyMap<string, readonly number[]>): Index['like'] {
  const shelves = new Map<string, string[]>()
  for (const term of postings.keys()) {
    const shelf = `${term[0]}${term.length}`
    const list = shelves.get(shelf)
    if (list) list.push(term)
    else shelves.set(shelf, [term])
  }
  return (term) => {
    if (term.length < 4) return []
    const near = [-2, -1, 0, 1, 2].flatMap((more) => shelves.get(`${term[0]}${term.length + more}`) ?? [])
    return near.filter((other) => isTypoOf(term, other)).slice(0, 5)
  }
}
