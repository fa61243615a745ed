/**
 * What was said while away: the gateway does not replay it, so every channel with news is read over REST, oldest first.
 * A channel's live messages wait in its queue behind its catch-up, so that they are heard in the order they were said.
 */

import { type AdapterLog, type Backoff, backoffMs, type Clock, DAY_MS, type InboundMessage, MINUTE_MS } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import { isMessage, type WireMessage } from '../wire/payload.ts'
import type { Place, Places } from '../wire/places.ts'
import { type Shards, shardOf } from '../wire/shards.ts'
import { isNewer, newest, snowflakeAt } from '../wire/snowflake.ts'
import { threadOf } from '../wire/thread.ts'
import { type AdministratorDeps, withRank } from './administrators.ts'
import type { ChannelQueues } from './channel-queues.ts'
import type { InSight } from './in-sight.ts'
import { inboundMessage, type Reader } from './inbound.ts'

/** Most messages Discord gives at once. */
const PAGE = 100
/** Channels read at the same time; more would only wait for Discord's limits. */
const PARALLEL = 4
/** What is older is no longer answered, and reading a month of a busy channel would take hours. */
const LONGEST_AWAY_MS = 7 * DAY_MS

/** After an absence since `at` (epoch ms) nothing before this message is read. */
export function notBefore(at: number, now: number): string {
  return now - at > LONGEST_AWAY_MS ? snowflakeAt(now - LONGEST_AWAY_MS) : '0'
}
const RETRY: Backoff = [1_000, 5_000, 15_000, MINUTE_MS]

export interface CatchUpDeps {
  readonly api: Api
  readonly queues: ChannelQueues
  readonly places: Places
  readonly inSight: InSight
  readonly reader: Reader
  /** The last message heard in each channel that has a conversation. */
  readonly heard: Map<string, string>
  /** What was said before this message is left, however long ago the channel was heard. */
  readonly notBefore: string
  /** What belongs to another process is left to it. */
  readonly shards: Shards
  readonly clock: Clock
  readonly log: AdapterLog
  readonly signal: AbortSignal
}

export interface CatchUp {
  /**
   * Queues the reading of a channel: after what was last heard in it, or after `since` when nothing ever was. `listed`
   * resolves when the gateway has listed its channels, so that one without news costs no request.
   */
  read(channelId: string, since: string, listed?: Promise<void>): Promise<void>
  /** A live message waits for this channel: its turn comes next. */
  hurry(channelId: string): void
}

export function createCatchUp(deps: CatchUpDeps): CatchUp {
  const slots = createSlots(PARALLEL)
  const hurries = new Map<string, () => void>()
  return {
    read: (channelId, since, listed) =>
      deps.queues.queue(channelId, async () => {
        if (listed) {
          const hurried = new Promise<void>((resolve) => hurries.set(channelId, resolve))
          await Promise.race([listed, hurried])
          hurries.delete(channelId)
        }
        const from = newest(deps.heard.get(channelId) ?? since, deps.notBefore)
        if (deps.signal.aborted || isUpToDate(deps.places.of(channelId), from)) return
        await slots.take(channelId)
        try {
          await readPersistently(channelId, from, deps)
        } finally {
          slots.release()
        }
      }),
    hurry(channelId) {
      hurries.get(channelId)?.()
      slots.hurry(channelId)
    },
  }
}

function isUpToDate(place: Place | undefined, after: string): boolean {
  return place?.lastMessageId !== undefined && !isNewer(place.lastMessageId, after)
}

function isAnothers(place: Place | undefined, { ids, count }: Shards): boolean {
  return place !== undefined && !ids.includes(shardOf(place.guildId, count))
}

async function readPersistently(channelId: string, after: string, deps: CatchUpDeps): Promise<void> {
  const { queues, heard, clock, log, signal } = deps
  let from = after
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      const place = await deps.places.find(channelId)
      if (isUpToDate(place, from) || isAnothers(place, deps.shards)) return
      let count = 0
      for await (const page of pagesAfter(deps.api, channelId, from)) {
        const messages = await heardIn(page, place, deps)
        const last = page.at(-1)?.id ?? from
        const events = messages.length > 0 && heard.has(channelId) ? deps.inSight.tells(place, last) : []
        if (!(await queues.keep({ messages, events }, { id: last }))) return
        from = last
        if (messages.length > 0) heard.set(channelId, last)
        count += messages.length
      }
      if (count > 0) log.info({ channel: channelId, count }, 'caught up with what was said while away')
      return
    } catch (error) {
      const { isPermanent, isGone, reason, retryAfterMs } = failureOf(error)
      if (isPermanent) {
        log.debug({ channel: channelId, reason }, 'a channel cannot be read')
        const closed = { kind: 'closed', threadId: threadOf(channelId), reason, at: clock.now() } as const
        if (isGone && heard.has(channelId)) await queues.keep({ messages: [], events: [closed] })
        return
      }
      await clock.sleep(retryAfterMs ?? backoffMs(attempt + 1, RETRY), signal)
    }
  }
}

/** Pages of messages after `after`, the oldest page first and each page oldest first. @throws what `api` throws */
export async function* pagesAfter(api: Api, channelId: string, after: string): AsyncGenerator<readonly WireMessage[]> {
  let from = after
  for (;;) {
    const answer = await api('GET', `/channels/${channelId}/messages`, { query: { after: from, limit: String(PAGE) } })
    const page = (Array.isArray(answer) ? answer : []).filter(isMessage)
    page.sort((one, other) => (isNewer(one.id, other.id) ? 1 : -1))
    const last = page.at(-1)
    if (!last || !isNewer(last.id, from)) return
    yield page
    if (page.length < PAGE) return
    from = last.id
  }
}

export async function heardIn(
  page: readonly WireMessage[],
  place: Place | undefined,
  deps: AdministratorDeps & { readonly reader: Reader },
): Promise<readonly InboundMessage[]> {
  const heard: InboundMessage[] = []
  for (const message of page) {
    const said = readOne(message, place, deps)
    if (said) heard.push(await withRank(said, message, deps))
  }
  return heard
}

/** One that nobody can read would be read again for ever, and all behind it wait. */
function readOne(
  message: WireMessage,
  place: Place | undefined,
  { reader, log }: Pick<AdministratorDeps, 'log'> & { readonly reader: Reader },
): InboundMessage | null {
  try {
    return inboundMessage(message, place, reader)
  } catch (err) {
    log.warn({ err }, 'a message could not be read and was passed over')
    return null
  }
}

/** Hands out `count` slots in the order they are asked for; a key that hurries goes first. */
function createSlots(count: number) {
  let free = count
  const waiting = new Map<string, () => void>()
  const hurried = new Set<string>()
  return {
    take(key: string): Promise<void> {
      if (free > 0) {
        free -= 1
        return Promise.resolve()
      }
      return new Promise((resolve) => waiting.set(key, resolve))
    },
    release(): void {
      const [key] = [...hurried].filter((candidate) => waiting.has(candidate)).concat(...waiting.keys())
      const next = key === undefined ? undefined : waiting.get(key)
      if (key === undefined || !next) {
        free += 1
        return
      }
      waiting.delete(key)
      hurried.delete(key)
      next()
    },
    hurry(key: string): void {
      if (waiting.has(key)) hurried.add(key)
    },
  }
}
