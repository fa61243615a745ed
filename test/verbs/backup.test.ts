/** A backup of a database in use, putting it back, and deleting what is kept: on real files, with the real program beside it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import { schemaVersion } from '../../src/store/database/migrations.ts'
import { openStore } from '../../src/store/open-store.ts'
import { backupSqlite } from '../../src/store/whole/backup-sqlite.ts'
import { restoreSqlite } from '../../src/store/whole/restore-sqlite.ts'
import { lookInto } from '../../src/store/whole/sqlite-file.ts'
import { freePort } from '../support/free-port.ts'
import { runMascot } from '../support/run-mascot.ts'
import { accept, answer, message } from '../support/store-harness.ts'

const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))
const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

/** 2026-11-29 */
const NOW = 1_795_910_400_000

let folder = ''
let file = ''
let copy = ''
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-backup-'))
  file = join(folder, 'mascot.db')
  copy = join(folder, 'copy.db')
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const env = () => ({ DATABASE_URL: `sqlite:${file}`, MASCOT_PERSONA: coffee })
const run = (...args: string[]) => runMascot(args, { env: env(), cwd: folder })
/** The brand of the coffee persona. */
const open = () => openStore(`sqlite:${file}`, { brand: 'tidewater' })

/** A database with as many talks. */
async function filled(talks: number): Promise<void> {
  await using store = await open()
  for (let nth = 0; nth < talks; nth++) await accept(store, message('1', accountId('telegram', `fan-${nth}`)))
}

/** The program on the database, until it says that it has started. */
async function startProgram(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [bin, 'start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HTTP_PORT: '0', ...env() },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.push(child)
  for await (const line of createInterface({ input: child.stderr })) if (line.includes('"started')) break
  return child
}

describe('mascot backup', () => {
  it('copies a database while the program runs on it, into one file that is checked and closed to others', async () => {
    await filled(3)
    await startProgram()
    const { code, out, err } = await run('backup', copy)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /copy\.db: \d+\.\d MB, checked; 3 conversations, \d messages, the newest of \d{4}-[\d-]+T[\d:]+Z; schema version \d/,
    )
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(lookInto(copy)).toMatchObject({ conversations: 3, version: schemaVersion })
  })

  it('is one moment of a database that somebody writes to all the time, and is done all the same', async () => {
    await filled(1)
    const grown = new DatabaseSync(file)
    grown.exec('create table ballast (text)')
    grown.exec(
      'with recursive n (i) as (select 1 union all select i + 1 from n where i < 20000) insert into ballast select hex(randomblob(200)) from n',
    )
    grown.close()
    const writer = spawn(process.execPath, ['-e', pairWriter, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    running.push(writer)
    for await (const _ of createInterface({ input: writer.stdout })) break
    await backupSqlite(file, copy)
    writer.kill()
    const db = new DatabaseSync(copy, { readOnly: true })
    const { a, b } =
      db.prepare('select (select count(*) from pair_a) as a, (select count(*) from pair_b) as b').get() ?? {}
    db.close()
    expect(Number(a)).toBeGreaterThan(0)
    expect(a).toBe(b)
  })

  it('never overwrites, and leaves nothing where it failed', async () => {
    await filled(1)
    writeFileSync(copy, 'precious')
    expect(await run('backup', copy)).toMatchObject({ code: 2, err: expect.stringContaining('is not overwritten') })
    expect(readFileSync(copy, 'utf8')).toBe('precious')
    await expect(backupSqlite(file, join(folder, 'no', 'such', 'folder.db'))).rejects.toThrow(/could not be copied/)
    rmSync(file)
    await expect(backupSqlite(file, join(folder, 'other.db'))).rejects.toThrow(/not there/)
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('sends PostgreSQL to its own tools without its password', async () => {
    const postgres = { DATABASE_URL: 'postgres://pip:secret-of-pip@db.example/pip' }
    for (const verb of ['backup', 'restore']) {
      const { code, err } = await runMascot([verb, copy], { env: postgres })
      expect(code).toBe(2)
      expect(err).toMatch(/pg_(?:dump|restore)/)
      expect(err).not.toContain('secret-of-pip')
    }
  })
})

/** Each transaction writes one row into each of two tables: a copy of one moment has as many of both. */
const pairWriter = `
  const { DatabaseSync } = require('node:sqlite')
  const db = new DatabaseSync(process.argv[1])
  db.exec('pragma busy_timeout = 5000; create table pair_a (x); create table pair_b (x)')
  const write = () => {
    db.exec("begin immediate; insert into pair_a values ('x'); insert into pair_b values ('x'); commit")
    setImmediate(write)
  }
  write()
  console.log('writing')`

describe('mascot restore', () => {
  it('puts back what was there at the backup, and keeps what it replaces', async () => {
    await filled(2)
    expect(await run('backup', copy)).toMatchObject({ code: 0 })
    await filled(5)
    const { code, out } = await run('restore', copy, '--yes')
    expect(code).toBe(0)
    expect(lookInto(file).conversations).toBe(2)
    const [aside = '', ...others] = readdirSync(folder).filter((name) => name.includes('.before-'))
    expect(others).toEqual([])
    expect(out).toContain(aside)
    expect(lookInto(join(folder, aside)).conversations).toBe(5)
    await startProgram()
  })

  it('is refused while the program runs, with nothing changed', async () => {
    await filled(2)
    await backupSqlite(file, copy)
    await filled(3)
    await startProgram()
    const refused = await run('restore', copy, '--yes')
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('stop the program first') })
    await using store = await open()
    expect(await store.records.threads('telegram')).toHaveLength(3)
    expect(readdirSync(folder).filter((name) => /before|part/.test(name))).toEqual([])
  })

  it('asks, and without anybody to ask does nothing', async () => {
    await filled(2)
    await backupSqlite(file, copy)
    await filled(3)
    expect(await run('restore', copy)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
    expect(lookInto(file).conversations).toBe(3)
  })

  it.each([
    ['is no database', (to: string) => writeFileSync(to, 'a letter to my mother'), /cannot be used/],
    [
      'is a database of another program',
      (to: string) => new DatabaseSync(to).exec('create table x (y)'),
      /no database of Mascot/,
    ],
    ['is not there', () => {}, /no such file/],
    ['was cut short', (to: string) => writeFileSync(to, readFileSync(file).subarray(0, 8192)), /cannot be used/],
  ])('refuses a file that %s', async (_, make, why) => {
    await filled(2)
    new DatabaseSync(file).exec('pragma wal_checkpoint(truncate)')
    make(copy)
    expect(() => restoreSqlite(copy, file, NOW)).toThrow(why)
    expect(lookInto(file).conversations).toBe(2)
  })

  it('refuses one of a newer program', async () => {
    await filled(1)
    await backupSqlite(file, copy)
    const db = new DatabaseSync(copy)
    db.exec('update schema_version set version = 999')
    db.close()
    expect(() => restoreSqlite(copy, file, NOW)).toThrow(/newer program/)
  })

  it('takes the place of a database that is broken, whose remains it keeps together', async () => {
    await filled(2)
    await backupSqlite(file, copy)
    writeFileSync(file, 'what a broken disk left')
    writeFileSync(`${file}-wal`, 'and its log')
    const aside = restoreSqlite(copy, file, NOW)
    expect(lookInto(file).conversations).toBe(2)
    expect(readFileSync(`${aside}`, 'utf8')).toBe('what a broken disk left')
    expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('and its log')
  })
})

describe('mascot purge', () => {
  it('says what is older than it is kept, deletes it when told to, and leaves what is open', async () => {
    {
      await using store = await open()
      await answer(store, message('1'), 'still to be sent')
      await accept(store, message('2', accountId('telegram', 'ben')))
    }
    const dry = await run('purge', '--dry-run')
    expect(dry).toMatchObject({
      code: 0,
      out: expect.stringMatching(/older than \d+ days .*: 1 messages, 1 decisions/),
    })
    expect(lookInto(file).messages).toBe(3)
    expect(await run('purge')).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
    expect(await run('purge', '--yes')).toMatchObject({ code: 0 })
    expect(lookInto(file).messages).toBe(2)
  })
})

describe('mascot doctor --healthy', () => {
  it('asks the running program: 0 while fans are heard, 1 where nothing answers', async () => {
    const own = { ...env(), HTTP_PORT: String(await freePort()) }
    expect(await runMascot(['doctor', '--healthy'], { env: own })).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing answers'),
    })
    const child = spawn(process.execPath, [bin, 'start'], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...own },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    running.push(child)
    for await (const line of createInterface({ input: child.stderr })) if (line.includes('"started')) break
    expect(await runMascot(['doctor', '--healthy'], { env: own })).toMatchObject({
      code: 0,
      out: expect.stringContaining('"ready"'),
    })
  })
})
