/** JSON lines, as verbs read them: each held against a schema, and what is wrong named by its line. */
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { MascotError } from '../errors.ts'

/**
 * Empty lines are passed over, and the byte order mark that some programs put in front. `where`: "the input".
 * @throws {MascotError} `usage` at the first line that is not what the schema wants
 */
export async function* readJsonLines<Schema extends z.ZodType>(
  input: Readable,
  schema: Schema,
  { where, signal }: { readonly where: string; readonly signal?: AbortSignal },
): AsyncGenerator<z.output<Schema>> {
  let number = 0
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, ...(signal ? { signal } : {}) })
  for await (const read of lines) {
    number += 1
    const line = number === 1 ? read.replace(/^\uFEFF/, '') : read
    if (line.trim() !== '') yield parse(line, schema, `line ${number} of ${where}`)
  }
}

function parse<Schema extends z.ZodType>(line: string, schema: Schema, place: string): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new MascotError('usage', `${place} is not JSON: ${line.slice(0, 80)}`, { cause })
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [problem] = result.error.issues
  const at = problem && problem.path.length > 0 ? `"${problem.path.join('.')}": ` : ''
  throw new MascotError('usage', `${place}: ${at}${problem?.message ?? 'not what was expected'}: ${line.slice(0, 80)}`)
}
