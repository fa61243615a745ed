/** Files of fans that were brought here to be shown or sent on: a folder of our own, closed to others, kept for some days and emptied of whom we forget. */
import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { DAY_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'

/** Until then a platform that was down has it; afterwards it is fetched anew. */
const KEPT_MS = 3 * DAY_MS

/** How the name of a fetched file begins, from its platform's reference: whom we forget, we find by it. */
function fetchedName(ref: string): string {
  return createHash('sha256').update(ref).digest('hex').slice(0, 32)
}

export interface FetchedFiles {
  /** How the path of the file of this reference begins. */
  fileFor(ref: string): string
  /** Deletes the files of these references, and those at these paths that lie here. */
  forget(refs: readonly string[], paths: readonly string[]): Promise<void>
  /** Deletes what is old. */
  expire(): Promise<void>
}

export function createFetchedFiles(folder: string, clock: Clock): FetchedFiles {
  const names = async () => await readdir(folder).catch(() => [])
  return {
    fileFor: (ref) => path.join(folder, fetchedName(ref)),
    async forget(refs, paths) {
      const begins = new Set(refs.map(fetchedName))
      const gone = new Set(paths.filter((file) => path.dirname(file) === folder).map((file) => path.basename(file)))
      for (const name of await names())
        if (gone.has(name) || begins.has(name.slice(0, 32))) await rm(path.join(folder, name), { force: true })
    },
    async expire() {
      for (const name of await names()) {
        const file = path.join(folder, name)
        const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
        if (mtimeMs < clock.now() - KEPT_MS) await rm(file, { force: true })
      }
    },
  }
}

/** The references and paths of all files in a fan's messages, as they are exported. */
export function filesIn(messages: readonly Readonly<Record<string, unknown>>[]): {
  readonly refs: readonly string[]
  readonly paths: readonly string[]
} {
  const found = { refs: [] as string[], paths: [] as string[] }
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'ref' && typeof inner === 'string') found.refs.push(inner)
      else if (key === 'path' && typeof inner === 'string') found.paths.push(inner)
      else look(inner)
    }
  }
  look(messages)
  return found
}
