/** Killed in the middle of a conversation, the program goes on where it was: every accepted message is answered once, in order. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compiled } from '../support/keep-compiled.ts'
import { postgresTestDatabase, sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

const program = fileURLToPath(new URL('../support/program.ts', import.meta.url))
const threads = ['ana', 'bo', 'chen']
/** Asked in turn in every thread; each has one approved answer with words of its own. */
const questions = [
  { text: 'how long do I have to return beans?', answerId: 'returns-beans' },
  { text: 'when are you open?', answerId: 'opening-hours' },
  { text: 'do you have decaf?', answerId: 'decaf-process' },
]
const rounds = 4

interface Sent {
  readonly id: string
  readonly thread: string
  readonly answerId?: string
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Child = ChildProcessByStdio<Writable, Readable, null>

function launch(url: string): { child: Child; lines: Interface } {
  const child = spawn(process.execPath, [...compiled(program), url, join(folder, 'sent')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.on('error', () => {})
  return { child, lines: createInterface({ input: child.stdout }) }
}

function sent(): Sent[] {
  const file = join(folder, 'sent')
  if (!existsSync(file)) return []
  // A kill may leave half a line at the end, which no platform would have taken.
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return whole.map((line) => JSON.parse(line) as Sent)
}

async function kill(child: Child): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'close')
}

/** After so many messages that are durable. */
const KILLS = [1, 7, 12]
/** No more is on its way at once to a platform that answers at once. */
const DOUBLED_BY_A_KILL = 3

const databases: [string, () => Promise<TestDatabase>][] = [
  ['SQLite', sqliteTestDatabase],
  ['PostgreSQL', postgresTestDatabase],
]

describe.each(databases)('kill -9 in the middle of a conversation on %s', (_, open) => {
  it('every accepted message is answered once and in order', async () => {
    await using database = await open()
    const messages = Array.from({ length: rounds * questions.length }, (_, index) => index).flatMap((index) =>
      threads.map((thread) => ({
        id: `${thread}-${index}`,
        thread,
        fan: thread,
        text: questions[index % questions.length]?.text,
      })),
    )
    const durable = new Set<string>()
    // Each life is told what is not durable yet, and ends after a different number of messages or sends.
    for (const after of KILLS) {
      const { child, lines } = launch(database.url)
      const target = durable.size + after
      const reached = new Promise<void>((resolve, reject) => {
        child.once('exit', (code) => reject(new Error(`the program ended by itself, with code ${code}`)))
        lines.on('line', (line) => {
          if (line.startsWith('durable ')) durable.add(line.slice('durable '.length))
          if (durable.size >= target) resolve()
        })
      })
      for (const message of messages) if (!durable.has(message.id)) child.stdin.write(`${JSON.stringify(message)}\n`)
      await reached
      await kill(child)
    }
    const { child, lines } = launch(database.url)
    lines.on('line', (line) => line.startsWith('durable ') && durable.add(line.slice('durable '.length)))
    for (const message of messages) if (!durable.has(message.id)) child.stdin.write(`${JSON.stringify(message)}\n`)
    const states = async () => {
      const rows = await database.query('select state, count(*) as count from messages group by state')
      return Object.fromEntries(rows.map((row) => [String(row['state']), Number(row['count'])]))
    }
    await vi.waitFor(
      async () => {
        const { read = 0, unread = 0, pending = 0 } = await states()
        expect({ read, unread, pending }).toEqual({ read: messages.length, unread: 0, pending: 0 })
      },
      { timeout: 120_000, interval: 50 },
    )
    await kill(child)

    // A send that the platform took and we did not record is repeated with the same id, by which a platform can tell.
    const heard = [...new Map(sent().map((message) => [message.id, message])).values()]
    expect(sent().length - heard.length).toBeLessThanOrEqual(DOUBLED_BY_A_KILL * KILLS.length)
    const decided = await database.query('select count(*) as count from decisions')
    expect(Number(decided[0]?.['count'])).toBe(messages.length)
    for (const thread of threads) {
      const replies = heard.filter((message) => message.thread.endsWith(`:${thread}`)).map(({ answerId }) => answerId)
      expect(replies).toEqual(Array.from({ length: rounds }, () => questions.map(({ answerId }) => answerId)).flat())
    }
  })
})
