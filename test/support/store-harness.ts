/** What the store's tests build upon: databases to open, messages as adapters hand them over, effects as the engine decides them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterEach, beforeEach, expect } from 'vitest'
import type { Decision } from '../../src/domain/decision.ts'
import type { Effects } from '../../src/domain/effects.ts'
import type { ThreadEvent } from '../../src/domain/event.ts'
import { type AccountId, accountId, type TurnId, threadId } from '../../src/domain/ids.ts'
import { type InboundMessage, type Outgoing, type ReviewedText, wordsOfOutgoing } from '../../src/domain/message.ts'
import { bot } from '../../src/domain/speaker.ts'
import type { Claim } from '../../src/ports/inbox.ts'
import type { Parcel } from '../../src/ports/outbox.ts'
import type { Store } from '../../src/ports/store.ts'
import { migrate } from '../../src/store/database/migrations.ts'
import { openPostgres } from '../../src/store/database/postgres-database.ts'
import { openSqlite } from '../../src/store/database/sqlite-database.ts'
import type { StoreOptions } from '../../src/store/database/store-log.ts'
import { openStore } from '../../src/store/open-store.ts'
import { freshPostgresUrl } from './fresh-postgres.ts'
import { copyReadySqlite, lendReadyPostgres } from './ready-databases.ts'

type Row = Record<string, unknown>

/** A database which stores may open and a test may look into. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string
  query(sql: string): Promise<Row[]>
  tableNames(): Promise<string[]>
}

/** Empty, or `ready`: as a store leaves it that has opened it, which is sooner done than letting the store do it. */
export type TestDatabaseAs = 'empty' | 'ready'

export async function sqliteTestDatabase(as: TestDatabaseAs = 'empty'): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-store-'))
  const path = join(folder, 'mascot.db')
  if (as === 'ready') await copyReadySqlite(path)
  async function query(sql: string): Promise<Row[]> {
    const file = new DatabaseSync(path)
    const rows = file.prepare(sql).all()
    file.close()
    return rows
  }
  return {
    url: `sqlite:${path}`,
    query,
    tableNames: async () =>
      (await query("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")).map(
        ({ name }) => String(name),
      ),
    async [Symbol.asyncDispose]() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function postgresTestDatabase(as: TestDatabaseAs = 'empty'): Promise<TestDatabase> {
  const { url, giveBack } =
    as === 'ready' ? await lendReadyPostgres() : { url: await freshPostgresUrl(), giveBack: undefined }
  async function query(sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
  return {
    url,
    query,
    tableNames: async () =>
      (await query("select tablename as name from pg_tables where schemaname = 'public'")).map(({ name }) =>
        String(name),
      ),
    async [Symbol.asyncDispose]() {
      giveBack?.()
    },
  }
}

/** Makes the empty database one that the program of schema version `version` would have made. */
export async function migrateTo(version: number, { url }: TestDatabase): Promise<void> {
  const isPostgres = url.startsWith('postgres')
  const db = isPostgres ? await openPostgres(url) : openSqlite(url.replace('sqlite:', ''), 5_000)
  await migrate(db, isPostgres, version).finally(() => db.destroy())
}

/** A database of its own and a store of brand `pip` on it for each test; what a test opens is closed after it. */
export interface StoreUnderTest {
  readonly database: TestDatabase
  readonly store: Store
  open(options?: Partial<StoreOptions>): Promise<Store>
  /** An empty one. */
  freshDatabase(): Promise<TestDatabase>
  /** Every row of every table, as one text. */
  everything(): Promise<string>
}

export function useStore(openDatabase: (as: TestDatabaseAs) => Promise<TestDatabase>): StoreUnderTest {
  let current: { database: TestDatabase; store: Store } | undefined
  let opened: Store[] = []

  function now() {
    if (current === undefined) throw new Error('only within a test')
    return current
  }
  async function open(database: TestDatabase, options: Partial<StoreOptions> = {}) {
    const store = await openStore(database.url, { brand: 'pip', ...options })
    opened.push(store)
    return store
  }

  beforeEach(async () => {
    const database = await openDatabase('ready')
    current = { database, store: await open(database) }
  })
  afterEach(async () => {
    for (const store of opened) await store[Symbol.asyncDispose]()
    opened = []
    await current?.database[Symbol.asyncDispose]()
    current = undefined
  })

  return {
    get database() {
      return now().database
    },
    get store() {
      return now().store
    },
    open: (options) => open(now().database, options),
    freshDatabase: () => openDatabase('empty'),
    async everything() {
      const { database } = now()
      const tables = await database.tableNames()
      return JSON.stringify(await Promise.all(tables.map((table) => database.query(`select * from ${table}`))))
    },
  }
}

export const ana = accountId('telegram', 'ana')
export const ben = accountId('telegram', 'ben')
export const group = threadId('telegram', -100, 'fans')

/** A direct message of a fan, in the fan's own thread; everything about it can be said otherwise. */
export function message(id: string, from: AccountId = ana, more: Partial<InboundMessage> = {}): InboundMessage {
  const name = from.replace('telegram:', '')
  return {
    id,
    threadId: threadId('telegram', name),
    sentAt: 1_000,
    author: { accountId: from, name, isBot: false },
    surface: 'direct',
    text: `text ${id}`,
    isMention: false,
    ...more,
  }
}

export function groupMessage(id: string, from: AccountId = ana, more: Partial<InboundMessage> = {}): InboundMessage {
  return message(id, from, { threadId: group, surface: 'group', ...more })
}

export function says(text: string): Outgoing {
  return { kind: 'text', text: text as ReviewedText, speaker: bot }
}

const silent: Decision = { kind: 'silent', reason: 'acknowledgement', alternatives: [], flags: [] }

export function effects(more: Partial<Effects> = {}): Effects {
  return { outbox: [], decision: silent, ...more }
}

export const at = { now: 10_000, leaseMs: 1_000, limit: 10 }

/** Accepts at 1,000 without a burst. */
export async function accept(store: Store, ...messages: InboundMessage[]): Promise<number> {
  return store.inbox.accept(messages, { now: 1_000, burstMs: 0 })
}

/** What happened in threads, heard without a message at 11,000. */
export async function happens(store: Store, ...events: ThreadEvent[]): Promise<void> {
  await store.inbox.accept([], { now: 11_000, burstMs: 0, events })
}

/** The one conversation that is due. */
export async function claimOne(store: Store, options: Partial<typeof at> = {}): Promise<Claim> {
  const [claim, ...others] = await store.inbox.claim({ ...at, ...options })
  expect(others).toEqual([])
  if (claim === undefined) throw new Error('no conversation is due')
  return claim
}

/** The one message that is to be sent. */
export async function takeOne(store: Store, options: Partial<typeof at> = {}): Promise<Parcel> {
  const [parcel, ...others] = await store.outbox.due({ ...at, ...options })
  expect(others).toEqual([])
  if (parcel === undefined) throw new Error('nothing is to be sent')
  return parcel
}

let turns = 0

/** Settles all of a claim's messages. */
export async function settle(
  store: Store,
  claim: Claim,
  more: Partial<Effects> = {},
  now: number = at.now,
): Promise<boolean> {
  const rows = claim.unread.map(({ row }) => row)
  return store.inbox.settle(claim, { id: turnId(), rows }, effects(more), now)
}

/** Forgets a fan by the settle of another's turn, which leaves nothing of the fan, not even a farewell. */
export async function forgetBeside(store: Store, forget: AccountId): Promise<void> {
  const zoe = accountId('telegram', 'zoe')
  await accept(store, message('forget', zoe))
  const claims = await store.inbox.claim({ now: 1_000, leaseMs: 1, limit: 100 })
  const own = claims.find(({ unread: [first] }) => first.author.accountId === zoe)
  if (own === undefined) throw new Error('the turn that forgets is due')
  expect(await settle(store, own, { forget }, 1_000)).toBe(true)
}

export function turnId(): TurnId {
  turns += 1
  return `turn-${turns}` as TurnId
}

/** One fan's message, answered with the given texts: the usual start of an outbox test. */
export async function answer(store: Store, inbound: InboundMessage, ...texts: string[]): Promise<void> {
  await accept(store, inbound)
  await settle(store, await claimOne(store), { outbox: texts.map(says) })
}

export function textsOf(parcels: readonly Parcel[]): string[] {
  return parcels.map(({ message }) => wordsOfOutgoing(message))
}
