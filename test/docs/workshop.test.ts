/** The walk of docs/workshop.md, command by command, in an empty folder. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const commands = [...readFileSync(join(root, 'docs/workshop.md'), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .map((command) => command.replaceAll('npx mascot', `"${process.execPath}" "${join(root, 'bin/mascot.js')}"`))

test('every command of the walk comes out well', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'mascot-walk-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  expect(commands).toHaveLength(14)
  const run = promisify(execFile)
  const outputs: string[] = []
  for (const command of commands) {
    // A chat ends with its input.
    const { stdout } = await run('sh', ['-c', `${command} < /dev/null`.replace(/(\|.*) < \/dev\/null$/, '$1')], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '' },
    })
    outputs.push(stdout)
  }
  expect(outputs[2]).toContain('approved-answer · opening-hours')
  expect(outputs[3]).toContain('nothing to mend')
  expect(outputs[4]).toContain('3 of 3 scenes as written')
  expect(outputs[7]).toMatch(/stands in scenes\.yaml/)
  expect(outputs[9]).toMatch(/^CSV: 1 new/m)
  expect(outputs[11]).toMatch(/^ +2 {2}(?:do|can) you deliver bread/m)
  expect(outputs[12]).toMatch(/^ +2 /m)
  expect(readFileSync(join(cwd, 'luna.html'), 'utf8')).toContain('<h1>Luna of Moonlight Bakery</h1>')
  expect(existsSync(join(cwd, 'luna.png'))).toBe(true)
}, 400_000)
