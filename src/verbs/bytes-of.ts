/** A file that somebody names on the command line, whole. */
import { open } from 'node:fs/promises'
import { MascotError } from '../errors.ts'

export const MAX_FILE_BYTES = 32 * 1024 * 1024

/** Never more than the limit (bytes) in memory, whatever the file is. @throws {MascotError} `usage` */
export async function bytesOf(file: string, most = MAX_FILE_BYTES): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new MascotError('usage', `${file} cannot be read: is the name right?`, { cause })
  })
  await using _closing = handle
  const stat = await handle.stat()
  if (!stat.isFile()) throw new MascotError('usage', `${file} is no file`)
  if (stat.size > most)
    throw new MascotError('usage', `${file} has ${megabytes(stat.size)} MB; more than ${megabytes(most)} MB is refused`)
  return await handle.readFile()
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
