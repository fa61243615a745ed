/** A SQLite file of ours as a whole: where it is, whether it is sound, and what it holds. */
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MascotError } from '../../errors.ts'
import { schemaVersion } from '../database/migrations.ts'

export interface Contents {
  readonly version: number
  readonly conversations: number
  readonly messages: number
  /** When its newest message was accepted or said, epoch ms. */
  readonly newestAt?: number
}

/** The file of a DATABASE_URL, as an absolute path. @throws {MascotError} `usage` where there is none */
export function sqliteFileOf(url: string, instead: string): string {
  const file = /^sqlite:(?:\/\/)?(.+)$/.exec(url)?.[1]
  if (file === undefined) throw new MascotError('usage', `This is for SQLite. ${instead}`)
  if (file === ':memory:')
    throw new MascotError('usage', 'A database in memory ends with its process: there is nothing to keep.')
  return path.resolve(file)
}

/**
 * Checks every page of the file, and that it is a database of this program's.
 * @throws {MascotError} `database-unusable`, `database-newer`
 */
export function lookInto(file: string): Contents {
  if (!existsSync(file)) throw unsound(file, 'there is no such file')
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { readOnly: true })
    return contentsOf(db, file)
  } catch (error) {
    if (error instanceof MascotError) throw error
    throw unsound(file, error instanceof Error ? error.message : String(error), error)
  } finally {
    db?.close()
  }
}

function contentsOf(db: DatabaseSync, file: string): Contents {
  const said = db
    .prepare('pragma integrity_check')
    .all()
    .map((row) => Object.values(row).join(' '))
  if (said.join() !== 'ok') throw unsound(file, said[0] ?? 'integrity_check says nothing')
  const orphans = db.prepare('pragma foreign_key_check').all()
  if (orphans.length > 0) throw unsound(file, `${orphans.length} rows belong to rows that are not there`)
  const one = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0)
  if (one("select count(*) from sqlite_schema where name = 'schema_version'") === 0)
    throw unsound(file, 'it is no database of Mascot')
  const version = one('select version from schema_version')
  if (version > schemaVersion)
    throw new MascotError(
      'database-newer',
      `${file} has schema version ${version}, this program knows up to ${schemaVersion}: use the newer program.`,
    )
  const newestAt = one('select max(at) from messages')
  return {
    version,
    conversations: one('select count(*) from conversations'),
    messages: one('select count(*) from messages'),
    ...(newestAt > 0 ? { newestAt } : {}),
  }
}

/** What was written into the file is on disk. */
export function toDisk(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function unsound(file: string, why: string, cause?: unknown): MascotError {
  return new MascotError('database-unusable', `${file} cannot be used: ${why}.`, { cause })
}
