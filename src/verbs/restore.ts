/** `mascot restore`: the database as it was at a backup; the one it replaces is kept. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import { restoreSqlite } from '../store/whole/restore-sqlite.ts'
import { lookInto, sqliteFileOf } from '../store/whole/sqlite-file.ts'
import { described } from './backup.ts'
import { confirm } from './confirm.ts'
import { readConfig } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const restore: RunVerb = async ({ positionals, values }) => {
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new MascotError('usage', 'From where? mascot restore FILE')
  const { databaseUrl } = readConfig()
  const database = sqliteFileOf(databaseUrl, 'PostgreSQL has its own: pg_restore --clean --dbname=DATABASE FILE.')
  const copy = path.resolve(file)
  if (copy === database) throw new MascotError('usage', `${copy} is the database itself.`)
  const contents = lookInto(copy)
  await confirm(
    `${copy} (${described(contents)}) takes the place of ${database}${existsSync(database) ? ', which is kept beside it' : ''}. ` +
      'What was heard and said since is not in it; what had not been sent then is sent again.',
    'restore',
    values.yes === true,
  )
  const old = restoreSqlite(copy, database, systemClock.now())
  process.stdout.write(`${database} is as it was: ${described(contents)}\n`)
  if (old !== undefined) process.stdout.write(`The database before it is ${old}; delete it when all is well.\n`)
  return 0
}
