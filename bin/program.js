// Where the program is: joined into few files in dist/ (bundle-program.js) while that is what the sources are, or else the sources themselves.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const dist = join(root, 'dist')
export const manifest = 'sources.json'

export function stampOf(file) {
  const path = join(root, file)
  const { size, mtimeMs } = statSync(path)
  return { size, mtimeMs, hash: createHash('sha256').update(readFileSync(path)).digest('base64url') }
}

/** A file that was only copied, or checked out anew, has another time and is still the same. */
function isSame(file, { size, mtimeMs, hash }) {
  const now = statSync(join(root, file))
  return now.size === size && (now.mtimeMs === mtimeMs || stampOf(file).hash === hash)
}

export function isFresh(folder = dist) {
  try {
    const stamps = Object.entries(JSON.parse(readFileSync(join(folder, manifest), 'utf8')))
    return stamps.every(([file, stamp]) => isSame(file, stamp))
  } catch {
    return false
  }
}

export const program = (folder = dist) =>
  pathToFileURL(isFresh(folder) ? join(folder, 'main.js') : join(root, 'src/main.ts')).href
