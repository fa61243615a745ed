/** `mascot schema`: the JSON Schemas beside the personas. */
import { fileURLToPath } from 'node:url'
import { writeSchemas } from '../persona/load/json-schema.ts'
import type { RunVerb } from './verb.ts'

export const schema: RunVerb = async () => {
  const folder = fileURLToPath(new URL('../../personas', import.meta.url))
  await writeSchemas(folder)
  return 0
}
