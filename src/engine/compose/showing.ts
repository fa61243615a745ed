/** Products as cards: what a fan asked for by name or by need, where no approved answer says it, and why just these. */

import type { Lang } from '../../domain/message.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { statesSomething } from '../../hearing/states-something.ts'
import { subjectsOf } from '../../hearing/subjects/subjects.ts'
import type { Money } from '../../knowledge/products/budget.ts'
import { type FoundProduct, findProducts } from '../../knowledge/products/find-products.ts'
import { prepareProducts } from '../../knowledge/products/index-products.ts'
import { segment } from '../../words/terms/segment.ts'
import { isTellingWord } from '../../words/terms/shares-word.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import type { Recalled } from '../stages.ts'
import { type Offer, reply, type Saying, type Verdict } from '../verdict.ts'

/** In a group one is enough. */
const MOST = { direct: 3, group: 1 } as const

/**
 * What would else be a shrug, a question back among answers that do not fit, or an answer that only speaks of the thing on another matter,
 * is a card where a product does.
 */
export async function withProducts(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { isAmbient, isForeign, conversation, text, lang, persona } = turn
  const isShrug = verdict.kind === 'reply' && verdict.reason === 'does-not-know'
  const isAnswer = verdict.kind === 'reply' && verdict.reason === 'approved-answer'
  const isRemark = verdict.kind === 'reply' && verdict.reason === 'remark'
  if (!(isShrug || isAnswer || isRemark || verdict.kind === 'clarify') || isAmbient || isForeign) return verdict
  await prepareProducts(persona)
  const found = findProducts(text, lang, persona, turn.now)
  const [best] = found
  const isAbout = ({ phrasing }: Offer) =>
    findProducts(phrasing, lang, persona, turn.now).some(
      ({ by, product }) => by === 'name' && product === best?.product,
    )
  if (!best) return verdict
  const isThing = asksForThing(text, best, lang)
  if (isAnswer && !(isThing && asksSomething(text, lang) && isOnOtherMatter(turn, best))) return verdict
  // “The grinder”, and not “I love the grinder”.
  if (isRemark && !(best.by === 'name' && tellingIn(text, lang).every((word) => best.words.includes(word))))
    return verdict
  if (isShrug && best.by === 'need' && !asksSomething(text, lang) && best.under === undefined) return verdict
  // Of what is called by its name, a question back is asked only among answers about it; who tells something of it wants no card.
  const isTold = verdict.kind === 'clarify' && (best.by !== 'name' || statesSomething(text, lang))
  if (isTold || (verdict.kind === 'clarify' && verdict.choices.some(isAbout))) return verdict
  const shown = found.slice(0, best.by === 'name' ? 1 : MOST[conversation.surface])
  const why: readonly Saying[] =
    best.by === 'need'
      ? [{ kind: 'why-shown', words: wordsOf(shown), ...(best.under ? { under: best.under } : {}) }]
      : []
  const cards = shown.map(({ product }): Saying => ({ kind: 'product', product }))
  return reply('products', [...why, ...cards], { state: { misses: 0, clarifications: 0, pending: undefined } })
}

/** What is asked of whatever is sold, and needs no answer of its own beside the thing. */
const ofThings: ReadonlySet<string> = new Set(['price', 'stock', 'shop', 'order', 'colour', 'size', 'gift'])

/** In one clause nothing is named but the thing: "do you have a grinder?", and not "can I return the grinder?". */
function asksForThing(text: string, { words }: FoundProduct, lang: Lang): boolean {
  const telling = tellingIn(text, lang)
  if (/[.,;!?。，；！？]\s*\S/u.test(text) || !telling.some((word) => words.includes(word))) return false
  const isOfThings = (subject: string) => ofThings.has(subject)
  const own = new Set(words.flatMap((word) => subjectsOf([word], lang)))
  // "Money back" is a matter, though neither word is.
  if (!subjectsOf(segment(text, lang), lang).every((subject) => isOfThings(subject) || own.has(subject))) return false
  return telling.every((word) => words.includes(word) || subjectsOf([word], lang).every(isOfThings))
}

/** The answer was found by the thing or by words of asking: its phrasing speaks of a matter that nobody named. */
function isOnOtherMatter({ text, lang, findings }: Recalled, { words }: FoundProduct): boolean {
  const [best] = findings.hits
  if (!best || best.score >= EXACT) return false
  const stem = stemmerFor(lang)
  const named = new Set([...segment(text, lang), ...words].map(stem))
  const matters = new Set(subjectsOf(segment(text, lang), lang))
  return tellingIn(best.phrasing, lang).some(
    (word) => !named.has(stem(word)) && !subjectsOf([word], lang).some((subject) => matters.has(subject)),
  )
}

/** As a phrasing, word for word. */
const EXACT = 0.99

const tellingIn = (text: string, lang: Lang): readonly string[] =>
  segment(text, lang).filter((word) => isTellingWord(word, lang))

/** In the fan's own order. */
function wordsOf(shown: readonly FoundProduct[]): string {
  return [...new Set(shown.flatMap(({ words }) => words))].join(' ')
}

export function moneyText({ amount, currency }: Money, lang: string): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, {
    style: 'currency',
    currency,
    ...(Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {}),
  }).format(amount)
}
