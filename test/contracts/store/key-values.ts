/** Short-lived state, bare and under keyv. */
import Keyv from 'keyv'
import { describe, expect, test } from 'vitest'
import { createKeyvStore } from '../../../src/store/short-term/keyv-store.ts'
import type { StoreUnderTest } from '../../support/store-harness.ts'

export function keyValuesContract(under: StoreUnderTest): void {
  describe('key values', () => {
    test('are set, replaced, found and deleted', async () => {
      const { keyValues } = under.store
      expect(await keyValues.get('a')).toBeUndefined()
      await keyValues.set('a', 'one', 9_999_999_999_999)
      expect(await keyValues.get('a')).toEqual({ value: 'one', expiresAt: 9_999_999_999_999 })
      await keyValues.set('a', 'two')
      expect(await keyValues.get('a')).toEqual({ value: 'two' })
      expect(await keyValues.delete('a')).toBe(true)
      expect(await keyValues.delete('a')).toBe(false)
    })

    test('are added to by many at once, and begin anew when their time is over', async () => {
      let now = 1_000
      const { keyValues } = await under.open({ clock: { now: () => now, sleep: async () => undefined } })
      const other = await under.open()
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 ? keyValues : other.keyValues).add('n', 0.5, 9e12)),
      )
      expect(await keyValues.sums(['none', 'n'])).toEqual([0, 10])
      expect(await keyValues.add('m', 3, 2_000)).toBe(3)
      now = 2_000
      expect(await keyValues.sums(['m'])).toEqual([0])
      expect(await keyValues.add('m', 4, 3_000)).toBe(4)
    })

    test('are gone when their time is over', async () => {
      let now = 1_000
      const { keyValues } = await under.open({ clock: { now: () => now, sleep: async () => undefined } })
      await keyValues.set('a', 'one', 2_000)
      now = 1_999
      expect(await keyValues.get('a')).toBeDefined()
      now = 2_000
      expect(await keyValues.get('a')).toBeUndefined()
    })

    test('are cleared by a prefix that is taken literally, in one brand', async () => {
      const { keyValues } = under.store
      const other = await under.open({ brand: 'tide' })
      const keys = ['a%_::1', 'a%_::2', 'aXX::1', 'A%_::1', '😀::1']
      for (const key of keys) await keyValues.set(key, key)
      await other.keyValues.set('a%_::1', 'theirs')
      await keyValues.clear('a%_::')
      await keyValues.clear('😀:')
      const left = await Promise.all(keys.map((key) => keyValues.get(key)))
      expect(left.map((found) => found?.value)).toEqual([undefined, undefined, 'aXX::1', 'A%_::1', undefined])
      expect(await other.keyValues.get('a%_::1')).toEqual({ value: 'theirs' })
    })

    test('take keys of any length and any text', async () => {
      const { keyValues } = under.store
      const keys = ['k'.repeat(100_000), `${'k'.repeat(99_999)}l`, 'nul \0', '😀'.repeat(300)]
      for (const [index, key] of keys.entries()) await keyValues.set(key, `${index} \uD800`)
      for (const [index, key] of keys.entries()) expect(await keyValues.get(key)).toEqual({ value: `${index} \uFFFD` })
    })
  })

  describe('a keyv on the store', () => {
    test('sets, gets and deletes values of any shape', async () => {
      const keyv = keyvOn('cooldown')
      const value = { list: [1, { deep: 'ü 😀 \0 \uD800' }], none: null }
      await keyv.set('a', value)
      expect(await keyv.get('a')).toEqual(value)
      expect(await keyv.has('a')).toBe(true)
      expect(await keyv.delete('a')).toBe(true)
      expect(await keyv.get('a')).toBeUndefined()
    })

    test('handles many keys at once', async () => {
      const keyv = keyvOn('cooldown')
      await keyv.setMany([
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
      ])
      expect(await keyv.getMany(['a', 'b', 'c'])).toEqual([1, 2, undefined])
      expect(await keyv.hasMany(['a', 'c'])).toEqual([true, false])
      await keyv.deleteMany(['a', 'b'])
      expect(await keyv.getMany(['a', 'b'])).toEqual([undefined, undefined])
    })

    test('hands the time to live down to the store', async () => {
      await keyvOn('cooldown').set('a', 1, 60_000)
      const row = await under.store.keyValues.get('cooldown::a')
      expect(row?.expiresAt).toBeGreaterThan(Date.now())
      expect(row?.expiresAt).toBeLessThanOrEqual(Date.now() + 60_000)
    })

    test('clears its own namespace and no other', async () => {
      const [one, other] = [keyvOn('cool'), keyvOn('cooldown')]
      await one.set('a', 1)
      await one.set('b', 1)
      await other.set('a', 2)
      await one.clear()
      expect([await one.get('a'), await one.get('b'), await other.get('a')]).toEqual([undefined, undefined, 2])
    })
  })

  /** keyv swallows errors into an event; here they fail the test. */
  function keyvOn(namespace: string): Keyv {
    const keyv = new Keyv({ store: createKeyvStore(under.store.keyValues, namespace) })
    keyv.on('error', (error: unknown) => expect.unreachable(String(error)))
    return keyv
  }
}
