/** Killed while a draft waits, is sent or is pressed twice: it waits still, and leaves once. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compiled } from '../support/keep-compiled.ts'
import { postgresTestDatabase, sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

const program = fileURLToPath(new URL('../support/program.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-drafts-kill-'))
})
const children = new Set<Child>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
  rmSync(folder, { recursive: true, force: true })
})

type Child = ChildProcessByStdio<Writable, Readable, null>

/** `says` resolves when the message is kept. */
function launch(url: string) {
  const child: Child = spawn(process.execPath, [...compiled(program), url, join(folder, 'sent'), 'all'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.add(child)
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })
  return {
    async says(message: { id: string; thread: string; fan: string; text: string; staff?: boolean }) {
      const kept = new Promise<void>((resolve) => {
        lines.on('line', (line) => line === `durable ${message.id}` && resolve())
      })
      child.stdin.write(`${JSON.stringify(message)}\n`)
      await kept
    },
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

interface Sent {
  readonly id: string
  readonly thread: string
  readonly words: string
}

/** What left, each once: a platform tells a repeated send by its id. */
function sent(thread: string): string[] {
  const file = join(folder, 'sent')
  if (!existsSync(file)) return []
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Sent)
  const once = [...new Map(all.map((message) => [message.id, message])).values()]
  return once.filter((message) => message.thread.startsWith(thread)).map(({ words }) => words)
}

const until = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 120_000, interval: 50 })

const databases: [string, () => Promise<TestDatabase>][] = [
  ['SQLite', sqliteTestDatabase],
  ['PostgreSQL', postgresTestDatabase],
]

describe.each(databases)('kill -9 while a draft waits, on %s', (_, open) => {
  it('the draft waits still, is shown once, and leaves once however it is pressed', async () => {
    await using database = await open()
    const draftsShown = () => sent('pipe:staff').filter((words) => words.startsWith('✍️'))
    const states = async () => (await database.query('select state from drafts')).map(({ state }) => state)
    const first = launch(database.url)
    await first.says({ id: 'a1', thread: 'Ana', fan: 'Ana', text: 'how long do I have to return beans?' })
    // Accepted, and killed at once: before, while or after it is decided.
    await first.kill()
    const second = launch(database.url)
    await until(() => expect(draftsShown()).toHaveLength(1))
    expect(sent('pipe:Ana')).toEqual([])
    await second.says({ id: 'd1', thread: 'staff', fan: 'Dana', text: '/send', staff: true })
    await second.kill()
    const third = launch(database.url)
    await third.says({ id: 'd2', thread: 'staff', fan: 'Lee', text: '/send', staff: true })
    await until(async () => expect(await states()).toEqual(['sent']))
    await until(() => expect(sent('pipe:staff').some((words) => words.startsWith('⛔'))).toBe(true))
    await until(() => expect(sent('pipe:Ana')).toHaveLength(1))
    await third.kill()
    expect(sent('pipe:Ana')[0]).toMatch(/thirty days/i)
    expect(draftsShown()).toHaveLength(1)
  })
})
