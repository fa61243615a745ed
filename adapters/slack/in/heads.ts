/** Messages as Slack keeps them, asked for by their `ts`: what stands at the head of a thread, and what is reacted to. */
import type { Api, Data } from '../wire/api.ts'
import { list, part } from '../wire/data.ts'
import { PATIENCE_MS } from './people.ts'

const MOST = 1_000

export interface Heads {
  /** Never throws; what is known already is not asked for. */
  meet(channel: string, ts: string): Promise<Data | undefined>
  of(channel: string, ts: string): Data | undefined
}

export function createHeads(api: Api): Heads {
  const known = new Map<string, Data>()
  return {
    async meet(channel, ts) {
      const key = `${channel} ${ts}`
      if (known.has(key)) return known.get(key)
      const said = await api
        .call('conversations.replies', { channel, ts, limit: 1 }, PATIENCE_MS)
        .catch(() => undefined)
      const head = list(said?.messages).find((one) => one.ts === ts)
      if (head) known.set(key, head)
      for (const one of known.keys()) if (known.size > MOST) known.delete(one)
      return head
    },
    of: (channel, ts) => known.get(`${channel} ${ts}`),
  }
}

/** With all that members left under it. Undefined where Slack does not say. */
export async function reactedTo(api: Api, channel: string, timestamp: string): Promise<Data | undefined> {
  const said = await api.call('reactions.get', { channel, timestamp, full: true }, PATIENCE_MS).catch(() => undefined)
  return said && part(said, 'message')
}
