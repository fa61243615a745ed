/** What is to be said → customer-service messages, one call each. WeChat gives no id back, so each has one of ours. */
import { mediaOf, type OutboundMessage, parseThreadId, SendError, type Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import type { Buttons } from './buttons.ts'
import { upload } from './media.ts'
import { cut, withLinks } from './text.ts'

const SEND = '/cgi-bin/message/custom/send'
type Text = Extract<OutboundMessage, { kind: 'text' }>

/** @throws {SendError} */
export async function sendTo(api: Api, buttons: Buttons, message: Text): Promise<Sent> {
  const touser = parseThreadId(message.threadId).parts[0] ?? ''
  const files = []
  try {
    for (const media of mediaOf(message)) files.push(await upload(api, media))
  } catch (error) {
    if (!(error instanceof SendError && error.isMediaRefused)) throw error
    return await instead(api, buttons, message, error)
  }
  const items = await buttons.items(message.buttons ?? [])
  const pieces = cut(withLinks(message.text, message.buttons ?? []))
  const last = pieces.length - 1
  const bodies: object[] = [
    ...files.map(({ type, mediaId }) => ({ msgtype: type, [type]: { media_id: mediaId } })),
    ...pieces.map((content, nth) =>
      items.length > 0 && nth === last
        ? { msgtype: 'msgmenu', msgmenu: { head_content: content, list: items, tail_content: '' } }
        : { msgtype: 'text', text: { content } },
    ),
  ]
  const parts: string[] = []
  for (const body of bodies) {
    try {
      await api.call(SEND, { touser, ...body })
    } catch (error) {
      // What has left cannot be called back, and would be said twice.
      if (parts.length === 0) throw error
      throw new SendError(`only ${parts.length} of ${bodies.length} messages of it could be sent`, {
        isPermanent: true,
      })
    }
    parts.push(parts.length === 0 ? message.id : `${message.id}-${parts.length + 1}`)
  }
  const messageId = parts.at(-1) ?? message.id
  return parts.length > 1 ? { messageId, parts } : { messageId }
}

async function instead(api: Api, buttons: Buttons, message: Text, why: SendError): Promise<Sent> {
  const { media: _, moreMedia: __, ifRefused, ...rest } = message
  const text = ifRefused === undefined ? message.text : ifRefused === 'none' ? '' : ifRefused
  if (text === '') throw why
  return {
    ...(await sendTo(api, buttons, { ...rest, text } as Text)),
    ...(ifRefused !== undefined && { isInstead: true }),
  }
}
