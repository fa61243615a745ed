/** Tokens are spent per day and per fan, and then no more. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { estimateTokens } from '../../src/domain/tokens.ts'
import { createBudget } from '../../src/model/budget.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { counts, forAna, prompt, setUp } from './support.ts'

const limits = { modelTokensPerDay: 1000, modelTokensPerFanPerDay: 300 }

describe('a budget', () => {
  test('ends for one fan before it ends for all', async () => {
    const budget = createBudget(counts(), limits, createManualClock(), 'UTC')
    await budget.spend('ana', 300)
    expect(await budget.canSpend('ana')).toBe(false)
    expect(await budget.canSpend('ben')).toBe(true)
    await budget.spend('cem', 700)
    expect(await budget.canSpend('ben')).toBe(false)
  })

  test('begins anew at midnight in the persona’s time zone', async () => {
    // 23:00 in Shanghai.
    const clock = createManualClock({ startsAt: Date.UTC(2026, 10, 22, 15) })
    const budget = createBudget(counts(), limits, clock, 'Asia/Shanghai')
    await budget.spend('ana', 300)
    clock.advance(59 * 60_000)
    expect(await budget.canSpend('ana')).toBe(false)
    clock.advance(60_000)
    expect(await budget.canSpend('ana')).toBe(true)
  })

  test('survives a restart, and names no fan in its keys', async () => {
    const held = new Map<string, number>()
    const clock = createManualClock()
    await createBudget(counts(held), limits, clock, 'UTC').spend('telegram:ana', 300)
    expect(await createBudget(counts(held), limits, clock, 'UTC').canSpend('telegram:ana')).toBe(false)
    expect([...held.keys()].join()).not.toContain('ana')
  })

  test('counts spends that happen at once', async () => {
    const budget = createBudget(counts(), limits, createManualClock(), 'UTC')
    await Promise.all(Array.from({ length: 100 }, (_, fan) => budget.spend(`fan-${fan}`, 9)))
    expect(await budget.canSpend('ana')).toBe(true)
    await Promise.all(Array.from({ length: 12 }, (_, fan) => budget.spend(`fan-${fan}`, 9)))
    expect(await budget.canSpend('ana')).toBe(false)
  })

  test('is one for all processes', async () => {
    const held = new Map<string, number>()
    const [here, there] = [0, 1].map(() => createBudget(counts(held), limits, createManualClock(), 'UTC'))
    await Promise.all([here?.spend('ana', 200), there?.spend('ana', 100)])
    expect([await here?.canSpend('ana'), await there?.canSpend('ana')]).toEqual([false, false])
  })

  test('that could not be added to is added to later', async () => {
    const held = new Map<string, number>()
    const kept = counts(held)
    let isAway = true
    const add: typeof kept.add = async (...given) => {
      if (isAway) throw new Error('the database is away')
      return await kept.add(...given)
    }
    const budget = createBudget({ ...kept, add }, limits, createManualClock(), 'UTC')
    await budget.spend('ana', 100)
    isAway = false
    await budget.spend('ana', 50)
    expect([...held.values()]).toEqual([150, 150])
  })

  test('holds when the store forgets everything', async () => {
    const forgetful = { sums: async (keys: readonly string[]) => keys.map(() => 0), add: async () => 0 }
    const budget = createBudget(forgetful, limits, createManualClock(), 'UTC')
    await budget.spend('ana', 300)
    expect(await budget.canSpend('ana')).toBe(false)
  })

  test('of money ends by itself, whatever the tokens', async () => {
    const money = { ...limits, modelMoneyPerDay: 5, modelMoneyPerFanPerDay: 2 }
    const budget = createBudget(counts(), money, createManualClock(), 'UTC')
    await budget.spend('ana', 1, 2)
    expect(await budget.canSpend('ana')).toBe(false)
    expect(await budget.canSpend('ben')).toBe(true)
    await budget.spend('cem', 1, 3)
    expect(await budget.canSpend('ben')).toBe(false)
  })

  test('switched off, never ends', async () => {
    const budget = createBudget(counts(), 'off', createManualClock(), 'UTC')
    await budget.spend('ana', 1e12)
    expect(await budget.canSpend('ana')).toBe(true)
  })
})

describe('spending it', () => {
  let mock: MockModel
  beforeEach(async () => {
    mock = await startMockModel()
  })
  afterEach(() => mock.close())

  const withBudget = (held = new Map<string, number>()) => {
    const budget = createBudget(counts(held), limits, createManualClock(), 'UTC')
    return { ...setUp(mock, { budget }), budget, held }
  }

  test('the server’s count is charged, and a spent budget asks nobody', async () => {
    mock.writes('hello', 'Hi', { tokens: 300 })
    const { model } = withBudget()
    await model.reply(prompt, forAna)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-budget', isRetryable: false })
    await expect(model.write(prompt, forAna)).rejects.toMatchObject({ code: 'model-budget' })
    expect(await model.reply(prompt, { ...forAna, budgetKey: 'telegram:ben' })).toMatchObject({ bubbles: ['Hi'] })
    expect(mock.requests()).toHaveLength(2)
  })

  const answered = (usage: object) =>
    mock.answersRaw({ body: JSON.stringify({ choices: [{ message: { content: 'Hi' } }], usage }) })

  test.each([
    [{ prompt_tokens: 100, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 50 } }, 65],
    [{ prompt_tokens: 100, completion_tokens: 10, prompt_cache_hit_tokens: 50 }, 65],
    [{ prompt_tokens: 100, completion_tokens: 10, cached_tokens: 50 }, 65],
    [{ prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 }, 110],
  ])('a token from the server’s cache weighs a tenth: %j', async (usage, weight) => {
    answered(usage)
    const { model, held } = withBudget()
    await model.reply(prompt, forAna)
    expect([...held.values()]).toEqual([weight, weight])
  })

  test('where prices are known, it weighs what it costs, and the money is counted', async () => {
    answered({ prompt_tokens: 100, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 50 } })
    const held = new Map<string, number>()
    const money = { ...limits, modelMoneyPerDay: 1 }
    const budget = createBudget(counts(held), money, createManualClock(), 'UTC')
    const { model, events } = setUp(mock, { budget, prices: { input: 2, cached: 1, output: 8 } })
    await model.reply(prompt, forAna)
    const price = expect.closeTo(0.00023, 9)
    expect([...held.values()]).toEqual([85, 85, price])
    expect(events).toMatchObject([{ kind: 'answered', spent: { cachedTokens: 50, price } }])
  })

  test('without a count it is estimated', async () => {
    mock.answersRaw({ body: JSON.stringify({ choices: [{ message: { content: 'x'.repeat(400) } }] }) })
    const { model, events } = withBudget()
    await model.reply(prompt, forAna)
    const inputTokens = estimateTokens(prompt.prefix + prompt.turn)
    expect(events).toMatchObject([{ kind: 'answered', spent: { inputTokens, outputTokens: 100 } }])
  })

  test('an answer that cannot be used is charged too', async () => {
    const usage = { total_tokens: 90 }
    for (let time = 0; time < 3; time++)
      mock.answersRaw({ body: JSON.stringify({ choices: [{ message: { content: '' } }], usage }) })
    const { model, held } = withBudget()
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-empty' })
    expect([...held.values()]).toEqual([270, 270])
  })
})

test('tokens are estimated by script', () => {
  expect(estimateTokens('')).toBe(0)
  expect(estimateTokens('four')).toBe(1)
  expect(estimateTokens('你好，世界')).toBe(5)
  expect(estimateTokens('Привет')).toBe(3)
})
