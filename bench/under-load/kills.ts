/** Killed soon after its start, again and again, with hundreds waiting: what was said twice. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { openStore } from '../../src/store/open-store.ts'
import type { Figures } from './in-process.ts'
import { said } from './platform.ts'

/** Seconds after which a start that sends nothing any more is taken for one that is done. */
const QUIET_MS = 30_000

export async function killAndCount(url: string, { fans, kills }: { fans: number; kills: number }): Promise<Figures> {
  const times = new Map<string, number>()
  let left = 0
  let onLimit: (() => void) | undefined
  const server = createServer(async (request, response) => {
    const id = await text(request)
    times.set(id, (times.get(id) ?? 0) + 1)
    left -= 1
    if (left <= 0) onLimit?.()
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const platformUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await using store = await openStore(url, { brand: 'tidewater' })
  const doubles: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    const waiting = Array.from({ length: fans }, (_, n) => said(`kill-${kill}`, `fan ${n}`, 'do you have wifi?'))
    await store.inbox.accept(waiting, { now: Date.now(), burstMs: 0 })
    // After the first replies, later each time.
    left = 5 + ((kill * 37) % 150)
    const before = doubled(times)
    const reached = new Promise<void>((resolve) => {
      onLimit = resolve
    })
    const child = fork(new URL('killed.ts', import.meta.url), [url, platformUrl])
    await Promise.race([reached, new Promise((resolve) => setTimeout(resolve, QUIET_MS))])
    child.kill('SIGKILL')
    await once(child, 'exit')
    doubles.push(doubled(times) - before)
  }
  server.closeAllConnections()
  server.close()
  // What a kill left in doubt is said by the next start.
  const sorted = doubles.slice(1).toSorted((a, b) => a - b)
  return {
    kills: sorted.length,
    doubledAtMost: sorted.at(-1) ?? 0,
    doubledMedian: sorted[Math.floor(sorted.length / 2)] ?? 0,
    doubledInAll: doubled(times),
  }
}

function doubled(times: ReadonlyMap<string, number>): number {
  return [...times.values()].reduce((sum, count) => sum + count - 1, 0)
}
