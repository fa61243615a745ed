/** The built page, served by exact name: only what lay in its folder when it was read, so that no path leads elsewhere. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Its name changes with its content. */
  readonly isHashed: boolean
}

export interface Assets {
  /** `name` as after the path of the page, undecoded; undefined: there is none. */
  find(name: string): Asset | undefined
}

/** Read once, and again when it was built anew. Links in the folder are not followed. */
export function createAssets(folder: string): Assets {
  let builtAt: number | undefined
  let files: ReadonlyMap<string, Asset> = new Map()
  return {
    find(name) {
      const at = statSync(path.join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
      if (at !== builtAt) files = at === undefined ? new Map() : read(folder)
      builtAt = at
      return files.get(name)
    },
  }
}

function read(folder: string, under = ''): Map<string, Asset> {
  // Not `recursive`, which would follow links to folders.
  const entries = readdirSync(path.join(folder, under), { withFileTypes: true })
  return new Map(
    entries.flatMap((entry): (readonly [string, Asset])[] => {
      const name = `${under}${entry.name}`
      if (entry.isDirectory()) return [...read(folder, `${name}/`)]
      const type = types[path.extname(name)]
      if (!entry.isFile() || type === undefined) return []
      const bytes = new Uint8Array(readFileSync(path.join(folder, name)))
      return [[name, { bytes, type, isHashed: name.startsWith('assets/') }]]
    }),
  )
}
