/** A file of ours → WeChat's own reference to it, for three days. What it is, its first bytes say and not its name. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Media, SECOND_MS, SendError } from '#mascot'
import { type Api, bytesOf } from '../wire/api.ts'

const MEGABYTE = 1024 * 1024
/** Of media/upload. */
export const mostBytes = { image: 10 * MEGABYTE, voice: 2 * MEGABYTE } as const
const TIMEOUT_MS = 30 * SECOND_MS

interface Kind {
  readonly type: keyof typeof mostBytes
  readonly mime: string
  readonly extension: string
}

export interface Uploaded {
  readonly type: Kind['type']
  readonly mediaId: string
}

/** @throws {SendError} `isMediaRefused` where it is nothing that WeChat takes */
export async function upload(api: Api, media: Media): Promise<Uploaded> {
  if (media.ref !== undefined) return { type: media.kind === 'voice' ? 'voice' : 'image', mediaId: media.ref }
  const bytes = await bytesIn(media)
  const kind = kindOf(bytes)
  if (kind === undefined) throw refused('WeChat takes pictures (png, jpg, gif) and voice (mp3, amr), and no other file')
  if (bytes.length > mostBytes[kind.type]) throw refused('the file is too large for WeChat')
  const mediaId = await api.upload(kind.type, `file.${kind.extension}`, kind.mime, bytes)
  return { type: kind.type, mediaId }
}

async function bytesIn({ path: file, url }: Media): Promise<Uint8Array> {
  if (file !== undefined) {
    const found = await stat(file).catch(() => undefined)
    if (found === undefined) throw refused(`there is no file ${path.basename(file)}`)
    if (found.size > mostBytes.image) throw refused('the file is too large for WeChat')
    return await readFile(file)
  }
  if (url === undefined) throw refused('there is no file')
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined)
  if (!answer?.ok) throw refused('the file could not be fetched')
  return await bytesOf(answer, mostBytes.image)
}

function kindOf(bytes: Uint8Array): Kind | undefined {
  const begins = (text: string) => Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text
  if (begins('\x89PNG\r\n')) return { type: 'image', mime: 'image/png', extension: 'png' }
  if (begins('\xff\xd8\xff')) return { type: 'image', mime: 'image/jpeg', extension: 'jpg' }
  if (begins('GIF8')) return { type: 'image', mime: 'image/gif', extension: 'gif' }
  if (begins('#!AMR')) return { type: 'voice', mime: 'audio/amr', extension: 'amr' }
  if (begins('ID3') || begins('\xff\xfb') || begins('\xff\xf3'))
    return { type: 'voice', mime: 'audio/mpeg', extension: 'mp3' }
  return undefined
}

function refused(reason: string): SendError {
  return new SendError(reason, { isPermanent: true, isMediaRefused: true })
}
