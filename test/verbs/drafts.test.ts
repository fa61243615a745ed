/** `mascot drafts` and the line of `mascot doctor`: what became of the drafts of the last days, by topic. */
import { expect, it } from 'vitest'
import { whichCase } from '../../src/domain/case.ts'
import { openStore } from '../../src/store/open-store.ts'
import { draftsInShort, rowsOf } from '../../src/verbs/drafts.ts'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { runMascot } from '../support/run-mascot.ts'
import { accept, ana, claimOne, message, says, settle, sqliteTestDatabase } from '../support/store-harness.ts'

it('counts by topic, the one with the most drafts first', async () => {
  const counts = [
    { topic: 'hours', state: 'sent', count: 2 },
    { topic: 'refund', state: 'sent', count: 6 },
    { topic: 'refund', state: 'edited', count: 2 },
    { topic: 'refund', state: 'stale', count: 4 },
  ] as const
  expect(rowsOf(counts).map(({ topic, sent, edited, dropped }) => [topic, sent, edited, dropped])).toEqual([
    ['refund', 6, 2, 0],
    ['hours', 2, 0, 0],
  ])
  expect(draftsInShort(counts, 7)).toBe(
    '14 in 7 days: 8 left as they were (80 % of those a person decided), 2 in other words, 0 dropped, 4 out of date, 0 too late, 0 wait',
  )
  expect(draftsInShort([], 7)).toBeUndefined()
})

it('is told by the command and by the doctor, of the database that is configured', async () => {
  await using database = await sqliteTestDatabase()
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const env = { DATABASE_URL: database.url }
  expect((await runMascot(['drafts', '--persona', folder], { env })).out).toMatch(/No draft was written in 7 days/)
  const brand = 'tidewater'
  const now = Date.now()
  {
    await using store = await openStore(database.url, { brand })
    await accept(store, message('1'))
    const grounds = { kind: 'reply', reason: 'greeting', flags: [], topic: 'greeting' } as const
    const draft = { accountId: ana, summary: 'hi', outgoing: [says('Hi.')], grounds, expiresAt: now + 9e6 }
    await settle(store, await claimOne(store, { now }), { draft }, now)
    const [one] = await store.cases.list()
    if (one === undefined) throw new Error('a draft waits')
    await store.caseChanges.apply([{ ...whichCase(one), endsDraft: { became: 'sent', by: 'Dana' } }], now)
  }
  const told = await runMascot(['drafts', '--persona', folder, '--days', '2'], { env })
  expect(told.out).toMatch(/^1 in 2 days: 1 left as they were \(100 %/)
  expect(told.out).toMatch(/\ngreeting +1 +0 +0 +0 +0 +0\n/)
  const json = JSON.parse((await runMascot(['drafts', '--persona', folder, '--json'], { env })).out)
  expect(json).toEqual([{ topic: 'greeting', open: 0, sent: 1, edited: 0, dropped: 0, stale: 0, expired: 0 }])
  expect((await runMascot(['doctor', '--persona', folder], { env })).out).toMatch(/drafts {4}1 in 7 days: 1 left/)
  expect(await runMascot(['drafts', '--persona', folder, '--days', 'many'], { env })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/--days takes a whole number/),
  })
})
