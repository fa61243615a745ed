/** Killed at any moment, again and again, a process leaves a database from which the next one goes on: nothing lost, nothing settled twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { postgresTestDatabase, sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

const worker = fileURLToPath(new URL('../support/store-worker.ts', import.meta.url))
const messages = 140
const threads = 7
/** After how many steps each life ends: at the very start, between any two steps, far in. */
const lives = [1, 2, 3, 5, 8, 13, 4, 21, 7, 11]
/** A kill that comes late comes so many steps later at most. */
const latest = 6
/** The worker holds up to this many messages for sending at a time. */
const heldAtOnce = 3

const databases: [string, () => Promise<TestDatabase>][] = [
  ['SQLite', sqliteTestDatabase],
  ['PostgreSQL', postgresTestDatabase],
]

describe.each(databases)('a process killed again and again on %s', (_, openDatabase) => {
  test('loses no message, settles each once, and sends in order', async () => {
    await using database = await openDatabase()
    await using sent = await sentFile()
    for (const [life, steps] of lives.entries())
      expect(await live(database.url, sent.path, life, steps)).toBe('SIGKILL')
    expect(await live(database.url, sent.path, lives.length, Number.POSITIVE_INFINITY)).toBe(0)

    const rows = await database.query('select body from messages order by id')
    const bodies = rows.map(({ body }) => JSON.parse(String(body)))
    expect(bodies.filter((body) => 'author' in body)).toHaveLength(messages)
    expect(bodies.filter((body) => 'speaker' in body)).toHaveLength(messages)
    const states = await database.query('select state, count(*) as count from messages group by state order by state')
    expect(states.map(({ state, count }) => [state, Number(count)])).toEqual([
      ['read', messages],
      ['sent', messages],
    ])

    const lines = sent.lines()
    const once = [...new Set(lines)]
    for (let thread = 0; thread < threads; thread++) {
      const numbers = Array.from({ length: messages / threads }, (_, index) => String(index * threads + thread))
      const heard = once.map((line) => line.split(' ')).filter(([id]) => id === `test:${thread}`)
      expect(heard.map(([, , text]) => text)).toEqual(numbers)
    }
    // Only what was on its way at a kill may be heard twice.
    expect(lines.length - once.length).toBeLessThanOrEqual(lives.length * heldAtOnce)
  })

  test('may start next to another on an empty database', async () => {
    await using database = await openDatabase()
    await using sent = await sentFile()
    expect(
      await Promise.all([0, 1, 2].map((life) => live(database.url, sent.path, life, Number.POSITIVE_INFINITY, 0))),
    ).toEqual([0, 0, 0])
  })
})

/** Runs a worker until it has told `steps` steps, then kills it. Returns the signal or the exit code it ended with. */
async function live(
  url: string,
  sentPath: string,
  life: number,
  steps: number,
  count = messages,
): Promise<string | number> {
  const child = spawn(process.execPath, [worker, url, sentPath, String(life), String(count), String(steps + latest)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = 0
  createInterface({ input: child.stdout }).on('line', () => {
    told += 1
    if (told === steps) child.kill('SIGKILL')
  })
  const [code, signal] = await once(child, 'close')
  return signal ?? code
}

async function sentFile() {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-kill-'))
  const path = join(folder, 'sent')
  return {
    path,
    lines: () => (existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
