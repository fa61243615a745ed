/**
 * How far Discord has been read, kept as one cursor beside what was heard: the newest message id up to which everything in
 * all channels is durable, and the gateway sessions with the last event of each that is. A restarted program resumes the
 * sessions, if it comes back within minutes, and is sent what it missed, also from fans who never wrote before; what
 * Discord no longer remembers is read channel by channel from the message id on.
 */
import type { Cursor } from '#mascot'
import type { Session } from '../wire/gateway-socket.ts'
import { isRecord, records } from '../wire/payload.ts'
import { isSnowflake, newest, oldest, timeOf } from '../wire/snowflake.ts'

export const progressCursor = 'discord:heard'

/** Nothing after `mark` counts as read while it is held. */
export interface Hold {
  readonly mark: string
  release(): void
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
  /** By shard; empty when there is nothing to resume. */
  readonly sessions: readonly Session[]
}

export interface Progress {
  hold(mark: string): Hold
  /** `id` is durable. */
  advance(id: string): void
  /** Everything up to here is durable. */
  at(): string
  /** A shard has a new session. */
  began(shard: number, session: Session): void
  /** The session's event of this sequence number has come; call what is returned when it is durable. */
  event(shard: number, session: Session): () => void
  /** What is read once `id` is durable and its own hold released. */
  cursor(id?: string, own?: Hold): Cursor
}

interface ShardProgress {
  readonly session: Session
  highest: number
  readonly pending: Set<number>
}

export function createProgress(start: string, self: Self, now: () => number): Progress {
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
    began: (shard, session) => void shards.set(shard, { session, highest: session.sequence, pending: new Set() }),
    event(shard, { id, sequence }) {
      const progress = shards.get(shard)
      // While a new session takes over, the old one still speaks.
      if (progress?.session.id !== id) return () => {}
      progress.pending.add(sequence)
      progress.highest = Math.max(progress.highest, sequence)
      return () => void progress.pending.delete(sequence)
    },
    cursor(id, own) {
      const heard = at(id === undefined ? highest : newest(highest, id), own)
      const sessions = [...shards]
        .sort(([one], [other]) => one - other)
        .map(([, { session, highest: top, pending }]) => ({
          ...session,
          sequence: pending.size === 0 ? top : Math.min(...pending) - 1,
        }))
      return { name: progressCursor, value: JSON.stringify({ heard, at: now(), self, sessions }) }
    },
  }
}

/** Undefined for what this version did not write. `shardCount`: sessions of another number of shards cannot be resumed. */
export function readProgress(value: string | undefined, shardCount: number): StoredProgress | undefined {
  const stored: unknown = value === undefined ? undefined : parse(value)
  if (!isRecord(stored) || !isSnowflake(stored.heard)) return undefined
  const { heard } = stored
  const at = typeof stored.at === 'number' ? stored.at : timeOf(heard)
  const sessions = records(stored.sessions).filter(isSession)
  const { botId, applicationId } = isRecord(stored.self) ? stored.self : {}
  if (!isSnowflake(botId) || !isSnowflake(applicationId) || sessions.length !== shardCount)
    return { heard, at, sessions: [] }
  return {
    heard,
    at,
    self: { botId, applicationId },
    sessions: sessions.map(({ id, resumeUrl, sequence }) => ({ id, resumeUrl, sequence })),
  }
}

function isSession(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Session {
  return typeof value.id === 'string' && typeof value.resumeUrl === 'string' && typeof value.sequence === 'number'
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
