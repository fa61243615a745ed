import { chmodSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadPersona } from '../../src/persona/load/load.ts'
import { createBrain } from '../../src/program/brain.ts'
import { either, learntOnDisk } from '../../src/program/learnt-on-disk.ts'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'mascot-on-disk-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))
/** Worth keeping. */
const learnt = 'learnt '.repeat(10_000)
const folder = () => path.join(parent, 'learnt')

test('a brand that one program learnt is found by the next, and ranks as it did', async () => {
  const persona = await loadPersona(path.join(import.meta.dirname, '../../personas/coffee'))
  const asked: string[] = []
  const kept = learntOnDisk(folder())
  const cache = {
    get: async (key: string) => {
      const found = await kept.get(key)
      asked.push(found === undefined ? 'learnt' : 'found')
      return found
    },
    set: kept.set,
  }
  const found = []
  for (let time = 0; time < 2; time++) {
    const { knowledge } = await createBrain(persona, { today: '2026-11-18', cache })
    found.push(knowledge.search({ text: 'how long may I keep the beans before sending them back' }))
  }
  expect(asked).toEqual(['learnt', 'found'])
  expect(found[1]).toEqual(found[0])
})

test('a folder that others can write is neither read nor written', async () => {
  const cache = learntOnDisk(folder())
  await cache.set('key', learnt)
  chmodSync(folder(), 0o777)
  expect(await cache.get('key')).toBeUndefined()
  await cache.set('other', learnt)
  expect(readdirSync(folder())).toHaveLength(1)
  chmodSync(folder(), 0o700)
  expect(await cache.get('key')).toBe(learnt)
})

test('what was used last is kept, and the oldest goes', async () => {
  const cache = learntOnDisk(folder())
  await cache.set('first', learnt)
  await cache.set('second', learnt)
  for (const name of readdirSync(folder())) utimesSync(path.join(folder(), name), 1, 1)
  expect(await cache.get('first')).toBe(learnt)
  for (let more = 0; more < 49; more++) await cache.set(`more ${more}`, learnt)
  expect(await cache.get('first')).toBe(learnt)
  expect(await cache.get('second')).toBeUndefined()
  expect(readdirSync(folder())).toHaveLength(50)
})

test('what one place lacks or refuses the other has', async () => {
  const broken = { get: () => Promise.reject(new Error('no')), set: () => Promise.reject(new Error('no')) }
  const both = either(broken, learntOnDisk(folder()))
  await both.set('key', learnt)
  expect(await both.get('key')).toBe(learnt)
})
