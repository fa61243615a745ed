/** JSON of elsewhere: never so deep that what walks through it would fear for its stack. */
import { MascotError } from '../errors.ts'

const MAX_DEPTH = 100

/** `otherwise`: what is said of a text that is none, without its full stop. @throws {MascotError} `usage` */
export function jsonIn(text: string, otherwise: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new MascotError('usage', `${otherwise}.`, { cause })
  }
  if (isDeep(value)) throw new MascotError('usage', 'This JSON is nested too deeply.')
  return value
}

/** Level by level. */
function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}
