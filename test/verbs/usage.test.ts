/** What the program says of itself after a wrong command line stands as it is; only what was typed is masked. */
import { expect, it } from 'vitest'
import { verbs } from '../../src/verbs/verbs.ts'
import { runMascot } from '../support/run-mascot.ts'

it.each(['chat', 'insights'])('the usage of %s after a wrong option', async (name) => {
  const { code, err } = await runMascot([name, '--ana@example.com'])
  expect(code).toBe(2)
  expect(err).toContain(verbs[name]?.usage)
  expect(err).not.toContain('ana@example.com')
})
