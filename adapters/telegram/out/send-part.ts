/** One part → one call, of which an album becomes several messages. A file is uploaded once; afterwards Telegram's own id for it is enough. */
import { stat } from 'node:fs/promises'
import { InputFile } from 'grammy'
import type { Message, MessageEntity } from 'grammy/types'
import { SendError } from '#mascot'
import type { RawApi } from '../wire/api.ts'
import { attachmentOf } from '../wire/attachments.ts'
import { messageIdOf, shownTo } from '../wire/ephemeral.ts'
import { type OwnThing, readOwnRef, sendOwn } from '../wire/own-things.ts'
import type { addressOf } from '../wire/thread.ts'
import type { MediaPart, Part } from './plan.ts'

export type SendPart = (part: Part, address: ReturnType<typeof addressOf>) => Promise<readonly string[]>

export function createSendPart(api: RawApi): SendPart {
  const uploaded = new Map<string, string>()

  async function sendMedia(part: MediaPart, common: Common): Promise<readonly Message[]> {
    const { files, caption } = part
    const own = ownOf(files[0])
    if (own) return [await sendOwn(api, own, common)]
    const found = await Promise.all(files.map(fileIn))
    const words = caption.text === '' ? {} : { caption: caption.text, caption_entities: [...caption.entities] }
    const [first, ...more] = found
    if (first === undefined) return []
    const sent: readonly Message[] =
      more.length === 0
        ? [await sendFile(first.kind, first.file, { ...common, ...words })]
        : await sendAlbum(found, words, common)
    for (const [nth, { key }] of found.entries()) {
      const ref = sent[nth] && attachmentOf(sent[nth])?.ref
      if (key !== undefined && ref !== undefined) uploaded.set(key, ref)
    }
    return sent
  }

  /** Where it is: by reference or address, or to be uploaded. */
  async function fileIn(media: Media): Promise<Found> {
    const { kind } = media
    if (!isFileKind(kind)) throw new SendError(`a ${kind} is no file`, { isPermanent: true })
    const key = await fileKey(media)
    const known = key === undefined ? (media.ref ?? media.url) : uploaded.get(key)
    return {
      kind,
      file: known ?? new InputFile(media.path ?? '', media.name),
      ...(key === undefined ? {} : { key }),
    }
  }

  async function sendAlbum(
    found: readonly Found[],
    words: Words,
    { reply_markup: _, ...common }: Common,
  ): Promise<readonly Message[]> {
    const item = ({ file }: Found, nth: number) => ({ media: file, ...(nth === 0 ? words : {}) })
    if (found.every(({ kind }) => kind === 'document'))
      return await api.sendMediaGroup({
        ...common,
        media: found.map((one, nth) => ({ type: 'document' as const, ...item(one, nth) })),
      })
    return await api.sendMediaGroup({
      ...common,
      media: found.map((one, nth) => ({ type: one.kind === 'video' ? 'video' : 'photo', ...item(one, nth) })),
    })
  }

  function sendFile(kind: FileKind, file: string | InputFile, rest: Common): Promise<Message> {
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
      ...(part.member === undefined ? {} : shownTo(part.member)),
      ...(part.replyToEphemeral === undefined
        ? {}
        : { reply_parameters: { ephemeral_message_id: part.replyToEphemeral } }),
      ...(part.replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: part.replyTo, allow_sending_without_reply: true } }),
    }
    if (part.kind === 'media') return (await sendMedia(part, common)).map(messageIdOf)
    const { formatted, hasPreview } = part
    const sent = await api.sendMessage({
      ...common,
      text: formatted.text,
      entities: [...formatted.entities],
      link_preview_options: { is_disabled: !hasPreview },
    })
    return [messageIdOf(sent)]
  }
}

type Media = MediaPart['files'][number]
type FileKind = Exclude<Media['kind'], 'location' | 'contact' | 'poll'>
type Words = { readonly caption?: string; readonly caption_entities?: MessageEntity[] }

/** @throws {SendError} permanent where it is no file and cannot be shown again */
function ownOf({ kind, ref = '' }: Media): OwnThing | undefined {
  if (isFileKind(kind)) return undefined
  const own = readOwnRef(ref)
  if (own === undefined) throw new SendError(`a ${kind} of another platform cannot be shown`, { isPermanent: true })
  return own
}

function isFileKind(kind: Media['kind']): kind is FileKind {
  return kind !== 'location' && kind !== 'contact' && kind !== 'poll'
}

interface Found {
  readonly kind: FileKind
  readonly file: string | InputFile
  /** Names the file in the state it is in now, where it lies on this machine. */
  readonly key?: string
}

type Common = Pick<
  Parameters<RawApi['sendMessage']>[0],
  'chat_id' | 'message_thread_id' | 'reply_parameters' | 'reply_markup'
>

/** Names a file in the state it is in now; undefined for one behind a URL. */
async function fileKey({ path, kind }: Media): Promise<string | undefined> {
  if (path === undefined) return undefined
  const { mtimeMs, size } = await stat(path)
  return `${kind} ${mtimeMs} ${size} ${path}`
}
