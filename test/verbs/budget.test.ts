/** What an operator is told of a budget before it is spent. */
import { expect, it } from 'vitest'
import { repliesInBudget } from '../../src/verbs/replies-in-budget.ts'
import { testPersona } from '../support/persona.ts'
import { runMascot } from '../support/run-mascot.ts'

const limits = { modelTokensPerDay: 1_000_000, modelTokensPerFanPerDay: 60_000 }
const persona = (more: object = {}) => testPersona({ manners: { limits: { ...limits, ...more } } })

const figures = (line = '') => [...line.matchAll(/[\d,.]*\d/g)].map(([figure]) => Number(figure.replaceAll(',', '')))

it('a budget is so many replies, fewer where the server keeps no cache', () => {
  const [weight, fan, all] = repliesInBudget(persona())
  const [cached = 0, anew = 0] = figures(weight)
  expect(cached).toBeGreaterThan(1000)
  expect(anew).toBeGreaterThan(cached)
  const [replies = 0, without = 0] = figures(fan)
  expect(replies / (60_000 / cached)).toBeCloseTo(1, 0)
  expect(without / (60_000 / anew)).toBeCloseTo(1, 0)
  expect(figures(all)[0]).toBeGreaterThan(10 * replies)
})

it('money counts where prices are known, and is said not to where they are not', () => {
  expect(repliesInBudget(persona({ modelMoneyPerDay: 5 })).at(-1)).toMatch(/do not count without OPENAI_PRICE_INPUT/)
  const told = repliesInBudget(persona({ modelMoneyPerDay: 5 }), { input: 0.4, cached: 0.1, output: 1.6 })
  expect(told.at(-1)).toMatch(/^[\d,]+ replies, [\d,]+ without a cache, a day for all \(modelMoneyPerDay\)$/)
})

it('without limits there is nothing to say', () => {
  expect(repliesInBudget(testPersona({ manners: { limits: 'off' } }))).toEqual([])
})

it('`mascot check` says it', async () => {
  const { out, code } = await runMascot(['check'])
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^budget: .*replies/m) })
})
