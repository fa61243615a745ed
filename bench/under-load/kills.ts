/** Killed soon after its start, again and again, with hundreds waiting: what was said twice, what never, and what in the wrong order. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { openStore } from '../../src/store/open-store.ts'
import type { Figures } from './in-process.ts'
import { said } from './platform.ts'

/** Ms after which a start that sends nothing any more is taken for one that is done. */
const QUIET_MS = 60_000
/** The last start has so long to say all that is left. */
const REST_MS = 600_000

interface Sent {
  readonly id: string
  readonly thread: string
}

export async function killAndCount(url: string, { fans, kills }: { fans: number; kills: number }): Promise<Figures> {
  const heard: Sent[] = []
  /** Which start said a message the last time. */
  const lastSaidBy = new Map<string, number>()
  /** By kill: what was under way at it, and was said again by any later start. */
  const doubles: number[] = []
  let start = 0
  let left = 0
  let onLimit: (() => void) | undefined
  const server = createServer(async (request, response) => {
    const sent: Sent = JSON.parse(await text(request))
    heard.push(sent)
    const before = lastSaidBy.get(sent.id)
    if (before !== undefined) doubles[before] = (doubles[before] ?? 0) + 1
    lastSaidBy.set(sent.id, start)
    left -= 1
    if (left <= 0) onLimit?.()
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const platformUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  // In a group of its own: Ctrl-C ends the counting, and not the start that is counted.
  const launch = () => fork(new URL('killed.ts', import.meta.url), [url, platformUrl], { detached: true })
  const soFar = () => `out of order ${outOfOrder(heard)}, doubled by all so far ${sum(doubles)}`
  await using store = await openStore(url, { brand: 'tidewater' })
  let isEnough = false
  process.once('SIGINT', () => {
    isEnough = true
  })
  for (; start < kills && !isEnough; start++) {
    doubles[start] = 0
    const waiting = Array.from({ length: fans }, (_, n) => said(`kill-${start}`, `fan ${n}`, 'do you have wifi?'))
    await store.inbox.accept(waiting, { now: Date.now(), burstMs: 0 })
    // After the first replies, later each time.
    left = 5 + ((start * 37) % Math.max(20, fans / 2))
    const reached = new Promise<void>((resolve) => {
      onLimit = resolve
    })
    const child = launch()
    await Promise.race([reached, new Promise((resolve) => setTimeout(resolve, QUIET_MS).unref())])
    child.kill('SIGKILL')
    await once(child, 'exit')
    console.error(`kill ${start + 1}: ${soFar()}`)
  }
  const last = launch()
  const until = performance.now() + REST_MS
  const isLeft = async () => ((await store.inbox.nextDueAt()) ?? (await store.outbox.nextDueAt())) !== undefined
  while (performance.now() < until && (await isLeft())) await new Promise((resolve) => setTimeout(resolve, 200))
  last.kill('SIGKILL')
  await once(last, 'exit')
  server.closeAllConnections()
  server.close()
  // The last start is killed with nothing in its hands.
  const sorted = doubles.toSorted((a, b) => a - b)
  console.error(`doubled by each kill: ${doubles.join(' ')}`)
  return {
    kills: start,
    messages: start * fans,
    lost: await lost(url, start * fans, new Set(lastSaidBy.keys())),
    outOfOrder: outOfOrder(heard),
    doubledMedian: sorted[Math.floor(sorted.length / 2)] ?? 0,
    doubledAtMost: sorted.at(-1) ?? 0,
    killsWithMoreThan3: doubles.filter((doubled) => doubled > 3).length,
    doubledInAll: sum(doubles),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0)

/** Messages of fans that are not there or not read, and replies that were decided and never arrived. */
async function lost(url: string, accepted: number, heard: ReadonlySet<string>): Promise<number> {
  const rows = await query(url, 'select id, direction, state from messages')
  const read = rows.filter(({ direction, state }) => direction === 'in' && state === 'read').length
  const arrived = new Set([...heard].map(rowOf))
  const silent = rows.filter(({ direction, id }) => direction === 'out' && !arrived.has(Number(id))).length
  return accepted - read + silent
}

/** Replies that came before one that was decided earlier for the same fan. */
function outOfOrder(heard: readonly Sent[]): number {
  const newest = new Map<string, number>()
  return heard.filter(({ id, thread }) => {
    const before = newest.get(thread) ?? 0
    newest.set(thread, Math.max(before, rowOf(id)))
    return rowOf(id) < before
  }).length
}

const rowOf = (id: string) => Number.parseInt(id, 10)

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  if (!url.startsWith('postgres')) {
    const file = new DatabaseSync(url.replace('sqlite:', ''))
    const rows = file.prepare(sql).all()
    file.close()
    return rows
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}
