/** What loads and is hardly meant is told before a fan meets it: hours, names, quotes, languages by their names. */
import { describe, expect, test } from 'vitest'
import { unheardIn } from '../../../src/hearing/unheard-in.ts'
import { lintPersona } from '../../../src/persona/lint/lint.ts'
import { readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'
import { personaFolder, problemsOf, smallest } from '../load/folder.ts'

const now = Date.UTC(2026, 10, 22)

async function told(files: Record<string, string>): Promise<string[]> {
  const folder = await personaFolder({ 'persona.yaml': smallest, ...files })
  const reading = await readPersona(folder)
  const problems = [...reading.problems, ...(await lintPersona(reading, now, unheardIn))]
  return problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''))
}
const hours = (week: string) => told({ 'persona.yaml': `${smallest}handoff: {hours: {week: ${week}}}\n` })

describe('hours', () => {
  test('that are usual are not doubted', async () => {
    expect(await hours('{mon: 09:00-17:00, fri: 22:00-06:00, sat: 00:00-24:00, sun: []}')).toEqual([])
  })

  test('with their ends the wrong way round are doubted', async () => {
    expect(await hours('{sat: 17:00-10:00}')).toEqual([
      'persona.yaml:3:31 handoff.hours.week.sat: warning: goes on until 10:00 of the next day, 17 hours: did you mean 10:00-17:00?',
    ])
  })

  test('of a whole day that look like none are told', async () => {
    expect(await hours('{sun: ["00:00-00:00"]}')).toEqual([
      expect.stringMatching(/^persona\.yaml:3:32 handoff\.hours\.week\.sun\[1\]: warning: is the whole day/),
    ])
  })

  test('that never open are told, of a team too', async () => {
    expect(await hours('{mon: [], tue: []}')).toEqual([expect.stringContaining('never opens')])
    const team = 'handoff: {teams: {care: {name: the desk, hours: {week: {mon: []}}}}}\n'
    expect(await told({ 'persona.yaml': smallest + team })).toEqual([
      expect.stringContaining('handoff.teams.care.hours.week: warning: never opens'),
    ])
  })

  test('past the end of a day are refused with what was meant', async () => {
    expect(await problemsOf({ 'persona.yaml': `${smallest}handoff: {hours: {week: {fri: 22:00-24:30}}}\n` })).toEqual([
      expect.stringContaining('is not a time range (did you mean 22:00-00:30?)'),
    ])
  })
})

describe('a name', () => {
  const bikes = (name: string) => ({
    'persona.yaml': `name: Pip\nnicknames: [${name}]\nbrand: {name: Tidewater}\n`,
    'answers.yaml': `answers:\n${['rent a bike', 'repair my bike', 'sell a bike']
      .map((ask, at) => `  - {id: a${at}, asks: [${ask}, "${ask} here", "${ask} today"], answer: Yes.}\n`)
      .join('')}`,
  })

  test('that is the shop’s own word is told', async () => {
    expect(await told(bikes('bike'))).toEqual([
      expect.stringMatching(/^persona\.yaml:2:13 nicknames\[1\]: warning: "bike" is a word of the shop itself \(3 /),
    ])
  })

  test('that nobody asks with is not', async () => {
    expect(await told(bikes('Pippo'))).toEqual([])
  })

  test.each([
    ['with an ending', '["do you rent bikes", "bikes for rent", "can I rent"]', 'Yes.', 'bike'],
    [
      'small in what the brand writes',
      '["rent a bike", "bike for rent", "renting"]',
      'Every bike is ten a day.',
      'bike',
    ],
  ])('is the shop’s own in one answer alone, where it stands %s', async (_, asks, answer, name) => {
    const files = { ...bikes(name), 'answers.yaml': `answers: [{id: rent, asks: ${asks}, answer: "${answer}"}]\n` }
    expect(await told(files)).toEqual([expect.stringContaining('"bike" is a word of the shop itself (an approved')])
  })

  test('that is asked after as somebody’s is not', async () => {
    const asks = '["who is Pippo", "what is pippo", "pippo?"]'
    const files = {
      ...bikes('Pippo'),
      'answers.yaml': `answers: [{id: who, asks: ${asks}, answer: "Pippo is a bird."}]\n`,
    }
    expect(await told(files)).toEqual([])
  })
})

describe('curly quotes of a word processor', () => {
  test('around a text are told, for they are said', async () => {
    expect(await told({ 'persona.yaml': `${smallest}lines: {thanks: “Any time”}\n` })).toEqual([
      expect.stringMatching(/^persona\.yaml:3:17 warning: the curly quotes of a word processor are said/),
    ])
  })

  test('are the cause where the line cannot be read', async () => {
    expect(await problemsOf({ 'persona.yaml': `${smallest}lines:\n  thanks: “Well: any time”\n` })).toEqual([
      expect.stringMatching(/^persona\.yaml:4:11 the curly quotes of a word processor do not quote in YAML/),
    ])
  })

  test('inside straight ones, or in a sentence, are a text like others', async () => {
    const lines = `lines: {thanks: "“Any time”", greeting: We say “hello” here.}\n`
    expect(await told({ 'persona.yaml': smallest + lines })).toEqual([])
  })
})

describe('a language', () => {
  const answers = 'answers:\n  - {id: a, asks: [x y, z w, u v], answer: {en: Yes., pt: Sim.}}\n'

  test.each([
    ['Portuguese', 'pt'],
    ['Deutsch', 'de'],
    ['EN', 'en'],
    ['português', 'pt'],
  ])('called %s is told alone, with its code: what follows from it is not', async (name, code) => {
    const persona = `${smallest}voice: {languages: [${name}]}\nlines: {greeting: {pt: Oi}}\n`
    expect(await problemsOf({ 'persona.yaml': persona, 'answers.yaml': answers })).toEqual([
      expect.stringContaining(`"${name}" is not a language code such as en, zh, zh-TW or fr (did you mean ${code}?)`),
    ])
  })

  test('with its region is the language, in keys as well', async () => {
    const persona = `${smallest}voice: {languages: [en, pt-PT]}\n`
    const regional = answers.replace('pt:', 'pt-PT:')
    expect(await told({ 'persona.yaml': persona, 'answers.yaml': regional })).toEqual([])
  })
})

describe('YAML’s own complaints come in our words', () => {
  test.each([
    ['an escape that is none', 'lines: {thanks: "a \\q b"}\n', /\\q means nothing between double quotes/],
    ['two anchors', 'lore:\n  - &a &b c\n', /a text that begins with &, \* or ! needs quotes/],
    ['a second colon inside braces', 'lines: {thanks: a: b: c}\n', /inside \[ or \{.*quotes|put the text in quotes/],
  ])('%s', async (_, yaml, message) => {
    const [first] = await problemsOf({ 'persona.yaml': smallest + yaml })
    expect(first).toMatch(message)
  })
})
