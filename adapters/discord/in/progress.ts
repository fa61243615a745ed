/**
 * How far Discord has been read, kept as one cursor beside what was heard: the newest message id up to which everything in
 * all channels is durable, and the gateway sessions with the last event of each that is. A restarted program resumes the
 * sessions, if it comes back within minutes, and is sent what it missed, also from fans who never wrote before; what
 * Discord no longer remembers is read channel by channel from the message id on.
 */
import type { SessionInfo } from '@discordjs/ws'
import type { Cursor } from '#mascot'
import { isGatewayUrl } from '../wire/frame.ts'
import { isRecord, records } from '../wire/payload.ts'
import type { Shards } from '../wire/shards.ts'
import { isSnowflake, newest, oldest, timeOf } from '../wire/snowflake.ts'

const wholeCursor = 'discord:heard'

/** Each process that runs some of the shards has its own. */
function progressCursor({ ids, count }: Shards): string {
  return ids.length === count ? wholeCursor : `${wholeCursor}:${ids.join(',')}/${count}`
}

/** Nothing after `mark` counts as read while it is held. */
export interface Hold {
  readonly mark: string
  release(): void
}

/** An event of a session that is not durable yet. */
export interface Awaited {
  readonly shardId: number
  readonly sequence: number
  /** Now it is. */
  done(): void
}

export interface Self {
  readonly botId: string
  readonly applicationId: string
}

/** What an earlier run has left. */
export interface StoredProgress {
  readonly heard: string
  /** When that was, epoch ms. */
  readonly at: number
  readonly self?: Self
  /** Of those of our shards that have one to resume. */
  readonly sessions: readonly SessionInfo[]
}

export interface Progress {
  hold(mark: string): Hold
  /** `id` is durable. */
  advance(id: string): void
  /** Everything up to here is durable. */
  at(): string
  /** A shard has a new session. */
  began(session: SessionInfo): void
  /** The session's event of this sequence number has come. */
  event(session: SessionInfo): Awaited
  /** What is read once `id` is durable, its own hold released and its own event done. */
  cursor(id?: string, own?: { readonly hold?: Hold; readonly event?: Awaited }): Cursor
}

interface ShardProgress {
  readonly session: SessionInfo
  highest: number
  readonly pending: Set<number>
}

/** `shards`: those of this process. */
export function createProgress(start: string, self: Self, ours: Shards, now: () => number): Progress {
  let highest = start
  const holds = new Set<Hold>()
  const shards = new Map<number, ShardProgress>()

  function at(top: string, own?: Hold): string {
    let mark = top
    for (const hold of holds) if (hold !== own) mark = oldest(mark, hold.mark)
    return mark
  }
  return {
    hold(mark) {
      const hold = { mark, release: () => void holds.delete(hold) }
      holds.add(hold)
      return hold
    },
    advance(id) {
      highest = newest(highest, id)
    },
    at: () => at(highest),
    began: (session) => void shards.set(session.shardId, { session, highest: session.sequence, pending: new Set() }),
    event({ shardId, sessionId, sequence }) {
      const progress = shards.get(shardId)
      if (progress?.session.sessionId === sessionId) {
        progress.pending.add(sequence)
        progress.highest = Math.max(progress.highest, sequence)
      }
      return { shardId, sequence, done: () => void progress?.pending.delete(sequence) }
    },
    cursor(id, own = {}) {
      const heard = at(id === undefined ? highest : newest(highest, id), own.hold)
      const sessions = [...shards]
        .sort(([one], [other]) => one - other)
        .map(([shardId, { session, highest: top, pending }]) => {
          const isOwn = (sequence: number) => own.event?.shardId === shardId && own.event.sequence === sequence
          const first = Math.min(...[...pending].filter((sequence) => !isOwn(sequence)))
          return { ...session, sequence: Math.min(top, first - 1) }
        })
      return { name: progressCursor(ours), value: JSON.stringify({ heard, at: now(), self, sessions }) }
    },
  }
}

/** What the last run of this process has left; where there was none, what one that ran all shards has: how far it had read. */
export async function readProgress(
  cursor: (name: string) => Promise<string | undefined>,
  shards: Shards,
): Promise<StoredProgress | undefined> {
  return readCursor((await cursor(progressCursor(shards))) ?? (await cursor(wholeCursor)), shards)
}

/** Undefined for what no version wrote. Sessions of another number of shards cannot be resumed. */
function readCursor(value: string | undefined, shards: Shards): StoredProgress | undefined {
  const stored: unknown = value === undefined ? undefined : parse(value)
  if (!isRecord(stored) || !isSnowflake(stored.heard)) return undefined
  const { heard } = stored
  const at = typeof stored.at === 'number' ? stored.at : timeOf(heard)
  const { botId, applicationId } = isRecord(stored.self) ? stored.self : {}
  if (!isSnowflake(botId) || !isSnowflake(applicationId)) return { heard, at, sessions: [] }
  const sessions = records(stored.sessions)
    .filter(isSession)
    .filter(({ shardId, shardCount }) => shardCount === shards.count && shards.ids.includes(shardId))
  return { heard, at, self: { botId, applicationId }, sessions }
}

function isSession(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & SessionInfo {
  const { sessionId, resumeURL, sequence, shardId, shardCount } = value
  return (
    typeof sessionId === 'string' &&
    isGatewayUrl(resumeURL) &&
    [sequence, shardId, shardCount].every((number) => typeof number === 'number')
  )
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
