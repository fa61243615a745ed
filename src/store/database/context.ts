/** What every part of the store works with: the database, the brand, and the few things in which the two databases differ. */
import { type CompiledQuery, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Clock } from '../../ports/clock.ts'
import type { Notice } from '../../ports/store.ts'
import { isTransient } from './database-error.ts'
import { platformOf } from './platform-of.ts'
import type { Database } from './schema.ts'

export type Connection = Kysely<Database>

export interface StoreContext {
  readonly db: Connection
  readonly brand: string
  readonly clock: Clock
  /** Whether other programs are told of what happens. */
  readonly isAnnouncing: boolean
  /** A notice is only a notice: whoever is not reached finds the work by `nextDueAt`. */
  notify(what: Notice): void
  /** `rows` as a table `r (value)` that a statement selects from, so that its text is the same for any number of rows. */
  rows(rows: readonly object[]): RawBuilder<unknown>
  /**
   * The moment by which leases are written and compared, epoch ms: where processes share the database, its own clock, whatever those of
   * their machines say; else what the caller gives, as parameters in its place: those of `momentOf`.
   */
  readonly moment: RawBuilder<number>
  momentOf(now: number): readonly number[]
  /** The same for a statement that is built anew each time. */
  momentNow(): RawBuilder<number>
  /** Ends a `select` whose rows are about to be taken: those another process is taking are passed over. */
  readonly skipLocked: RawBuilder<unknown>
  /** Behind a column of text: compared by its bytes, so that what begins alike is one range of its index. */
  readonly byBytes: RawBuilder<unknown>
  /** Behind the name of a table of which every row is read: one after the other, and none looked up by an index, which costs seven times as much. */
  readonly asTheyLie: RawBuilder<unknown>
  /** Ends a `select` from `conversations` whose rows stay as they are until the transaction ends. */
  readonly lockConversations: RawBuilder<unknown>
  /** Ends a `select` from `holds`: nobody takes them until the transaction ends. */
  readonly lockHolds: RawBuilder<unknown>
  /** The size of the whole database, in bytes. */
  readonly size: RawBuilder<number>
  /** The platform of a thread's id. */
  platformOf(thread: RawBuilder<unknown>): RawBuilder<string>
  /** Until the transaction ends, no other that asks for the same name goes on. */
  alone(trx: Connection, name: string): Promise<void>
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>
  /**
   * The same for what may be done once more where the power fails: on SQLite it is not waited for until it is on disk. What waits next puts
   * it there as well, so that it is the last moment that is done again. A killed process loses nothing of it.
   */
  repeatable<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>
  /**
   * Runs statements that take or renew leases. They are not waited for until they are on disk: when the power fails, whoever
   * held a lease is gone with it, and what was settled under it waits for the disk by itself.
   */
  leasing<T>(work: (db: Connection) => Promise<T>): Promise<T>
  /**
   * After what was to be erased is deleted and committed: SQLite's log of changes, which has it still, goes into the file and is emptied.
   * While another process reads, the log stays until the next such moment. PostgreSQL sees to its own files. Does not throw.
   */
  afterErasing(): Promise<void>
}

const attempts = 5

export function createContext(
  db: Connection,
  options: {
    brand: string
    clock: Clock
    isPostgres: boolean
    /** Several processes stand on it, each with a clock of its own. */
    isShared: boolean
    isAnnouncing: boolean
    notify: StoreContext['notify']
  },
): StoreContext {
  const { isPostgres } = options
  const ofDatabase = sql<number>`cast(extract(epoch from statement_timestamp()) * 1000 as bigint)`
  const isOfDatabase = isPostgres && options.isShared
  async function transaction<T>(on: Connection, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await on.transaction().execute(work)
      } catch (error) {
        if (!isTransient(error) || attempt === attempts) throw error
      }
    }
  }
  const unsynced = <T>(work: (db: Connection) => Promise<T>) =>
    isPostgres ? work(db) : db.connection().execute((one) => withoutSync(one, work))
  return {
    db,
    brand: options.brand,
    clock: options.clock,
    isAnnouncing: options.isAnnouncing,
    notify: options.notify,
    rows: (rows) => {
      const json = JSON.stringify(rows)
      return isPostgres ? sql`jsonb_array_elements(cast(${json} as jsonb)) as r (value)` : sql`json_each(${json}) as r`
    },
    moment: isOfDatabase ? ofDatabase : sql<number>`cast(${0} as bigint)`,
    momentOf: (now) => (isOfDatabase ? [] : [now]),
    momentNow: () => (isOfDatabase ? ofDatabase : sql<number>`cast(${options.clock.now()} as bigint)`),
    // SQLite has one writer at a time: there is nothing to pass over, and a transaction has all rows to itself.
    skipLocked: isPostgres ? sql`for update skip locked` : sql``,
    byBytes: isPostgres ? sql`collate "C"` : sql`collate binary`,
    // PostgreSQL sees by itself that all are wanted.
    asTheyLie: isPostgres ? sql`` : sql`not indexed`,
    lockConversations: isPostgres ? sql`for update of conversations` : sql``,
    lockHolds: isPostgres ? sql`for share of holds` : sql``,
    size: isPostgres
      ? sql`pg_database_size(current_database())`
      : sql`(select page_count * page_size from pragma_page_count(), pragma_page_size())`,
    platformOf: (thread) => platformOf(thread, isPostgres),
    // SQLite has one writer at a time.
    async alone(trx, name) {
      if (isPostgres) await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(trx)
    },
    leasing: unsynced,
    transaction: (work) => transaction(db, work),
    async afterErasing() {
      if (isPostgres) return
      // It is deleted by now: an error here would only have it deleted once more.
      await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined)
    },
    repeatable: (work) => unsynced((one) => transaction(one, work)),
  }
}

async function withoutSync<T>(db: Connection, work: (db: Connection) => Promise<T>): Promise<T> {
  await sql`pragma synchronous = normal`.execute(db)
  try {
    return await work(db)
  } finally {
    await sql`pragma synchronous = full`.execute(db)
  }
}

/**
 * A statement that is asked over and over, compiled once. `template` holds any values where the parameters go; they are given
 * anew, in the same order, each time.
 */
export function compiledOnce<Row>(
  db: Connection,
  template: RawBuilder<Row>,
): (...parameters: unknown[]) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined
  return async (...parameters) => {
    compiled ??= template.compile(db)
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}

/**
 * The same for a statement of a transaction. `template` is given once for each store; with `context.rows([])` in it, the rows
 * are given as JSON in its place.
 */
export function statement<Row = unknown>(
  template: (context: StoreContext) => RawBuilder<Row>,
): (context: StoreContext, db: Connection, ...parameters: unknown[]) => Promise<Row[]> {
  const compiled = new WeakMap<StoreContext, CompiledQuery<Row>>()
  return async (context, db, ...parameters) => {
    let query = compiled.get(context)
    if (!query) {
      query = template(context).compile(db)
      compiled.set(context, query)
    }
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}

/** Column `name` of `context.rows`, as text. */
export function text(name: string): RawBuilder<string> {
  return sql`r.value ->> ${sql.lit(name)}`
}

/** Column `name` of `context.rows`, as a whole number. */
export function int(name: string): RawBuilder<number> {
  return sql`cast(r.value ->> ${sql.lit(name)} as bigint)`
}

/** Most UTF-16 units of body text handed to the database in one statement; PostgreSQL's jsonb ends at 256 MB. */
const statementWeight = 8_000_000

/** Cuts rows into parts that one statement can take. */
export function inParts<T extends { readonly body: string }>(rows: readonly T[]): T[][] {
  const parts: T[][] = []
  let weight = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (weight + row.body.length > statementWeight) {
      parts.push([])
      weight = 0
    }
    weight += row.body.length
    parts.at(-1)?.push(row)
  }
  return parts
}

/** The one order in which conversations are locked, in every process: two transactions never wait for each other. */
export function byThread(a: { readonly thread: string }, b: { readonly thread: string }): number {
  return a.thread < b.thread ? -1 : a.thread > b.thread ? 1 : 0
}

/** `column` begins with `prefix`, found by a range of its index. */
export function beginsWith(
  { byBytes }: StoreContext,
  column: RawBuilder<unknown>,
  prefix: string,
): RawBuilder<boolean> {
  const after = `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`
  return sql`(${column} ${byBytes} >= ${prefix} and ${column} ${byBytes} < ${after})`
}
