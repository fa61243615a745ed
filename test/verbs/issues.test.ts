/** `mascot issues export`: of the database that is configured, in the shape that was asked for; what is missing is said. */
import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { runMascot } from '../support/run-mascot.ts'
import { accept, ana, claimOne, message, settle, sqliteTestDatabase } from '../support/store-harness.ts'

const dana = { id: 'desk:dana', name: 'Dana' }

it('gives open issues to a tracker, all with --all, and never what a fan wrote', async () => {
  await using database = await sqliteTestDatabase()
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const env = { DATABASE_URL: database.url, PUBLIC_URL: 'https://desk.example' }
  {
    await using store = await openStore(database.url, { brand: 'tidewater' })
    await accept(store, message('1', ana, { text: 'the lid leaks' }))
    const claim = await claimOne(store)
    const [{ row }] = claim.unread
    await settle(store, claim, { reports: [{ accountId: ana, row, at: 5_000, kind: 'complaint', lang: 'en' }] })
    const [report] = await store.issues.unheard(1)
    const reports = report ? [report.id] : []
    await store.issues.act({ kind: 'open', title: 'Lids', reports }, dana, 'a', 6_000)
    await store.issues.act({ kind: 'open', title: 'Mugs', reports }, dana, 'b', 6_000)
    await store.issues.act({ kind: 'set', number: 2, set: { state: 'fixed' }, what: 'fixed' }, dana, 'c', 7_000)
  }
  const run = (...args: string[]) => runMascot(['issues', 'export', ...args, '--persona', folder], { env })
  const [jira, all, csv] = await Promise.all([
    run('--as', 'jira', '--project', 'ACME', '--type', 'Task'),
    run('--all'),
    run('--as', 'csv'),
  ])
  expect(JSON.parse(jira.out).issueUpdates).toMatchObject([
    { fields: { project: { key: 'ACME' }, issuetype: { name: 'Task' }, summary: 'Lids' } },
  ])
  expect(JSON.parse(all.out)).toMatchObject([
    { number: 1, title: 'Lids', url: 'https://desk.example/desk/lead/issues/1' },
    { number: 2, title: 'Mugs', state: 'fixed' },
  ])
  expect(csv.out.split('\r\n')).toHaveLength(3)
  for (const { out } of [jira, all, csv]) expect(out).not.toContain('leaks')
})

it.each([
  [['issues', 'export', '--as', 'linear'], /--team is missing/],
  [['issues', 'export', '--as', 'jira'], /--project is missing/],
  [['issues', 'export', '--as', 'paper'], /--as linear\|jira\|github\|csv\|json/],
  [['issues'], /mascot issues export/],
])('%j is refused in words', async (args, words) => {
  const { code, err } = await runMascot(args)
  expect([code, err]).toEqual([expect.any(Number), expect.stringMatching(words)])
  expect(code).not.toBe(0)
})
