/** What of a ZIP archive is wanted, unpacked: never beyond a size, never out of its folder. */
import { unzipSync } from 'fflate'
import { MascotError } from '../errors.ts'

const MAX_BYTES = 32 * 1024 * 1024
const MAX_ENTRIES = 2000

export interface Unpacked {
  /** Of every entry. */
  readonly names: readonly string[]
  readonly entries: ReadonlyMap<string, Uint8Array>
}

/** `mostOf`: the most bytes that an entry may unpack to; undefined where it is not wanted. @throws {MascotError} `usage` */
export function unpack(bytes: Uint8Array, mostOf: (name: string) => number | undefined): Unpacked {
  let size = 0
  const names: string[] = []
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (names.push(name) > MAX_ENTRIES) throw refused(`it has more than ${MAX_ENTRIES} entries`)
        if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)) throw refused('a path in it leads out of it')
        const most = mostOf(name)
        if (most === undefined) return false
        size += originalSize
        if (size > MAX_BYTES || originalSize > most) throw refused('what it unpacks to is too large')
        return true
      },
    })
    return { names, entries: new Map(Object.entries(unpacked)) }
  } catch (cause) {
    if (cause instanceof MascotError) throw cause
    throw new MascotError('usage', 'This archive cannot be unpacked: it is broken or cut off.', { cause })
  }
}

const refused = (why: string) => new MascotError('usage', `This archive is refused: ${why}.`)

/** Archives within it are not opened. */
export function holdsArchives(names: readonly string[]): boolean {
  return names.some((name) => /\.(?:zip|charx|rar|7z)$/i.test(name))
}
