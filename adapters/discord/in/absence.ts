/** When a shard was away and could not resume: which channels to read again, and until when nothing later counts as read. */
import type { Clock, ThreadEvent } from '#mascot'
import { isRecord, records } from '../wire/payload.ts'
import type { Place, Places } from '../wire/places.ts'
import { type Shards, shardOf } from '../wire/shards.ts'
import { isNewer, isSnowflake, newest, snowflakeAt } from '../wire/snowflake.ts'
import { threadOf } from '../wire/thread.ts'
import type { CatchUp } from './catch-up.ts'
import type { Hold, Progress } from './progress.ts'

/** Discord lists its servers within seconds; one that takes longer is read when it comes. */
const LISTING_TIMEOUT_MS = 15_000
/**
 * Channels that are read at once after an absence, those heard last first. Private talk and old threads are listed by nobody and cost
 * two requests each; of what is beyond, each is read as soon as somebody writes there again.
 */
const MOST_READ = 2_000

export interface AbsenceDeps {
  readonly progress: Progress
  readonly places: Places
  readonly catchUp: CatchUp
  /** The last message heard in each channel that has a conversation. */
  readonly heard: ReadonlyMap<string, string>
  readonly botId: string
  /** Those of this process. */
  readonly shards: Shards
  /** An earlier run has left how far it had read. */
  readonly isBack: boolean
  /** If absent, 2,000. */
  readonly mostRead?: number
  readonly clock: Clock
  readonly signal: AbortSignal
}

export interface Absence {
  /** READY: a new session, which brings nothing of what was said before it. */
  ready(shard: number, data: unknown): void
  /** RESUMED: Discord has sent what was missed. */
  resumed(shard: number): void
  down(shard: number): void
  /** GUILD_CREATE; returns what opened. */
  server(shard: number, data: unknown): readonly ThreadEvent[]
  /** GUILD_DELETE, also of a server that is down. */
  serverLeft(shard: number, id: unknown): void
  /** From where on a channel is still to be read that was left for later, told once. */
  leftSince(channelId: string): string | undefined
  /** From where on private talk with a fan never heard before may have been missed: Discord lists it to no bot. */
  missedSince(): string | undefined
}

interface Shard {
  hold: Hold
  /** Servers of this session that READY named. */
  named: ReadonlySet<string>
  awaited: Set<string>
  listed: PromiseWithResolvers<void>
  reading: Promise<void>[]
}

export function createAbsence(deps: AbsenceDeps): Absence {
  const { progress, places, catchUp, heard, clock, signal } = deps
  const { ids, count } = deps.shards
  const shards = new Map(ids.map((id) => [id, newShard(progress)]))
  /** Not read yet, each with where its absence began. */
  const left = new Map<string, string>()
  const { mostRead = MOST_READ } = deps
  let mayHaveMissed = deps.isBack
  let missedSince: string | undefined

  function ready(shard: Shard, id: number, data: unknown): void {
    const named = isRecord(data) ? records(data.guilds).map((guild) => guild.id) : []
    shard.named = new Set(named.filter(isSnowflake))
    shard.awaited = new Set(shard.named)
    const listed = Promise.withResolvers<void>()
    shard.listed = listed
    shard.reading = []
    if (shard.awaited.size === 0) listed.resolve()
    void clock.sleep(LISTING_TIMEOUT_MS, signal).then(() => listed.resolve())
    const isOurs = (place: Place) => shardOf(place.guildId, count) === id
    // Private talk is the first shard's.
    if (id === 0 && mayHaveMissed) missedSince ??= shard.hold.mark
    mayHaveMissed = true
    // The newest talk first: most likely somebody waits there.
    const ours = newestFirst(heard).filter((channelId) => {
      const place = places.of(channelId)
      // Whose shard is not known is looked at by our first, which leaves it if it is another process's.
      return place ? isOurs(place) : id === ids[0]
    })
    places.forgetIf(isOurs)
    const { hold } = shard
    for (const channelId of ours.slice(0, mostRead)) {
      left.delete(channelId)
      shard.reading.push(catchUp.read(channelId, hold.mark, listed.promise))
    }
    const later = ours.slice(mostRead)
    for (const channelId of later) if (!left.has(channelId)) left.set(channelId, hold.mark)
    void listed.promise
      .then(() => {
        // What Discord has listed tells by itself whether there is news.
        for (const channelId of later) {
          const since = left.get(channelId)
          if (since === undefined || places.of(channelId) === undefined) continue
          left.delete(channelId)
          shard.reading.push(catchUp.read(channelId, since))
        }
        return Promise.all(shard.reading)
      })
      .then(() => hold.release())
  }

  function news(shard: Shard, listedPlaces: readonly Place[], since: string): void {
    for (const { id, lastMessageId } of listedPlaces) {
      if (lastMessageId === undefined || !isNewer(lastMessageId, heard.get(id) ?? since)) continue
      shard.reading.push(catchUp.read(id, since))
    }
  }

  function cameBy(shard: Shard, id: string): void {
    shard.awaited.delete(id)
    if (shard.awaited.size === 0) shard.listed.resolve()
  }

  return {
    ready(id, data) {
      const shard = shards.get(id)
      if (shard) ready(shard, id, data)
    },
    resumed: (id) => shards.get(id)?.hold.release(),
    down(id) {
      const shard = shards.get(id)
      if (shard) shard.hold = progress.hold(progress.at())
    },
    server(id, data) {
      const shard = shards.get(id)
      if (!shard || !isRecord(data) || !isSnowflake(data.id)) return []
      const listedPlaces = places.learnServer(data)
      const joined = typeof data.joined_at === 'string' ? snowflakeAt(Date.parse(data.joined_at) || 0) : '0'
      const since = shard.hold.mark
      const isJoined = !shard.named.has(data.id)
      // A server the bot has only now joined: what was said before is none of its business.
      if (!isJoined) news(shard, listedPlaces, newest(since, joined))
      cameBy(shard, data.id)
      const isBack = isJoined || isNewer(joined, since)
      const back = isBack ? listedPlaces.filter((place) => heard.has(place.id) && !place.isShut) : []
      return back.map((place) => ({ kind: 'opened', threadId: threadOf(place.id), at: clock.now() }))
    },
    leftSince(channelId) {
      const since = left.get(channelId)
      left.delete(channelId)
      return since
    },
    missedSince: () => missedSince,
    serverLeft(id, guildId) {
      const shard = shards.get(id)
      if (shard && isSnowflake(guildId)) cameBy(shard, guildId)
    },
  }
}

function newShard(progress: Progress): Shard {
  return {
    hold: progress.hold(progress.at()),
    named: new Set(),
    awaited: new Set(),
    listed: Promise.withResolvers(),
    reading: [],
  }
}

function newestFirst(heard: ReadonlyMap<string, string>): string[] {
  const byNewest = [...heard].sort(([, one], [, other]) => (isNewer(one, other) ? -1 : 1))
  return byNewest.map(([channelId]) => channelId)
}
