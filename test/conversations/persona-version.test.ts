/** An operator changes the persona while talks go on: each reply tells which version said it, and the model what an earlier one said. */
import { describe, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { whyLine } from '../../src/verbs/why.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { startMockModel } from '../support/mock-model.ts'
import { testPersona } from '../support/persona.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

const withMotto = (persona: Persona): Persona => ({ ...persona, version: 'bbbb2222' })

describe('the version of the persona', () => {
  it('is another as soon as a word of the folder is, and the same for the same words', () => {
    const hours = { id: 'hours', asks: ['when are you open'], answer: 'Nine to five.' }
    const { version } = testPersona({ answers: [hours] })
    expect(version).toMatch(/^[0-9a-f]{8}$/)
    expect(testPersona({ answers: [hours] }).version).toBe(version)
    expect(testPersona({ answers: [{ ...hours, answer: 'Nine to six.' }] }).version).not.toBe(version)
    expect(testPersona({ answers: [hours], voice: { humour: 'dry' } }).version).not.toBe(version)
  })

  it('stands with every decision and every reply, and the model sees which of its lines are of an earlier one', async () => {
    await using database = await sqliteTestDatabase()
    await using mock = await startMockModel()
    mock.says(/./, { bubbles: ['It sounds like small change in a tin.'] })
    const clock = createChatClock('2026-11-18T10:30Z')
    const options = { databaseUrl: database.url, clock, modelUrl: mock.url }
    const before = await startChat('coffee', options)
    const ana = before.fan('Ana')
    await ana.says('what does rain on the skylight sound like?')
    const said = await ana.hears()
    expect(said).toMatchObject({ kind: 'text', personaVersion: before.persona.version })
    await before.mascot.settled()
    const [decision] = await before.reasons(ana)
    expect(decision?.personaVersion).toBe(before.persona.version)
    await before.mascot.stop()

    await using after = await startChat('coffee', { ...options, tune: withMotto })
    const again = after.fan('Ana')
    await again.says('and what does the snow on it sound like?')
    expect(await again.hears()).toMatchObject({ personaVersion: 'bbbb2222' })
    await after.mascot.settled()
    const turn = mock.requests().at(-1)?.turn ?? ''
    expect(turn).toMatch(/\{"brand":"you","outdated":true,"says":"[^"]*small change/)
    const [newest, older] = await after.reasons(again)
    expect([newest, older].map((one) => one && /persona (\w+)/.exec(whyLine(one))?.[1])).toEqual([
      'bbbb2222',
      before.persona.version,
    ])
    await again.says('thanks, and the hail?')
    await again.hears()
    await after.mascot.settled()
    const last = mock.requests().at(-1)?.turn ?? ''
    expect(last.match(/"outdated":true/g)).toHaveLength(1)
  })
})
