/** `mascot insights`: brought up to date and told as Markdown, CSV or JSON; a range that is none is refused in words. */
import { expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { runMascot } from '../support/run-mascot.ts'
import { accept, claimOne, message, says, settle, sqliteTestDatabase } from '../support/store-harness.ts'

it('tells the figures of the database that is configured', async () => {
  await using database = await sqliteTestDatabase()
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const env = { DATABASE_URL: database.url }
  const now = Date.now()
  {
    await using store = await openStore(database.url, { brand: 'tidewater' })
    await accept(store, message('1', undefined, { text: 'Do you sell blue pianos?' }))
    const grounds = { reason: 'does-not-know', flags: [], alternatives: [] } as const
    const decision = { ...grounds, kind: 'reply', bubbles: [], speaker: { kind: 'bot' } } as const
    await settle(store, await claimOne(store, { now }), { outbox: [says('No idea.')], decision }, now)
  }
  const run = async (...args: string[]) => await runMascot(['insights', '--persona', folder, ...args], { env })
  const markdown = await run()
  expect(markdown.out).toMatch(/^# Insights, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\n/)
  expect(markdown.out).toContain('- Unanswered: 100 %, 1 of 1 questions (before: –, 0 of 0)')
  expect((await run('--month', '--csv')).out).toMatch(/\r\n[\d-]+,[\d-]+,questions,unanswered,,1,1,0,0\r\n/)
  const { now: report } = JSON.parse((await run('--json')).out)
  expect(report.topics).toMatchObject([{ topic: '', total: 1, unanswered: 1 }])
  for (const [args, said] of [
    [['--week', '--month'], /One of --week, --month/],
    [['--from', '2026-13-01'], /none of the calendar: write it as YYYY-MM-DD/],
    [['--from', '2026-11-02', '--to', '2026-11-01'], /begins after it ends/],
    [['--from', '9999-12-20', '--to', '9999-12-20'], /before the year 2000 or more than a year ahead/],
    [['--from', '0001-01-01', '--to', '0001-01-02'], /before the year 2000/],
    [['--csv', '--json'], /Either --csv or --json/],
  ] as const)
    expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringMatching(said) })
})
