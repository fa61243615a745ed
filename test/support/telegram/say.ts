/** What the bot says, once it was checked: kept in its chat, and told to the test. */
import { checkKeyboard, checkReply, memberIn, openChat, topicIn } from './checks.ts'
import { addEphemeral, addMessage, type Chat, type Json, topicParts, type World } from './world.ts'

export interface Words {
  readonly text: string
  readonly entities: readonly Json[]
}

/** Sends: everything is checked before anything is kept. */
export function say(
  world: World,
  method: string,
  payload: Json,
  content: { text?: Words; caption?: Words; file?: Json },
): Json {
  const chat = openChat(world, payload)
  const topicId = topicIn(chat, payload)
  const buttons = checkKeyboard(payload.reply_markup)
  const member = memberIn(world, chat, payload)
  const replyTo = checkReply(chat, payload.reply_parameters, { member, now: world.now() })
  const { text, caption, file = {} } = content
  const all = {
    from: world.bot,
    ...topicParts(chat, topicId),
    ...(replyTo === undefined ? {} : { reply_to_message: chat.messages.get(replyTo) }),
    ...(text ? { text: text.text, entities: text.entities } : {}),
    ...(caption && caption.text !== '' ? { caption: caption.text, caption_entities: caption.entities } : {}),
    ...file,
    ...(buttons.length > 0 ? { reply_markup: payload.reply_markup } : {}),
  }
  const message = member ? addEphemeral(world, chat, member, all) : addMessage(world, chat, all)
  record(world, method, chat, payload, {
    messageId: message.message_id,
    words: text ?? caption,
    ...(topicId === undefined ? {} : { topicId }),
    ...(replyTo === undefined ? {} : { replyTo }),
    buttons,
    ...(member ? { onlyFor: member.id } : {}),
  })
  return message
}

interface Recorded {
  readonly messageId: number
  readonly words?: Words | undefined
  readonly topicId?: number
  readonly replyTo?: number
  readonly emoji?: string
  readonly onlyFor?: number
  readonly buttons?: readonly Json[]
}

export function record(
  world: World,
  method: string,
  chat: Chat,
  payload: Json,
  { words, buttons = [], ...rest }: Recorded,
): void {
  world.sent.push({
    method,
    at: world.now(),
    chatId: chat.id,
    text: words?.text ?? '',
    entities: words?.entities ?? [],
    buttons: buttons.map(({ text, callback_data, url }) => ({
      label: String(text),
      ...(callback_data === undefined ? {} : { value: String(callback_data) }),
      ...(url === undefined ? {} : { url: String(url) }),
    })),
    payload,
    ...rest,
  })
}
