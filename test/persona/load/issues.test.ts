/** issues.yaml: what it may hold, and where a mistake in it is said to be. */
import { expect, test } from 'vitest'
import { unheardIn } from '../../../src/hearing/unheard-in.ts'
import { lintPersona } from '../../../src/persona/lint/lint.ts'
import { loadPersona, readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'
import { personaFolder } from './folder.ts'

const persona =
  'name: Luna\nbrand: { name: Moonlight }\nvoice: { languages: [en, zh] }\nhandoff: { teams: { care: { name: Care } } }\n'
const says = 'says: [the rye is late, no rye today, rye sold out again]'

test('its troubles come with the persona, and a persona without it has none', async () => {
  const folder = await personaFolder({
    'persona.yaml': persona,
    'issues.yaml': `issues:\n  - { id: rye, title: Late rye, ${says}, answer: { en: At nine., zh: 九点。 }, owner: care }\n`,
  })
  expect((await loadPersona(folder)).issues).toEqual([
    {
      ...{ id: 'rye', title: 'Late rye', owner: 'care', words: [] },
      says: ['the rye is late', 'no rye today', 'rye sold out again'],
      answer: { en: ['At nine.'], zh: ['九点。'] },
    },
  ])
  expect((await loadPersona(await personaFolder({ 'persona.yaml': persona }))).issues).toEqual([])
})

test('words for fans that lack a language of the persona are noted', async () => {
  const folder = await personaFolder({
    'persona.yaml': persona,
    'issues.yaml': `issues:\n  - { id: rye, title: Late rye, ${says}, answer: { en: At nine., zh: 九点。 }, holding: Soon. }\n`,
  })
  const problems = await lintPersona(await readPersona(folder), 0, unheardIn)
  const notes = problems.filter(({ severity }) => severity === 'note').map(formatProblem)
  expect(notes).toEqual([
    expect.stringMatching(/\.holding: note: is not written in zh: whoever asks there while it is red/),
  ])
})

test('each mistake is told with its file, line and column', async () => {
  const folder = await personaFolder({
    'persona.yaml': persona,
    'answers.yaml': 'answers:\n  - { id: issue-rye, asks: [a, b, c], answer: Yes. }\n',
    'issues.yaml': [
      'issues:',
      `  - { id: rye, title: Late, ${says}, owner: cafe, answer: { fr: Bientôt. } }`,
      '  - { id: rye, title: Late, says: [] }',
      '  - { id: oven, title: Cold, tells: [x] }',
    ].join('\n'),
  })
  const { problems } = await readPersona(folder)
  const told = problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''))
  expect(told.filter((text) => text.startsWith('issues.yaml:')).length).toBe(told.length)
  for (const wanted of [
    /^issues\.yaml:2:11 .*its answer goes by the id that .*answers\.yaml:2:\d+ has/,
    /^issues\.yaml:2:\d+ .*"cafe" is not a team/,
    /^issues\.yaml:2:\d+ .*fr is not a language/,
    /^issues\.yaml:3:\d+ .*"rye" is used twice/,
    /^issues\.yaml:3:\d+ .*has no phrasing/,
    /^issues\.yaml:4:\d+ .*tells/,
  ])
    expect(
      told.some((text) => wanted.test(text)),
      `${wanted} among\n${told.join('\n')}`,
    ).toBe(true)
})

test('its words are held against the voice, and too few phrasings are noticed', async () => {
  const folder = await personaFolder({
    'persona.yaml': `${persona}`.replace('languages:', 'neverSay: [guaranteed], languages:'),
    'issues.yaml':
      'issues:\n  - { id: rye, title: Late, says: [no rye], answer: Soon, guaranteed!, holding: Soon. }\n'.replace(
        'Soon, guaranteed!',
        '"Soon, guaranteed."',
      ),
  })
  const told = (await lintPersona(await readPersona(folder), 0, unheardIn)).map(formatProblem).join('\n')
  expect(told).toMatch(/issues\.yaml:2:\d+ .*one phrasing/)
  expect(told).toMatch(/issues\.yaml:2:\d+ .*guaranteed/)
  expect(told).toMatch(/issues\.yaml:2:\d+ .*has no phrasing in zh/)
})
