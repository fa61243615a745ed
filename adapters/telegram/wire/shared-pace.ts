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

type Shared = NonNullable<ReturnType<SharedPaceDeps['among']>>

interface Asked {
  readonly chatId: number | undefined
  resolve(): void
  reject(error: unknown): void
}

export function createSharedPace({ rate, clock, among }: SharedPaceDeps): SharedPace {
  if (rate === 'off') return { turn: async () => undefined }
  const { overallPerSecond, chatPerSecond, groupPerMinute } = rate
  const atOnce = Math.max(1, Math.floor(overallPerSecond / 6))
  /** Places of the bot that were taken and not used: from when on each may be. */
  let stock: number[] = []
  let asked: Asked[] = []
  /** One batch after the other. */
  let last: Promise<void> = Promise.resolve()

  const evenly = () => clock().monotonic?.() ?? clock().now()

  /** Places of the bot as a whole, some at a time, for so many; returns in how many ms there are more, if there are not enough. */
  async function fillStock(wanted: number, { processes, bot }: Shared): Promise<number> {
    stock = stock.filter((from) => from > evenly() - STALE_MS)
    while (stock.length < wanted) {
      const [got] = await processes.paces.take([pace(bot, overallPerSecond, SECOND_MS, atOnce)], PATIENCE_MS)
      if (!got?.isTaken) return got?.waitMs ?? 0
      const from = evenly() + got.waitMs
      stock.push(...Array.from({ length: atOnce }, () => from))
    }
    return 0
  }

  /** Whoever has a place of the bot's asks for one in the chat: one that is taken there is not wasted. */
  async function askFor(batch: readonly Asked[], shared: Shared): Promise<void> {
    const soonMs = await fillStock(batch.length, shared)
    const going = batch.slice(0, stock.length)
    for (const one of batch.slice(stock.length)) one.reject(later(soonMs))
    const chats = [...new Set(going.flatMap(({ chatId }) => chatId ?? []))]
    const paces = chats.flatMap((chatId) => pacesOf(shared.bot, chatId))
    const got = paces.length > 0 ? await shared.processes.paces.take(paces, PATIENCE_MS) : []
    const by = new Map(paces.map(({ name }, at) => [name, got[at]]))
    for (const one of going) {
      const own = one.chatId === undefined ? [] : pacesOf(shared.bot, one.chatId).map(({ name }) => by.get(name))
      const refused = own.filter((place) => place?.isTaken === false)
      if (refused.length > 0) one.reject(later(Math.max(...refused.map((place) => place?.waitMs ?? 0))))
      else {
        const waitMs = Math.max((stock.shift() ?? 0) - evenly(), ...own.map((place) => place?.waitMs ?? 0))
        void (waitMs > 0 ? clock().sleep(waitMs) : Promise.resolve()).then(one.resolve)
      }
    }
  }

  async function askForAll(before: Promise<void>): Promise<void> {
    await setImmediate()
    await before
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
      if (asked.length === 1) last = askForAll(last)
      await promise
    },
  }
}

function later(waitMs: number): SendError {
  const retryAfterMs = Math.max(waitMs, PATIENCE_MS / 10)
  return new SendError('the bot’s pace is used up for now', { isPermanent: false, retryAfterMs })
}

/** `limit` in `periodMs`; a fraction will do, as in `createWindow`. */
function pace(name: string, limit: number, periodMs: number, places = 1): Pace {
  const most = Math.max(1, Math.floor(limit))
  return { name, most, periodMs: (limit > 0 ? (most / limit) * periodMs : periodMs) * MARGIN, places }
}
