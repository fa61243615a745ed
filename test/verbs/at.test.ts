/** `--at` and `at:`: a persona is heard at any hour of the week, by its brand's own time. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'

const persona = `
name: Luna
brand: {name: Moonlight}
manners: {timeZone: Asia/Shanghai}
handoff:
  teams: {care: {name: Care, hours: {week: {tue: ["09:00-17:00"], wed: ["09:00-17:00"]}}}}
  route: {default: care}
lines: {nobodyOnline: "Nobody is in."}
`
const asks = (says: 'says' | 'not') => `
    turns: [{says: can I speak to a person please, expect: {decision: handoff, ${says}: Nobody is in}}]
`
const scenes = `
scenes:
  - id: by-day
    at: tue 14:00${asks('not')}
  - id: by-night
    at: "2026-11-24 22:00"${asks('says')}
  - id: whenever${asks('says')}
`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-at-'))
  writeFileSync(join(folder, 'persona.yaml'), persona)
  writeFileSync(join(folder, 'answers.yaml'), 'answers: []\n')
  writeFileSync(join(folder, 'scenes.yaml'), scenes)
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (verb: string, args: readonly string[], input = '') =>
  runMascot([verb, '--persona', folder, ...args], { cwd: folder, input })

it('rehearse plays each scene at the hour it names, the others at that of --at', async () => {
  const { out, err, code } = await run('rehearse', ['--at', 'sun 12:00'])
  expect(out + err).toContain('3 of 3 scenes as written')
  expect(out.match(/(?<=✓ ).*/g)).toEqual(['by-day', 'by-night', 'whenever'])
  expect(code).toBe(0)
})

it('ask answers as at that hour, and says how a moment is written', async () => {
  const please = 'can I speak to a person please\n'
  expect((await run('ask', ['--at', 'wed 3:00', 'hello', please.trim()])).out).toMatch(
    /> hello.*> can I speak.*Nobody is in/s,
  )
  expect((await run('ask', ['--at', 'wed 10:00'], please)).out).not.toContain('Nobody is in')
  expect((await run('ask', ['--at', 'wed 3:00'], please)).out).toContain('Nobody is in')
  const { err, code } = await run('ask', ['--at', 'teatime'], please)
  expect(err).toContain('--at "teatime" is no moment: write a weekday and a time, as in "tue 14:00"')
  expect(code).toBe(2)
})

it('chat at another hour keeps nothing', async () => {
  const kept = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  const before = kept()
  const { out } = await run('chat', ['--at', 'wed 3:00'], 'can I speak to a person please\n')
  expect(out).toContain('Nobody is in')
  expect(kept()).toEqual(before)
})

it('check says where a moment of a scene is none', async () => {
  writeFileSync(join(folder, 'scenes.yaml'), scenes.replace('tue 14:00', 'noon'))
  const { out, err } = await run('check', [])
  expect(out + err).toMatch(/scenes\.yaml:4:9 .*write a weekday and a time/)
})
