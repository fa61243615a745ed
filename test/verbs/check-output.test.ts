/** `mascot check` as editors, CI and an operator with two windows use it. */

import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { loadPersona, readPersona } from '../../src/persona/load/load.ts'
import { formatProblem, type PersonaProblem } from '../../src/persona/load/problem.ts'
import { problemLines } from '../../src/verbs/problems-in-words.ts'
import { tooFewReplies } from '../../src/verbs/replies-in-budget.ts'
import { lintStolen } from '../../src/verbs/stolen-phrasings.ts'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { runMascot } from '../support/run-mascot.ts'

const long = 'This is a sentence about beans. And here is another about cups.'
const wordy = {
  'persona.yaml': `${smallest}voice: {length: {direct: 200, group: 40}}\n`,
  'answers.yaml': `answers:\n${['a', 'b'].map((id) => `  - {id: ${id}, asks: [${id} one, ${id} two, ${id} three], answer: ${long}}\n`).join('')}`,
}

test('a harmless kind is one line, and no reason for --strict to stop', async () => {
  const { code, out } = await runMascot(['check', '--strict', '--persona', await personaFolder(wordy)])
  expect(code).toBe(0)
  expect(out).toMatch(
    /answers\.yaml: note: 2 texts are longer than voice\.length in a group, and go there as several messages \(lines 2, 3\)/,
  )
  expect(out).toContain('0 errors, 0 warnings, 2 notes')
})

test('errors stand before warnings, whatever their lines', async () => {
  const folder = await personaFolder({
    'persona.yaml': `${smallest}lines: {greeting: {en: Hi, fr: Salut}}\nvoice: {languages: [en]}\n`,
    'answers.yaml': 'answers:\n  - {id: a, asks: [x], answer: y}\n',
  })
  const { out, code } = await runMascot(['check', '--persona', folder])
  expect(code).toBe(1)
  expect(out.indexOf('fr is not a language of this persona')).toBeLessThan(out.search(/warning|1 error/))
})

test('--json is one object, each problem with its place', async () => {
  const folder = await personaFolder({ 'persona.yaml': 'name: 5\nbrand: {name: T}\n' })
  const { code, out } = await runMascot(['check', '--json', '--persona', folder])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    folder,
    places: [],
    problems: [
      {
        ...{ file: `${folder}/persona.yaml`, line: 1, col: 7, path: 'name', severity: 'error' },
        message: 'is a number (5), but should be a text: put it in quotes',
      },
    ],
    budget: [],
  })
})

test('--watch looks again at each save', async () => {
  const folder = await personaFolder({ 'persona.yaml': 'name: 5\nbrand: {name: T}\n' })
  const bin = new URL('../../bin/mascot.js', import.meta.url).pathname
  const child = spawn(process.execPath, [bin, 'check', '--watch', '--persona', folder], { cwd: folder })
  const ended = new Promise((resolve) => child.on('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGINT')
    await ended
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const prints = (what: string) => vi.waitFor(() => expect(out).toContain(what), { timeout: 60_000 })
  await prints('1 error')
  // Until it is watched nothing is heard; the last save is.
  const saving = setInterval(() => void writeFile(join(folder, 'persona.yaml'), smallest), 1000)
  await prints('nothing to mend').finally(() => clearInterval(saving))
})

test.each(['coffee', 'electronics', 'leather'])('%s passes --strict', async (brand) => {
  const { code, out } = await runMascot(['check', '--strict', '--persona', `personas/${brand}`], { cwd: process.cwd() })
  expect(out.split('\n').filter((line) => line.includes('warning:'))).toEqual([])
  expect(code).toBe(0)
})

describe('answers that take each other’s phrasings', () => {
  const yaml = (id: string, asks: readonly string[]) =>
    `  - {id: ${id}, asks: ${JSON.stringify(asks)}, answer: Text of ${id}.}\n`
  const returns = [
    'how do I return a kettle',
    'kettle return policy',
    'send back my kettle',
    'can I return this kettle',
    'returning a kettle',
  ]
  const refund = [
    'how do I return the kettle',
    'return policy for kettles',
    'send my kettle back',
    'can I return that kettle',
    'kettle returning',
  ]
  const hours = ['when do you open', 'opening hours', 'what time do you close', 'are you open on sunday', 'hours today']

  test('are named both, with what goes astray', async () => {
    const answers = `answers:\n${yaml('returns', returns)}${yaml('refund', refund)}${yaml('hours', hours)}`
    const reading = await readPersona(await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': answers }))
    const [problem, ...rest] = await lintStolen(reading)
    expect(problem?.path).toMatch(/^answers\[(?:returns|refund)\]\.asks/)
    expect(problem?.message).toMatch(/it and (?:returns|refund) take each other’s phrasings: ".*" of \w+ goes to \w+/)
    expect(rest).toEqual([])
  })

  test('and such as are told apart are not', async () => {
    const answers = `answers:\n${yaml('returns', returns)}${yaml('hours', hours)}`
    const reading = await readPersona(await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': answers }))
    expect(await lintStolen(reading)).toEqual([])
  })
})

test('a budget of a handful of replies a day is told as such', async () => {
  const limits = (tokens: number) => `${smallest}manners: {limits: {modelTokensPerFanPerDay: ${tokens}}}\n`
  const persona = async (tokens: number) => await loadPersona(await personaFolder({ 'persona.yaml': limits(tokens) }))
  expect(tooFewReplies(await persona(10_000))).toMatch(/^is about \d replies of a model a day/)
  expect(tooFewReplies(await persona(400_000))).toBeUndefined()
})

test('a note that comes once keeps its own words', () => {
  const note: PersonaProblem = {
    ...{ file: 'a.yaml', line: 3, col: 1, path: 'x', message: 'is long', severity: 'note', together: 'texts are long' },
  }
  expect(problemLines([note])).toEqual([formatProblem(note)])
  expect(problemLines([note, { ...note, line: 9 }])).toEqual(['a.yaml: note: 2 texts are long (lines 3, 9)'])
})
