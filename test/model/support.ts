/** What the model tests share: a model on the mock endpoint, with a clock that a test moves. */
import { createBudget } from '../../src/model/budget.ts'
import { type CreateModelOptions, createModel } from '../../src/model/create-model.ts'
import type { ModelEvent } from '../../src/model/model-event.ts'
import type { ModelOptions } from '../../src/ports/model.ts'
import type { Counts, ShortTerm } from '../../src/ports/short-term.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import type { MockModel } from '../support/mock-model.ts'

export const prompt = { prefix: 'You are Pip.', turn: 'Ana says hello' }
export const apiKey = 'sk-test-5up3r-s3cret-k3y-0123456789'

/** Charged to Ana, never aborted. */
export const forAna: ModelOptions = { budgetKey: 'telegram:ana', signal: new AbortController().signal }

/** Waits between attempts pass at once; the limits of attempts stand until the test moves the clock. */
export function setUp(mock: MockModel, options: Partial<CreateModelOptions> = {}) {
  const clock: ManualClock = createManualClock({ skipsBelowMs: 9_000 })
  const events: ModelEvent[] = []
  const model = createModel({
    apiKey,
    baseUrl: mock.url,
    model: 'main',
    fallbackModels: [],
    clock,
    budget: createBudget(counts(), 'off', clock, 'UTC'),
    log: (event) => events.push(event),
    random: () => 1,
    ...options,
  })
  return { model, clock, events }
}

/** Sums in memory. */
export function counts(held = new Map<string, number>()): Counts {
  return {
    sums: async (keys) => keys.map((key) => held.get(key) ?? 0),
    async add(key, amount) {
      const sum = (held.get(key) ?? 0) + amount
      held.set(key, sum)
      return sum
    },
  }
}

/** Short-term state in memory, kept by the test so that a "restart" can go on with it. */
export function memory(held = new Map<string, unknown>()): ShortTerm {
  return {
    // What was set under a key is what its reader put there.
    get: async <T>(key: string) => held.get(key) as T | undefined,
    set: async (key, value) => void held.set(key, value),
  }
}
