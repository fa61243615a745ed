/** Databases that a store has opened before, for each test to begin with: to make one anew takes many times as long. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '../../src/store/open-store.ts'
import { once } from '../../src/words/once.ts'
import { freshPostgresUrl } from './fresh-postgres.ts'

export interface Lent {
  readonly url: string
  /** For the next test that asks for one. */
  giveBack(): void
}

interface Ready {
  readonly url: string
  /** Its schema's version, as the store has written it. */
  readonly version: string
}

const free: Ready[] = []

/** A PostgreSQL database as a store of this program leaves it when it has opened it: one that was given back, emptied, or a new one. */
export async function lendReadyPostgres(): Promise<Lent> {
  const given = free.pop()
  const ready = given && (await empty(given)) ? given : await newOne()
  return { url: ready.url, giveBack: () => void free.push(ready) }
}

async function newOne(): Promise<Ready> {
  const url = await opened(await freshPostgresUrl())
  return { url, version: await withClient(url, versionIn) }
}

async function opened(url: string): Promise<string> {
  await (await openStore(url, { brand: 'pip' }))[Symbol.asyncDispose]()
  return url
}

/** Each table without its rows and each count from 1; whoever is still connected is cut off, so that nobody holds a row. */
const emptied = `
  set session_replication_role = replica;
  do $$ declare name text; begin
    perform pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
    for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_version' loop
      execute format('delete from %I', name);
    end loop;
    for name in select sequencename from pg_sequences where schemaname = 'public' and last_value is not null loop
      execute format('alter sequence %I restart', name);
    end loop;
  end $$`

/** False where a test made another version of it: nobody goes on with that. */
async function empty({ url, version }: Ready): Promise<boolean> {
  return await withClient(url, async (client) => {
    await client.query(emptied)
    return (await versionIn(client)) === version
  })
}

async function versionIn(client: pg.Client): Promise<string> {
  return JSON.stringify((await client.query('select * from schema_version')).rows)
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Puts such an SQLite database at `path`. */
export async function copyReadySqlite(path: string): Promise<void> {
  copyFileSync(await readySqlite(), path)
}

const readySqlite = once(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-ready-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'mascot.db')
  await opened(`sqlite:${path}`)
  return path
})
