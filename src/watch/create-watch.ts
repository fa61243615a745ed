/** Whoever watches, put together: what is counted on the path, what is asked of the database, and who is told of it. */
import type { Spent } from '../domain/spent.ts'
import type { Log } from '../log.ts'
import type { ModelEvent } from '../model/model-event.ts'
import type { Clock } from '../ports/clock.ts'
import type { Decide } from '../ports/decide.ts'
import type { Records, Workload } from '../ports/records.ts'
import type { Store } from '../ports/store.ts'
import type { Tracer } from '../ports/tracer.ts'
import type { Up, Watched } from '../ports/watch.ts'
import { createHealth } from './health.ts'
import { watchLoopDelay } from './loop-delay.ts'
import { createMetrics } from './metrics.ts'
import { setGauges } from './set-gauges.ts'
import { watchedPath } from './watched-path.ts'

export interface Watch extends Watched, AsyncDisposable {
  /** The store, with all that goes through it counted. */
  readonly store: Store
  readonly decide: (decide: Decide) => Decide
  platform(name: string, state: Up | 'starting'): void
  /** An adapter that has said nothing else can be heard. */
  started(name: string): void
  model(event: ModelEvent): void
  spent(spent: Spent): void
  persona(name: string, version: string): void
  /** Of the day's budget, 0–1; undefined where nothing is limited. */
  budget(share: number | undefined): void
}

export interface WatchOptions {
  readonly hasModel: boolean
  readonly clock: Clock
  readonly log: Pick<Log, 'warn' | 'error'>
  /** If absent, no spans are taken. */
  readonly tracer?: Tracer | undefined
  /** The id of a thread as an operator may read it. */
  readonly nameOf: (id: string) => string
}

export function createWatch(store: Store, options: WatchOptions): Watch {
  const { clock, log, tracer } = options
  const metrics = createMetrics()
  const health = createHealth(clock, options.hasModel)
  const delay = watchLoopDelay(clock)
  const path = watchedPath(store.inbox, store.outbox, { metrics, ...options })
  const workload = sharedBy(store.records, log)
  return {
    store: { ...store, inbox: path.inbox, outbox: path.outbox },
    decide: path.decide,
    platform: health.platform,
    started(name) {
      if (health.platforms()[name] === 'starting') health.platform(name, 'up')
    },
    model(event) {
      health.model(event)
      if (event.kind === 'answered') metrics.modelSeconds.observe({ model: event.model }, event.tookMs / 1000)
      else if (event.kind === 'retry') metrics.modelRetries.inc({ model: event.model, code: event.code })
      else if (event.kind === 'failed') metrics.modelFailures.inc({ model: event.model, code: event.code })
    },
    spent({ answers, inputTokens, cachedTokens, outputTokens, price = 0 }) {
      metrics.modelAnswers.inc(answers)
      metrics.modelInput.inc(inputTokens)
      metrics.modelCached.inc(cachedTokens)
      metrics.modelOutput.inc(outputTokens)
      metrics.modelPrice.inc(price)
    },
    budget(share) {
      if (share === undefined) metrics.budgetSpent.remove()
      else metrics.budgetSpent.set(share)
    },
    persona(persona, version) {
      metrics.persona.reset()
      metrics.persona.set({ persona, version }, 1)
    },
    async metrics() {
      setGauges(metrics, await workload(), { now: clock.now(), platforms: health.platforms(), delay: delay.read() })
      return await metrics.registry.metrics()
    },
    ready: async () => health.read(await workload()),
    async [Symbol.asyncDispose]() {
      delay[Symbol.dispose]()
      await tracer?.[Symbol.asyncDispose]()
    },
  }
}

/** Whoever asks while the database is asked already waits for the same answer: readers, however many, cost it one at a time. */
function sharedBy(records: Pick<Records, 'workload'>, log: Pick<Log, 'error'>): () => Promise<Workload | undefined> {
  let asked: Promise<Workload | undefined> | undefined
  return () => {
    asked ??= records
      .workload()
      .catch((err: unknown) => {
        log.error({ err }, 'the database cannot be reached, so monitoring is told')
        return undefined
      })
      .finally(() => {
        asked = undefined
      })
    return asked
  }
}
