/** Products found by name, nickname, misspelling, category and need, in a shop of three as of fifty thousand; without a model. Pure. */
import type { Lang } from '../../domain/message.ts'
import { subjectsOf } from '../../hearing/subjects/subjects.ts'
import type { Persona, Product } from '../../persona/persona.ts'
import { isPriceGood, mayTellPrices } from '../../persona/prompt/products.ts'
import { segment } from '../../words/terms/segment.ts'
import { isTellingWord } from '../../words/terms/shares-word.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { budgetIn, type Money } from './budget.ts'
import { asPhrase, costOf, type Index, indexOf } from './index-products.ts'
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

interface Asked {
  readonly word: string
  readonly terms: readonly string[]
  readonly weight: number
}

/** What is asked of whatever is sold. */
const ofAll: ReadonlySet<string> = new Set(['price', 'discount', 'stock', 'deliver', 'gift'])

/** Right behind what the shop knows stands what is asked about it, or what the thing is: a coffee table is no coffee. */
function isAskedOfAll(word: string, lang: Lang): boolean {
  return (
    talkIn(lang).ofMatters.has(stemmerFor(lang)(word)) || subjectsOf([word], lang).some((subject) => ofAll.has(subject))
  )
}

/** The telling words of a question that some product knows, or that are a slip of one. */
function askedIn(text: string, before: string, lang: Lang, index: Index): readonly Asked[] {
  // “under”, and both of “less than”.
  const [further, next] = segment(before, lang).slice(-2)
  const leading = new Set(next === undefined ? [further] : stopWords(lang).has(next) ? [further, next] : [next])
  const said = segment(text, lang)
  return [...new Set(said)].flatMap((word): Asked[] => {
    const term = stemmerFor(lang)(word)
    const isTelling = isTellingWord(word, lang)
    if (!isTelling) return index.kinds.has(term) ? [{ word, terms: [term], weight: index.weightOf(term) }] : []
    const terms = index.postings.has(term) ? [term] : index.like(term)
    if (terms.length > 0) return [{ word, terms, weight: Math.max(...terms.map(index.weightOf)) }]
    if (leading.has(word)) return []
    const before = said[said.indexOf(word) - 1]
    const isHead = before !== undefined && index.postings.has(stemmerFor(lang)(before))
    if (isAskedOfAll(word, lang) || (talkIn(lang).all.has(term) && !isHead)) return []
    // A word that no product knows is still asked for, and may be all that is: it tells as much as the rarest.
    return [{ word, terms, weight: index.weightOf(term) }]
  })
}
