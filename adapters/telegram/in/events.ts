/** What happens besides messages: edits, reactions, groups that move, doors that open and close. */
import type { ChatMember, ChatMemberUpdated, Message, MessageReactionUpdated, PollAnswer } from 'grammy/types'
import { accountId, EDIT_CALLS_WITHIN_MS, type ThreadEvent } from '#mascot'
import { threadOf } from '../wire/thread.ts'
import { readText } from './addressed.ts'
import { linksOf } from './beside.ts'
import { inboundMessage, listenerIn, saidIn } from './inbound.ts'
import type { Translated, Translating } from './translated.ts'

export function moved(from: number, to: number, at: number): ThreadEvent {
  return { kind: 'moved', threadId: threadOf({ chatId: from }), to: threadOf({ chatId: to }), at }
}

/** A live location that moves and a poll that is voted on also come as edits; only new words and swapped files count. */
export function fromEdit(message: Message, around: Translating): Translated {
  const heard = inboundMessage(message, around)
  if (!heard || heard.isOwn || !mayBeChanged(message)) return {}
  const said = saidIn(message, around)
  const { text } = readText(said, listenerIn(message.chat, around))
  const { threadId, id: messageId, attachments = [], isMention, mentions, surface, sentAt } = heard
  const at = (message.edit_date ?? message.date) * 1000
  const calls = { ...(isMention ? { isMention } : {}), ...(mentions ? { mentions } : {}) }
  const changed = { text, links: linksOf(said), attachments, ...calls }
  const event = { kind: 'edited', threadId, messageId, ...changed, at } as const
  // In privacy mode a group's message that calls nobody never came: the edit is the first that is heard of it.
  const isFirstHeard = surface === 'group' && isMention && at - sentAt <= EDIT_CALLS_WITHIN_MS
  return isFirstHeard ? { event, message: heard } : { event }
}

function mayBeChanged(message: Message): boolean {
  const { text, caption, rich_message, photo, video, animation, audio, document, checklist } = message
  return [text, caption, rich_message, photo, video, animation, audio, document, checklist].some(
    (part) => part !== undefined,
  )
}

/** The server names no topic with a reaction; we know it for messages seen lately. */
export function fromReaction(reaction: MessageReactionUpdated, { topics, self }: Translating): Translated {
  const { chat, message_id, user, actor_chat, date, new_reaction } = reaction
  const member = actor_chat?.id ?? user?.id
  if (member === undefined || member === self.id) return {}
  const topicId = topics.topicOf(chat.id, message_id)
  return {
    event: {
      kind: 'reacted',
      threadId: threadOf({ chatId: chat.id, ...(topicId === undefined ? {} : { topicId }) }),
      messageId: String(message_id),
      accountId: accountId('telegram', member),
      emojis: new_reaction.map((one) =>
        one.type === 'emoji' ? one.emoji : one.type === 'paid' ? '⭐' : `custom:${one.custom_emoji_id}`,
      ),
      at: date * 1000,
    },
  }
}

/** An administrator who votes as a group is nobody to be counted. */
export function fromVote({ poll_id, user, option_ids }: PollAnswer, now: number): Translated {
  if (!user || user.is_bot) return {}
  const [choice] = option_ids
  if (typeof poll_id !== 'string' || !option_ids.every(Number.isSafeInteger)) throw new TypeError('a vote that is none')
  const vote = { pollId: poll_id, accountId: accountId('telegram', user.id), at: now }
  return { vote: choice === undefined ? vote : { ...vote, choice } }
}

export function fromMembership({ chat, old_chat_member, new_chat_member, date }: ChatMemberUpdated): Translated {
  if (chat.type === 'channel') return {}
  const [before, after] = [old_chat_member, new_chat_member].map(canSpeak)
  const thread = { threadId: threadOf({ chatId: chat.id }), at: date * 1000, isWholeChat: true }
  if (!after)
    return { door: { ...thread, kind: 'closed', reason: whyClosed(new_chat_member, chat.type === 'private') } }
  return before ? {} : { door: { ...thread, kind: 'opened' } }
}

function canSpeak(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member && member.can_send_messages
  return member.status !== 'left' && member.status !== 'kicked'
}

function whyClosed({ status }: ChatMember, isPrivate: boolean): string {
  if (isPrivate) return 'the fan blocked the bot'
  return status === 'restricted' ? 'the bot may not write in the group' : 'the bot was removed from the group'
}
