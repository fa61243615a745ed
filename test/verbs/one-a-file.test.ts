/** A SQLite file is one process's for each brand: a second one is told so, and a kill leaves it free at once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { holdFile } from '../../src/store/whole/alone-on-file.ts'
import { runMascot } from '../support/run-mascot.ts'

const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))

test('two processes on one SQLite file: the second is refused in one clear sentence, and a killed one is in nobody’s way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-one-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'mascot.db')}`, HTTP_PORT: '0' }
  const first = spawn(process.execPath, [bin, 'start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void first.kill('SIGKILL'))
  for await (const line of createInterface({ input: first.stderr })) if (line.includes('"started')) break

  const { code, err } = await runMascot(['start'], { env, cwd: folder })
  expect(code).toBe(1)
  expect(err).toContain(`Another mascot of this brand (process ${first.pid}) runs on ${join(folder, 'mascot.db')}`)
  expect(err).toContain('DATABASE_URL=postgres://')
  // Another brand's rows are its own.
  holdFile(env.DATABASE_URL, 'another/brand')[Symbol.dispose]()
  expect(() => holdFile(env.DATABASE_URL, 'tidewater')).toThrow(/process \d+/)
  first.kill('SIGKILL')
  await once(first, 'close')
  holdFile(env.DATABASE_URL, 'tidewater')[Symbol.dispose]()
})
