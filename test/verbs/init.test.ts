/** `mascot init`: from a few words to a persona that is checked, rehearsed and talks. */
import { mkdtempSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { packs } from '../../src/hearing/packs/packs.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { checkPersona } from '../../src/verbs/check-persona.ts'
import { readBrief, readWeek } from '../../src/verbs/init/brief.ts'
import { personaFiles } from '../../src/verbs/init/files.ts'
import { createProgress } from '../../src/verbs/progress.ts'
import { runMascot } from '../support/run-mascot.ts'

function emptyFolder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'mascot-init-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  return cwd
}
const luna = ['init', 'luna', '--brand', 'Moonlight Bakery', '--name', 'Luna']

describe('mascot init', () => {
  test.each([
    ['en, zh', ['--hours', 'mon-fri 9-17, sat 10am-2pm', '--sells', 'Night Rye', '--never', 'valued customer']],
    ['de', ['--adjectives', 'trocken, warm', '--hours', 'mon 9-12; mon 13-17']],
    ['fr, en', []],
  ])('in %s writes a folder that passes, with its eight lines', async (languages, more) => {
    const cwd = emptyFolder()
    const made = await runMascot([...luna, '--languages', languages, ...more, '--time-zone', 'Europe/London'], { cwd })
    expect([made.code, made.err]).toEqual([0, ''])
    const strict = await runMascot(['check', '--strict', '--persona', 'luna'], { cwd })
    expect([strict.code, strict.out]).toEqual([0, expect.stringContaining('nothing to mend')])
    const text = await readFile(join(cwd, 'luna', 'persona.yaml'), 'utf8')
    expect(text).toContain('# Write these eight lines first')
    const lines = text.slice(text.indexOf('\nlines:'))
    expect(lines.match(/^ {2}\w+:$/gm)?.filter((line) => !line.includes('hours'))).toHaveLength(8)
  })

  test.each([...Object.keys(packs), 'pt-PT', 'es-MX', 'zh-TW'])(
    'in %s it begins with lines that check has nothing to say about',
    async (lang) => {
      const folder = emptyFolder()
      const typed = { brand: 'Moonlight Bakery', name: 'Luna', languages: lang, hours: 'mon-fri 9-17', timeZone: 'UTC' }
      for (const [file, text] of Object.entries(personaFiles(readBrief(typed))))
        await writeFile(join(folder, file), text)
      const { problems } = await checkPersona(folder, parseConfig({}), systemClock.now(), createProgress(''))
      expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
    },
  )

  test('in a language in which danger is not understood it says so at once, not after the launch', async () => {
    const cwd = emptyFolder()
    const { code, out } = await runMascot([...luna, '--languages', 'sw, en'], { cwd })
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/luna\/persona\.yaml.* sw: danger to life, .*luna: written/s),
    ])
  })

  test('its scenes come out as written', async () => {
    const cwd = emptyFolder()
    await runMascot([...luna, '--hours', 'mon-sun 0-24'], { cwd })
    const { code, out } = await runMascot(['rehearse', '--persona', 'luna'], { cwd })
    expect([code, out]).toEqual([0, expect.stringContaining('3 of 3 scenes as written')])
  })

  test.each(['de, en', 'zh', 'ar', 'ja, ko'])(
    'in %s it asks, answers and is rehearsed in these languages, and its scenes come out',
    async (languages) => {
      const cwd = emptyFolder()
      await runMascot([...luna, '--languages', languages, '--hours', 'mon-sun 0-24'], { cwd })
      const [answers, scenes] = await Promise.all(
        ['answers.yaml', 'scenes.yaml'].map((file) => readFile(join(cwd, 'luna', file), 'utf8')),
      )
      if (!languages.includes('en'))
        expect(`${answers}${scenes}`).not.toMatch(/opening hours"|"I want to talk|says: "hi"/)
      const { code, out } = await runMascot(['rehearse', '--persona', 'luna'], { cwd })
      const count = 3 * languages.split(', ').length
      expect([code, out]).toEqual([0, expect.stringContaining(`${count} of ${count} scenes as written`)])
    },
  )

  test('a name that its language warns of elsewhere is its own: 小月', async () => {
    const cwd = emptyFolder()
    await runMascot(['init', 'luna', '--brand', '月光', '--name', '小月', '--languages', 'zh'], { cwd })
    const { code, out } = await runMascot(['check', '--strict', '--persona', 'luna'], { cwd })
    expect([code, out]).toEqual([0, expect.stringContaining('nothing to mend')])
  })

  test('says what it was told', async () => {
    const cwd = emptyFolder()
    await runMascot(
      [...luna, '--sells', 'Night Rye, "Moon" Buns: small', '--never', 'artisanal', '--hours', 'fri 22-2'],
      { cwd },
    )
    expect(await loadPersona(join(cwd, 'luna'))).toMatchObject({
      name: 'Luna',
      brand: {
        name: 'Moonlight Bakery',
        products: [{ name: { en: 'Night Rye' } }, { name: { en: '"Moon" Buns: small' } }],
      },
      voice: { neverSay: ['artisanal'] },
      handoff: { hours: { week: { fri: ['22:00-02:00'] } } },
    })
  })

  test.each([
    [['init', 'luna'], /needs a brand and a name/],
    [[...luna, '--languages', 'Elvish'], /^"Elvish" is not a language code/m],
    [[...luna, '--hours', 'whenever'], /"whenever" is no hours: write mon-fri 9-17/],
    [[...luna, '--time-zone', 'Moon'], /"Moon" is not a time zone/],
  ])('%j is refused and writes nothing', async (args, message) => {
    const cwd = emptyFolder()
    const { code, err } = await runMascot(args, { cwd })
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
    expect(await readdir(cwd)).toEqual([])
  })

  test('never writes over a folder', async () => {
    const cwd = emptyFolder()
    await runMascot(luna, { cwd })
    const before = await readFile(join(cwd, 'luna', 'persona.yaml'), 'utf8')
    const { code, err } = await runMascot([...luna, '--sells', 'x'], { cwd })
    expect([code, err]).toEqual([2, expect.stringContaining('is there already')])
    expect(await readFile(join(cwd, 'luna', 'persona.yaml'), 'utf8')).toBe(before)
  })
})

test('hours are read as people write them', () => {
  expect(readWeek('mon-wed 9:30-18, Saturday 10am–2pm')).toEqual({
    ...{ mon: ['09:30-18:00'], tue: ['09:30-18:00'], wed: ['09:30-18:00'], sat: ['10:00-14:00'] },
  })
  expect(readWeek('mon-tue 9 to 5, wed 9am-5, thu 8:30-12:30, fri 12-8, sat 22-2, sun 05:00-02:00')).toEqual({
    ...{ mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['08:30-12:30'] },
    ...{ fri: ['12:00-20:00'], sat: ['22:00-02:00'], sun: ['05:00-02:00'] },
  })
  expect(readWeek('mon 9-12; mon 13-17')).toEqual({ mon: ['09:00-12:00', '13:00-17:00'] })
})

test('languages are read by their names as by their codes', () => {
  const { languages } = readBrief({ brand: 'x', name: 'y', languages: 'English, Deutsch, pt-PT, 中文, EN' })
  expect(languages).toEqual(['en', 'de', 'pt-PT', 'zh'])
})
