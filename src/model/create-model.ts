/** The model the engine asks: a chain of models behind one endpoint, within a budget and a deadline. */

import { nothing, type Spent, sumOf, type Usage } from '../domain/spent.ts'
import { ModelError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Model, ModelOptions } from '../ports/model.ts'
import type { Budget } from './budget.ts'
import { endpointOf } from './endpoint.ts'
import { createFallbackChain } from './fallback-chain.ts'
import type { ModelEvent } from './model-event.ts'
import { type AttemptOptions, createOpenAiModel, type OneModel } from './openai-model.ts'
import { createOpenAiPost, type Endpoint, openAiUrl } from './openai-post.ts'
import { type Prices, priceOf, weightOf } from './prices.ts'
import { createRedact } from './redact.ts'

export interface EndpointOptions extends Endpoint {
  /** The one API the endpoint has. If absent, it is found out. */
  readonly api?: 'chat' | 'responses' | undefined
  readonly model: string
  /** Asked in this order when the ones before fail; same endpoint and key. */
  readonly fallbackModels: readonly string[]
  readonly clock: Clock
  /** Longest that one attempt may last, in ms. */
  readonly timeoutMs?: number | undefined
}

export interface CreateModelOptions extends EndpointOptions {
  /** Of the same endpoint, and none of the chain: it reads what the others wrote. */
  readonly reviewModel?: string | undefined
  readonly budget: Budget
  /** If absent, no price is known. */
  readonly prices?: Prices | undefined
  readonly log?: (event: ModelEvent) => void
  /** Told of each answer, also of one that cannot be used. */
  readonly onSpent?: (spent: Spent) => void
  /** Longest that a reply may take, with all retries and fallbacks, in ms. */
  readonly deadlineMs?: number | undefined
  /** 0–1, for the jitter of retries. */
  readonly random?: () => number
}

export const defaultTimeoutMs = 20_000
/** Of a time limit: enough for one that runs out, and another try. */
const deadlineShare = 2.25

/** The one that writes, and the second reader where one is named. */
export function createModels({ reviewModel, ...options }: CreateModelOptions): { model: Model; reader?: Model } {
  const model = createModel(options)
  if (reviewModel === undefined) return { model }
  return { model, reader: createModel({ ...options, model: reviewModel, fallbackModels: [] }) }
}

/**
 * `reply` and `write` throw a ModelError when every model failed or the budget is spent. When their signal aborts they
 * reject with the signal's reason instead, so that a shutdown is not taken for a failing model.
 */
export function createModel(options: CreateModelOptions): Model {
  const { clock, budget, prices, timeoutMs = defaultTimeoutMs, log = () => {} } = options
  const chain = createFallbackChain({
    models: modelsOf(options),
    clock,
    random: options.random ?? Math.random,
    timeoutMs,
    deadlineMs: options.deadlineMs ?? timeoutMs * deadlineShare,
    log,
  })

  async function run<T>(
    ask: (model: OneModel, attempt: AttemptOptions) => Promise<T>,
    { budgetKey, signal, mostCalls = Number.POSITIVE_INFINITY, onCall, onAnswer }: ModelOptions,
  ): Promise<{ value: T; model: string; flags: string[] }> {
    signal.throwIfAborted()
    if (!(await budget.canSpend(budgetKey))) throw budgetSpent()
    const flags = new Set<string>()
    const flag = (name: string) => flags.add(name)
    const startedAt = clock.now()
    let spent = nothing
    const charge = async (usage: Usage) => {
      const price = prices && priceOf(usage, prices)
      const more = { ...usage, answers: 1, ...(price === undefined ? {} : { price }) }
      spent = sumOf(spent, more)
      onAnswer?.(more)
      options.onSpent?.(more)
      await budget.spend(budgetKey, weightOf(usage, prices), price)
    }
    let calls = 0
    const attempt = (model: OneModel, limited: AbortSignal) => {
      calls += 1
      onCall?.()
      return ask(model, { signal: limited, charge, flag })
    }
    // One attempt may take two answers, where a server turns out to know no tools.
    const callsLeft = () => mostCalls - Math.max(calls, spent.answers)
    const { value, model } = await chain.run(attempt, { signal, flag, callsLeft })
    log({ kind: 'answered', model, spent, tookMs: clock.now() - startedAt })
    return { value, model, flags: [...flags] }
  }

  return {
    async reply(prompt, call) {
      const { value, model, flags } = await run((one, attempt) => one.reply(prompt, attempt), call)
      return { ...value, model, flags: [...flags, ...value.flags] }
    },
    async write(prompt, call) {
      return (await run((one, attempt) => one.write(prompt, attempt), call)).value
    },
  }
}

function budgetSpent(): ModelError {
  const text = 'today’s share of the model is spent; approved answers go on. Limits: manners.limits in persona.yaml'
  return new ModelError('model-budget', text, { isRetryable: false })
}

/** The models of the chain, first the main one; a name that comes twice counts once. */
export function modelsOf(options: EndpointOptions): [OneModel, ...OneModel[]] {
  const { apiKey, baseUrl = openAiUrl, model, clock, api } = options
  const post = createOpenAiPost({ apiKey, baseUrl })
  const redact = createRedact(apiKey)
  const one = (name: string) => createOpenAiModel({ post, name, endpoint: endpointOf(baseUrl), clock, redact, api })
  const others = new Set(options.fallbackModels.filter((name) => name !== model))
  return [one(model), ...[...others].map(one)]
}
