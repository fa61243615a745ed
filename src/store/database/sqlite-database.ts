/** SQLite as Kysely wants it: a driver over `node:sqlite` that prepares each statement once and waits without blocking. */

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
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
import { systemClock } from '../../clock.ts'
import { isSqliteBusy, sqliteError, unusable } from './database-error.ts'
import type { Database } from './schema.ts'

/** Beyond this many different statements the oldest prepared one is dropped. */
const cachedStatements = 200

/** How long SQLite itself may wait, blocking everything else in this process; after that we wait between tries. */
const blockingWaitMs = 20
const pauseMs = 5

/**
 * Opens the file, creating it and its folder; `:memory:` is a database of its own.
 * `busyTimeoutMs`: how long a statement waits for another process's write.
 * @throws {MascotError} `database-unusable`, `database-locked`
 */
export function openSqlite(path: string, busyTimeoutMs: number): Kysely<Database> {
  const file = openFile(path, busyTimeoutMs)
  return new Kysely({
    dialect: {
      createAdapter: () => new LockingAdapter(),
      createDriver: () => createDriver(file, path, busyTimeoutMs),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

function openFile(path: string, busyTimeoutMs: number): DatabaseSync {
  let file: DatabaseSync | undefined
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    file = new DatabaseSync(path)
    // The timeout comes first: switching to WAL takes a lock, and two processes may start together.
    file.exec(`pragma busy_timeout = ${busyTimeoutMs}`)
    file.exec('pragma journal_mode = wal')
    file.exec('pragma synchronous = full')
    file.exec('pragma foreign_keys = on')
    // What is deleted is overwritten, so that the file cannot be read for it.
    file.exec('pragma secure_delete = on')
    file.exec(`pragma busy_timeout = ${Math.min(busyTimeoutMs, blockingWaitMs)}`)
    return file
  } catch (error) {
    file?.close()
    const known = sqliteError(error, path)
    throw known === error ? unusable(`The SQLite file ${path} cannot be opened (${String(error)}).`, error) : known
  }
}

/** The one connection is locked by our driver: Kysely's own lock notices all who wait at each release, in no order. */
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

function createDriver(file: DatabaseSync, path: string, busyTimeoutMs: number): Driver {
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
    // A full disk or a failing one has undone the transaction by then: to say it once more would hide why.
    rollbackTransaction: async () => {
      if (file.isTransaction) await run('rollback')
    },
    releaseConnection: async () => turn.end(),
    destroy: async () => file.close(),
  }
}

interface Prepared {
  readonly prepared: StatementSync
  readonly returnsRows: boolean
}

function createConnection(file: DatabaseSync, path: string, busyTimeoutMs: number): DatabaseConnection {
  const statements = new Map<string, Prepared>()

  function prepare(sql: string): Prepared {
    let statement = statements.get(sql)
    if (statement === undefined) {
      const prepared = file.prepare(sql)
      statement = { prepared, returnsRows: prepared.columns().length > 0 }
      statements.set(sql, statement)
      if (statements.size > cachedStatements) statements.delete(statements.keys().next().value ?? sql)
    }
    return statement
  }

  function execute({ sql, parameters }: CompiledQuery): QueryResult<unknown> {
    // SQLite obeys some pragmas while it prepares them, so a prepared one would do nothing the second time.
    if (sql.startsWith('pragma ')) {
      file.exec(sql)
      return { rows: [] }
    }
    const { prepared, returnsRows } = prepare(sql)
    const values = parameters.map(bindable)
    if (returnsRows) return { rows: prepared.all(...values) }
    return { rows: [], numAffectedRows: BigInt(prepared.run(...values).changes) }
  }

  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      // The lock of another process goes by real time, whatever the store's clock says.
      const deadline = systemClock.monotonic() + busyTimeoutMs
      for (;;) {
        try {
          return execute(query) as QueryResult<Row>
        } catch (error) {
          if (!isSqliteBusy(error) || systemClock.monotonic() >= deadline) throw sqliteError(error, path)
        }
        await systemClock.sleep(pauseMs)
      }
    },
    streamQuery() {
      throw new Error('nothing here is streamed')
    },
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError(`SQLite cannot store a ${typeof value}`)
}
