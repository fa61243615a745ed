/** A copy of a SQLite database in use: one moment of it, in one file, checked before it bears its name. */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { MascotError } from '../../errors.ts'
import { type Contents, lookInto, toDisk } from './sqlite-file.ts'

/**
 * Of a database that another connection writes to, SQLite begins its copy anew at each write that comes between two steps: with
 * steps of a hundred pages, as they are by default, a busy one is never done. All in one step is one moment of it, and in WAL
 * mode keeps no writer waiting.
 */
const ALL_PAGES = 2 ** 31 - 1

/** @throws {MascotError} `usage` when `to` is there already, `database-unusable`; then nothing is left at `to` */
export async function backupSqlite(from: string, to: string): Promise<Contents> {
  if (!existsSync(from)) throw new MascotError('database-unusable', `${from} is not there: is DATABASE_URL right?`)
  if (existsSync(to)) throw new MascotError('usage', `${to} is there already, and is not overwritten.`)
  const part = `${to}.part`
  rmSync(part, { force: true })
  try {
    await copy(from, part)
    const contents = lookInto(part)
    toDisk(part)
    renameSync(part, to)
    return contents
  } catch (cause) {
    for (const left of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) rmSync(left, { force: true })
    if (cause instanceof MascotError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new MascotError('database-unusable', `${from} could not be copied to ${to}: ${why}.`, { cause })
  }
}

async function copy(from: string, part: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true })
  try {
    await backup(source, part, { rate: ALL_PAGES })
  } finally {
    source.close()
  }
  chmodSync(part, 0o600)
  // The copy says of itself that a log lies beside it; alone it is whole.
  const target = new DatabaseSync(part)
  try {
    target.exec('pragma journal_mode = delete')
  } finally {
    target.close()
  }
}
