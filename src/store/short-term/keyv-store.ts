/** keyv's short-lived state, kept in our own database. keyv swallows a store's errors: nothing a message depends on may live here. */
import { type KeyvStorageAdapter, type KeyvStorageGetResult, keyvStorageCapability } from 'keyv'
import type { KeyValues } from '../../ports/key-values.ts'

/** What keyv calls of a storage adapter; it listens for `error` events only where there are any. */
export type KeyvStore = Pick<
  KeyvStorageAdapter,
  | 'namespace'
  | 'capabilities'
  | 'get'
  | 'set'
  | 'setMany'
  | 'delete'
  | 'deleteMany'
  | 'has'
  | 'hasMany'
  | 'getMany'
  | 'clear'
>

/**
 * `new Keyv({ store: createKeyvStore(store.keyValues, 'cooldown') })`. The store puts the namespace before each key itself,
 * because keyv hands `clear()` no keys. A key that ends in an account's id goes when that fan is forgotten.
 */
export function createKeyvStore(keyValues: KeyValues, namespace: string): KeyvStore {
  async function read<Value>(key: string): Promise<KeyvStorageGetResult<Value>> {
    return (await keyValues.get(full(key)))?.value
  }

  async function write(key: string, value: unknown, expires?: number): Promise<boolean> {
    if (typeof value !== 'string') throw new TypeError('this keyv store keeps serialized values only')
    await keyValues.set(full(key), value, expires)
    return true
  }

  function full(key: string): string {
    return `${adapter.namespace ?? ''}::${key}`
  }

  const adapter: KeyvStore = {
    namespace,
    get: read,
    set: write,
    getMany: <Value>(keys: string[]) => Promise.all(keys.map((key) => read<Value>(key))),
    setMany: (entries) => Promise.all(entries.map(({ key, value, expires }) => write(key, value, expires))),
    has: async (key) => (await read(key)) !== undefined,
    hasMany: (keys) => Promise.all(keys.map(async (key) => (await read(key)) !== undefined)),
    delete: (key) => keyValues.delete(full(key)),
    deleteMany: (keys) => Promise.all(keys.map((key) => keyValues.delete(full(key)))),
    clear: () => keyValues.clear(full('')),
  }
  return Object.assign(adapter, { capabilities: keyvStorageCapability(adapter) })
}
