/** One part → one call. A file is uploaded once; afterwards Telegram's own id for it is enough. */
import { stat } from 'node:fs/promises'
import { InputFile } from 'grammy'
import type { Message } from 'grammy/types'
import type { RawApi } from '../wire/api.ts'
import { attachmentOf } from '../wire/attachments.ts'
import type { addressOf } from '../wire/thread.ts'
import type { MediaPart, Part } from './plan.ts'

export type SendPart = (part: Part, address: ReturnType<typeof addressOf>) => Promise<number>

export function createSendPart(api: RawApi): SendPart {
  const uploaded = new Map<string, string>()

  async function sendMedia(part: MediaPart, common: Common): Promise<Message> {
    const { media, caption } = part
    const key = await fileKey(media)
    const known = key === undefined ? (media.ref ?? media.url) : uploaded.get(key)
    const file = known ?? new InputFile(media.path ?? '')
    const words = caption.text === '' ? {} : { caption: caption.text, caption_entities: [...caption.entities] }
    const sent = await sendFile(media.kind, file, { ...common, ...words })
    const ref = attachmentOf(sent)?.ref
    if (key !== undefined && ref !== undefined) uploaded.set(key, ref)
    return sent
  }

  function sendFile(kind: MediaPart['media']['kind'], file: string | InputFile, rest: Common): Promise<Message> {
    switch (kind) {
      case 'photo':
        return api.sendPhoto({ ...rest, photo: file })
      case 'sticker':
        return api.sendSticker({ ...rest, sticker: file })
      case 'video':
        return api.sendVideo({ ...rest, video: file })
      case 'voice':
        return api.sendVoice({ ...rest, voice: file })
      case 'document':
        return api.sendDocument({ ...rest, document: file })
      default:
        return kind satisfies never
    }
  }

  return async (part, address) => {
    const common = {
      ...address,
      ...(part.keyboard ? { reply_markup: part.keyboard } : {}),
      ...(part.replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: part.replyTo, allow_sending_without_reply: true } }),
    }
    if (part.kind === 'media') return (await sendMedia(part, common)).message_id
    const { formatted, hasPreview } = part
    const { message_id } = await api.sendMessage({
      ...common,
      text: formatted.text,
      entities: [...formatted.entities],
      link_preview_options: { is_disabled: !hasPreview },
    })
    return message_id
  }
}

type Common = Pick<
  Parameters<RawApi['sendMessage']>[0],
  'chat_id' | 'message_thread_id' | 'reply_parameters' | 'reply_markup'
>

/** Names a file in the state it is in now; undefined for one behind a URL. */
async function fileKey({ path, kind }: MediaPart['media']): Promise<string | undefined> {
  if (path === undefined) return undefined
  const { mtimeMs, size } = await stat(path)
  return `${kind} ${mtimeMs} ${size} ${path}`
}
