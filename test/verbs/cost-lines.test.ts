/** What `mascot doctor` says of what models cost. */
import { expect, test } from 'vitest'
import { costOf } from '../../src/domain/cost.ts'
import type { ReadCost } from '../../src/ports/cost.ts'
import { costLines } from '../../src/verbs/cost-lines.ts'

const spent = { inputTokens: 1000, cachedTokens: 250, outputTokens: 40, answers: 1 }

/** So many replies at a price, all of today. */
function of(replies: number, price?: number, budgetSpent?: number): ReadCost {
  const turn = {
    ...{ at: 0, reason: 'model-reply', personaVersion: 'v1' },
    spent: { ...spent, ...(price ? { price } : {}) },
  }
  const cost = costOf(
    Array.from({ length: replies }, () => turn),
    () => '2026-11-30',
  )
  return async (lastDays) => ({
    ...cost,
    lastDays,
    nearlySpent: 0.8,
    ...(budgetSpent === undefined ? {} : { budgetSpent }),
  })
}

test('today, the week and each version of the persona are told in replies, tokens and money', async () => {
  const line = '2 replies, 2000 tokens read (25 % cached), 80 written, 0.0080 in all, 0.0040 a reply'
  expect(await costLines(of(2, 0.004))).toEqual([`today ${line}`, `7 days ${line}`, `version v1: ${line}`])
})

test('large sums are told in figures as people write them, and one reply is one', async () => {
  const [today] = await costLines(of(1, 1234.5))
  expect(today).toBe('today 1 reply, 1000 tokens read (25 % cached), 40 written, 1234.50 in all, 1234.50 a reply')
})

test('without prices no money is told, and without a model’s replies nothing is counted', async () => {
  expect((await costLines(of(1)))[0]).toBe('today 1 reply, 1000 tokens read (25 % cached), 40 written')
  expect(await costLines(of(0))).toEqual(['today no model was asked', '7 days no model was asked'])
})

test('a budget is told, with a warning from four fifths of it on', async () => {
  expect(await costLines(of(0, undefined, 0.799))).toEqual([
    '79 % of today’s budget is spent',
    ...['today no model was asked', '7 days no model was asked'],
  ])
  expect((await costLines(of(0, undefined, 0.8)))[1]).toMatch(
    /^WARNING: at the end of the budget approved answers go on alone/,
  )
})
