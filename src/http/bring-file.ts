/** A fan's file, brought from a platform's own servers into a file of this machine. */
import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SendError } from '../errors.ts'
import { bytesUpTo } from './pushes.ts'

/** Of a file that is brought here. */
export const MOST_BROUGHT = 25 * 1024 * 1024

export interface Brought {
  /** The platform's reference: the same file is fetched once. */
  readonly ref: string
  /** With its point; empty where nobody knows. */
  readonly extension: string
  /** How the path of a reference's file begins. If absent, files lie in a folder of the machine's temporary ones. */
  readonly fileFor?: ((ref: string) => string) | undefined
}

/** Its absolute path. Rejects with whatever `download` does. */
export async function bringFile(
  { ref, extension, fileFor }: Brought,
  download: () => Promise<Uint8Array>,
): Promise<string> {
  const begins = fileFor?.(ref) ?? path.join(tmpdir(), 'mascot-files', createHash('sha256').update(ref).digest('hex'))
  const target = `${begins}${extension}`
  const isThere = await stat(target).then(
    () => true,
    () => false,
  )
  if (isThere) return target
  const bytes = await download()
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  // A kill while it is written leaves no half a file under its name.
  await writeFile(`${target}.part`, bytes, { mode: 0o600 })
  await rename(`${target}.part`, target)
  return target
}

/** `.pdf` of `bill.pdf`; empty where the name tells none. */
export const extensionIn = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''

/** @throws {SendError} `isTooLarge` */
export async function broughtBytes(response: Pick<Response, 'body'>, most = MOST_BROUGHT): Promise<Uint8Array> {
  const bytes = await bytesUpTo(response, most)
  if (bytes) return bytes
  throw tooLarge()
}

export function tooLarge(): SendError {
  const reason = 'the file is larger than the 25 MB that can be brought here'
  return new SendError(reason, { isPermanent: true, isTooLarge: true })
}
