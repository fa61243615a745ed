/** How many replies of a model a persona's daily budget is, said before anybody has spent it. */
import { estimateTokens } from '../domain/tokens.ts'
import { type Prices, priceOf, weightOf } from '../model/prices.ts'
import type { Persona } from '../persona/persona.ts'
import { compilePrompt } from '../persona/prompt/prompt.ts'

/** Tokens of what a turn adds to the persona's part, and of a reply, as they are on average: the talk so far, some answers, a tool call. */
const turnTokens = 900
const replyTokens = 150

/** Fewer in a day are a talk broken off in the middle. */
const fewReplies = 20

/** A budget a day for one fan that ends within a talk, as an operator would say it; undefined where it is enough. */
export function tooFewReplies(persona: Persona, prices?: Prices): string | undefined {
  const { limits } = persona.manners
  if (limits === 'off') return undefined
  const prefix = estimateTokens(compilePrompt(persona).prefix)
  const cached = { inputTokens: prefix + turnTokens, cachedTokens: prefix, outputTokens: replyTokens }
  const replies = Math.floor(limits.modelTokensPerFanPerDay / weightOf(cached, prices))
  if (replies >= fewReplies) return undefined
  return `is about ${replies} ${replies === 1 ? 'reply' : 'replies'} of a model a day: then that fan gets approved answers and lines alone`
}

/** Lines for the operator; none where nothing is limited. */
export function repliesInBudget(persona: Persona, prices?: Prices): readonly string[] {
  const { limits } = persona.manners
  if (limits === 'off') return []
  const prefix = estimateTokens(compilePrompt(persona).prefix)
  const anew = { inputTokens: prefix + turnTokens, cachedTokens: 0, outputTokens: replyTokens }
  const cached = { ...anew, cachedTokens: prefix }
  const weigh = (usage: typeof anew) => weightOf(usage, prices)
  const said = [
    `a model’s reply weighs about ${count(weigh(cached))} tokens, ${count(weigh(anew))} where the server keeps no cache`,
    `${inWords(limits.modelTokensPerFanPerDay, weigh)} a day for one fan (modelTokensPerFanPerDay)`,
    `${inWords(limits.modelTokensPerDay, weigh)} a day for all (modelTokensPerDay)`,
  ]
  const money = [limits.modelMoneyPerFanPerDay, limits.modelMoneyPerDay].some((most) => most !== undefined)
  if (money && !prices)
    return [...said, 'modelMoneyPerDay and modelMoneyPerFanPerDay do not count without OPENAI_PRICE_INPUT']
  if (!prices) return said
  const pay = (usage: typeof anew) => priceOf(usage, prices)
  const { modelMoneyPerFanPerDay: ofFan, modelMoneyPerDay: ofAll } = limits
  return [
    ...said,
    `it costs about ${pay(cached).toPrecision(2)}, ${pay(anew).toPrecision(2)} without a cache`,
    ...(ofFan === undefined ? [] : [`${inWords(ofFan, pay)} a day for one fan (modelMoneyPerFanPerDay)`]),
    ...(ofAll === undefined ? [] : [`${inWords(ofAll, pay)} a day for all (modelMoneyPerDay)`]),
  ]

  /** The first is read anew; a budget ends once it is spent, so that the reply that ends it is still given. */
  function inWords(most: number, of: (usage: typeof anew) => number): string {
    const replies = 1 + Math.ceil(Math.max(0, most - of(anew)) / of(cached))
    const without = Math.ceil(most / of(anew))
    return `${count(replies)} replies, ${count(without)} without a cache,`
  }
}

const count = (n: number) => n.toLocaleString('en', { maximumSignificantDigits: 2 })
