/** A range of hours as operators write it: read as meant, or an error that says how it is written. */
import { expect, test } from 'vitest'
import { problemsOf, smallest } from '../load/folder.ts'

const withHours = (range: string) => ({
  'persona.yaml': `${smallest}handoff:\n  hours:\n    week:\n      mon: "${range}"\n      tue: [09:00-12:00, "${range}"]\n`,
})

test.each(['09:00-18:00', '22:00-02:00', '22:00-24:00', '22:00-00:00', '00:00-24:00', '00:00-00:00'])(
  '%s is a range',
  async (range) => {
    expect(await problemsOf(withHours(range))).toEqual([])
  },
)

test.each([
  ['22:00-24:30', '22:00-00:30'],
  ['18:00-26:00', '18:00-02:00'],
  ['9:00-18:00', '09:00-18:00'],
  ['09:00 – 18:00', '09:00-18:00'],
  ['9-18', '09:00-18:00'],
  ['9.30-18.00', '09:30-18:00'],
  ['09：00～18：00', '09:00-18:00'],
  ['24:00-06:00', '00:00-06:00'],
  ['9am-6pm', '09:00-18:00'],
  ['12am - 12pm', '00:00-12:00'],
  ['09:00-09:00', '00:00-24:00'],
])('%s is an error at its place, which suggests %s', async (range, meant) => {
  const problems = await problemsOf(withHours(range))
  expect(problems).toEqual([
    expect.stringMatching(/^persona\.yaml:6:12 handoff\.hours\.week\.mon: /),
    expect.stringMatching(/^persona\.yaml:7:26 handoff\.hours\.week\.tue\[2\]: /),
  ])
  for (const problem of problems) expect(problem).toContain(meant)
})

test.each(['morning', '25-99', '09:00', '22:00-48:00', '09:75-10:00', '13pm-14pm'])(
  '%s is an error with an example',
  async (range) => {
    for (const problem of await problemsOf(withHours(range))) expect(problem).toMatch(/such as 09:00-18:00$/)
    expect(await problemsOf(withHours(range))).toHaveLength(2)
  },
)

test('quiet hours are read alike', async () => {
  expect(await problemsOf({ 'persona.yaml': `${smallest}manners: {quietHours: "22:00-24:30"}\n` })).toEqual([
    expect.stringMatching(/^persona\.yaml:3:23 manners\.quietHours: .*22:00-00:30/),
  ])
})
