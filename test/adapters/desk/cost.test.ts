/** What models cost, reply by reply and added up, on the page for leads and in the figures; and a warning before the day's budget ends. */
import { expect, it } from 'vitest'
import { createBudget } from '../../../src/model/budget.ts'
import { counts } from '../../model/support.ts'
import { signIn } from '../../support/desk-client.ts'
import { startDeskHost } from '../../support/desk-host.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { startMockModel } from '../../support/mock-model.ts'

it('is shown by day, fan, version and reply, and forgotten with the fan’s name', async () => {
  await using mock = await startMockModel()
  mock.says(/./, { bubbles: ['Like small change in a tin.'] })
  const limits = { modelTokensPerDay: 1_000, modelTokensPerFanPerDay: 1_000_000 } as const
  await using host = await startDeskHost({
    modelUrl: mock.url,
    env: { OPENAI_PRICE_INPUT: '100' },
    tune: (persona) => ({
      ...persona,
      manners: {
        ...persona.manners,
        limits: { ...limits, fanPerMinute: 100, fanPerDay: 100, conversationPerMinute: 100 },
      },
    }),
  })
  const ana = host.chat.fan('Ana Bell')
  await ana.says('what does rain sound like to a kettle?')
  await ana.hears(/small change/)
  await host.mascot.settled()
  const [turn] = await host.mascot.store.records.costly(0, 10)
  expect(turn).toMatchObject({ fanName: 'Ana Bell', reason: 'model-reply', spent: { answers: 1 } })
  expect(turn?.spent.price).toBeGreaterThan(0)
  expect(turn?.personaVersion).toMatch(/^[0-9a-f]{8}$/)

  const page = async () => {
    const client = await signIn(await host.signInLink('Lou', 'lead'))
    const response = await fetch(`${host.url}/desk/lead/cost?days=1`, { headers: { cookie: client.cookie } })
    return await response.text()
  }
  const text = await page()
  for (const part of ['Ana Bell', turn?.personaVersion ?? '', 'model-reply', String(turn?.spent.inputTokens)])
    expect(text).toContain(part)
  expect(text).toContain('Today’s budget of the model is spent')

  await ana.says('/forget')
  await ana.hears()
  await ana.says('yes')
  await host.mascot.settled()
  expect(await page()).not.toContain('Ana Bell')
})

it('is warned of once a day, from 80 % of the tokens or of the money on', async () => {
  const clock = createManualClock()
  const told: number[] = []
  const limits = { modelTokensPerDay: 1000, modelTokensPerFanPerDay: 1000, modelMoneyPerDay: 10 }
  const budget = createBudget(counts(), limits, clock, 'UTC', (share) => told.push(share))
  await budget.spend('ana', 700, 1)
  expect(told).toEqual([])
  await budget.spend('ben', 10, 7)
  expect(told).toEqual([0.8])
  await budget.spend('ben', 200, 1)
  expect(told).toHaveLength(1)
  clock.advance(24 * 3_600_000)
  await budget.spend('ana', 900)
  expect(told).toEqual([0.8, 0.9])
})
