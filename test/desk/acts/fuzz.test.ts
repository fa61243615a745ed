/** Whatever staff type or press is an act, plain talk, or told to be none in words; the desk goes on either way. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { help, readAct } from '../../../src/desk/acts/read-act.ts'
import { startChat } from '../../support/chat.ts'
import { oddText, runs } from '../../support/fuzz.ts'

const verbs = [...new Set(help.match(/\/[a-z]+/g))]
const typed = fc.oneof(
  oddText,
  fc.tuple(fc.constantFrom(...verbs, '/unknown', '!r', '//'), oddText).map(([verb, words]) => `${verb} ${words}`),
  fc
    .tuple(fc.constantFrom(...verbs), fc.constantFrom('2h', '-1h', '999999999999d', 'on', '#', '#zz', '@x', '1 2 3'))
    .map((parts) => parts.join(' ')),
)
const pressed = fc.oneof(
  oddText,
  fc
    .tuple(fc.constantFrom('act', 'case', 'claim', 'back', 'resolve', 'proposal', 'csat', 'team', 'step-in'), oddText)
    .map((parts) => parts.join(':')),
)

it('is read as an act or as none, and nothing is thrown', () => {
  expect(verbs.length).toBeGreaterThan(20)
  fc.assert(
    fc.property(typed, fc.option(pressed, { nil: undefined }), (text, button) => {
      const act = readAct(button === undefined ? { text } : { text, button })
      expect(['undefined', 'string']).toContain(typeof act?.kind)
      if (act?.kind === 'wrong') expect(act.says).toMatch(/^⛔ ./)
    }),
    runs(5_000),
  )
})

it('does its work or says why not in a running program, which then still hears', async () => {
  await using chat = await startChat('coffee', { hasStaffChat: true })
  const [ana, dana] = [chat.fan('Ana'), chat.staff('Dana')]
  await ana.says('I want to talk to a person')
  await ana.hears()
  await dana.hears()
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      await dana.says(text)
      await chat.mascot.settled()
    }),
    runs(80),
  )
  await dana.says('/help')
  await expect
    .poll(() => chat.shown(dana.threadId ?? ana.threadId).some((line) => line.includes('/resolve')))
    .toBe(true)
  expect(chat.errors).toEqual([])
})
