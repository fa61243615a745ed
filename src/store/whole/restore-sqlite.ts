/** A SQLite database put back from a copy. What was there is kept beside it, and nothing is done while anybody has it open. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MascotError } from '../../errors.ts'
import { isSqliteBusy } from '../database/database-error.ts'
import { lookInto, toDisk } from './sqlite-file.ts'

/** https://www.sqlite.org/fileformat.html#magic_header_string */
const MAGIC = 'SQLite format 3\0'

/**
 * `now`: epoch ms. Returns where the old database lies, if there was one.
 * @throws {MascotError} `database-unusable` or `database-newer` for the copy, `database-locked` while the database is in use; then
 * nothing was changed
 */
export function restoreSqlite(copy: string, database: string, now: number): string | undefined {
  lookInto(copy)
  mkdirSync(path.dirname(database), { recursive: true })
  const part = `${database}.part`
  copyFileSync(copy, part)
  try {
    chmodSync(part, 0o600)
    lookInto(part)
    toDisk(part)
    const old = existsSync(database) ? putAside(database, now) : undefined
    renameSync(part, database)
    return old
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true })
  }
}

function putAside(database: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  const aside = `${database}.before-${stamp}`
  if (existsSync(aside)) throw new MascotError('usage', `${aside} is there already, and is not overwritten.`)
  const holding = isSqlite(database) ? hold(database) : undefined
  try {
    // What a broken database has not written into itself yet goes with it; left behind, it would be read into the new one.
    for (const end of ['', '-wal', '-shm']) if (existsSync(database + end)) renameSync(database + end, aside + end)
  } finally {
    holding?.close()
  }
  return aside
}

/** SQLite deletes the log of a file that does not begin like one of its own, as soon as it looks at it: such a file is not opened. */
function isSqlite(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(MAGIC.length)
    readSync(handle, head, 0, head.length, 0)
    return head.toString('latin1') === MAGIC
  } finally {
    closeSync(handle)
  }
}

/** To leave WAL mode a connection has to be the only one; then the log is part of the file. Undefined: it is too broken to be held. */
function hold(database: string): DatabaseSync | undefined {
  const db = new DatabaseSync(database)
  try {
    db.exec('pragma busy_timeout = 0')
    const mode = db.prepare('pragma journal_mode = delete').get()?.journal_mode
    if (mode === 'delete') {
      db.exec('begin exclusive')
      return db
    }
  } catch (error) {
    if (!isSqliteBusy(error)) {
      db.close()
      return undefined
    }
  }
  db.close()
  throw new MascotError(
    'database-locked',
    `${database} is in use: stop the program first (and whatever else has it open). Nothing was changed.`,
  )
}
