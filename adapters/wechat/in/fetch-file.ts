/** A fan's file, brought from WeChat, which keeps it for three days, into a file of this machine. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

const MOST_BYTES = 25 * 1024 * 1024
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'audio/amr': '.amr',
  'audio/mp3': '.mp3',
  'video/mp4': '.mp4',
  'video/mpeg4': '.mp4',
}
const fallback: Readonly<Record<string, string>> = { photo: '.jpg', voice: '.amr', video: '.mp4' }

/** @throws {SendError} */
export async function fetchFile(
  api: Api,
  { ref, kind }: Attachment,
  fileFor: ((ref: string) => string) | undefined,
): Promise<string> {
  if (ref === undefined) throw new SendError('WeChat does not give this file', { isPermanent: true })
  const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
  // What it was the first time is not known until it is asked for.
  for (const extension of new Set([...Object.values(extensions), ''])) {
    const known = `${begins}${extension}`
    if (
      await stat(known).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return known
  }
  const { bytes, type } = await api.download(ref, MOST_BYTES)
  const target = `${begins}${extensions[type.split(';')[0]?.trim().toLowerCase() ?? ''] ?? fallback[kind] ?? ''}`
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  await writeFile(`${target}.part`, bytes, { mode: 0o600 })
  await rename(`${target}.part`, target)
  return target
}
