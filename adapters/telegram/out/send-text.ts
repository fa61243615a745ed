/** Words, with or without a picture, part by part; with a second try where a refusal leaves a way to say it all the same. */
import { SendError, type Sent } from '#mascot'
import { type Failure, failureOf, sendErrorOf } from '../wire/errors.ts'
import { addressOf, type Place, placeOf } from '../wire/thread.ts'
import { keepLongValues } from './long-values.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { type OutboundText, type Part, partsOf } from './plan.ts'
import { createSendPart } from './send-part.ts'
import type { Tell } from './tell.ts'

const MAX_TRIES = 4

/** What a try of one part is made with. */
interface Attempt {
  readonly part: Part
  readonly place: Place
}

/** What is left to send begins at `done`. */
interface HalfSent {
  readonly parts: readonly Part[]
  readonly done: number
  readonly ids: readonly string[]
}

export function createSendText(deps: OutboundDeps, tell: Tell) {
  const sendOne = createSendOne(deps, tell)
  /** Messages of which a part is out already: the next try goes on behind it. Lost with the process, and then said twice. */
  const halfSent = new Map<string, HalfSent>()

  return sendWhole

  async function sendWhole(message: OutboundText): Promise<Sent> {
    const before = halfSent.get(message.id)
    const parts: Part[] = [...(before?.parts ?? partsOf(message))]
    await keepLongValues(deps.presence, message)
    const isWhole = message.ifRefused !== undefined
    let done = before?.done ?? 0
    const ids = [...(before?.ids ?? [])]
    let place = placeOf(message.threadId)
    try {
      for (let part = parts[done]; part; part = parts[done]) {
        const isNeeded = isWhole || parts.length === 1
        const sent = await sendOne({ part, place }, `${message.id}:${done}`, isNeeded, isWhole)
        // Of an album that was refused each file is tried alone.
        if (sent === 'apart') {
          parts.splice(done, 1, ...apart(part))
          continue
        }
        if (sent) {
          ids.push(...sent.ids)
          place = sent.place
        }
        done += 1
      }
      halfSent.delete(message.id)
    } catch (error) {
      if (error instanceof SendError && error.isPermanent) halfSent.delete(message.id)
      else if (done > 0) halfSent.set(message.id, { parts, done, ids })
      if (error instanceof SendError && error.isMediaRefused && message.ifRefused !== undefined)
        return await instead(message, message.ifRefused, ids, error)
      throw error
    }
    return sentAs(ids)
  }

  /** A file of it was refused: what is out already is taken back, and the words that say so are sent, if there are any. */
  async function instead(
    message: OutboundText,
    text: NonNullable<OutboundText['ifRefused']>,
    ids: readonly string[],
    error: SendError,
  ): Promise<Sent> {
    const { chatId } = placeOf(message.threadId)
    for (const id of ids) await deps.api.deleteMessage({ chat_id: chatId, message_id: Number(id) }).catch(() => {})
    if (text === 'none') throw error
    const { media: _, moreMedia: __, ifRefused: ___, ...rest } = message
    return { ...(await sendWhole({ ...rest, text, id: `${message.id}-words` })), isInstead: true }
  }
}

function createSendOne({ api, token, pacing, presence, topics }: OutboundDeps, tell: Tell) {
  const sendPart = createSendPart(api)

  /** undefined: the picture was left out, and words follow; `apart`: nothing of the album went out. @throws {SendError} */
  return async (first: Attempt, key: string, isOnly: boolean, isWhole = false) => {
    let attempt: Attempt | undefined = first
    for (let tries = 1; attempt; tries++) {
      const { part, place }: Attempt = attempt
      const answered = await pacing.words(place.chatId, key)
      try {
        const ids = await sendPart(part, addressOf(place))
        for (const id of ids) if (/^\d+$/.test(id)) topics.remember(place.chatId, Number(id), place.topicId)
        return { ids, place }
      } catch (error) {
        const failure = failureOf(error, token)
        await tell(failure, place)
        if (failure.kind === 'media-refused' && part.kind === 'media' && part.files.length > 1) return 'apart' as const
        const next: Attempt | undefined = tries < MAX_TRIES ? otherWay(failure, { part, place }, isWhole) : undefined
        const isSkipped = failure.kind === 'media-refused' && part.kind === 'media' && !isOnly
        if (!next && !isSkipped) throw sendErrorOf(failure)
        presence.context?.log.warn({ kind: failure.kind }, `sent another way: ${failure.reason}`)
        attempt = next
      } finally {
        answered()
      }
    }
    return undefined
  }
}

/** The same words without what was refused; undefined when there is no other way. */
function otherWay({ kind, movedTo }: Failure, { part, place }: Attempt, isWhole: boolean): Attempt | undefined {
  if (movedTo !== undefined) return { part, place: { ...place, chatId: movedTo } }
  if (kind === 'reply-gone' && (part.replyTo !== undefined || part.replyToEphemeral !== undefined)) {
    const { replyTo: _, replyToEphemeral: __, ...rest } = part
    return { part: rest, place }
  }
  if (kind === 'button-refused' && part.keyboard) {
    const { keyboard: _, ...rest } = part
    return { part: rest, place }
  }
  if (isWhole || kind !== 'media-refused' || part.kind !== 'media' || part.caption.text === '') return undefined
  const { files: _, caption: formatted, ...rest } = part
  return { part: { ...rest, kind: 'text', formatted, hasPreview: false }, place }
}

/** Each file of an album for itself. */
function apart(part: Part): readonly Part[] {
  if (part.kind !== 'media') return [part]
  const { replyTo, keyboard: _, files, caption } = part
  return files.map((file, nth) => ({
    kind: 'media',
    files: [file],
    caption: nth === 0 ? caption : { text: '', entities: [] },
    ...(nth === 0 && replyTo !== undefined ? { replyTo } : {}),
  }))
}

/** What was said in several messages is known by all their ids. */
export function sentAs(parts: readonly string[]): Sent {
  return { messageId: parts.at(-1) ?? '', ...(parts.length > 1 && { parts }) }
}
