/** What a driver throws → a MascotError an operator can act on. Anything else passes through unchanged. */
import { MascotError } from '../../errors.ts'

const sqliteBusy = new Set([5, 6])
const sqliteFull = 13
/** PERM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB: https://www.sqlite.org/rescode.html */
const sqliteUnusable = new Set([3, 8, 10, 11, 14, 26])
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
])
/** Class 08 connection, 28 authorization, 53 resources; unknown database; no right; took too long; shutting down. */
const postgresUnusable = /^(08...|28...|53...|25P03|3D000|42501|57014|57P0[1-5])$/

/** A prepared statement that another's connection has, or that this one lost: connections change hands between transactions. */
const pooledUnprepared = new Set(['42P05', '26000'])

/** True when another connection holds the lock the statement needs; nothing of it was done. */
export function isSqliteBusy(error: unknown): boolean {
  return sqliteBusy.has(sqliteCode(error))
}

export function sqliteError(error: unknown, path: string): unknown {
  if (isSqliteBusy(error)) {
    return new MascotError(
      'database-locked',
      `${path} is held by another program for too long. Stop the other program, or give this one a DATABASE_URL of its own.`,
      { cause: error },
    )
  }
  if (sqliteCode(error) === sqliteFull) {
    return new MascotError(
      'database-unusable',
      `${path} cannot grow: its disk is full. Make room there; what could not be written is tried again.`,
      { cause: error },
    )
  }
  if (sqliteUnusable.has(sqliteCode(error)))
    return unusable(`The SQLite file ${path} cannot be used (${textOf(error)}).`, error)
  return error
}

export function postgresError(error: unknown, place: string): unknown {
  const code = codeOf(error)
  const isLost =
    error instanceof Error &&
    /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has)/.test(error.message)
  if (unreachable.has(code) || isLost)
    return unusable(`PostgreSQL at ${place} cannot be reached (${code || textOf(error)}).`, error)
  if (pooledUnprepared.has(code))
    return new MascotError(
      'database-unusable',
      `A pooler before PostgreSQL at ${place} hands its connections round without what was prepared on them (${textOf(error)}). ` +
        'Have it pool by session, or use PgBouncer 1.21 or later with max_prepared_statements = 300.',
      { cause: error },
    )
  if (postgresUnusable.test(code)) return unusable(`PostgreSQL at ${place} refused (${textOf(error)}).`, error)
  return error
}

/** True when `pg` gave up on an answer; its connection still waits for it, and whatever is asked there next waits as well. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}

/** `because` is a sentence without any secret. */
export function unusable(because: string, cause?: unknown): MascotError {
  return new MascotError(
    'database-unusable',
    `${because} Check DATABASE_URL: sqlite:./data/mascot.db for a file in a folder that can be written, ` +
      'or postgres://user:password@host:5432/database for a server that runs.',
    { cause },
  )
}

/** True when PostgreSQL undid a transaction only because of another one, so that the same work may succeed now. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40P01' || code === '40001' || isStalePlan(error)
}

/** True when a statement was prepared before a newer program added a column: prepared anew, it works. */
export function isStalePlan(error: unknown): boolean {
  return codeOf(error) === '0A000' && /cached plan/.test(textOf(error))
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** The primary result code: the lowest byte, whatever the extended one says. */
function sqliteCode(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
