import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite-database.ts'
import { createWalSync } from '../../src/store/wal-sync.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wal-sync-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('nobody waits who has committed nothing', async () => {
  const sync = createWalSync(join(folder, 'a.db'))
  await sync.onDisk()
  await sync.close()
})

test('a log that cannot be synced is told to everyone who waits, and the next one tries anew', async () => {
  const path = join(folder, 'a.db')
  const sync = createWalSync(path)
  sync.committed()
  const waits = await Promise.allSettled([sync.onDisk(), sync.onDisk()])
  for (const wait of waits) expect(wait).toMatchObject({ status: 'rejected', reason: { code: 'database-unusable' } })
  await writeFile(`${path}-wal`, 'log')
  await sync.onDisk()
  await sync.close()
})

test('a file keeps a log beside it, a database in memory has none to wait for', async () => {
  for (const path of [join(folder, 'b.db'), ':memory:']) {
    const { db, onDisk } = openSqlite(path, 100)
    await db.schema.createTable('tries').addColumn('id', 'integer').execute()
    await onDisk()
    await db.destroy()
  }
})
