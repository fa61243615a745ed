/** PostgreSQL passes the store's contract, tells other processes, and says what is wrong with a server that cannot be used. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { openPostgres } from '../../src/store/database/postgres-database.ts'
import { openStore } from '../../src/store/open-store.ts'
import { describeStore } from '../contracts/store-contract.ts'
import { freshPostgresUrl } from '../support/fresh-postgres.ts'
import { compiled } from '../support/keep-compiled.ts'
import { lineTo } from '../support/line-to.ts'
import { accept, answer, ben, message, postgresTestDatabase } from '../support/store-harness.ts'

describeStore('PostgreSQL', postgresTestDatabase)

describe('a PostgreSQL server', () => {
  test('with a wrong password is refused without showing it', async () => {
    const url = new URL(await freshPostgresUrl())
    url.password = 'hush-hush'
    const error = await failure(url.href)
    expect(error).toMatchObject({ code: 'database-unusable', message: expect.stringContaining('DATABASE_URL') })
    expect(shown(error)).not.toContain('hush-hush')
  })

  test('that does not answer is named, without the password', async () => {
    const error = await failure('postgres://pip:hush-hush@127.0.0.1:1/pip')
    expect(error).toMatchObject({ code: 'database-unusable', message: expect.stringContaining('127.0.0.1:1/pip') })
    expect(shown(error)).not.toContain('hush-hush')
  })

  test('behind a pooler that hands connections round without what was prepared on them is told of, with what to do', async () => {
    await using db = await openPostgres(await freshPostgresUrl())
    await db.connection().execute(async (one) => {
      const ask = () => sql`select cast(${1} as integer) as one`.execute(one)
      await ask()
      await sql`deallocate all`.execute(one)
      await expect(ask()).rejects.toMatchObject({
        code: 'database-unusable',
        message: expect.stringMatching(/pool by session, or use PgBouncer 1\.21/),
      })
    })
  })

  test('without that database is refused', async () => {
    const url = new URL(await freshPostgresUrl())
    url.pathname = '/nowhere'
    expect(await failure(url.href)).toMatchObject({
      code: 'database-unusable',
      message: expect.stringContaining('nowhere'),
    })
  })

  test('cannot be found in a URL that is none, and the URL is not shown', async () => {
    const error = await failure('postgres://pip:hush-hush@[nonsense/pip')
    expect(error).toMatchObject({ code: 'database-unusable' })
    expect(shown(error)).not.toContain('hush-hush')
  })

  test('whose database has another encoding is refused', async () => {
    const url = await freshPostgresUrl()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const name = `latin_${new URL(url).pathname.slice(1)}`
    await client.query(`create database ${name} encoding 'LATIN1' template template0`)
    await client.end()
    const latin = new URL(url)
    latin.pathname = name
    expect(await failure(latin.href)).toMatchObject({
      code: 'database-unusable',
      message: expect.stringContaining('UTF8'),
    })
  })

  test('tells the other processes of the brand when something is due, and only them', async () => {
    const url = await freshPostgresUrl()
    await using here = await openStore(url, { brand: 'pip' })
    await using there = await openStore(url, { brand: 'pip' })
    await using foreign = await openStore(url, { brand: 'other' })
    const heard: string[] = []
    const outbox = Promise.withResolvers<void>()
    there.onNotice((what) => {
      heard.push(what)
      if (what === 'outbox') outbox.resolve()
    })
    foreign.onNotice((what) => heard.push(`foreign ${what}`))
    // What is gone on with at once is for nobody else to look for.
    const handOver = { leaseMs: 60_000, places: () => 1, taken: () => undefined }
    await here.inbox.accept([message('1', ben)], { now: 1_000, burstMs: 0, handOver })
    await answer(here, message('1'), 'Hello')
    await outbox.promise
    expect(new Set(heard)).toEqual(new Set(['inbox', 'outbox']))
  })

  test('that ends our connections is used again, and listened to again', async () => {
    const url = await freshPostgresUrl()
    const clock = { now: () => Date.now(), sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) }
    await using store = await openStore(url, { brand: 'pip', clock })
    const told = new Promise<void>((resolve) => store.onNotice(() => resolve()))
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await client.end()
    await told
    // Each of its connections may have to find out by itself.
    const isAccepted = () =>
      accept(store, message('1')).then(
        () => true,
        () => false,
      )
    await expect.poll(isAccepted).toBe(true)
    expect(await store.inbox.nextDueAt()).toBe(1_000)
  })

  test('that ends a connection in the middle of its work fails that work alone, as a database that cannot be used', async () => {
    const url = await freshPostgresUrl()
    await using store = await openStore(url, { brand: 'pip' })
    await using other = await takenBy(url, 'messages')
    const refused = accept(store, message('1')).catch((error: unknown) => error)
    await other.endsWhoWaits()
    expect(await refused).toMatchObject({ code: 'database-unusable' })
    await other.letsGo()
    expect(await accept(store, message('1'))).toBe(1)
  })

  test('that lets a statement wait too long ends it, as a database that cannot be used, and serves the next', async () => {
    const url = await freshPostgresUrl()
    await using store = await openStore(url, { brand: 'pip', statementMs: 300 })
    await using other = await takenBy(url, 'messages')
    await expect(accept(store, message('1'))).rejects.toMatchObject({ code: 'database-unusable' })
    await other.letsGo()
    expect(await accept(store, message('1'))).toBe(1)
  })

  test('that says nothing at all any more is given up, and used again by a new connection when it speaks', async () => {
    await using line = await lineTo(await freshPostgresUrl())
    await using db = await openPostgres(line.url, 300, 300)
    await sql`select 1`.execute(db)
    line.cut()
    await expect(sql`select 2`.execute(db)).rejects.toMatchObject({ code: 'database-unusable' })
    line.mend()
    expect((await sql<{ n: number }>`select 3 as n`.execute(db)).rows).toEqual([{ n: 3 }])
  })

  test('that ends a connection in the middle of a turn does not end the program, and the turn is done after all', async () => {
    const url = await freshPostgresUrl()
    const folder = mkdtempSync(join(tmpdir(), 'mascot-cut-'))
    const file = join(folder, 'sent')
    const child = spawn(process.execPath, [...compiled(program), url, file], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = once(child, 'close').then(([code]) => `ended with ${code}`)
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    expect((await lines.next()).value).toBe('started')
    await using other = await takenBy(url, 'decisions')
    const question = { id: '1', thread: 'ana', fan: 'ana', text: 'do you have decaf?' }
    child.stdin.write(`${JSON.stringify(question)}\n`)
    await other.endsWhoWaits()
    await other.letsGo()
    const isSent = vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('decaf-process'), { timeout: 60_000 })
    expect(await Promise.race([isSent.then(() => 'sent'), ended])).toBe('sent')
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true })
  })
})

const program = fileURLToPath(new URL('../support/program.ts', import.meta.url))

/** A connection of somebody else who holds a table, so that our statement waits there and can be cut in the middle. */
async function takenBy(url: string, table: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query(`lock table ${table} in access exclusive mode`)
  return {
    async endsWhoWaits() {
      const ends =
        'select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database where datname = current_database() and not granted'
      await expect.poll(async () => (await client.query(ends)).rowCount, { timeout: 60_000 }).toBeGreaterThan(0)
    },
    letsGo: () => client.query('rollback'),
    [Symbol.asyncDispose]: () => client.end(),
  }
}

async function failure(url: string): Promise<unknown> {
  return openStore(url, { brand: 'pip' }).then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** All that a log could show of it. */
function shown(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return `${error.stack} ${JSON.stringify(error)} ${error.cause === undefined ? '' : JSON.stringify(error.cause) + shown(error.cause)}`
}
