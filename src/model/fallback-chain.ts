/** The models in order: the first that answers. One that failed, or asked us to wait, rests while others can answer. */
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import { ModelError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { ModelEvent } from './model-event.ts'
import type { OneModel } from './openai-model.ts'
import { withRetry } from './retry.ts'

export interface ChainSetup {
  readonly models: readonly [OneModel, ...OneModel[]]
  readonly clock: Clock
  readonly random: () => number
  /** Longest that one attempt may last, in ms. */
  readonly timeoutMs: number
  /** Longest that a whole reply may take, all attempts on all models together, in ms. */
  readonly deadlineMs: number
  readonly log: (event: ModelEvent) => void
}

export interface Call {
  readonly signal: AbortSignal
  flag(name: string): void
  /** How often a model may still be asked. */
  callsLeft(): number
}

export interface Chain {
  /** @throws {ModelError} when no model answered; or the signal's reason */
  run<T>(ask: (model: OneModel, signal: AbortSignal) => Promise<T>, call: Call): Promise<{ value: T; model: string }>
}

interface Rest {
  readonly until: number
  /** The server asked for it: not even tried when nothing else is left. */
  readonly wasAsked: boolean
}

/** Rest of a model that stayed unreachable through all attempts, in ms. */
const restMs = 30_000
/** Rests of the whole endpoint while its account is empty, in ms: each one longer, until it answers. */
const emptyRests = { firstMs: 10 * MINUTE_MS, longestMs: HOUR_MS }
/** Longest rest a server can ask for, in ms. */
const maxRestMs = 10 * MINUTE_MS
/** Longest wait for a model while another could answer, in ms. */
const patienceMs = 5_000

export function createFallbackChain(setup: ChainSetup): Chain {
  const { models, clock, log } = setup
  const rests = new Map<string, Rest>()
  /** The account has no money: no model behind it is asked. */
  let empty: { readonly until: number; readonly forMs: number; readonly error: ModelError } | undefined

  function noteEmpty(model: OneModel, error: ModelError): void {
    const { firstMs, longestMs } = emptyRests
    const forMs = empty ? Math.min(empty.forMs * 2, longestMs) : firstMs
    if (!empty) log({ kind: 'no-credit', model: model.name, message: error.message })
    empty = { until: clock.now() + forMs, forMs, error }
  }

  function candidates(): readonly OneModel[] {
    const now = clock.now()
    const resting = (model: OneModel) => (rests.get(model.name)?.until ?? 0) > now
    const awake = models.filter((model) => !resting(model))
    // When all rest, those that merely failed are worth a try.
    return awake.length > 0 ? awake : models.filter((model) => !rests.get(model.name)?.wasAsked)
  }

  function allResting(): ModelError {
    const retryAfterMs = Math.min(...[...rests.values()].map((rest) => rest.until)) - clock.now()
    const seconds = Math.ceil(retryAfterMs / 1000)
    return new ModelError('model-rate-limited', `every model asked us to wait; the first is free in ${seconds} s`, {
      isRetryable: true,
      retryAfterMs,
    })
  }

  function noteRest(model: OneModel, error: ModelError): void {
    const wasAsked = error.retryAfterMs !== undefined
    if (!wasAsked && !(error.isRetryable && outages.has(error.code))) return
    const forMs = Math.min(error.retryAfterMs ?? restMs, maxRestMs)
    rests.set(model.name, { until: clock.now() + forMs, wasAsked })
    log({ kind: 'resting', model: model.name, code: error.code, forMs })
  }

  return {
    async run(ask, call) {
      if (empty && empty.until > clock.now()) throw empty.error
      const queue = candidates()
      if (queue.length === 0) throw allResting()
      const deadline = clock.now() + setup.deadlineMs
      const failures: { model: OneModel; error: ModelError }[] = []
      if (queue[0] !== models[0]) call.flag('fallback')
      for (const [index, model] of queue.entries()) {
        const left = queue.length - index
        const timeLeft = deadline - clock.now()
        try {
          const value = await withRetry((signal) => ask(model, signal), {
            clock,
            random: setup.random,
            signal: call.signal,
            timeoutMs: setup.timeoutMs,
            // Each model gets its share of the time that is left, so that a hanging one leaves time for the next.
            untilMs: clock.now() + timeLeft / left,
            patienceMs: left > 1 ? patienceMs : timeLeft,
            // A model that answers what nobody can read may do so again: the next is the better choice, also for the last call.
            mayRetry: ({ code }) => call.callsLeft() > (left > 1 ? 1 : 0) && !(left > 1 && unreadable.has(code)),
            onRetry(error, waitMs) {
              call.flag(flagFor(error))
              log({ kind: 'retry', model: model.name, code: error.code, message: error.message, waitMs })
            },
          })
          rests.delete(model.name)
          empty = undefined
          return { value, model: model.name }
        } catch (error) {
          if (!(error instanceof ModelError)) throw error
          call.flag(flagFor(error))
          log({ kind: 'failed', model: model.name, code: error.code, message: error.message })
          // A refusal is a judgement of the content: another model is not asked to overrule it.
          if (error.code === 'model-refusal') throw error
          if (error.code === 'model-no-credit') {
            noteEmpty(model, error)
            throw error
          }
          noteRest(model, error)
          failures.push({ model, error })
          if (call.callsLeft() <= 0) break
          if (left > 1) call.flag('fallback')
        }
      }
      throw allFailed(failures)
    },
  }
}

type ModelCode = ConstructorParameters<typeof ModelError>[0]
const isModelCode = (code: string): code is ModelCode => code.startsWith('model-')

const unreadable: ReadonlySet<string> = new Set(['model-malformed', 'model-empty', 'model-cut'])
const outages: ReadonlySet<string> = new Set(['model-unreachable', 'model-timeout', 'model-rate-limited'])

/** `model-rate-limited` → `model-429`, the flag operators know; other codes as they are. */
function flagFor(error: ModelError): string {
  return error.code === 'model-rate-limited' ? 'model-429' : error.code
}

/** The last failure, naming all; worth retrying if any of them is, after the shortest wait asked for. */
function allFailed(failures: readonly { model: OneModel; error: ModelError }[]): ModelError {
  const last = failures.at(-1)
  if (!last)
    return new ModelError('model-unreachable', 'no model is configured; set OPENAI_MODEL', { isRetryable: false })
  if (failures.length === 1) return last.error
  const waits = failures.flatMap(({ error }) => error.retryAfterMs ?? [])
  const text = failures.map(({ model, error }) => `${model.name}: ${error.message}`).join('; ')
  return new ModelError(
    isModelCode(last.error.code) ? last.error.code : 'model-unreachable',
    `every model failed. ${text}`,
    {
      isRetryable: failures.some(({ error }) => error.isRetryable),
      retryAfterMs: waits.length > 0 ? Math.min(...waits) : undefined,
    },
  )
}
