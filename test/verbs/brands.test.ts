/** Several brands in one process: each with its own variables, none in another's way. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readBrands } from '../../src/verbs/brands.ts'

const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))
const faulty = fileURLToPath(new URL('../support/faulty-brands.ts', import.meta.url))
const personaOf = (name: string) => fileURLToPath(new URL(`../../personas/${name}`, import.meta.url))

function folderOf(brands: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-brands-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(brands)) writeFileSync(join(folder, `${name}.env`), text)
  return folder
}

/** `mascot start --brands`, with what it logs. */
function startAll(folder: string, program: readonly string[] = [bin, 'start', '--brands']) {
  const child = spawn(process.execPath, [...program, folder], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HTTP_PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, lines: createInterface({ input: child.stderr }) }
}

test('two brands run in one process, each with a page, a database and a log of its own, and end together with exit code 0', async () => {
  const folder = folderOf({})
  for (const name of ['coffee', 'leather'])
    writeFileSync(
      join(folder, `${name}.env`),
      `MASCOT_PERSONA=${personaOf(name)}\nDATABASE_URL=sqlite:${join(folder, `${name}.db`)}\n`,
    )
  const { child, lines } = startAll(folder)
  const urls = new Map<string, string>()
  for await (const line of lines) {
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

/** A port that somebody else has. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : expect.fail('it listens on a port')
}

test('one brand cannot start, the others go on, and each is told why in one sentence', async () => {
  const folder = folderOf({})
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  const brand = (name: string, persona: string, more: string) =>
    write(`${name}.env`, `MASCOT_PERSONA=${personaOf(persona)}\n${more}\n`)
  write('letters.db', 'These are letters, and no database at all. '.repeat(200))
  brand('a-no-database', 'electronics', `DATABASE_URL=sqlite:${join(folder, 'letters.db')}`)
  brand('b-port', 'leather', `DATABASE_URL=sqlite:${join(folder, 'leather.db')}\nHTTP_PORT=${await takenPort()}`)
  brand('c-well', 'coffee', `DATABASE_URL=sqlite:${join(folder, 'coffee.db')}`)
  const { child, lines } = startAll(folder)
  const refused = new Map<string, string>()
  let url: string | undefined
  for await (const line of lines) {
    const told = JSON.parse(line)
    if (told.level >= 50) refused.set(told.brand, told.msg)
    if (told.msg === 'started') ({ url } = told)
    if (url) break
  }
  expect([...refused.keys()]).toEqual(['a-no-database', 'b-port'])
  expect(refused.get('a-no-database')).toMatch(/letters\.db .*\. The other brands go on/)
  expect(refused.get('b-port')).toMatch(/port.*\. The other brands go on/i)
  expect((await fetch(new URL('/readyz', url))).status).toBe(200)
  child.kill('SIGTERM')
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
})

test('a fault of one brand’s start that nobody foresaw is told, and the others go on', async () => {
  const folder = folderOf({
    a: `MASCOT_PERSONA=${personaOf('leather')}\nDATABASE_URL=sqlite::memory:\nTELEGRAM_BOT_TOKEN=12345678:${'a'.repeat(35)}\n`,
    b: `MASCOT_PERSONA=${personaOf('coffee')}\nDATABASE_URL=sqlite::memory:\n`,
  })
  const { child, lines } = startAll(folder, [faulty])
  const told: { level: number; brand: string; msg: string; err?: { message: string } }[] = []
  for await (const line of lines) {
    told.push(JSON.parse(line))
    if (told.at(-1)?.msg === 'started') break
  }
  expect(told.filter(({ level }) => level >= 50)).toMatchObject([
    { brand: 'a', err: { message: 'undefined is not a bot' } },
  ])
  expect(told.at(-1)).toMatchObject({ brand: 'b' })
  child.kill('SIGTERM')
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
})

test('none of the brands can start: the process ends with 1, and says why', async () => {
  const folder = folderOf({})
  const port = await takenPort()
  writeFileSync(
    join(folder, 'a.env'),
    `MASCOT_PERSONA=${personaOf('coffee')}\nDATABASE_URL=sqlite:${join(folder, 'a.db')}\nHTTP_PORT=${port}\n`,
  )
  const { child, lines } = startAll(folder)
  const told: string[] = []
  lines.on('line', (line) => told.push(line))
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(told.join('\n')).toContain(String(port))
  expect(told.join('\n')).not.toMatch(/^ {4}at /m)
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
