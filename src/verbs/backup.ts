/** `mascot backup`: a copy of the database while the program runs on it. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { MascotError } from '../errors.ts'
import { uploadsFolder } from '../program/desk-page.ts'
import { backupSqlite } from '../store/whole/backup-sqlite.ts'
import { type Contents, sqliteFileOf } from '../store/whole/sqlite-file.ts'
import { readConfig } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const backup: RunVerb = async ({ positionals }) => {
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new MascotError('usage', 'Where to? mascot backup FILE')
  const config = readConfig()
  const from = sqliteFileOf(config.databaseUrl, 'PostgreSQL has its own: pg_dump --format=custom --file=FILE DATABASE.')
  const to = path.resolve(file)
  const contents = await backupSqlite(from, to)
  const size = (statSync(to).size / 1e6).toFixed(1)
  process.stdout.write(`${to}: ${size} MB, checked; ${described(contents)}\n`)
  process.stdout.write(`Files that staff put on the desk page are not in it: copy ${uploadsFolder(config)} too.\n`)
  return 0
}

export function described({ version, conversations, messages, newestAt }: Contents): string {
  const newest = newestAt === undefined ? '' : `, the newest of ${new Date(newestAt).toISOString().slice(0, 19)}Z`
  return `${conversations} conversations, ${messages} messages${newest}; schema version ${version}`
}
