/** A file of ours → WeChat's own reference to it, for three days. What it is, its first bytes say and not its name. */
import { readFile } from 'node:fs/promises'
import { bytesBegin, type Media, mediaBytes, mediaRefused } from '#mascot'
import type { Api } from '../wire/api.ts'

const MEGABYTE = 1024 * 1024
/** Of media/upload. */
export const mostBytes = { image: 10 * MEGABYTE, voice: 2 * MEGABYTE, video: 10 * MEGABYTE } as const

interface Kind {
  readonly type: keyof typeof mostBytes
  readonly mime: string
  readonly extension: string
}

export interface Uploaded {
  readonly type: Kind['type']
  readonly mediaId: string
  /** What is seen before a video plays. */
  readonly stillId?: string
}

/** @throws {SendError} `isMediaRefused` where it is nothing that WeChat takes */
export async function upload(api: Api, media: Media): Promise<Uploaded> {
  if (media.ref !== undefined && media.kind !== 'video')
    return { type: media.kind === 'voice' ? 'voice' : 'image', mediaId: media.ref }
  const bytes = await mediaBytes(media, mostBytes.image, 'WeChat')
  const kind = kindOf(bytes)
  if (kind === undefined)
    throw mediaRefused('WeChat takes pictures (png, jpg, gif), voice (mp3, amr) and videos (mp4), and no other file')
  if (bytes.length > mostBytes[kind.type]) throw mediaRefused('the file is too large for WeChat')
  const mediaId = await api.upload(kind.type, `file.${kind.extension}`, kind.mime, bytes)
  if (kind.type !== 'video') return { type: kind.type, mediaId }
  // A video needs a picture of its own, and none of ours comes with one.
  const still = await readFile(new URL('./video-still.jpg', import.meta.url))
  return { type: kind.type, mediaId, stillId: await api.upload('thumb', 'still.jpg', 'image/jpeg', still) }
}

function kindOf(bytes: Uint8Array): Kind | undefined {
  const begins = (letters: string) => bytesBegin(bytes, letters)
  if (begins('\x89PNG\r\n')) return { type: 'image', mime: 'image/png', extension: 'png' }
  if (begins('\xff\xd8\xff')) return { type: 'image', mime: 'image/jpeg', extension: 'jpg' }
  if (begins('GIF8')) return { type: 'image', mime: 'image/gif', extension: 'gif' }
  if (begins('#!AMR')) return { type: 'voice', mime: 'audio/amr', extension: 'amr' }
  if (begins('ID3') || begins('\xff\xfb') || begins('\xff\xf3'))
    return { type: 'voice', mime: 'audio/mpeg', extension: 'mp3' }
  if (bytesBegin(bytes, 'ftyp', 4) && !bytesBegin(bytes, 'ftypM4A', 4))
    return { type: 'video', mime: 'video/mp4', extension: 'mp4' }
  return undefined
}
