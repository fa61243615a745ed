/** What is to be said → customer-service messages, one call each. WeChat gives no id back, so each has one of ours. */
import { mediaOf, type OutboundMessage, parseThreadId, SendError, type Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import type { Buttons } from './buttons.ts'
import { upload } from './media.ts'
import { cut, withLinks } from './text.ts'

const SEND = '/cgi-bin/message/custom/send'
type Text = Extract<OutboundMessage, { kind: 'text' }>

/** Of messages that were sent in part: what has left, by our id, so that a further try goes on behind it. */
export type Progress = Map<string, { files: number; readonly pieces: Set<string> }>
/** Unfinished ones that are remembered, the newest. */
const MOST_UNFINISHED = 1_000

export interface OutboundDeps {
  readonly api: Api
  readonly buttons: Buttons
  readonly progress: Progress
}

/** @throws {SendError} */
export async function sendTo(deps: OutboundDeps, message: Text): Promise<Sent> {
  const { api, buttons, progress } = deps
  const touser = parseThreadId(message.threadId).parts[0] ?? ''
  const done = progress.get(message.id) ?? { files: 0, pieces: new Set<string>() }
  const files = []
  try {
    for (const media of mediaOf(message).slice(done.files)) files.push(await upload(api, media))
  } catch (error) {
    if (!(error instanceof SendError && error.isMediaRefused)) throw error
    return await instead(deps, message, error)
  }
  const items = await buttons.items(message.buttons ?? [])
  const pieces = cut(withLinks(message.text, message.buttons ?? []))
  const say = async (body: object) => {
    await api.call(SEND, { touser, ...body })
    progress.delete(message.id)
    progress.set(message.id, done)
    for (const id of progress.keys()) if (progress.size > MOST_UNFINISHED) progress.delete(id)
  }
  for (const { type, mediaId, stillId } of files) {
    const file = {
      media_id: mediaId,
      ...(stillId !== undefined && { thumb_media_id: stillId, title: '', description: '' }),
    }
    await say({ msgtype: type, [type]: file })
    done.files += 1
  }
  for (const [nth, content] of pieces.entries()) {
    if (done.pieces.has(content)) continue
    const isMenu = items.length > 0 && nth === pieces.length - 1
    await say(
      isMenu
        ? { msgtype: 'msgmenu', msgmenu: { head_content: content, list: items, tail_content: '' } }
        : { msgtype: 'text', text: { content } },
    )
    done.pieces.add(content)
  }
  progress.delete(message.id)
  const all = done.files + pieces.length
  const parts = Array.from({ length: all }, (_, nth) => (nth === 0 ? message.id : `${message.id}-${nth + 1}`))
  return { messageId: parts.at(-1) ?? message.id, ...(all > 1 && { parts }) }
}

async function instead(deps: OutboundDeps, message: Text, why: SendError): Promise<Sent> {
  const { media: _, moreMedia: __, ifRefused, ...rest } = message
  const text = ifRefused === undefined ? message.text : ifRefused === 'none' ? '' : ifRefused
  if (text === '') throw why
  return {
    ...(await sendTo(deps, { ...rest, text } as Text)),
    ...(ifRefused !== undefined && { isInstead: true }),
  }
}
