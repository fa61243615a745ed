/** The bytes of a file of ours, for platforms that want it brought to them. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { SECOND_MS } from '../domain/durations.ts'
import type { Media } from '../domain/message.ts'
import { SendError } from '../errors.ts'
import { bytesUpTo } from './pushes.ts'

const TIMEOUT_MS = 30 * SECOND_MS

/** `most`: bytes that `platform` takes. @throws {SendError} `isMediaRefused` where there is none, or it is larger */
export async function mediaBytes({ path: file, url }: Media, most: number, platform: string): Promise<Uint8Array> {
  const tooLarge = () => mediaRefused(`the file is too large for ${platform}`)
  if (file !== undefined) {
    const found = await stat(file).catch(() => undefined)
    if (found === undefined) throw mediaRefused(`there is no file ${path.basename(file)}`)
    if (found.size > most) throw tooLarge()
    return await readFile(file)
  }
  if (url === undefined) throw mediaRefused('there is no file')
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
  if (!answer?.ok) throw mediaRefused('the file could not be fetched')
  const bytes = await bytesUpTo(answer, most)
  if (bytes) return bytes
  throw tooLarge()
}

/** What begins with these letters, from that byte on, as files tell what they are. */
export function bytesBegin(bytes: Uint8Array, letters: string, at = 0): boolean {
  return Buffer.from(bytes.subarray(at, at + letters.length)).toString('latin1') === letters
}

/** The platform takes the words without it. */
export function mediaRefused(reason: string): SendError {
  return new SendError(reason, { isPermanent: true, isMediaRefused: true })
}
