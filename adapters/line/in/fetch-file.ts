/** A fan's file, brought from LINE, which keeps it for a while, into a file of this machine. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attachment, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

const MOST_BYTES = 25 * 1024 * 1024
const fallback: Readonly<Record<string, string>> = { photo: '.jpg', video: '.mp4', voice: '.m4a' }

/** The same file is fetched once. @throws {SendError} */
export async function fetchFile(
  api: Api,
  { ref, name = '', kind }: Attachment,
  fileFor: ((ref: string) => string) | undefined,
): Promise<string> {
  if (ref === undefined) throw new SendError('there is no file of LINE’s in it', { isPermanent: true })
  const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
  const target = `${begins}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? fallback[kind] ?? ''}`
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
