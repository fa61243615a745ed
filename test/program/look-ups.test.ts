/** A shop that is made up sends no mail: its look-ups go on by the samples, and their code is known; a real one stays as it is. */
import { expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import { openLookUps } from '../../src/program/look-ups.ts'
import { countsInMemory } from '../../src/verbs/counts-in-memory.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { testPersona } from '../support/persona.ts'

const pointsAt = (shop: string) =>
  testPersona({
    lookups: [
      {
        id: 'points',
        about: 'points',
        asks: ['how many points do i have'],
        needs: [{ id: 'number', shape: 'TW-######', ask: 'Which order?' }],
        request: { url: `https://${shop}/{number}` },
        proof: 'code',
        address: 'email',
        says: { found: 'You have some.' },
        samples: [{ given: { number: 'TW-204711' }, answer: { email: 'ana@example.com' }, state: 'found' }],
      },
    ],
  })

const smtp = { smtp: 'smtp://127.0.0.1:1', from: 'codes@tidewater.example' }
it.each([
  ['without mail', undefined],
  ['with mail', smtp],
])('%s configured', async (_, codes) => {
  const madeUp = pointsAt('shop.example')
  const real = pointsAt('shop.invalid')
  const { signal } = new AbortController()
  const lookUps = openLookUps({
    config: { shop: {}, ...(codes ? { codes } : {}) },
    persona: () => madeUp,
    counts: countsInMemory(),
    clock: createManualClock({ startsAt: 1_700_000_000_000 }),
    log: createLog({ level: 'silent' }),
    signal,
  })
  const [demo] = madeUp.lookUps
  const [shop] = real.lookUps
  if (!demo || !shop) throw new Error('no look-ups')
  expect(lookUps.sendsCodes(demo)).toBe(true)
  expect(lookUps.newCode(demo)).toBe('000000')
  await lookUps.sendCode(
    {
      ...{ id: 'one', code: '000000', lookUp: demo, given: { number: 'TW-204711' }, account: accountId('test', 'Ana') },
      ...{ lang: 'en', from: { persona: 'Pip', brand: 'Tidewater' } },
    },
    signal,
  )
  expect(await lookUps.couldNotSend('one')).toBe(false)
  expect(lookUps.sendsCodes(shop)).toBe(codes !== undefined)
  expect(lookUps.newCode(shop)).toMatch(/^\d{6}$/)
  expect(new Set(Array.from({ length: 5 }, () => lookUps.newCode(shop))).size).toBeGreaterThan(1)
})
