/** A fan's file, brought from WhatsApp into a file of this machine. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

const MOST_BYTES = 25 * 1024 * 1024
const extensions: Readonly<Record<string, string>> = {
  ...{ 'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp', 'video/mp4': '.mp4', 'video/3gpp': '.3gp' },
  ...{ 'audio/ogg': '.ogg', 'audio/mpeg': '.mp3', 'audio/mp4': '.m4a', 'audio/amr': '.amr', 'application/pdf': '.pdf' },
}

/** The same file is fetched once. @throws {SendError} */
export async function fetchFile(
  api: Api,
  { ref, name = '', mime = '' }: Attachment,
  fileFor: ((ref: string) => string) | undefined,
): Promise<string> {
  if (ref === undefined) throw new SendError('there is no file of WhatsApp’s in it', { isPermanent: true })
  const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
  const named = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0]
  const target = `${begins}${named ?? extensions[mime.split(';')[0]?.trim().toLowerCase() ?? ''] ?? ''}`
  const isThere = await stat(target).then(
    () => true,
    () => false,
  )
  if (isThere) return target
  const { bytes } = await api.download(ref, MOST_BYTES)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  // A kill while it is written leaves no half a file under its name.
  await writeFile(`${target}.part`, bytes, { mode: 0o600 })
  await rename(`${target}.part`, target)
  return target
}
