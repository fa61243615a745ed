/**
 * One pace for all processes that speak for the bot: places are asked of the database, for all that is to be sent in one turn of the loop in
 * one statement, and for the bot as a whole several at a time. A process that is alone asks nothing.
 */
import { setImmediate } from 'node:timers/promises'
import { type AmongProcesses, type Clock, MINUTE_MS, type Pace, SECOND_MS, SendError } from '#mascot'
import type { TelegramOptions } from '../options.ts'

/** Waiting here holds up nobody else; beyond it the outbox keeps it. */
const PATIENCE_MS = 1_000
/** A place that was not used by then is not used at all: it counted for another moment. */
const STALE_MS = 200
/** What is sent at the same pace is counted by the server a little unevenly. */
const MARGIN = 1.03

export interface SharedPace {
  /** Resolves when something may go, within about a second; with `chatId`, words there. @throws {SendError} temporary, with the wait */
  turn(chatId?: number): Promise<void>
}

export interface SharedPaceDeps {
  readonly rate: TelegramOptions['rate']
  readonly clock: () => Clock
  /** Undefined where this process is the only one there can be. */
  readonly among: () => { readonly processes: AmongProcesses; readonly bot: string } | undefined
}

interface Asked {
  readonly chatId: number | undefined
  resolve(): void
  reject(error: unknown): void
}

export function createSharedPace({ rate, clock, among }: SharedPaceDeps): SharedPace {
  if (rate === 'off') return { turn: async () => undefined }
  const { overallPerSecond, chatPerSecond, groupPerMinute } = rate
  const atOnce = Math.max(1, Math.floor(overallPerSecond / 10))
  /** Places of the bot that were taken and not used: from when on each may be. */
  let stock: number[] = []
  let asked: Asked[] = []

  async function askFor(batch: readonly Asked[], { processes, bot }: { processes: AmongProcesses; bot: string }) {
    const evenly = () => clock().monotonic?.() ?? clock().now()
    stock = stock.filter((from) => from > evenly() - STALE_MS)
    const chats = [...new Set(batch.flatMap(({ chatId }) => chatId ?? []))].flatMap((chatId) => pacesOf(bot, chatId))
    const missing = batch.length - stock.length
    const places = Math.min(Math.floor(overallPerSecond) || 1, Math.max(missing, atOnce))
    const paces = missing > 0 ? [...chats, pace(bot, overallPerSecond, SECOND_MS, places)] : chats
    const got = await processes.paces.take(paces, PATIENCE_MS)
    const by = new Map(paces.map(({ name }, at) => [name, got[at]]))
    const all = by.get(bot)
    if (all?.isTaken) stock.push(...Array.from({ length: places }, () => evenly() + all.waitMs))
    for (const one of batch) {
      const own = one.chatId === undefined ? [] : pacesOf(bot, one.chatId).map(({ name }) => by.get(name))
      const refused = own.filter((place) => place?.isTaken === false).map((place) => place?.waitMs ?? 0)
      const place = refused.length > 0 ? undefined : stock.shift()
      if (place === undefined) {
        const retryAfterMs = Math.max(...refused, refused.length > 0 ? 0 : (all?.waitMs ?? 0), PATIENCE_MS / 10)
        one.reject(new SendError('the bot’s pace is used up for now', { isPermanent: false, retryAfterMs }))
        continue
      }
      const waitMs = Math.max(place - evenly(), ...own.map((its) => its?.waitMs ?? 0))
      void (waitMs > 0 ? clock().sleep(waitMs) : Promise.resolve()).then(one.resolve)
    }
  }

  async function askForAll(): Promise<void> {
    await setImmediate()
    const batch = asked
    asked = []
    const shared = among()
    const letGo = () => {
      for (const { resolve } of batch) resolve()
    }
    if (!shared) return letGo()
    // Where the pace is not known, the server's own limits are: it tells how long to wait.
    await askFor(batch, shared).catch(letGo)
  }

  function pacesOf(bot: string, chatId: number): Pace[] {
    const inChat = pace(`${bot}:${chatId}`, chatPerSecond, SECOND_MS)
    // Groups and channels have negative ids.
    return chatId < 0 ? [inChat, pace(`${bot}:${chatId}:minute`, groupPerMinute, MINUTE_MS)] : [inChat]
  }

  return {
    async turn(chatId) {
      const shared = among()
      if (!shared || shared.processes.howMany(shared.bot) === 1) return
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      asked.push({ chatId, resolve, reject })
      if (asked.length === 1) void askForAll()
      await promise
    },
  }
}

/** `limit` in `periodMs`; a fraction will do, as in `createWindow`. */
function pace(name: string, limit: number, periodMs: number, places = 1): Pace {
  const most = Math.max(1, Math.floor(limit))
  return { name, most, periodMs: (limit > 0 ? (most / limit) * periodMs : periodMs) * MARGIN, places }
}
