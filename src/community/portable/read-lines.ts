/** An exported community read line by line; one that was cut, or changed since, is noticed. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import type { Portable } from '../../domain/portable.ts'
import { lineSchemas, PORTABLE_VERSION } from './line-schema.ts'
import { type Source, type SourceOptions, shortened, unreadable } from './source.ts'

export function linesSource(options: SourceOptions): Source {
  return { format: 'A community of Mascot', read: () => readLines(options) }
}

async function* readLines({ file, onBytes }: SourceOptions): AsyncGenerator<Portable> {
  const input = createReadStream(file)
  input.on('data', (chunk) => onBytes?.(chunk.length))
  const digest = createHash('sha256')
  let count = 0
  let end: z.output<typeof lineSchemas.end>['end'] | undefined
  // An error of the file itself ends the lines without a word.
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  failed.catch(() => undefined)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const place = `line ${count + 1}`
    if (end) throw unreadable(file, `${place} stands behind the last line.`)
    const value = parsed(line, file, place)
    const last = lineSchemas.end.safeParse(value)
    if (last.success) {
      end = last.data.end
      continue
    }
    count += 1
    digest.update(`${line}\n`)
    if (count === 1) checkHeader(value, file)
    else yield held(value, lineSchemas.record, file, place)
  }
  if (input.errored) await failed
  if (!end) throw unreadable(file, `it ends after line ${count}, and its last line is missing: it was cut.`)
  if (end.lines !== count) throw unreadable(file, `${end.lines} lines were written, and ${count} are there.`)
  if (end.sha256 !== digest.digest('hex')) throw unreadable(file, 'it was changed since it was written.')
}

function checkHeader(value: unknown, file: string): void {
  const { version } = held(value, lineSchemas.header, file, 'line 1')
  if (version > PORTABLE_VERSION)
    throw unreadable(file, `it is of version ${version}, and this program reads up to ${PORTABLE_VERSION}.`)
}

function parsed(line: string, file: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw unreadable(file, `${place} is not JSON, or was cut: ${shortened(line)}`, cause)
  }
}

function held<T>(value: unknown, schema: z.ZodType<T>, file: string, place: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [problem] = result.error.issues
  const at = problem && problem.path.length > 0 ? `"${problem.path.join('.')}": ` : ''
  throw unreadable(file, `${place}: ${at}${problem?.message ?? 'not what was expected'}.`)
}
