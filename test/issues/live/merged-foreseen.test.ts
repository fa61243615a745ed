/** Foreseen issues that go on in another: what is said of them, how they are known, and where staff find them. */
import { beforeEach, expect, it } from 'vitest'
import { createIssueBoard, type IssueBoard } from '../../../src/issues/live/board.ts'
import { inForce } from '../../../src/issues/live/in-force.ts'
import { createIssueDesk, perform } from '../../../src/issues/live/issue-desk.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import type { IssueWish } from '../../../src/ports/lead-desk.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { testPersona } from '../../support/persona.ts'
import { ana, message, sqliteTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const clock = createManualClock({ startsAt: Date.parse('2026-11-18T10:30Z') })
const dana = { id: 'desk:dana', name: 'Dana' }
const foreseen = (id: string, more: object = {}) => ({
  id,
  title: id,
  says: [`the ${id} leak badly`],
  words: [],
  ...more,
})
const persona: Persona = {
  ...testPersona({ name: 'Pip', voice: { languages: ['en', 'zh'] } }),
  issues: [
    foreseen('lids', { answer: { en: ['A new lid is on its way.'] }, words: ['lid'] }),
    foreseen('cups'),
    foreseen('mugs', { answer: { en: ['Mugs are mended.'] } }),
  ],
}

let board: IssueBoard
let acts = 0
beforeEach(async () => {
  const { issues } = under.store
  board = createIssueBoard({ issues, clock, bare: (text) => text })
  await issues.prepare(
    persona.issues.map(({ id, title }) => ({ fileId: id, title })),
    clock.now(),
  )
})

const deps = () => ({
  ...{ issues: under.store.issues, persona: () => persona, clock, platforms: ['test'] },
  ...{ onChanged: () => Promise.resolve(), caseIn: () => Promise.resolve(undefined) },
})
const wish = async (wanted: IssueWish) => await perform(wanted, dana, { origin: `act ${acts++}` }, deps())
const said = async () => {
  await board.refresh(persona)
  return board.answers(persona).map(({ id, asks, answer }) => ({ id, asks, says: answer.en?.[0] }))
}

it('what was merged speaks as the one it went on in, and is silent once that is fixed', async () => {
  const mugs = { id: 'issue-mugs', asks: ['the mugs leak badly'], says: 'Mugs are mended.' }
  await wish({ kind: 'merge', number: 1, into: 2, sure: 'yes' })
  const asks = ['the cups leak badly', 'the lids leak badly']
  expect(await said()).toEqual([{ id: 'issue-cups', asks, says: 'A new lid is on its way.' }, mugs])
  await wish({ kind: 'answer', number: 2, lang: 'en', words: 'We look at all cups.' })
  expect(await said()).toEqual([{ id: 'issue-cups', asks, says: 'We look at all cups.' }, mugs])
  await wish({ kind: 'merge', number: 2, into: 3, sure: 'yes' })
  expect((await said()).map(({ id }) => id)).toEqual(['issue-mugs'])
  expect((await said())[0]?.asks).toHaveLength(3)
  await wish({ kind: 'state', number: 3, state: 'fixed' })
  expect(await said()).toEqual([])
  await wish({ kind: 'undo', number: 3 })
  await wish({ kind: 'undo', number: 3 })
  expect((await said()).map(({ id }) => id)).toEqual(['issue-cups', 'issue-mugs'])
})

it('is found by staff under its old number, and by the words that the file gave it', async () => {
  await wish({ kind: 'merge', number: 1, into: 2, sure: 'yes' })
  await wish({ kind: 'merge', number: 2, into: 3, sure: 'yes' })
  const desk = createIssueDesk({
    ...deps(),
    keep: () => Promise.reject(new Error('not asked for')),
    digestNow: () => Promise.reject(new Error('not asked for')),
    insightsNow: () => Promise.reject(new Error('not asked for')),
  })
  const says = async (name: 'issue' | 'crisis', args: string) =>
    (await desk({ name, args }, dana, message('1', ana))).says
  expect(await says('issue', '1')).toBe('⛔ #1 went on in #3: /issue 3 shows it.')
  expect(await says('issue', '2 state fixed')).toBe('⛔ #2 went on in #3: /issue 3 shows it.')
  expect(await says('crisis', '1 red')).toMatch(/#1 went on in #3/)
  expect(await says('issue', '9')).toMatch(/There is no #9/)
  const issue = await under.store.issues.get(3, clock.now())
  expect(issue?.tookIn).toEqual(['lids', 'cups'])
  const crisis = {
    ...{ id: 1, beganAt: 0, statements: [], proposed: [], events: [], words: [], isDrill: false },
    level: 'red' as const,
  }
  expect(inForce(crisis, issue, persona).isAbout('is the lid safe?', 'en')).toBe(true)
})
