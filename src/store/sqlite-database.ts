/** SQLite as Kysely wants it: a driver over `node:sqlite` that prepares each statement once and waits without blocking. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { isSqliteBusy, sqliteError, unusable } from './database-error.ts'
import type { Database } from './schema.ts'
import { createWalSync, noWalSync, type WalSync } from './wal-sync.ts'

/** Beyond this many different statements the oldest prepared one is dropped. */
const cachedStatements = 200

/** Said to the connection, and kept by the driver: whether what is written next is waited for until it is on disk. */
export const waitForDisk = 'pragma synchronous = full'
export const waitForNothing = 'pragma synchronous = normal'

/** How long SQLite itself may wait, blocking everything else in this process; after that we wait between tries. */
const blockingWaitMs = 20
const pauseMs = 5

/**
 * Opens the file, creating it and its folder; `:memory:` is a database of its own.
 * `busyTimeoutMs`: how long a statement waits for another process's write.
 * @throws {MascotError} `database-unusable`, `database-locked`
 */
export function openSqlite(path: string, busyTimeoutMs: number): SqliteDatabase {
  const { file, hasLog } = openFile(path, busyTimeoutMs)
  const sync = hasLog ? createWalSync(path) : noWalSync
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new LockingAdapter(),
      createDriver: () => createDriver(file, path, busyTimeoutMs, sync),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  return { db, onDisk: sync.onDisk }
}

export interface SqliteDatabase {
  readonly db: Kysely<Database>
  /** Resolves when all that was committed before is on disk. */
  onDisk(): Promise<void>
}

function openFile(path: string, busyTimeoutMs: number): { readonly file: DatabaseSync; readonly hasLog: boolean } {
  let file: DatabaseSync | undefined
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    file = new DatabaseSync(path)
    // The timeout comes first: switching to WAL takes a lock, and two processes may start together.
    file.exec(`pragma busy_timeout = ${busyTimeoutMs}`)
    // In memory, and on some network drives, there is no log.
    const hasLog = file.prepare('pragma journal_mode = wal').get()?.journal_mode === 'wal'
    // With a log the driver does what `full` would do, without holding up the process.
    file.exec(`pragma synchronous = ${hasLog ? 'normal' : 'full'}`)
    file.exec('pragma foreign_keys = on')
    file.exec(`pragma busy_timeout = ${Math.min(busyTimeoutMs, blockingWaitMs)}`)
    return { file, hasLog }
  } catch (error) {
    file?.close()
    const known = sqliteError(error, path)
    throw known === error ? unusable(`The SQLite file ${path} cannot be opened (${String(error)}).`, error) : known
  }
}

/** The one connection is locked by our driver: Kysely's own lock wakes all who wait at each release, in no order. */
class LockingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** One at a time, in the order of asking. */
function createTurn() {
  const waiting: (() => void)[] = []
  let isTaken = false
  return {
    async wait(): Promise<void> {
      if (isTaken) return await new Promise<void>((resolve) => void waiting.push(resolve))
      isTaken = true
    },
    end(): void {
      const next = waiting.shift()
      if (next) next()
      else isTaken = false
    },
  }
}

function createDriver(file: DatabaseSync, path: string, busyTimeoutMs: number, sync: WalSync): Driver {
  const connection = createConnection(file, path, busyTimeoutMs)
  const turn = createTurn()
  const run = async (sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql))
  }
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await turn.wait()
      return connection
    },
    // A transaction that reads first and then writes would fail at once if another process wrote in between.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    // The next one may begin while this one waits for the disk.
    async releaseConnection() {
      const mustWait = connection.takeWritten()
      if (mustWait) sync.committed()
      turn.end()
      if (mustWait) await sync.onDisk()
    },
    async destroy() {
      await sync.close()
      file.close()
    },
  }
}

interface Prepared {
  readonly prepared: StatementSync
  /** May change the file. */
  readonly writes: boolean
  readonly returnsRows: boolean
}

interface SqliteConnection extends DatabaseConnection {
  /** Whether anything was written since it was last asked, other than what nobody waits for. */
  takeWritten(): boolean
}

function createConnection(file: DatabaseSync, path: string, busyTimeoutMs: number): SqliteConnection {
  const statements = new Map<string, Prepared>()
  let isWaitedFor = true
  let hasWritten = false

  function prepare(sql: string): Prepared {
    let statement = statements.get(sql)
    if (statement === undefined) {
      const prepared = file.prepare(sql)
      const writes = !/^\s*(?:select|begin|rollback)\b/i.test(sql)
      statement = { prepared, writes, returnsRows: prepared.columns().length > 0 }
      statements.set(sql, statement)
      if (statements.size > cachedStatements) statements.delete(statements.keys().next().value ?? sql)
    }
    return statement
  }

  function execute({ sql, parameters }: CompiledQuery): QueryResult<unknown> {
    if (sql === waitForDisk || sql === waitForNothing) {
      isWaitedFor = sql === waitForDisk
      return { rows: [] }
    }
    // SQLite obeys some pragmas while it prepares them, so a prepared one would do nothing the second time.
    if (sql.startsWith('pragma ')) {
      file.exec(sql)
      return { rows: [] }
    }
    const { prepared, writes, returnsRows } = prepare(sql)
    if (writes && isWaitedFor && sql !== 'commit') hasWritten = true
    const values = parameters.map(bindable)
    if (returnsRows) return { rows: prepared.all(...values) }
    return { rows: [], numAffectedRows: BigInt(prepared.run(...values).changes) }
  }

  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const deadline = Date.now() + busyTimeoutMs
      for (;;) {
        try {
          return execute(query) as QueryResult<Row>
        } catch (error) {
          if (!isSqliteBusy(error) || Date.now() >= deadline) throw sqliteError(error, path)
        }
        await setTimeout(pauseMs)
      }
    },
    streamQuery() {
      throw new Error('nothing here is streamed')
    },
    takeWritten() {
      const had = hasWritten
      hasWritten = false
      return had
    },
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError(`SQLite cannot store a ${typeof value}`)
}
