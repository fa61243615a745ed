/**
 * When a shard may begin a new session. Discord allows 1,000 in a day over all shards, and resets the token of a bot that
 * takes more; and in each bucket one in five seconds, where a bucket is the shard's id modulo `max_concurrency`.
 */
import type { AdapterLog, AmongProcesses, Clock } from '#mascot'
import type { GatewayInfo } from './gateway-info.ts'

const EVERY_MS = 5_000
/** What Discord said of the day's sessions is asked for again after that. */
const NEWS_MS = 5_000
/** The same where other processes may have taken some meanwhile. */
const SHARED_NEWS_MS = 500

export interface IdentifyDeps {
  /** As asked for at the start. */
  readonly info: GatewayInfo
  /** Asks again. @throws when Discord cannot be asked */
  readonly ask: () => Promise<GatewayInfo>
  readonly clock: Clock
  readonly log: AdapterLog
  /** Other processes begin sessions of the bot, too: each bucket's turn is one for all. If absent, none does. */
  readonly among?: Pick<AmongProcesses, 'turn'>
}

export interface Identify {
  /** Before a connection is made for a new session: `isHeld` is called once if the day's are used up. Ends with the signal. */
  whenAllowed(signal: AbortSignal, isHeld: () => void): Promise<void>
  /** After HELLO: the shard's turn in its bucket. @throws when the signal aborts */
  turn(shard: number, signal: AbortSignal): Promise<void>
}

export function createIdentify({ info, ask, clock, log, among }: IdentifyDeps): Identify {
  const turns = new Map<number, Promise<void>>()
  const freeAt = new Map<number, number>()
  let { sessionsLeft, sessionsResetMs } = info
  let toldAt = clock.now()

  async function renew(): Promise<void> {
    if (clock.now() - toldAt <= (among ? SHARED_NEWS_MS : NEWS_MS)) return
    // Whether Discord is there at all, the gateway itself will tell.
    const unknown = { sessionsLeft: 1, sessionsResetMs: 0 }
    const told = await ask().catch(() => unknown)
    sessionsLeft = told.sessionsLeft
    sessionsResetMs = told.sessionsResetMs
    toldAt = clock.now()
  }
  return {
    async whenAllowed(signal, isHeld) {
      await renew()
      while (sessionsLeft <= 0 && !signal.aborted) {
        const waitMs = Math.max(sessionsResetMs, NEWS_MS + 1)
        log.error({ waitMs }, 'Discord allows the bot no more new connections today: it connects when it may')
        isHeld()
        await clock.sleep(waitMs, signal)
        await renew()
      }
      sessionsLeft -= 1
    },
    async turn(shard, signal) {
      const bucket = shard % info.maxConcurrency
      const turn = (turns.get(bucket) ?? Promise.resolve()).then(async () => {
        if (among) return await among.turn(`discord:identify:${bucket}`, EVERY_MS, signal)
        const waitMs = (freeAt.get(bucket) ?? 0) - clock.now()
        if (waitMs > 0) await clock.sleep(waitMs, signal)
        if (!signal.aborted) freeAt.set(bucket, clock.now() + EVERY_MS)
      })
      turns.set(bucket, turn)
      await turn
      signal.throwIfAborted()
    },
  }
}
