/** A platform in this very process: what is sent there is told to whoever waits for it. */
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { accountId, type ThreadId, threadId } from '../../src/domain/ids.ts'
import type { InboundMessage, OutboundMessage } from '../../src/domain/message.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Adapter, Receive } from '../../src/ports/adapter.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'

export const platform = 'bench'

/** What a fan says in private, or a member in the group of that name. */
export function said(id: string, fan: string, text: string, group?: string): InboundMessage {
  const place = group === undefined ? { surface: 'direct' as const, threadId: threadId(platform, fan) } : undefined
  return {
    ...(place ?? { surface: 'group' as const, threadId: threadId(platform, 'group', group ?? '') }),
    id,
    sentAt: Date.now(),
    author: { accountId: accountId(platform, fan), name: fan, isBot: false },
    text,
    isMention: false,
  }
}

export interface Bench {
  readonly mascot: Mascot
  readonly receive: Receive
  /** When the first message left for this thread, by performance.now(). */
  answered(thread: ThreadId): Promise<number>
}

/** The program with the demo persona; `send` is what the platform does with each message. */
export async function startBench(
  url: string,
  send: (message: OutboundMessage) => Promise<void> = async () => undefined,
): Promise<Bench> {
  const leftAt = new Map<ThreadId, number>()
  const waiting = new Map<ThreadId, (at: number) => void>()
  let receive: Receive | undefined
  const adapter: Adapter = {
    platform,
    abilities: { maxLength: 4096, markdown: 'none', buttons: false },
    async start(context) {
      receive = context.receive
    },
    async send(message) {
      await send(message)
      const at = performance.now()
      if (!leftAt.has(message.threadId)) leftAt.set(message.threadId, at)
      waiting.get(message.threadId)?.(at)
      return { messageId: message.id }
    },
    async stop() {},
  }
  const loaded = await loadPersona(new URL('../../personas/coffee', import.meta.url).pathname)
  const persona = { ...loaded, manners: { ...loaded.manners, limits: 'off' } } as const
  const mascot = await startMascot({
    config: parseConfig({ DATABASE_URL: url }),
    persona,
    adapters: [adapter],
    clock: systemClock,
    log: createLog({ level: 'error' }),
    warmUp: 'before',
  })
  if (!receive) throw new Error('the adapter was started')
  return {
    mascot,
    receive,
    answered: async (thread) => leftAt.get(thread) ?? (await new Promise((resolve) => waiting.set(thread, resolve))),
  }
}
