/** An outbound message → the platform's calls. */
import { type OutboundMessage, SendError, type Sent, type ThreadId } from '#mascot'
import { failureOf } from '../wire/errors.ts'
import { addressOf, placeOf } from '../wire/thread.ts'
import { createEdit } from './edit.ts'
import { createEditWhole } from './edit-whole.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { createReact } from './react.ts'
import { createRetitle } from './retitle.ts'
import { createSendAlone } from './send-alone.ts'
import { createSendPoll } from './send-poll.ts'
import { createSendText } from './send-text.ts'
import { createTakeDown } from './take-down.ts'
import { createTell } from './tell.ts'

export interface Outbound {
  send(message: OutboundMessage): Promise<Sent>
  edit(threadId: ThreadId, messageId: string, message: OutboundMessage): Promise<void>
  editWhole(threadId: ThreadId, parts: readonly string[], message: OutboundMessage): Promise<Sent>
  showTyping(threadId: ThreadId): Promise<void>
}

export function createOutbound(deps: OutboundDeps): Outbound {
  const { api, token, pacing } = deps
  const tell = createTell(deps)
  const sendText = createSendAlone(deps, createSendText(deps, tell))
  const sendPoll = createSendPoll(deps, tell)
  const react = createReact(deps, tell)
  const edit = createEdit(deps, tell)
  const takeDown = createTakeDown(deps, tell)
  const retitle = createRetitle(deps, tell)
  const editWhole = createEditWhole(deps, { tell, edit, takeDown })
  return {
    async send(message) {
      switch (message.kind) {
        case 'text':
          return (await sendPoll(message)) ?? (await sendText(message))
        case 'reaction':
          return await react(message)
        case 'title':
          return await retitle(message)
        default:
          return await takeDown(message)
      }
    },
    async edit(threadId, messageId, message) {
      if (message.kind === 'text') return await edit(threadId, messageId, message)
      throw new SendError('only words can be changed', { isPermanent: true })
    },
    async editWhole(threadId, parts, message) {
      if (message.kind === 'text') return await editWhole(threadId, parts, message)
      throw new SendError('only words can be changed', { isPermanent: true })
    },
    async showTyping(threadId) {
      const place = placeOf(threadId)
      // Telegram has no typing sign for a channel's direct messages.
      if (place.directTopicId !== undefined || !pacing.isTypingFree(place.chatId)) return
      await api.sendChatAction({ ...addressOf(place), action: 'typing' }).catch((error: unknown) => {
        const { kind, retryAfterMs = 0 } = failureOf(error, token)
        if (kind === 'flood') pacing.holdChat(place.chatId, retryAfterMs)
      })
    },
  }
}
