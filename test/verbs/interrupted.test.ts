/** Asked to stop at any moment of its start, the program ends by itself and in order. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { lineTo } from '../support/line-to.ts'
import { postgresTestDatabase } from '../support/store-harness.ts'

const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

let folder = ''
const launched: Child[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-stop-'))
})
afterEach(() => {
  for (const child of launched.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Child = ChildProcessByStdio<null, null, Readable>

function launch(env: Readonly<Record<string, string>>): Child {
  const own = { DATABASE_URL: 'sqlite:./mascot.db', MASCOT_PERSONA: coffee, HTTP_PORT: '0', LOG_LEVEL: 'debug' }
  const child: Child = spawn(process.execPath, [bin, 'start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...own, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  launched.push(child)
  return child
}

/** `moment`: resolves when the program is that far. */
async function stoppedAt(child: Child, moment: Promise<unknown>): Promise<unknown> {
  const ended = once(child, 'close')
  await Promise.race([moment, ended])
  child.kill('SIGTERM')
  const [code, signal] = await ended
  return code ?? signal
}

/** Takes connections and never says a word. */
async function startSilent() {
  const server = createServer((socket) => socket.on('error', () => {}))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { at: `127.0.0.1:${port}`, called: once(server, 'connection'), [Symbol.dispose]: () => void server.close() }
}

describe('SIGTERM ends the start with exit code 0', () => {
  test.each([
    ['the database', (at: string) => ({ DATABASE_URL: `postgres://pip:pip@${at}/pip` })],
    [
      'the embeddings',
      (at: string) => ({
        OPENAI_API_KEY: 'sk-test',
        OPENAI_MODEL: 'main',
        OPENAI_EMBEDDING_MODEL: 'meanings',
        OPENAI_BASE_URL: `http://${at}/v1`,
      }),
    ],
    ['Telegram', (at: string) => ({ TELEGRAM_BOT_TOKEN: '7000000001:AAF-test', TELEGRAM_API_ROOT: `http://${at}` })],
    ['Discord', (at: string) => ({ DISCORD_BOT_TOKEN: 'bot.test.token', DISCORD_API_ROOT: `http://${at}` })],
  ])('while it waits for %s', async (_, envFor) => {
    using server = await startSilent()
    expect(await stoppedAt(launch(envFor(server.at)), server.called)).toBe(0)
  })

  test('while another process changes the schema', async () => {
    await using database = await postgresTestDatabase()
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('select pg_advisory_lock(7331001)')
    const isWaiting = async () => (await client.query('select from pg_locks where not granted')).rowCount === 1
    expect(await stoppedAt(launch({ DATABASE_URL: database.url }), until(isWaiting))).toBe(0)
    await client.end()
  })

  test('once the database is there', async () => {
    expect(
      await stoppedAt(
        launch({}),
        until(() => existsSync(join(folder, 'mascot.db'))),
      ),
    ).toBe(0)
  })

  test('once HTTP is served', async () => {
    const port = await freePort()
    const isServed = () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      )
    expect(await stoppedAt(launch({ HTTP_PORT: String(port) }), until(isServed))).toBe(0)
  })

  test('once it is started', async () => {
    const child = launch({})
    const isSaid = (async () => {
      for await (const line of createInterface({ input: child.stderr })) if (line.includes('"started')) return
    })()
    expect(await stoppedAt(child, isSaid)).toBe(0)
  })
})

/** Resolves when the program says so. */
async function isStarted(child: Child): Promise<void> {
  for await (const line of createInterface({ input: child.stderr })) if (line.includes('"started')) return
}

describe('SIGTERM to a program that has started ends it with exit code 0', () => {
  test('though its database says nothing any more', async () => {
    await using database = await postgresTestDatabase()
    await using line = await lineTo(database.url)
    const child = launch({ DATABASE_URL: line.url })
    const isCut = isStarted(child).then(line.cut)
    expect(await stoppedAt(child, isCut)).toBe(0)
  })
})

describe('what nobody caught', () => {
  test.each([
    ['an error', "throw new Error('lost sk-live-abcdefghijklmnop')"],
    ['a rejection', "Promise.reject(new Error('lost sk-live-abcdefghijklmnop'))"],
  ])('%s is written to the log without its secret, and ends the program in order with exit code 1', async (_, what) => {
    const fault = join(folder, 'fault.mjs')
    writeFileSync(fault, `process.on('SIGUSR2', () => { ${what} })`)
    const child = launch({ NODE_OPTIONS: `--import ${fault}` })
    const ended = once(child, 'close')
    const said: string[] = []
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line)
      if (line.includes('"started')) child.kill('SIGUSR2')
    }
    expect((await ended)[0]).toBe(1)
    const failure = said.find((line) => line.includes('"level":60'))
    expect(failure).toContain('lost [secret]')
    expect(said.join('')).not.toContain('abcdefghijklmnop')
    expect(said.some((line) => line.includes('stopping: '))).toBe(true)
  })
})

describe.skipIf(process.platform === 'win32')('SIGTERM to npm, whose shell keeps it to itself', () => {
  test.each([
    ['npm', ['start']],
    ['npx', ['mascot', 'start']],
  ])(
    'ends the program that %s started, in order',
    async (command, args) => {
      const own = { DATABASE_URL: `sqlite:${join(folder, 'mascot.db')}`, MASCOT_PERSONA: coffee, HTTP_PORT: '0' }
      const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...own }
      const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
      // The group holds npm's shell and the program too.
      onTestFinished(() => void kill(-(child.pid ?? 0)))
      const ended = once(child, 'close')
      const said: string[] = []
      for await (const line of createInterface({ input: child.stderr })) {
        said.push(line)
        if (line.includes('"started')) child.kill('SIGTERM')
      }
      await ended
      expect(said.at(-1)).toContain('stopping')
    },
    180_000,
  )
})

function kill(group: number): boolean {
  try {
    return process.kill(group, 'SIGKILL')
  } catch {
    return false
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(holds).toBe(true)
}
