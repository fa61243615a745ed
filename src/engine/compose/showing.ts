/** Products as cards: what a fan asked for by name or by need, where no approved answer says it, and why just these. */

import { asksSomething } from '../../hearing/asks-something.ts'
import { statesSomething } from '../../hearing/states-something.ts'
import type { Money } from '../../knowledge/products/budget.ts'
import { type FoundProduct, findProducts } from '../../knowledge/products/find-products.ts'
import { prepareProducts } from '../../knowledge/products/index-products.ts'
import type { Recalled } from '../stages.ts'
import { type Offer, reply, type Saying, type Verdict } from '../verdict.ts'
import { asksForThing, isOnOtherMatter, tellingIn } from './thing-asked.ts'

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
