/** Opening and closing: together, again, and on a newer schema. */
import { describe, expect, test } from 'vitest'
import { schemaVersion } from '../../../src/store/migrations.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { accept, claimOne, message, type StoreUnderTest, settle } from '../../support/store-harness.ts'

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

    test('of a newer program is refused and left as it is', async () => {
      await under.database.query(`update schema_version set version = ${schemaVersion + 1}`)
      const before = await under.everything()
      await expect(openStore(under.database.url, { brand: 'pip' })).rejects.toMatchObject({
        code: 'database-newer',
        message: expect.stringContaining(`version ${schemaVersion + 1}`),
      })
      expect(await under.everything()).toBe(before)
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
