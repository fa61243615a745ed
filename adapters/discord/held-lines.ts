/** The shards of the bot spread over all its processes: a line of its own for each that this one holds. */
import { type AdapterContext, type AmongProcesses, type Backoff, backoffMs, type Hold, MascotError } from '#mascot'
import type { Hear } from './in/hear.ts'
import { createLine, type Line, type LineDeps } from './line.ts'
import { failureOf } from './wire/errors.ts'
import type { Shards } from './wire/shards.ts'

export interface HeldLines {
  /** Runs until the signal aborts; resolves when nothing more is heard. */
  run(shards: Shards, signal: AbortSignal): Promise<void>
  live(): Hear | undefined
}

export function createHeldLines(
  deps: Omit<LineDeps, 'shards' | 'signal'>,
  among: AmongProcesses,
  retry: Backoff,
): HeldLines {
  const { context } = deps
  const lines = new Map<number, Line>()
  const isUp = new Map<number, boolean>()

  function connected(shard: number, state: boolean | undefined): void {
    if (state === undefined) isUp.delete(shard)
    else isUp.set(shard, state)
    context.connected?.([...isUp.values()].every(Boolean))
  }

  /** Until the shard is another's. */
  async function hold(shard: number, count: number, held: Hold, signal: AbortSignal): Promise<void> {
    const own = { ...underHold(context, held), connected: (state: boolean) => connected(shard, state) }
    for (let failures = 1; !signal.aborted; failures++) {
      const line = createLine({ ...deps, context: own, signal, shards: () => ({ ids: [shard], count }) })
      lines.set(shard, line)
      try {
        await line.open()
        await aborted(signal)
      } catch (error) {
        const { reason, retryAfterMs } = failureOf(error)
        const why = error instanceof MascotError ? error.message : reason
        context.log.error({ shard, reason: why }, 'not connected to Discord yet, trying again')
        connected(shard, false)
        await context.clock.sleep(retryAfterMs ?? backoffMs(failures, retry), signal)
      }
      await line.end()
    }
    lines.delete(shard)
    connected(shard, undefined)
  }

  return {
    async run({ ids, count }, signal) {
      const name = (id: number) => `discord:shard:${id}/${count}`
      const byName = new Map(ids.map((id) => [name(id), id]))
      const work = async (held: Hold, until: AbortSignal) => {
        const shard = byName.get(held.name)
        if (shard !== undefined) await hold(shard, count, held, until)
      }
      await among.each(`discord:${ids.join(',')}/${count}`, [...byName.keys()], work, signal)
    },
    live() {
      for (const line of lines.values()) if (line.live()) return line.live()
      return undefined
    },
  }
}

/** What is read there is written only while the shard is ours. */
function underHold(context: AdapterContext, hold: Hold): AdapterContext {
  return {
    ...context,
    receive: (heard) => context.receive(heard.cursor ? { ...heard, cursor: { ...heard.cursor, hold } } : heard),
  }
}

function aborted(signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}
