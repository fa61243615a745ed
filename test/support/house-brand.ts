/** The brands of this repository as the program reads them, each read once a process: some thousand tests speak as one of them. */
import { fileURLToPath } from 'node:url'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Persona } from '../../src/persona/persona.ts'

const personas = fileURLToPath(new URL('../../personas', import.meta.url))
const read = new Map<string, Promise<Persona>>()

/** `name`: of the folder under personas/. Nobody may change it: all who speak as this brand share it. */
export function houseBrand(name: string): Promise<Persona> {
  const known = read.get(name)
  if (known) return known
  const loaded = loadPersona(`${personas}/${name}`).then(frozen)
  read.set(name, loaded)
  return loaded
}

/** Plain lists and objects with all that is in them. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const prototype = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}
