import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { unheardIn } from '../../../src/hearing/unheard-in.ts'
import { defaultLines } from '../../../src/persona/lines/default-lines.ts'
import { lintPersona } from '../../../src/persona/lint/lint.ts'
import { readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'

const personas = fileURLToPath(new URL('../../../personas/', import.meta.url))
const folders = (await readdir(personas, { withFileTypes: true })).filter((entry) => entry.isDirectory())

describe.each(folders.map(({ name }) => name))('personas/%s', (name) => {
  test('loads and lints without an error', async () => {
    const reading = await readPersona(personas + name)
    const problems = [...reading.problems, ...(await lintPersona(reading, Date.UTC(2026, 10, 22), unheardIn))]
    expect(problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([])
    expect(reading.persona).toBeDefined()
  })

  test('tells jokes of its own, and says that nobody is there in more than one way', async () => {
    const { persona } = await readPersona(personas + name)
    for (const lang of persona?.languages ?? []) {
      expect(persona?.lines.joke[lang]).not.toEqual(defaultLines[lang]?.joke)
      expect(persona?.lines.nobodyOnline[lang]?.length).toBeGreaterThan(2)
    }
    expect.hasAssertions()
  })
})
