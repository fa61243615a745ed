/** What a Telegram message holds beside its words: what it answers, whose words it passes on, the addresses behind them. */
import type { Message } from 'grammy/types'
import { accountId, type Forwarded, type InboundMessage, type Link, type RepliedTo } from '#mascot'
import { attachmentsOf } from '../wire/attachments.ts'
import { messageIdOf } from '../wire/ephemeral.ts'
import type { Self } from '../wire/presence.ts'
import { type Plain, plainOf } from './rich-message.ts'

/** More are left out: nobody reads them. */
const MOST_LINKS = 50

/** The words of a message and what marks them, wherever the kind of message keeps them. */
export function wordsOf(message: Message): Plain {
  const { text, caption, rich_message, gift, unique_gift } = message
  if (text !== undefined) return { text, entities: message.entities ?? [] }
  if (caption !== undefined) return { text: caption, entities: message.caption_entities ?? [] }
  if (rich_message) return plainOf(rich_message)
  const given = gift ?? unique_gift
  return given?.text === undefined ? { text: '', entities: [] } : { text: given.text, entities: given.entities ?? [] }
}

export function forwardedOf({ forward_origin: origin }: Message): Forwarded | undefined {
  if (!origin) return undefined
  const from = nameOf(origin)
  return from === undefined || from === '' ? {} : { from }
}

function nameOf(origin: NonNullable<Message['forward_origin']>): string | undefined {
  switch (origin.type) {
    case 'user':
      return [origin.sender_user.first_name, origin.sender_user.last_name].filter(Boolean).join(' ')
    case 'hidden_user':
      return origin.sender_user_name
    case 'chat':
      return origin.sender_chat.title
    case 'channel':
      return origin.chat.title
    default:
      return undefined
  }
}

export function linksOf({ text, entities }: Plain): readonly Link[] {
  return entities
    .filter((one) => one.type === 'text_link')
    .slice(0, MOST_LINKS)
    .map((one) => ({ text: text.slice(one.offset, one.offset + one.length), url: one.url }))
}

/**
 * In a topic every message that answers nothing "replies" to the note that opened it, and a comment on a channel's post
 * replies to the post: neither is a reply to a member.
 */
export function replyOf(message: Message, self: Self): InboundMessage['replyTo'] {
  const { reply_to_message: replied, message_thread_id, is_topic_message, reply_to_story: story } = message
  if (story) return { messageId: `story:${story.id}`, isToBot: false, attachments: [{ kind: 'other', name: 'story' }] }
  if (!replied) return elsewhere(message)
  if (replied.is_automatic_forward || replied.forum_topic_created) return undefined
  if (is_topic_message && replied.message_id === message_thread_id) return undefined
  const account = replied.sender_chat?.id ?? replied.from?.id
  const name =
    replied.sender_chat?.title ?? [replied.from?.first_name, replied.from?.last_name].filter(Boolean).join(' ')
  const attachments = attachmentsOf(replied)
  return {
    messageId: messageIdOf(replied),
    isToBot: replied.from?.id === self.id,
    ...(account === undefined ? {} : { accountId: accountId('telegram', account) }),
    ...(name ? { authorName: name } : {}),
    ...(partOf(message, replied) ?? answered(message, wordsOf(replied).text)),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

/** One task of a checklist, or one choice of a poll, that is answered. */
function partOf(message: Message, { checklist, poll }: NonNullable<Message['reply_to_message']>) {
  const { reply_to_checklist_task_id: task, reply_to_poll_option_id: option } = message
  const found =
    task === undefined
      ? option === undefined
        ? undefined
        : poll?.options.find(({ persistent_id }) => persistent_id === option)
      : checklist?.tasks.find(({ id }) => id === task)
  return found === undefined ? undefined : { text: found.text, isQuote: true }
}

/** Words of another chat, answered here: Telegram tells only whose they were, and of the words what was quoted. */
function elsewhere(message: Message): RepliedTo | undefined {
  const { external_reply: far } = message
  if (!far) return undefined
  const name = nameOf(far.origin)
  const attachments = attachmentsOf(far)
  return {
    messageId: `elsewhere:${far.message_id ?? 'unknown'}`,
    isToBot: false,
    ...(name ? { authorName: name } : {}),
    ...answered(message, ''),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

function answered({ quote }: Message, whole: string): Partial<RepliedTo> {
  if (quote) return { text: quote.text, isQuote: true }
  return whole === '' ? {} : { text: whole }
}
