/** What staff want done to an issue, whether typed or sent by a page: what cannot be is refused in words, and nothing is done. */
import { beforeEach, expect, it } from 'vitest'
import { perform, type WishDeps } from '../../../src/issues/live/issue-desk.ts'
import type { IssueWish } from '../../../src/ports/lead-desk.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { testPersona } from '../../support/persona.ts'
import { accept, ana, claimOne, message, settle, sqliteTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const persona = testPersona({ name: 'Pip', voice: { languages: ['en', 'zh'] } })
const dana = { id: 'desk:dana', name: 'Dana' }
const clock = createManualClock({ startsAt: Date.parse('2026-11-18T10:30Z') })
const ofWords = ['\u200b', ' \u2060\u00ad ', '\u3164', 'x'.repeat(2_001)]

let deps: WishDeps
let report = 0
let acts = 0
beforeEach(async () => {
  const { store } = under
  deps = {
    ...{ issues: store.issues, persona: () => persona, clock },
    ...{ onChanged: () => Promise.resolve(), caseIn: () => Promise.resolve(undefined) },
  }
  await accept(store, message('1', ana, { text: 'the lid leaks' }))
  const claim = await claimOne(store)
  const [{ row }] = claim.unread
  await settle(store, claim, { reports: [{ accountId: ana, row, at: 5_000, kind: 'complaint', lang: 'en' }] })
  report = (await store.issues.unheard(1))[0]?.id ?? 0
  await wish({ kind: 'new', title: 'Lids', reports: [report] })
})

const wish = async (wanted: IssueWish) => await perform(wanted, dana, { origin: `act ${acts++}` }, deps)

it.each<[string, IssueWish]>([
  ...ofWords.map((words): [string, IssueWish] => [
    'words that show nothing, or are too long',
    { kind: 'answer', number: 1, words },
  ]),
  ['the place of a statement', { kind: 'answer', number: 1, words: 'en test: We know.' }],
  ['a title that shows nothing', { kind: 'title', number: 1, title: '\u200b\u200d' }],
  ['a title of two lines', { kind: 'title', number: 1, title: 'Lids\nthat leak' }],
  ['a title that is too long', { kind: 'new', title: 'x'.repeat(121), reports: [1] }],
  ['an answer that does not say in which of several languages', { kind: 'answer', number: 1, words: 'Unplug it.' }],
  ['words with a hole that nothing fills', { kind: 'answer', number: 1, lang: 'en', words: 'Hi {fan}, unplug it.' }],
  ['reports that are not there', { kind: 'new', title: 'Mugs', reports: [98_765] }],
  ['reports of another', { kind: 'detach', number: 1, reports: [98_765] }],
])('%s: %j is refused', async (_, wanted) => {
  const before = await deps.issues.list(clock.now())
  expect(await wish(wanted)).toMatchObject({ isDone: false, says: expect.stringMatching(/^⛔ /) })
  expect(await deps.issues.list(clock.now())).toEqual(before)
})

it('what was detached is said by its number, and of which issue', async () => {
  const { says } = await wish({ kind: 'detach', number: 1, reports: [report] })
  expect(says).toBe(`📌 #1: r${report} is of it no more. /issue 1 undo takes it back.`)
  expect((await wish({ kind: 'detach', number: 1, reports: [report] })).says).toMatch(/⛔ #1 has no report r\d+/)
})

it('words that end as a sentence are told with one full stop', async () => {
  const { says } = await wish({ kind: 'answer', number: 1, lang: 'en', words: 'Unplug it.' })
  expect(says).toBe('📌 #1: it says in en: Unplug it. /issue 1 undo takes it back.')
  await wish({ kind: 'undo', number: 1 })
})

it('an undo that would take back a later act says which', async () => {
  await wish({ kind: 'new', title: 'Mugs', reports: [report] })
  expect((await wish({ kind: 'undo', number: 1 })).says).toMatch(
    /⛔ Dana did more with the same since, in #2 \(opened it of/,
  )
})
