/** Among several processes each thing has one holder: shared evenly, taken over after a kill, ended at once where it was lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createLog } from '../../src/log.ts'
import type { AmongProcesses, Hold, Holds } from '../../src/ports/holds.ts'
import { createHoldKeeper } from '../../src/program/hold-keeper.ts'
import { createWake } from '../../src/wake.ts'
import { postgresTestDatabase, useStore } from '../support/store-harness.ts'

const under = useStore(postgresTestDatabase)
const log = createLog({ level: 'silent' })
const shards = ['shard:0', 'shard:1', 'shard:2', 'shard:3']

interface Process extends AsyncDisposable {
  readonly among: AmongProcesses
  /** Names it works on now. */
  readonly works: ReadonlySet<string>
  /** Every hold that was ever begun here. */
  readonly begun: readonly Hold[]
  seek(names: readonly string[]): void
  stop(): Promise<void>
  /** Nothing it says reaches the database any more, and nothing is heard of it. */
  kill(): void
}

const running: Process[] = []
let ending: AbortController
beforeEach(() => {
  ending = new AbortController()
})
afterEach(async () => {
  ending.abort()
  for (const one of running.splice(0)) await one[Symbol.asyncDispose]()
})

async function startProcess(): Promise<Process> {
  const store = await under.open({ isShared: true })
  const { paces } = store
  if (!paces) throw new Error('PostgreSQL has paces')
  let isDead = false
  const guarded =
    <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      if (isDead) throw new Error('the line is cut')
      return await ask(...asked)
    }
  const holds: Holds = {
    take: guarded(store.holds.take),
    renew: guarded(store.holds.renew),
    release: guarded(store.holds.release),
    held: guarded(store.holds.held),
    freeIn: guarded(store.holds.freeIn),
  }
  const wake = createWake(systemClock)
  store.onNotice((what) => what === 'holds' && wake.wake())
  const among = createHoldKeeper({ holds, paces, clock: systemClock, wake, log })
  const works = new Set<string>()
  const begun: Hold[] = []
  const own = new AbortController()
  let seeking: Promise<void> = Promise.resolve()
  const one: Process = {
    among,
    works,
    begun,
    seek(names) {
      const work = async (hold: Hold, signal: AbortSignal) => {
        works.add(hold.name)
        begun.push(hold)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
        works.delete(hold.name)
      }
      seeking = among.each('things', names, work, own.signal)
    },
    async stop() {
      own.abort()
      await seeking
    },
    kill() {
      isDead = true
    },
    async [Symbol.asyncDispose]() {
      own.abort()
      await seeking
    },
  }
  running.push(one)
  return one
}

describe('what one process does at a time', () => {
  it('is done by the first, and after its stop at once by another', async () => {
    const [first, second] = [await startProcess(), await startProcess()]
    first.seek(['poll'])
    await expect.poll(() => [...first.works]).toEqual(['poll'])
    second.seek(['poll'])
    await expect.poll(() => first.among.howMany('things'), { timeout: 60_000 }).toBe(2)
    expect([...second.works]).toEqual([])
    const stoppedAt = systemClock.monotonic()
    await first.stop()
    await expect.poll(() => [...second.works], { interval: 10 }).toEqual(['poll'])
    expect(systemClock.monotonic() - stoppedAt).toBeLessThan(2_000)
    expect(second.begun).toEqual([{ name: 'poll', fence: 2 }])
    await expect.poll(() => second.among.howMany('things'), { timeout: 60_000 }).toBe(1)
  })

  it('ends where the database is out of reach before another takes it, and is taken over within five seconds', async () => {
    const [first, second] = [await startProcess(), await startProcess()]
    first.seek(['poll'])
    await expect.poll(() => [...first.works]).toEqual(['poll'])
    second.seek(['poll'])
    let both = 0
    const look = setInterval(() => {
      both += first.works.size + second.works.size > 1 ? 1 : 0
    }, 5)
    const killedAt = systemClock.monotonic()
    first.kill()
    await expect.poll(() => [...second.works], { interval: 10, timeout: 60_000 }).toEqual(['poll'])
    clearInterval(look)
    expect(systemClock.monotonic() - killedAt).toBeLessThan(5_000)
    expect([...first.works]).toEqual([])
    expect(both).toBe(0)
  })

  it('is shared evenly, anew when another comes and when one is gone', async () => {
    const [first, second] = [await startProcess(), await startProcess()]
    first.seek(shards)
    await expect.poll(() => first.works.size).toBe(4)
    second.seek(shards)
    await expect.poll(() => [first.works.size, second.works.size], { timeout: 60_000 }).toEqual([2, 2])
    expect(new Set([...first.works, ...second.works]).size).toBe(4)
    await first.stop()
    await expect.poll(() => second.works.size, { timeout: 60_000 }).toBe(4)
  })

  it('has its turn, and nobody’s else comes sooner than it may', async () => {
    const [first, second] = [await startProcess(), await startProcess()]
    const begin = systemClock.monotonic()
    const turns = [first, second, first].map((one) => one.among.turn('identify', 200, ending.signal))
    await Promise.all(turns)
    expect(systemClock.monotonic() - begin).toBeGreaterThanOrEqual(395)
  })
})
