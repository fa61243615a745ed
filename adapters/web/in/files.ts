/** A visitor's file: what it is by its first bytes, whatever it says of itself, kept where whom we forget is found by it. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Attachment } from '#mascot'

export const MOST_FILE_BYTES = 10 * 1024 * 1024

/** Pictures a browser shows; anything else is a document, offered for download under its name. */
const pictures: readonly {
  readonly begins: readonly (number | undefined)[]
  readonly mime: string
  readonly ending: string
}[] = [
  { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mime: 'image/png', ending: '.png' },
  { begins: [0xff, 0xd8, 0xff], mime: 'image/jpeg', ending: '.jpg' },
  { begins: [0x47, 0x49, 0x46, 0x38], mime: 'image/gif', ending: '.gif' },
  {
    begins: [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50],
    mime: 'image/webp',
    ending: '.webp',
  },
]

export function pictureType(bytes: Uint8Array): { readonly mime: string; readonly ending: string } | undefined {
  return pictures.find(({ begins }) => begins.every((byte, at) => byte === undefined || bytes[at] === byte))
}

export function createFiles(fileFor: (ref: string) => string) {
  return {
    /** @param name as the visitor calls it; nothing of it becomes a path */
    async keep(bytes: Uint8Array, name: string): Promise<Attachment> {
      const ref = randomBytes(16).toString('base64url')
      const picture = pictureType(bytes)
      const file = `${fileFor(ref)}${picture?.ending ?? '.bin'}`
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, bytes, { mode: 0o600, flag: 'wx' })
      return {
        ...{ kind: picture ? 'photo' : 'document', ref, mime: picture?.mime ?? 'application/octet-stream' },
        ...{ name: shown(name, picture?.ending ?? ''), size: bytes.length },
      }
    },
    /** Its path; undefined when it is kept no longer. */
    async find(ref: string): Promise<string | undefined> {
      const begins = fileFor(ref)
      const names = await readdir(path.dirname(begins)).catch(() => [])
      const name = names.find((one) => one.startsWith(path.basename(begins)))
      return name === undefined ? undefined : path.join(path.dirname(begins), name)
    },
  }
}
export type Files = ReturnType<typeof createFiles>

/** No path, no line, no hidden turn of direction. */
function shown(name: string, ending: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{C}/\\]/gu, '')
    .trim()
    .slice(0, 80)
  return plain === '' ? `file${ending}` : plain
}
