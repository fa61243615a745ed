/** Opening and closing: together, again, and on a newer schema. */

import { describe, expect, test } from 'vitest'
import { accountId } from '../../../src/domain/ids.ts'
import { isExpansion, schemaVersion } from '../../../src/store/database/migrations.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { changeCase, takenBy } from '../../support/change-case.ts'
import {
  accept,
  ana,
  at,
  claimOne,
  happens,
  message,
  migrateTo,
  type StoreUnderTest,
  says,
  settle,
  type TestDatabase,
  takeOne,
  textsOf,
} from '../../support/store-harness.ts'

interface Column {
  readonly table: string
  /** With its table's. */
  readonly name: string
  /** Whoever does not know it cannot write a row. */
  readonly isNeeded: boolean
}

async function columnsOf(database: TestDatabase): Promise<Column[]> {
  const rows = await database.query(
    database.url.startsWith('postgres')
      ? `select table_name as "table", column_name as name, is_nullable = 'NO' and column_default is null as needed
         from information_schema.columns where table_schema = 'public' order by 1, 2`
      : `select s.name as "table", c.name as name, c."notnull" = 1 and c.dflt_value is null as needed
         from sqlite_schema as s join pragma_table_info(s.name) as c where s.type = 'table' order by 1, 2`,
  )
  return rows.map(({ table, name, needed }) => ({
    table: String(table),
    name: `${table}.${name}`,
    isNeeded: Boolean(needed),
  }))
}

export function databaseContract(under: StoreUnderTest): void {
  describe('the database', () => {
    test('may be opened by several stores at once, also the first time', async () => {
      await using database = await under.freshDatabase()
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(database.url, { brand: 'pip' })))
      const [first, ...others] = stores
      if (first) await accept(first, message('1'))
      for (const store of others) expect(await store.inbox.nextDueAt()).toBe(1_000)
      for (const store of stores) await store[Symbol.asyncDispose]()
      expect(await database.query('select version from schema_version')).toMatchObject([{ version: schemaVersion }])
    })

    test('keeps what is in it when it is opened again', async () => {
      await accept(under.store, message('1'))
      const again = await under.open()
      expect((await claimOne(again)).unread).toHaveLength(1)
    })

    test('takes two stores that write into the same conversations at once, in any order', async () => {
      const other = await under.open()
      const fans = Array.from({ length: 12 }, (_, index) => accountId('telegram', index))
      const rounds = Array.from({ length: 10 }, async (_, round) => {
        const store = round % 2 ? other : under.store
        const order = round % 3 ? fans : fans.toReversed()
        await accept(store, ...order.map((fan) => message(String(round), fan)))
        for (const claim of await store.inbox.claim({ ...at, limit: 4 })) {
          const forgets = round === 5 ? { forget: accountId('telegram', 'nobody') } : {}
          const outbox = claim.unread.map(({ id }) => says(id))
          await settle(store, claim, { outbox, conversation: { lang: 'en' }, ...forgets })
        }
        for (const parcel of await store.outbox.due({ ...at, limit: 4 })) {
          // The last words to who is forgotten go with them once they have left.
          const isLast = parcel.message.kind === 'text' && parcel.message.isLast
          if (!isLast) await store.outbox.sent(parcel, 'p', at.now)
        }
      })
      await Promise.all(rounds)
      for (const claim of await other.inbox.claim({ ...at, limit: 100 })) {
        await settle(other, claim, { outbox: claim.unread.map(({ id }) => says(id)) })
      }
      const lines = await under.database.query(
        'select direction, state, count(*) as count from messages group by direction, state',
      )
      const count = (direction: string) =>
        lines.filter((line) => line.direction === direction).reduce((sum, line) => sum + Number(line.count), 0)
      expect([count('in'), count('out')]).toEqual([120, 120])
      expect(lines.some((line) => line.state === 'unread')).toBe(false)
    })

    test('of schema version 1 is brought up to date, and everything in it goes on', async () => {
      await using database = await under.freshDatabase()
      await migrateTo(1, database)
      const { threadId } = message('1')
      const said = (id: string) => JSON.stringify(message(id))
      const statements = [
        `insert into conversations (id, brand, thread_id, surface, account_id, handler, state, failures, touched_at, next_at, send_at)
          values ('c', 'pip', '${threadId}', 'direct', '${ana}', 'bot', '{"misses":1}', 0, 1000, 1000, 1000)`,
        `insert into messages (conversation_id, direction, state, said, account_id, message_id, turn_id, at, attempts, body) values
          ('c', 'in', 'read', 1, '${ana}', '1', 't', 1000, 0, '${said('1')}'),
          ('c', 'out', 'pending', 1, null, null, 't', 1000, 0, '${JSON.stringify(says('one'))}'),
          ('c', 'in', 'unread', 1, '${ana}', '2', null, 1000, 0, '${said('2')}')`,
        `insert into decisions (turn_id, conversation_id, at, kind, reason, record)
          values ('t', 'c', 1000, 'handoff', 'complaint', '{"flags":[],"rows":[1]}')`,
        `insert into handoffs (id, conversation_id, fan_id, reason, summary, status, opened_at)
          values ('h', 'c', 'f', 'complaint', 'Beans late.', 'waiting', 1000)`,
        `insert into accounts (brand, id, fan_id, name, created_at) values ('pip', '${ana}', 'f', 'Ana', 1000)`,
      ]
      for (const statement of statements) await database.query(statement)
      expect(await database.query('select version from schema_version')).toMatchObject([{ version: 1 }])

      await using store = await openStore(database.url, { brand: 'pip' })
      expect(await database.query('select version from schema_version')).toMatchObject([{ version: schemaVersion }])
      // Nobody knows whether that turn only spoke, so its reply stays.
      await happens(store, { kind: 'edited', threadId, messageId: '1', text: 'better', at: 2_000 })
      expect(textsOf([await takeOne(store)])).toEqual(['one'])
      expect(await store.records.decisions(threadId, 9)).toHaveLength(1)
      const [open] = await store.cases.list()
      if (open) expect(await changeCase(store, open.id, takenBy('mia'), 11_000)).toBe(true)
      const claim = await claimOne(store)
      expect(claim.conversation).toMatchObject({
        ...{ state: { misses: 1 }, openCases: [{ id: 'h', accountId: ana, handler: 'staff' }] },
      })
      expect(claim.unread.map(({ id }) => id)).toEqual(['2'])
      expect(await settle(store, claim)).toBe(true)
    })

    test('of schema version 4 is brought up to date: who answered a conversation answers its open case', async () => {
      await using database = await under.freshDatabase()
      await migrateTo(4, database)
      const { threadId } = message('1')
      await database.query(`insert into conversations (id, brand, thread_id, surface, handler, state, failures, touched_at)
        values ('c', 'pip', '${threadId}', 'direct', 'staff', '{}', 0, 1000)`)
      await database.query(`insert into handoffs (id, conversation_id, fan_id, account_id, reason, summary, status, opened_at)
        values ('old', 'c', 'f', '${ana}', 'complaint', 'Beans late.', 'closed', 1000),
          ('h', 'c', 'f', '${ana}', 'complaint', 'Beans late.', 'assigned', 1000)`)
      await using store = await openStore(database.url, { brand: 'pip' })
      expect((await store.records.conversation(threadId))?.openCases).toMatchObject([{ id: 'h', handler: 'staff' }])
    })

    test('of schema version 6 is brought up to date: its cases are in order; so are those that its program writes beside this one', async () => {
      await using database = await under.freshDatabase()
      await migrateTo(6, database)
      await database.query(`insert into conversations (id, brand, thread_id, surface, state, failures, touched_at)
        values ('c', 'pip', '${message('1').threadId}', 'direct', '{}', 0, 1000), ('o', 'tide', 'telegram:o', 'direct', '{}', 0, 1000)`)
      const writtenBefore = async (id: string, reason: string, dueAt: number, fan = id) => {
        await database.query(`insert into handoffs (id, conversation_id, fan_id, account_id, reason, summary, status, opened_at, staff_thread)
          values ('${id}', 'c', '${fan}', '${ana}', '${reason}', 'Late.', 'waiting', 1000, 'telegram:-900:1')`)
        await database.query(
          `insert into timers (handoff_id, kind, due_at) values ('${id}', 'first-response', ${dueAt})`,
        )
      }
      await writtenBefore('late', 'complaint', 30_000)
      await writtenBefore('soon', 'complaint', 20_000)
      await database.query(`insert into handoffs (id, conversation_id, fan_id, reason, summary, status, opened_at)
        values ('theirs', 'o', 'f', 'complaint', 'Late.', 'waiting', 1000)`)
      await using store = await openStore(database.url, { brand: 'pip' })
      const listed = async () => (await store.cases.list({ gravestFirst: true })).map(({ id }) => id)
      expect(await listed()).toEqual(['soon', 'late'])
      expect(await store.deskWork.isIdle(1_000)).toBe(true)
      await writtenBefore('grave', 'self-harm', 90_000)
      await database.query(`update timers set due_at = 10000 where handoff_id = 'late'`)
      expect(await listed()).toEqual(['grave', 'late', 'soon'])
      await database.query(`delete from timers where handoff_id = 'late'`)
      expect(await listed()).toEqual(['grave', 'soon', 'late'])
      await database.query(`insert into messages (conversation_id, direction, state, said, account_id, message_id, at, attempts, body)
        values ('c', 'in', 'read', 1, '${ana}', '1', 1000, 0, '${JSON.stringify(message('1'))}')`)
      expect(await store.deskWork.isIdle(1_000)).toBe(false)
      expect((await store.deskWork.unrelayed(9)).map(({ case: { id } }) => id).sort()).toEqual([
        'grave',
        'late',
        'soon',
      ])
    })

    test('of a newer program is refused and left as it is', async () => {
      await under.database.query(`update schema_version set version = ${schemaVersion + 1}, oldest = null`)
      const before = await under.everything()
      await expect(openStore(under.database.url, { brand: 'pip' })).rejects.toMatchObject({
        code: 'database-newer',
        message: expect.stringContaining(`version ${schemaVersion + 1}`),
      })
      expect(await under.everything()).toBe(before)
    })

    test('of a newer program that says this one can use it goes on being used, by who runs and by who starts', async () => {
      const { store } = under
      const work = async (using: typeof store, id: string) => {
        await accept(using, message(id))
        expect(await settle(using, await claimOne(using), { outbox: [says(id)] })).toBe(true)
        await using.outbox.sent(await takeOne(using), `p${id}`, at.now)
        await using.duty.set({ id: 'desk:dana', name: 'Dana' }, true, 1_000)
        expect(await using.duty.onDuty()).toHaveLength(1)
        await using.keyValues.set(id, id)
        expect(await using.cases.list({})).toEqual([])
      }
      await work(store, '1')
      const tables = await under.database.tableNames()
      for (const table of tables) await under.database.query(`alter table ${table} add column of_the_next_program text`)
      await under.database.query('create table next_things (id text primary key)')
      await under.database.query(`update schema_version set version = ${schemaVersion + 1}, oldest = ${schemaVersion}`)
      await work(store, '2')
      await work(await under.open(), '3')
      expect(await under.database.query('select version, oldest from schema_version')).toMatchObject([
        { version: schemaVersion + 1, oldest: schemaVersion },
      ])
      await under.database.query(`update schema_version set oldest = ${schemaVersion + 1}`)
      await expect(under.open()).rejects.toMatchObject({ code: 'database-newer' })
    })

    test('is only added to by steps that older programs go on beside: no table and no column goes, and none must be written', async () => {
      for (const version of [schemaVersion - 2, schemaVersion - 1, schemaVersion].filter(isExpansion)) {
        await using database = await under.freshDatabase()
        await migrateTo(version - 1, database)
        const before = await columnsOf(database)
        await migrateTo(version, database)
        const after = new Map((await columnsOf(database)).map((column) => [column.name, column]))
        for (const { name } of before) expect([...after.keys()]).toContain(name)
        const old = new Set(before.map(({ name }) => name))
        const tables = new Set(before.map(({ table }) => table))
        for (const { name, table, isNeeded } of after.values())
          if (!old.has(name) && tables.has(table)) expect({ name, isNeeded }).toEqual({ name, isNeeded: false })
      }
    })

    test('is closed only after what was under way is written', async () => {
      const writing = accept(under.store, message('1'))
      await under.store[Symbol.asyncDispose]()
      await under.store[Symbol.asyncDispose]()
      expect(await writing).toBe(1)
      const again = await under.open()
      expect(await settle(again, await claimOne(again))).toBe(true)
    })
  })
}
