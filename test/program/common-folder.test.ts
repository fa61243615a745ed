/** Whether all processes of a brand see the same files is found out by a mark, and said in words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderInWords, lookAtFolder } from '../../src/program/common-folder.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { sqliteTestDatabase, useStore } from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('one folder is common, another is told apart, and one that was moved is common again after a day', async () => {
  const clock = createManualClock({ startsAt: Date.now() })
  const { keyValues } = await under.open({ clock })
  const look = (name: string) => lookAtFolder(join(folder, name), keyValues, clock)
  expect([await look('here'), await look('here'), await look('there')]).toEqual(['common', 'common', 'apart'])
  expect(folderInWords('/srv/there', 'apart', true)).toMatch(/not the folder that another process.*MASCOT_FILES/)
  clock.advance(25 * 3_600_000)
  expect(await look('there')).toBe('common')
})

test('a folder that cannot be written is told, and how to mend it', async () => {
  writeFileSync(join(folder, 'file'), '')
  const inFile = join(folder, 'file', 'folder')
  expect(await lookAtFolder(inFile, under.store.keyValues, createManualClock())).toBe('not-writable')
  expect(folderInWords(inFile, 'not-writable', false)).toMatch(/cannot be written.*MASCOT_FILES/)
})
