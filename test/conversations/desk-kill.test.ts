/** Killed between the claim and the reply, the desk goes on where it was: the claim stands, the reply goes out once, the bot stays quiet. */
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

interface Sent {
  readonly id: string
  readonly thread: string
  readonly words: string
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-desk-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Child = ChildProcessByStdio<Writable, Readable, null>

/** `durable`: resolves when the message of that id is kept. */
function launch(url: string) {
  const child: Child = spawn(process.execPath, [...compiled(program), url, join(folder, 'sent')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
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

const until = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 60_000, interval: 50 })

const databases: [string, () => Promise<TestDatabase>][] = [
  ['SQLite', sqliteTestDatabase],
  ['PostgreSQL', postgresTestDatabase],
]

describe.each(databases)('kill -9 at the desk, on %s', (_, open) => {
  it('between claim and reply: the claim stands, the reply goes out once, the bot stays quiet', async () => {
    await using database = await open()
    const staffThread = 'staff'
    const first = launch(database.url)
    await first.says({ id: 'a1', thread: 'Ana', fan: 'Ana', text: 'can I speak to a person please' })
    await until(() => expect(sent('pipe:staff').join('\n')).toMatch(/Waiting/))
    await first.says({ id: 'd1', thread: staffThread, fan: 'Dana', text: '/claim', staff: true })
    const status = async () => (await database.query('select status, assignee from handoffs'))[0]
    await first.kill()
    const second = launch(database.url)
    await until(async () => expect(await status()).toMatchObject({ status: 'assigned', assignee: 'Dana' }))
    // Accepted, and killed at once: before, while or after it is decided and sent.
    await second.says({ id: 'd2', thread: staffThread, fan: 'Dana', text: '/r A new lid leaves today.', staff: true })
    await second.kill()
    const third = launch(database.url)
    await until(() => expect(sent('pipe:Ana').filter((words) => words.includes('new lid'))).toHaveLength(1))
    await third.says({ id: 'a2', thread: 'Ana', fan: 'Ana', text: 'what time do you open?' })
    await until(() => expect(sent('pipe:staff').join('\n')).toMatch(/Ana: what time do you open\?/))
    await until(() => expect(sent('pipe:staff')).toContain('reaction'))
    await third.kill()
    expect(sent('pipe:Ana').filter((words) => words.includes('new lid'))).toHaveLength(1)
    expect(sent('pipe:Ana').at(-1)).toMatch(/new lid/)
    const [count] = await database.query("select count(*) as count from case_events where what = 'claimed'")
    expect(Number(count?.['count'])).toBe(1)
  })
})
