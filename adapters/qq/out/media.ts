/** A file of ours → QQ's own reference to it, good for one place. What it is, its first bytes say and not its name. */
import { bytesBegin, type Media, mediaBytes, mediaRefused, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'

/** Not stated by QQ; larger ones have been refused. */
export const MOST_BYTES = 10 * 1024 * 1024
const Type = { image: 1, video: 2, voice: 3 } as const

/** `place`: `/v2/users/ID` or `/v2/groups/ID`. @throws {SendError} `isMediaRefused` where it is nothing that QQ takes @throws {Refusal} */
export async function upload(api: Api, place: string, media: Media): Promise<string> {
  const bytes = await mediaBytes(media, MOST_BYTES, 'QQ')
  const type = typeOf(bytes)
  if (type === undefined)
    throw mediaRefused('QQ takes pictures (png, jpg), videos (mp4) and voice (silk), and no other file')
  // `srv_send_msg` would say it at once, and not as a reply.
  const body = { file_type: type, srv_send_msg: false, file_data: Buffer.from(bytes).toString('base64') }
  const { file_info: info } = await api.call('POST', `${place}/files`, body, true)
  if (typeof info !== 'string') throw new SendError('QQ kept no file', { isPermanent: false })
  return info
}

function typeOf(bytes: Uint8Array): number | undefined {
  const has = (letters: string, at = 0) => bytesBegin(bytes, letters, at)
  if (has('\x89PNG\r\n') || has('\xff\xd8\xff')) return Type.image
  if (has('ftyp', 4)) return Type.video
  if (has('#!SILK') || has('#!SILK', 1)) return Type.voice
  return undefined
}
