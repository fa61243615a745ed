/** SQLite as Kysely wants it: `node:sqlite` behind the few methods its dialect calls. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { sqliteError, unusable } from './database-error.ts'
import type { Database } from './schema.ts'

/** Beyond this many different statements the oldest prepared one is dropped. */
const cachedStatements = 200

/**
 * Opens the file, creating it and its folder; `:memory:` is a database of its own.
 * `busyTimeoutMs`: how long a statement waits for another process's write.
 * @throws {MascotError} `database-unusable`, `database-locked`
 */
export function openSqlite(path: string, busyTimeoutMs: number): Kysely<Database> {
  const file = openFile(path, busyTimeoutMs)
  const statements = new Map<string, ReturnType<typeof prepare>>()

  function prepare(sql: string) {
    // A transaction that starts reading and then writes would fail at once when another process writes: take the write lock first.
    const statement = guard(() => file.prepare(sql === 'begin' ? 'begin immediate' : sql))
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => guard(() => statement.all(...bind(parameters))),
      run: (parameters: readonly unknown[]) => guard(() => statement.run(...bind(parameters))),
      iterate: (parameters: readonly unknown[]) =>
        statement.iterate(...bind(parameters)) satisfies ReturnType<StatementSync['iterate']>,
    }
  }

  function prepareOnce(sql: string) {
    let statement = statements.get(sql)
    if (statement === undefined) {
      statement = prepare(sql)
      statements.set(sql, statement)
      if (statements.size > cachedStatements) statements.delete(statements.keys().next().value ?? sql)
    }
    return statement
  }

  function guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw sqliteError(error, path)
    }
  }

  return new Kysely({ dialect: new SqliteDialect({ database: { prepare: prepareOnce, close: () => file.close() } }) })
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
    return file
  } catch (error) {
    file?.close()
    const known = sqliteError(error, path)
    throw known === error ? unusable(`The SQLite file ${path} cannot be opened (${String(error)}).`, error) : known
  }
}

function bind(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      return value
    throw new TypeError(`SQLite cannot store a ${typeof value}`)
  })
}
