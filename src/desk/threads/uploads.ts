/** Files that staff put on the desk page, on their way to a fan: each in a folder of its own with a name nobody can guess, for some days. */

import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DAY_MS } from '../../domain/durations.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Attachment } from '../../domain/message.ts'
import type { Clock } from '../../ports/clock.ts'

/** Until then a platform that was down has it. */
const KEPT_MS = 3 * DAY_MS
const LONGEST_NAME = 80
const ID = /^[\w-]{32}$/
/** Beside a file: whose case it is of. No file of staff's has such a name. */
const ABOUT = '.case'

export interface Uploads {
  /** Returns its id. `about`: the case on whose page it was put, with whose fan it goes. */
  keep(file: { readonly name: string; readonly bytes: Uint8Array }, about?: CaseId): Promise<string>
  /** Undefined when there is no such file any more. */
  find(id: string): Promise<Attachment | undefined>
  /** Where the file of an attachment is. @throws when it is gone */
  fetchFile(attachment: Attachment): Promise<string>
  /** Deletes those of these paths that lie here, and what was put on the page of these cases and never sent. */
  forget(paths: readonly string[], cases?: readonly CaseId[]): Promise<void>
  /** Deletes what is old. Returns how many. */
  expire(): Promise<number>
}

/** `folder`: made when it is first needed, closed to others. */
export function createUploads(folder: string, clock: Clock): Uploads {
  async function nameIn(id: string): Promise<string | undefined> {
    if (!ID.test(id)) return undefined
    const names = await readdir(path.join(folder, id)).catch(() => [])
    return names.find((name) => name !== ABOUT)
  }
  return {
    async keep({ name, bytes }, about) {
      const id = randomBytes(24).toString('base64url')
      const own = path.join(folder, id)
      await mkdir(own, { recursive: true, mode: 0o700 })
      await writeFile(path.join(own, safeName(name)), bytes, { mode: 0o600, flag: 'wx' })
      if (about !== undefined) await writeFile(path.join(own, ABOUT), about, { mode: 0o600 })
      return id
    },
    async find(id) {
      const name = await nameIn(id)
      return name === undefined ? undefined : { kind: kindOf(name), ref: id, name }
    },
    async fetchFile({ ref = '' }) {
      const name = await nameIn(ref)
      if (name === undefined) throw new Error('the file is not kept any more')
      return path.resolve(folder, ref, name)
    },
    async forget(paths, cases = []) {
      const own = path.resolve(folder)
      for (const file of paths) {
        const [id = '', name, more] = path.relative(own, file).split(path.sep)
        if (ID.test(id) && name !== undefined && more === undefined)
          await rm(path.join(own, id), { recursive: true, force: true })
      }
      if (cases.length === 0) return
      const theirs = new Set<string>(cases)
      for (const id of await readdir(own).catch(() => [])) {
        const about = await readFile(path.join(own, id, ABOUT), 'utf8').catch(() => '')
        if (theirs.has(about)) await rm(path.join(own, id), { recursive: true, force: true })
      }
    },
    async expire() {
      let deleted = 0
      for (const id of await readdir(folder).catch(() => [])) {
        if (!ID.test(id)) continue
        const own = path.join(folder, id)
        const { mtimeMs } = await stat(own)
        if (mtimeMs >= clock.now() - KEPT_MS) continue
        await rm(own, { recursive: true, force: true })
        deleted += 1
      }
      return deleted
    },
  }
}

/** What a fan sees of its name: letters, digits, `._-` and spaces, never a path. */
function safeName(name: string): string {
  const [last = ''] = name.normalize('NFC').split(/[/\\]/).slice(-1)
  const plain = last
    .replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^[.\s]+/, '')
  const extension = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - extension.length)].slice(0, LONGEST_NAME).join('').trim()
  return `${stem || 'file'}${extension}`
}

function kindOf(name: string): Attachment['kind'] {
  if (/\.(?:png|jpe?g|webp)$/i.test(name)) return 'photo'
  return /\.mp4$/i.test(name) ? 'video' : 'document'
}
