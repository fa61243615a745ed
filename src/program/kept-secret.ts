/** Random values that are made once, and are the same in every process of the brand ever after. */
import { randomBytes } from 'node:crypto'
import type { KeyValues } from '../ports/key-values.ts'

/** Whoever asks beside the one that makes it looks again so often before making it after all. */
const LOOKS = 20
const LOOK_MS = 100
const FOREVER = Number.MAX_SAFE_INTEGER

export async function keptSecret(keyValues: KeyValues, name: string): Promise<string> {
  const key = `secret::${name}`
  const kept = await keyValues.get(key)
  if (kept) return kept.value
  const isFirst = (await keyValues.add(`${key} asked`, 1, FOREVER)) === 1
  for (let look = 0; !isFirst && look < LOOKS; look += 1) {
    const made = await keyValues.get(key)
    if (made) return made.value
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  await keyValues.set(key, randomBytes(32).toString('base64url'))
  return (await keyValues.get(key))?.value ?? ''
}

/** Those whose names begin so. */
export function valuesOf(keyValues: KeyValues, begins: string): Pick<KeyValues, 'get' | 'set' | 'add'> {
  return {
    get: (key) => keyValues.get(`${begins}${key}`),
    set: (key, value, expiresAt) => keyValues.set(`${begins}${key}`, value, expiresAt),
    add: (key, amount, expiresAt) => keyValues.add(`${begins}${key}`, amount, expiresAt),
  }
}
