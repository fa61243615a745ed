/** What the store is opened with. */
import type { Clock } from '../../ports/clock.ts'

/** The part of a pino logger the store uses. */
export interface StoreLog {
  warn(details: object, message: string): void
}

export interface StoreOptions {
  /** Rows of another brand in the same database are never seen. */
  readonly brand: string
  readonly clock?: Clock
  /** Other processes stand on it, too, whose clocks may differ: on PostgreSQL its own clock tells when a lease ends. */
  readonly isShared?: boolean
  readonly log?: StoreLog
  /** Other programs are told of what happens: it is written down for them. If absent, nobody is. */
  readonly isAnnouncing?: boolean
  /** Where notices of other processes are listened to on PostgreSQL. If absent, at the database's own address. */
  readonly listenUrl?: string
  /** How long SQLite waits for another process's write, in ms. */
  readonly busyTimeoutMs?: number
  /** The longest a statement may take on PostgreSQL, in ms. */
  readonly statementMs?: number
}
