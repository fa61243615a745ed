/** A file of ours → WhatsApp's own reference to it. What it is, its first bytes say and not its name. */
import path from 'node:path'
import { bytesBegin, type Media, mediaBytes, mediaRefused } from '#mascot'
import type { Api } from '../wire/api.ts'

const MEGABYTE = 1024 * 1024
/** By what WhatsApp calls it. */
export const mostBytes = {
  ...{ image: 5 * MEGABYTE, sticker: MEGABYTE / 2, audio: 16 * MEGABYTE, video: 16 * MEGABYTE },
  document: 100 * MEGABYTE,
} as const
type Kind = keyof typeof mostBytes

/** What a message of that type holds. */
export interface Uploaded {
  readonly type: Kind
  readonly id: string
  readonly name: string
}

/** @throws {SendError} `isMediaRefused` where it cannot be sent */
export async function upload(api: Api, number: string, media: Media): Promise<Uploaded> {
  const bytes = await mediaBytes(media, mostBytes.document, 'WhatsApp')
  const { kind, mime, extension } = kindOf(bytes, media.kind)
  if (bytes.length > mostBytes[kind]) throw mediaRefused('the file is too large for WhatsApp')
  const given = media.name ?? path.basename(media.path ?? new URL(media.url ?? 'file:///file').pathname)
  const name = given === '' ? `file${extension}` : given
  return { type: kind, id: await api.upload(number, name, mime, bytes), name }
}

interface Known {
  readonly kind: Kind
  readonly mime: string
  readonly extension: string
}

function kindOf(bytes: Uint8Array, wished: Media['kind']): Known {
  const has = (letters: string, at = 0) => bytesBegin(bytes, letters, at)
  if (has('\x89PNG\r\n')) return { kind: 'image', mime: 'image/png', extension: '.png' }
  if (has('\xff\xd8\xff')) return { kind: 'image', mime: 'image/jpeg', extension: '.jpg' }
  if (has('RIFF') && has('WEBP', 8)) {
    // As a picture WhatsApp does not take it.
    const kind = wished === 'sticker' ? 'sticker' : 'document'
    return { kind, mime: 'image/webp', extension: '.webp' }
  }
  if (has('ftypM4A', 4)) return { kind: 'audio', mime: 'audio/mp4', extension: '.m4a' }
  if (has('ftyp', 4)) return { kind: 'video', mime: 'video/mp4', extension: '.mp4' }
  if (has('OggS')) return { kind: 'audio', mime: 'audio/ogg', extension: '.ogg' }
  if (has('ID3') || has('\xff\xfb')) return { kind: 'audio', mime: 'audio/mpeg', extension: '.mp3' }
  if (has('#!AMR')) return { kind: 'audio', mime: 'audio/amr', extension: '.amr' }
  if (has('%PDF')) return { kind: 'document', mime: 'application/pdf', extension: '.pdf' }
  return { kind: 'document', mime: 'application/octet-stream', extension: '' }
}
