/** The program joined into few files says what its sources say, and is taken only while it is what they are. */
import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isFresh, manifest, program } from '../../bin/program.js'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, `dist-joined-${process.pid}`)

beforeAll(() => run(process.execPath, ['bin/bundle-program.js', '--into', folder], { cwd: root }), 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function decided(main: string): Promise<unknown> {
  const asking = run(process.execPath, [main, 'ask', '--json'], { cwd: root, env: { PATH: process.env.PATH } })
  asking.child.stdin?.end('{"id":"1","text":"can I return my beans"}\n{"id":"2","text":"I want to talk to a person"}\n')
  const { stdout } = await asking
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('it decides as its sources do', async () => {
  const joined = await decided(join(folder, 'main.js'))
  expect(joined).toMatchObject([
    { id: '1', decision: 'reply' },
    { id: '2', decision: 'handoff' },
  ])
  expect(joined).toEqual(await decided(join(root, 'src/main.ts')))
}, 300_000)

test('it is taken while it is what the sources are: not once one of them says something else, and where there is none', async () => {
  const file = join(folder, manifest)
  const noted: Record<string, { size: number; mtimeMs: number; hash: string }> = JSON.parse(
    await readFile(file, 'utf8'),
  )
  const main = noted['src/main.ts']
  if (!main) throw new Error('src/main.ts is not among the sources')
  expect(program(folder)).toBe(pathToFileURL(join(folder, 'main.js')).href)

  const copied = { ...noted, 'src/main.ts': { ...main, mtimeMs: 0 } }
  await writeFile(file, JSON.stringify(copied))
  expect(isFresh(folder)).toBe(true)

  const changed = { ...noted, 'src/main.ts': { ...main, mtimeMs: 0, hash: 'of other words' } }
  await writeFile(file, JSON.stringify(changed))
  expect(program(folder)).toBe(pathToFileURL(join(root, 'src/main.ts')).href)
  expect(program(join(root, 'dist-of-nobody'))).toBe(pathToFileURL(join(root, 'src/main.ts')).href)
})
