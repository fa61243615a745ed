/** A file of ours → QQ's own reference to it, good for one place. What it is, its first bytes say and not its name. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Media, SECOND_MS, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

/** Not stated by QQ; larger ones have been refused. */
export const MOST_BYTES = 10 * 1024 * 1024
const TIMEOUT_MS = 30 * SECOND_MS
const Type = { image: 1, video: 2, voice: 3 } as const

/** `place`: `/v2/users/ID` or `/v2/groups/ID`. @throws {SendError} `isMediaRefused` where it is nothing that QQ takes @throws {Refusal} */
export async function upload(api: Api, place: string, media: Media): Promise<string> {
  const bytes = await bytesIn(media)
  if (bytes.length > MOST_BYTES) throw refused('the file is too large for QQ')
  const type = typeOf(bytes)
  if (type === undefined)
    throw refused('QQ takes pictures (png, jpg), videos (mp4) and voice (silk), and no other file')
  // `srv_send_msg` would say it at once, and not as a reply.
  const body = { file_type: type, srv_send_msg: false, file_data: Buffer.from(bytes).toString('base64') }
  const { file_info: info } = await api.call('POST', `${place}/files`, body, true)
  if (typeof info !== 'string') throw new SendError('QQ kept no file', { isPermanent: false })
  return info
}

async function bytesIn({ path: file, url }: Media): Promise<Uint8Array> {
  if (file !== undefined) {
    const found = await stat(file).catch(() => undefined)
    if (found === undefined) throw refused(`there is no file ${path.basename(file)}`)
    if (found.size > MOST_BYTES) throw refused('the file is too large for QQ')
    return await readFile(file)
  }
  if (url === undefined) throw refused('there is no file')
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
  if (!answer?.ok) throw refused('the file could not be fetched')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > MOST_BYTES) throw refused('the file is too large for QQ')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function typeOf(bytes: Uint8Array): number | undefined {
  const has = (words: string, at = 0) => Buffer.from(bytes.subarray(at, at + words.length)).toString('latin1') === words
  if (has('\x89PNG\r\n') || has('\xff\xd8\xff')) return Type.image
  if (has('ftyp', 4)) return Type.video
  if (has('#!SILK') || has('#!SILK', 1)) return Type.voice
  return undefined
}

function refused(reason: string): SendError {
  return new SendError(reason, { isPermanent: true, isMediaRefused: true })
}
