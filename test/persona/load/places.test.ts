/** `places` in persona.yaml: what is wrong with them is told at its line, and `check` says what they change. */
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config.ts'
import { lintPersona } from '../../../src/persona/lint/lint.ts'
import { readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'
import { checkPersona } from '../../../src/verbs/check-persona.ts'
import { createProgress } from '../../../src/verbs/progress.ts'
import { personaFolder, smallest } from './folder.ts'

const problemsOf = async (places: string) => {
  const folder = await personaFolder({ 'persona.yaml': `${smallest}${places}` })
  const reading = await readPersona(folder)
  const problems = [...reading.problems, ...(await lintPersona(reading, 0, () => []))]
  return problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''))
}

describe('places', () => {
  it.each([
    ['one that says nowhere', '  - id: a\n    lines: {greeting: Hi.}\n', /places.*says nothing of where it is/],
    ['an id used twice', '  - {id: a, in: web}\n  - {id: a, in: web}\n', /"a" is used twice/],
    ['a language that is not spoken', '  - {id: a, langs: fr, voice: {humour: dry}}\n', /fr is not a language of this/],
    ['an hour that is none', '  - {id: a, hours: "22-7", voice: {humour: dry}}\n', /did you mean 22:00-07:00/],
    ['a dial that there is not', '  - {id: a, in: web, voice: {distanse: close}}\n', /distanse.*did you mean distance/],
    ['a line of danger', '  - {id: a, in: web, lines: {crisis: Oh.}}\n', /crisis/],
    ['one that changes nothing', '  - {id: a, in: web}\n', /warning: changes nothing/],
    ['a place that is none', '  - {id: a, in: "My Group", voice: {humour: dry}}\n', /"My Group" is no platform/],
    [
      'a line with press-release talk, at its own line',
      '  - {id: a, in: web, lines: {greeting: "Hello {fann}."}}\n',
      /lines\.greeting.*\{fann\} is not a placeholder/,
    ],
  ])('%s is told', async (_, places, message) => {
    const problems = await problemsOf(`places:\n${places}`)
    expect(problems.filter((problem) => message.test(problem))).toHaveLength(1)
  })

  it('are told by check, where and with what', async () => {
    const folder = await personaFolder({
      'persona.yaml': `${smallest}places:\n  - {id: lounge, in: telegram:-100, hours: "22:00-07:00", voice: {humour: dry}, lines: {greeting: Evening.}}\n`,
    })
    const { places } = await checkPersona(folder, parseConfig({}), 0, createProgress('checking'))
    expect(places).toEqual(['lounge: telegram:-100, 22:00-07:00 → humour; greeting'])
  })
})
