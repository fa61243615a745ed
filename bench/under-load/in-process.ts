/** What is measured inside one process: answers under load, and how long the loop stands still. */
import { setTimeout } from 'node:timers/promises'
import { threadId } from '../../src/domain/ids.ts'
import { openStore } from '../../src/store/open-store.ts'
import { effectless } from './effectless.ts'
import { platform, said, startBench } from './platform.ts'

export type Figures = Readonly<Record<string, number>>

const HAND = 100
const LOOK_MS = 5
const DAY_MS = 86_400_000
const talk = [
  'nice weather in town',
  'did you see the game',
  'lunch anybody',
  'haha yes',
  'my cat is asleep again',
  'good morning all',
]

export async function groupAnswered(
  url: string,
  { messages, members }: { messages: number; members: number },
): Promise<Figures> {
  await using bench = await opened(url)
  const lounge = threadId(platform, 'group', 'lounge')
  for (let n = 0; n < messages; n += HAND) {
    const hand = Array.from({ length: Math.min(HAND, messages - n) }, (_, at) => {
      const text = `${talk[(n + at) % talk.length]} ${n + at}`
      return said(`talk-${n + at}`, `member ${(n + at) % members}`, text, 'lounge')
    })
    await bench.receive({ messages: hand, hasMore: true })
  }
  const stall = stalls()
  const askedAt = performance.now()
  await bench.receive({ messages: [said('ana', 'Ana', 'Pip, do you have wifi?', 'lounge')] })
  const answeredMs = (await bench.answered(lounge)) - askedAt
  await bench.mascot.settled()
  return {
    answeredMs: Math.round(answeredMs),
    allReadMs: Math.round(performance.now() - askedAt),
    stallMs: await stall(),
  }
}

export async function floodAnswered(
  url: string,
  { messages, fans }: { messages: number; fans: number },
): Promise<Figures> {
  await using bench = await opened(url)
  const stall = stalls()
  const offeredAt = performance.now()
  for (let n = 0; n < messages; n += HAND) {
    const hand = Array.from({ length: Math.min(HAND, messages - n) }, (_, at) =>
      said(`flood-${n + at}`, `fan ${(n + at) % fans}`, `do you have decaf? ${n + at}`),
    )
    await bench.receive({ messages: hand, hasMore: true })
    // As a fetch over the network lets others have their turn.
    await new Promise(setImmediate)
  }
  await bench.receive({ messages: [said('ana', 'Ana', 'do you have wifi?')] })
  const acceptedAt = performance.now()
  const answeredAt = await bench.answered(threadId(platform, 'Ana'))
  return {
    acceptedMs: Math.round(acceptedAt - offeredAt),
    thenAnsweredMs: Math.round(answeredAt - acceptedAt),
    answeredMs: Math.round(answeredAt - offeredAt),
    stallMs: await stall(),
  }
}

export async function expireOld(url: string, { messages }: { messages: number }): Promise<Figures> {
  await using store = await openStore(url, { brand: 'tidewater' })
  const old = Date.now() - 100 * DAY_MS
  for (let n = 0; n < messages; n += 1_000) {
    const hand = Array.from({ length: 1_000 }, (_, at) => said(`old-${n + at}`, `fan ${(n + at) % 500}`, 'hello'))
    await store.inbox.accept(hand, { now: old, burstMs: 0 })
  }
  for (let due = await store.inbox.nextDueAt(); due !== undefined; due = await store.inbox.nextDueAt()) {
    const claims = await store.inbox.claim({ now: due, leaseMs: 60_000, limit: 250 })
    await Promise.all(claims.map((claim) => store.inbox.settle(claim, effectless(claim), effectless.effects, old)))
  }
  const stall = stalls()
  const begunAt = performance.now()
  const rows = await store.memory.expire(Date.now() - 30 * DAY_MS)
  return { rows, tookMs: Math.round(performance.now() - begunAt), stallMs: await stall() }
}

async function opened(url: string) {
  const bench = await startBench(url)
  return { ...bench, [Symbol.asyncDispose]: () => bench.mascot.stop() }
}

/** The longest that the loop stood still since, in ms. */
function stalls(): () => Promise<number> {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - LOOK_MS)
    last = now
  }, LOOK_MS)
  return async () => {
    // A stall is noticed when it is over.
    await setTimeout(4 * LOOK_MS)
    clearInterval(timer)
    return Math.round(longest)
  }
}
