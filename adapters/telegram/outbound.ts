/** An outbound message → the platform's calls, with a second try where a refusal leaves a way to say it all the same. */
import {
  type AdapterContext,
  type OutboundMessage,
  SendError,
  type Sent,
  type ThreadEvent,
  type ThreadId,
} from '#mascot'
import type { RawApi } from './api.ts'
import { codesOf, keyboardOf } from './buttons.ts'
import { type Failure, failureOf, sendErrorOf } from './errors.ts'
import type { Pacing } from './pacing.ts'
import { addressOf, type Door, type Place, placeOf, threadAt } from './place.ts'
import { MAX_TEXT, messageNumber, type OutboundText, type Part, partsOf, spoken } from './plan.ts'
import type { Presence } from './presence.ts'
import { reactionFor } from './reactions.ts'
import { createSendPart } from './send-part.ts'
import type { TopicMemory } from './topic-memory.ts'

export interface Outbound {
  send(message: OutboundMessage): Promise<Sent>
  edit(threadId: ThreadId, messageId: string, message: OutboundMessage): Promise<void>
  showTyping(threadId: ThreadId): Promise<void>
}

export interface OutboundDeps {
  readonly api: RawApi
  readonly token: string
  readonly pacing: Pacing
  readonly presence: Presence
  readonly topics: TopicMemory
  readonly report: (news: Door | Extract<ThreadEvent, { kind: 'moved' }>) => Promise<void>
}

/** What stays the same over the tries of one part. */
interface Attempt {
  readonly part: Part
  readonly place: Place
}
const MAX_TRIES = 4

export function createOutbound(deps: OutboundDeps): Outbound {
  const { api, token, pacing, presence, topics } = deps
  const sendPart = createSendPart(api)
  /** Long messages of which a part is out already: the next try goes on behind it. Lost with the process, and then said twice. */
  const halfSent = new Map<string, { readonly done: number; readonly messageId: number }>()

  async function sendText(message: OutboundText): Promise<Sent> {
    const context = presence.started()
    const parts = partsOf(message)
    await keepLongValues(context, message)
    let { done, messageId } = halfSent.get(message.id) ?? { done: 0, messageId: 0 }
    let place = placeOf(message.threadId)
    try {
      for (const [index, part] of parts.entries()) {
        if (index < done) continue
        const sent = await sendOne({ part, place }, `${message.id}:${index}`, parts.length === 1)
        if (sent) messageId = sent.messageId
        place = sent?.place ?? place
        done = index + 1
      }
      halfSent.delete(message.id)
    } catch (error) {
      if (error instanceof SendError && error.isPermanent) halfSent.delete(message.id)
      else if (done > 0) halfSent.set(message.id, { done, messageId })
      throw error
    }
    return { messageId: String(messageId) }
  }

  /** Values too long for a button are durable before anybody can press it. */
  async function keepLongValues(context: AdapterContext, { buttons = [] }: OutboundText): Promise<void> {
    for (const cursor of codesOf(buttons, presence.self?.id ?? 0)) await context.receive({ messages: [], cursor })
  }

  /** undefined: the picture was left out, and words follow. */
  async function sendOne(first: Attempt, key: string, isOnly: boolean) {
    let attempt: Attempt | undefined = first
    for (let tries = 1; attempt; tries++) {
      const { part, place }: Attempt = attempt
      const answered = await pacing.words(place.chatId, key)
      try {
        const messageId = await sendPart(part, addressOf(place))
        topics.remember(place.chatId, messageId, place.topicId)
        return { messageId, place }
      } catch (error) {
        const failure = failureOf(error, token)
        await tell(failure, place)
        const next: Attempt | undefined = tries < MAX_TRIES ? otherWay(failure, { part, place }) : undefined
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

  /** What a failure says about the chat, told to those whom it concerns. */
  async function tell(failure: Failure, place: Place): Promise<void> {
    const at = presence.clock().now()
    const threadId = threadAt(place)
    if (failure.kind === 'flood') pacing.holdChat(place.chatId, failure.retryAfterMs ?? 0)
    if (failure.kind === 'chat-gone' || failure.kind === 'topic-gone')
      await deps.report({
        kind: 'closed',
        threadId,
        reason: failure.reason,
        at,
        isWholeChat: failure.kind === 'chat-gone',
      })
    if (failure.movedTo !== undefined)
      await deps.report({ kind: 'moved', threadId, to: threadAt({ ...place, chatId: failure.movedTo }), at })
  }

  async function react(message: Extract<OutboundMessage, { kind: 'reaction' }>): Promise<Sent> {
    const place = placeOf(message.threadId)
    const messageId = messageNumber(message.messageId)
    if (messageId === undefined) throw new SendError('there is no such message to react to', { isPermanent: true })
    const wanted = reactionFor(message.emoji)
    await pacing.reaction(place.chatId)
    const give = (emoji: typeof wanted) =>
      api.setMessageReaction({ chat_id: place.chatId, message_id: messageId, reaction: [{ type: 'emoji', emoji }] })
    try {
      await give(wanted).catch(async (error: unknown) => {
        // A group may allow only some reactions.
        if (failureOf(error, token).kind !== 'reaction-refused' || wanted === '👍') throw error
        await give('👍')
      })
    } catch (error) {
      const failure = failureOf(error, token)
      await tell(failure, place)
      throw sendErrorOf(failure)
    }
    return { messageId: message.messageId }
  }

  async function edit(threadId: ThreadId, messageId: string, message: OutboundText): Promise<void> {
    const place = placeOf(threadId)
    const { text, entities } = spoken(message)
    const number = messageNumber(messageId)
    if (number === undefined || text === '' || text.length > MAX_TEXT)
      throw new SendError('the message cannot be changed to this: too long, or nothing', { isPermanent: true })
    await keepLongValues(presence.started(), message)
    const answered = await pacing.words(place.chatId, `edit:${message.id}`)
    const keyboard = keyboardOf(message.buttons)
    const target = { chat_id: place.chatId, message_id: number, ...(keyboard ? { reply_markup: keyboard } : {}) }
    const preview = { link_preview_options: { is_disabled: message.hasPreview !== true } }
    try {
      await api.editMessageText({ ...target, ...preview, text, entities: [...entities] }).catch((error: unknown) => {
        if (failureOf(error, token).kind !== 'no-text-to-edit') throw error
        return api.editMessageCaption({ ...target, caption: text, caption_entities: [...entities] })
      })
    } catch (error) {
      const failure = failureOf(error, token)
      if (failure.kind === 'not-modified') return
      await tell(failure, place)
      throw sendErrorOf(failure)
    } finally {
      answered()
    }
  }

  return {
    send: (message) => (message.kind === 'reaction' ? react(message) : sendText(message)),
    async edit(threadId, messageId, message) {
      if (message.kind === 'text') return await edit(threadId, messageId, message)
      throw new SendError('only words can be changed', { isPermanent: true })
    },
    async showTyping(threadId) {
      const place = placeOf(threadId)
      // Telegram has no typing sign for a channel's direct messages.
      if (place.directTopicId !== undefined || !pacing.isTypingFree(place.chatId)) return
      await api.sendChatAction({ ...addressOf(place), action: 'typing' }).catch((error: unknown) => {
        const failure = failureOf(error, token)
        if (failure.kind === 'flood') pacing.holdChat(place.chatId, failure.retryAfterMs ?? 0)
      })
    },
  }
}

/** The same words without what was refused; undefined when there is no other way. */
function otherWay({ kind, movedTo }: Failure, { part, place }: Attempt): Attempt | undefined {
  if (movedTo !== undefined) return { part, place: { ...place, chatId: movedTo } }
  if (kind === 'reply-gone' && part.replyTo !== undefined) {
    const { replyTo: _, ...rest } = part
    return { part: rest, place }
  }
  if (kind === 'button-refused' && part.keyboard) {
    const { keyboard: _, ...rest } = part
    return { part: rest, place }
  }
  if (kind !== 'media-refused' || part.kind !== 'media' || part.caption.text === '') return undefined
  const { media: _, caption: formatted, ...rest } = part
  return { part: { ...rest, kind: 'text', formatted, hasPreview: false }, place }
}
