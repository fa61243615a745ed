/**
 * One running program a brand on a SQLite file: nothing tells two of them what the other has done. The lock is the system's, on a file
 * beside the database, so that it ends with its process, however that ends.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MascotError } from '../../errors.ts'
import { isSqliteBusy, sqliteError, unusable } from '../database/database-error.ts'

/**
 * Holds the file of this DATABASE_URL for the brand until it is disposed of; does nothing where there is no file.
 * @throws {MascotError} `database-locked` when another program has it, `database-unusable`
 */
export function holdFile(url: string, brand: string): Disposable {
  const file = /^sqlite:(?:\/\/)?(.+)$/.exec(url)?.[1]
  if (file === undefined || file === ':memory:') return { [Symbol.dispose]: () => undefined }
  const lock = `${file}.${encodeURIComponent(brand)}.lock`
  let db: DatabaseSync | undefined
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    db = new DatabaseSync(lock)
    return taken(db, file)
  } catch (error) {
    db?.close()
    if (error instanceof MascotError) throw error
    const known = sqliteError(error, lock)
    throw known === error ? unusable(`The file ${lock} cannot be opened (${String(error)}).`, error) : known
  }
}

function taken(db: DatabaseSync, file: string): Disposable {
  try {
    db.exec('pragma busy_timeout = 0')
    db.exec('create table if not exists holder (pid integer)')
    db.exec('begin immediate; delete from holder')
    db.prepare('insert into holder values (?)').run(process.pid)
    db.exec('commit')
    // Others may read who it is, and none may begin.
    db.exec('begin immediate')
    return { [Symbol.dispose]: () => db.close() }
  } catch (error) {
    if (!isSqliteBusy(error)) throw error
    const pid = db.prepare('select pid from holder').get()?.pid
    throw new MascotError(
      'database-locked',
      `Another mascot of this brand${typeof pid === 'number' ? ` (process ${pid})` : ''} runs on ${file}, and a SQLite file is for one: ` +
        'stop it first. Several processes share PostgreSQL (DATABASE_URL=postgres://…); to try something out beside it, ' +
        'set DATABASE_URL=sqlite::memory:.',
    )
  }
}
