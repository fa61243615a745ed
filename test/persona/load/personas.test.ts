import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { unheardIn } from '../../../src/hearing/unheard-in.ts'
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
})
