/** Several brands in one process: each with its own variables, none in another's way. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readBrands } from '../../src/verbs/brands.ts'

const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))
const personaOf = (name: string) => fileURLToPath(new URL(`../../personas/${name}`, import.meta.url))

function folderOf(brands: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-brands-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(brands)) writeFileSync(join(folder, `${name}.env`), text)
  return folder
}

test('two brands run in one process, each with a page, a database and a log of its own, and end together with exit code 0', async () => {
  const folder = folderOf({})
  for (const name of ['coffee', 'leather'])
    writeFileSync(
      join(folder, `${name}.env`),
      `MASCOT_PERSONA=${personaOf(name)}\nDATABASE_URL=sqlite:${join(folder, `${name}.db`)}\n`,
    )
  const child = spawn(process.execPath, [bin, 'start', '--brands', folder], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HTTP_PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const urls = new Map<string, string>()
  for await (const line of createInterface({ input: child.stderr })) {
    const { msg, brand, url } = JSON.parse(line)
    if (msg === 'started') urls.set(brand, url)
    if (urls.size === 2) break
  }
  expect([...urls.keys()]).toEqual(['coffee', 'leather'])
  for (const url of urls.values()) expect((await fetch(new URL('/readyz', url))).status).toBe(200)
  child.kill('SIGTERM')
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
})

test('what brands may not share, and what is wrong in any of their files, is told for all of them at once', async () => {
  const shared = 'DATABASE_URL=sqlite:/tmp/one.db\nTELEGRAM_BOT_TOKEN=12345678:secret-of-both\n'
  const folder = folderOf({
    a: `MASCOT_PERSONA=${personaOf('coffee')}\n${shared}`,
    b: `MASCOT_PERSONA=${personaOf('coffee')}\n${shared}`,
    c: 'MASCOT_PERSONA=/nowhere/at/all\n',
    d: 'HTTP_PORT=none\n',
  })
  const told = await readBrands(folder, {}).catch((error: Error) => error.message)
  expect(told).toMatch(/c\.env: .*nowhere/)
  expect(told).toMatch(/d\.env: [\s\S]*HTTP_PORT/)
  for (const what of ['brand.id', 'SQLite file', 'HTTP_PORT', 'TELEGRAM_BOT_TOKEN'])
    expect(told).toMatch(new RegExp(`a\\.env and b\\.env .*${what}`))
  expect(told).not.toContain('secret-of-both')
})

test('a variable of a brand’s own file wins over the one that all have', async () => {
  const folder = folderOf({ a: `MASCOT_PERSONA=${personaOf('coffee')}\nHTTP_PORT=4001\n` })
  const [brand] = await readBrands(folder, { HTTP_PORT: '4000', LOG_LEVEL: 'warn' })
  expect(brand).toMatchObject({ name: 'a', config: { http: { port: 4001 }, logLevel: 'warn' } })
})

test('a folder that is none, or holds no brand, is told in one sentence', async () => {
  await expect(readBrands('/nowhere/at/all', {})).rejects.toThrow('/nowhere/at/all cannot be read')
  await expect(readBrands(folderOf({}), {})).rejects.toThrow('holds no file NAME.env')
})
