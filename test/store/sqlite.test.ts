/** SQLite passes the store's contract, and says what is wrong with a file that cannot be used. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/database/sqlite-database.ts'
import { openStore } from '../../src/store/open-store.ts'
import { describeStore } from '../contracts/store-contract.ts'
import {
  accept,
  at,
  claimOne,
  effects,
  message,
  says,
  settle,
  sqliteTestDatabase,
  takeOne,
} from '../support/store-harness.ts'

describeStore('SQLite', sqliteTestDatabase)

describe('a SQLite file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mascot-sqlite-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is created together with its folder', async () => {
    await using store = await openStore(`sqlite:${folder}/deep/down/mascot.db`, { brand: 'pip' })
    expect(await accept(store, message('1'))).toBe(1)
  })

  test('holds none of the bytes of who was forgotten, in itself or beside itself', async () => {
    const path = join(folder, 'mascot.db')
    await using store = await openStore(`sqlite:${path}`, { brand: 'pip' })
    const held = () =>
      readdirSync(folder)
        .filter((name) => !name.endsWith('-shm'))
        .filter((name) => readFileSync(join(folder, name)).includes('pecanwhirl'))
    const talks = async () => {
      for (let nth = 1; nth <= 40; nth++) {
        const one = message(`${nth}`)
        await accept(store, { ...one, text: `${'I keep a pecanwhirl in the attic. '.repeat(nth)}` })
      }
    }
    await talks()
    expect(held()).not.toEqual([])
    await store.memory.forget(message('1').author.accountId, {}, at.now)
    expect(held()).toEqual([])
    await talks()
    await settle(store, await claimOne(store), { forget: message('1').author.accountId })
    expect(held()).toEqual([])
  })

  test('in memory is a database of its own', async () => {
    await using one = await openStore('sqlite::memory:', { brand: 'pip' })
    await using other = await openStore('sqlite::memory:', { brand: 'pip' })
    await accept(one, message('1'))
    expect((await claimOne(one)).unread).toHaveLength(1)
    expect(await other.inbox.nextDueAt()).toBeUndefined()
  })

  test('that is no database is refused, and left as it is', async () => {
    const path = join(folder, 'notes.db')
    writeFileSync(path, 'Dear diary, today '.repeat(200))
    await expect(openStore(`sqlite:${path}`, { brand: 'pip' })).rejects.toMatchObject({
      code: 'database-unusable',
      message: expect.stringContaining('DATABASE_URL'),
    })
  })

  test('in a folder that cannot be made is refused', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openStore(`sqlite:${folder}/file/mascot.db`, { brand: 'pip' })).rejects.toMatchObject({
      code: 'database-unusable',
      message: expect.stringContaining('DATABASE_URL'),
    })
  })

  test('waits for the disk where words are heard and answered, and not where a send is noted, which is only done again', async () => {
    const { exec } = DatabaseSync.prototype
    const { run } = StatementSync.prototype
    let mode = 'full'
    let modes: string[] = []
    DatabaseSync.prototype.exec = function (statement) {
      mode = /^pragma synchronous = (\w+)/.exec(statement)?.[1] ?? mode
      return Reflect.apply(exec, this, [statement])
    }
    Object.assign(StatementSync.prototype, {
      run(this: StatementSync, ...given: unknown[]) {
        if (this.sourceSQL === 'commit') modes.push(mode)
        return Reflect.apply(run, this, given)
      },
    })
    onTestFinished(() => {
      Object.assign(DatabaseSync.prototype, { exec })
      Object.assign(StatementSync.prototype, { run })
    })
    const committed = async (work: () => Promise<unknown>) => {
      modes = []
      await work()
      return modes
    }
    await using store = await openStore(`sqlite:${folder}/mascot.db`, { brand: 'pip' })
    expect(await committed(() => accept(store, message('1')))).toEqual(['full'])
    const claim = await claimOne(store)
    const answered = effects({ outbox: [says('hello')] })
    expect(await committed(() => settle(store, claim, answered))).toEqual(['full'])
    const parcel = await takeOne(store)
    expect(await committed(() => store.outbox.sent(parcel, 'sent', at.now))).toEqual(['normal'])
    expect(await committed(() => accept(store, message('2')))).toEqual(['full'])
  })

  test('held by another writer is reported as locked, and works again once it is free', async () => {
    const path = join(folder, 'mascot.db')
    await using store = await openStore(`sqlite:${path}`, { brand: 'pip', busyTimeoutMs: 10 })
    const other = new DatabaseSync(path)
    other.exec('begin immediate')
    await expect(accept(store, message('1'))).rejects.toMatchObject({ code: 'database-locked' })
    await expect(openStore(`sqlite:${path}`, { brand: 'pip', busyTimeoutMs: 10 })).rejects.toMatchObject({
      code: 'database-locked',
    })
    other.exec('rollback')
    other.close()
    expect(await accept(store, message('1'))).toBe(1)
  })

  test('on a full disk says so, writes nothing by halves, and works again once there is room', async () => {
    await using db = openSqlite(join(folder, 'mascot.db'), 10)
    await sql`create table notes (body text)`.execute(db)
    const write = () =>
      db.transaction().execute(async (trx) => {
        await sql`insert into notes values ('short')`.execute(trx)
        await sql`insert into notes values (${'long '.repeat(20_000)})`.execute(trx)
      })
    await sql`pragma max_page_count = 4`.execute(db)
    await expect(write()).rejects.toMatchObject({
      code: 'database-unusable',
      message: expect.stringContaining('disk is full'),
    })
    expect((await sql`select * from notes`.execute(db)).rows).toEqual([])
    await sql`pragma max_page_count = 4000`.execute(db)
    await write()
    expect((await sql`select * from notes`.execute(db)).rows).toHaveLength(2)
  })

  test.each(['mysql://localhost/pip', 'sqlite:', 'mascot.db', ''])('cannot be read from %j', async (url) => {
    await expect(openStore(url, { brand: 'pip' })).rejects.toMatchObject({ code: 'database-unusable' })
  })
})
