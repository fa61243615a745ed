/** What the real server refuses, refused with its words. */
import type { Chat, Json, Person, World } from './world.ts'
import { ApiError } from './world.ts'

const MAX_TEXT = 4096
const MAX_CAPTION = 1024
const MAX_DATA_BYTES = 64
const MAX_BUTTONS = 100

const entityTypes = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote ' +
    'expandable_blockquote code pre text_link text_mention custom_emoji'
  ).split(' '),
)
/** core.telegram.org/bots/api#reactiontypeemoji */
const reactions = new Set(
  (
    '👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 ' +
    '🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
)

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function whole(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

/** The chat, if the bot may write there. */
export function openChat(world: World, payload: Json): Chat {
  const id = whole(payload.chat_id)
  const chat =
    id === undefined
      ? [...world.chats.values()].find(({ title }) => `@${title}` === payload.chat_id)
      : world.chats.get(id)
  if (!chat) throw new ApiError(400, 'Bad Request: chat not found')
  if (chat.movedTo !== undefined)
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.movedTo,
    })
  if (chat.shut) throw new ApiError(chat.shut.code, chat.shut.description)
  return chat
}

export function topicIn(chat: Chat, payload: Json): number | undefined {
  if (payload.message_thread_id === undefined) return undefined
  const id = whole(payload.message_thread_id)
  const topic = id === undefined ? undefined : chat.topics.get(id)
  // The General topic is number 1 in messages and no topic at all in calls.
  if (!topic) throw new ApiError(400, 'Bad Request: message thread not found')
  if (topic.isClosed) throw new ApiError(400, 'Bad Request: TOPIC_CLOSED')
  return id
}

export function checkText(payload: Json): { text: string; entities: readonly Json[] } {
  if (payload.parse_mode !== undefined)
    throw new ApiError(400, "Bad Request: can't parse entities: unsupported parse_mode")
  const { text } = payload
  if (typeof text !== 'string' || text.trim() === '') throw new ApiError(400, 'Bad Request: message text is empty')
  if (text.length > MAX_TEXT) throw new ApiError(400, 'Bad Request: message is too long')
  return { text, entities: checkEntities(text, payload.entities) }
}

export function checkCaption(payload: Json): { text: string; entities: readonly Json[] } {
  const { caption = '' } = payload
  if (typeof caption !== 'string') throw new ApiError(400, 'Bad Request: caption must be a string')
  if (caption.length > MAX_CAPTION) throw new ApiError(400, 'Bad Request: message caption is too long')
  return { text: caption, entities: checkEntities(caption, payload.caption_entities) }
}

function checkEntities(text: string, entities: unknown): readonly Json[] {
  if (entities === undefined) return []
  if (!Array.isArray(entities)) throw new ApiError(400, "Bad Request: can't parse entities: expected an Array")
  return entities.map((entity) => {
    if (!isJson(entity) || !entityTypes.has(String(entity.type)))
      throw new ApiError(400, "Bad Request: can't parse MessageEntity: unknown type")
    const [offset, length] = [whole(entity.offset), whole(entity.length)]
    const isInside =
      offset !== undefined && length !== undefined && offset >= 0 && length > 0 && offset + length <= text.length
    if (!isInside) throw new ApiError(400, 'Bad Request: entity offset or length is outside of the text')
    for (const edge of [offset, offset + length])
      if (/[\uDC00-\uDFFF]/.test(text.charAt(edge)) && /[\uD800-\uDBFF]/.test(text.charAt(edge - 1)))
        throw new ApiError(400, 'Bad Request: entity begins or ends in the middle of a symbol')
    if (entity.type === 'text_link' && !URL.canParse(String(entity.url)))
      throw new ApiError(400, 'Bad Request: entity URL is invalid')
    return entity
  })
}

/** Flat list of the buttons of an inline keyboard. */
export function checkKeyboard(markup: unknown): readonly Json[] {
  if (markup === undefined) return []
  const rows = isJson(markup) ? markup.inline_keyboard : undefined
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row)))
    throw new ApiError(400, 'Bad Request: object expected as reply markup')
  const buttons: unknown[] = rows.flat()
  if (buttons.length > MAX_BUTTONS) throw new ApiError(400, 'Bad Request: reply markup is too long')
  return buttons.map((button) => {
    if (!isJson(button) || typeof button.text !== 'string' || button.text.trim() === '')
      throw new ApiError(
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      )
    if ((button.callback_data === undefined) === (button.url === undefined))
      throw new ApiError(
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      )
    const bytes = button.callback_data === undefined ? 1 : Buffer.byteLength(String(button.callback_data))
    if (bytes < 1 || bytes > MAX_DATA_BYTES) throw new ApiError(400, 'Bad Request: BUTTON_DATA_INVALID')
    if (button.url !== undefined && !/^(https?:\/\/[^/]+\.[^/]+|tg:)/.test(String(button.url)))
      throw new ApiError(400, 'Bad Request: BUTTON_URL_INVALID')
    return button
  })
}

/** The member who alone is to see it; undefined: everybody. */
export function memberIn(world: World, chat: Chat, payload: Json): Person | undefined {
  const parameters = payload.ephemeral_message_parameters
  if (parameters === undefined || !world.knowsEphemeral) return undefined
  const id = isJson(parameters) ? whole(parameters.receiver_user_id) : undefined
  const person = id === undefined ? undefined : world.people.get(id)
  if (!person) throw new ApiError(400, 'Bad Request: user not found')
  if (chat.type === 'private' || chat.type === 'channel')
    throw new ApiError(400, 'Bad Request: ephemeral messages can be sent only in groups')
  if (chat.refusesEphemeral) throw new ApiError(400, 'Bad Request: ephemeral messages are not allowed in the chat')
  return person
}

/** An incoming ephemeral message is answered by one, and soon. */
const ANSWER_WITHIN_MS = 15_000

/** The message replied to; undefined when it is gone and that was allowed for. */
export function checkReply(
  chat: Chat,
  parameters: unknown,
  { member, now }: { readonly member: Person | undefined; readonly now: number },
): number | undefined {
  if (parameters === undefined) return undefined
  const ephemeral = isJson(parameters) ? whole(parameters.ephemeral_message_id) : undefined
  if (ephemeral !== undefined) {
    const answered = chat.ephemeral.get(ephemeral)
    if (!member) throw new ApiError(400, 'Bad Request: an ephemeral message can be replied to only by an ephemeral one')
    if (!answered || now - answered.date * 1000 > ANSWER_WITHIN_MS)
      throw new ApiError(400, 'Bad Request: message to be replied not found')
    return undefined
  }
  const id = isJson(parameters) ? whole(parameters.message_id) : undefined
  if (id !== undefined && chat.messages.has(id)) return id
  if (isJson(parameters) && parameters.allow_sending_without_reply === true && !member) return undefined
  throw new ApiError(400, 'Bad Request: message to be replied not found')
}

export function checkReaction(chat: Chat, payload: Json): string {
  const id = whole(payload.message_id)
  if (id === undefined || !chat.messages.has(id)) throw new ApiError(400, 'Bad Request: message to react not found')
  const given: unknown = payload.reaction ?? []
  if (!Array.isArray(given) || given.length > 1) throw new ApiError(400, 'Bad Request: REACTIONS_TOO_MANY')
  const emojis = given.map((one) => (isJson(one) && one.type === 'emoji' ? String(one.emoji) : ''))
  const isAllowed = (emoji: string) => reactions.has(emoji) && (chat.allowedReactions?.includes(emoji) ?? true)
  if (!emojis.every(isAllowed)) throw new ApiError(400, 'Bad Request: REACTION_INVALID')
  return emojis[0] ?? ''
}
