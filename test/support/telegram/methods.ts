/** The methods of the Bot API a chat bot needs, checked as the real server does. */
import {
  checkCaption,
  checkKeyboard,
  checkReaction,
  checkReply,
  checkText,
  isJson,
  openChat,
  topicIn,
  whole,
} from './checks.ts'
import type { Parameters, Upload } from './request.ts'
import type { Updates } from './updates.ts'
import { ApiError, addMessage, type Chat, chatOf, type Json, topicParts, type World } from './world.ts'

export type Method = (parameters: Parameters, signal: AbortSignal) => unknown

export function createMethods(world: World, updates: Updates): Readonly<Record<string, Method>> {
  return {
    getMe: () => ({
      ...world.bot,
      can_join_groups: true,
      can_read_all_group_messages: world.canReadAll,
      supports_inline_queries: false,
    }),
    getUpdates: ({ payload }, signal) => updates.get(payload, signal),
    setWebhook({ payload }) {
      if (payload.url && !URL.canParse(String(payload.url)))
        throw new ApiError(400, 'Bad Request: invalid webhook URL specified')
      updates.setWebhook(payload)
      return true
    },
    deleteWebhook({ payload }) {
      updates.setWebhook({ ...payload, url: '' })
      return true
    },
    getWebhookInfo: () => updates.webhookInfo(),
    sendMessage: ({ payload }) => say(world, 'sendMessage', payload, { text: checkText(payload) }),
    ...mediaMethods(world),
    ...editMethods(world),
    setMessageReaction({ payload }) {
      const chat = openChat(world, payload)
      const emoji = checkReaction(chat, payload)
      record(world, 'setMessageReaction', chat, payload, { messageId: whole(payload.message_id) ?? 0, emoji })
      return true
    },
    deleteMessage({ payload }) {
      const chat = openChat(world, payload)
      const id = whole(payload.message_id) ?? 0
      const message = chat.messages.get(id)
      if (!message) throw new ApiError(400, 'Bad Request: message to delete not found')
      if (chat.type !== 'private' && !chat.administrators.has(world.bot.id))
        throw new ApiError(400, "Bad Request: message can't be deleted")
      chat.messages.delete(id)
      record(world, 'deleteMessage', chat, payload, { messageId: id })
      return true
    },
    sendChatAction({ payload }) {
      topicIn(openChat(world, payload), payload)
      if (typeof payload.action !== 'string') throw new ApiError(400, 'Bad Request: wrong parameter action in request')
      return true
    },
    answerCallbackQuery({ payload }) {
      if (typeof payload.callback_query_id !== 'string')
        throw new ApiError(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
      return true
    },
    getChatMember({ payload }) {
      const chat = openChat(world, payload)
      const id = whole(payload.user_id)
      if (id === undefined) throw new ApiError(400, 'Bad Request: invalid user_id specified')
      return { user: { id }, status: chat.administrators.has(id) ? 'administrator' : 'member' }
    },
    ...forumMethods(world),
    ...profileMethods(world),
    getFile({ payload }) {
      const file = world.files.get(String(payload.file_id))
      if (!file) throw new ApiError(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
      return { file_id: payload.file_id, file_unique_id: payload.file_id, file_path: `files/${payload.file_id}` }
    },
  }
}

interface Words {
  readonly text: string
  readonly entities: readonly Json[]
}

/** Sends: everything is checked before anything is kept. */
function say(
  world: World,
  method: string,
  payload: Json,
  content: { text?: Words; caption?: Words; file?: Json },
): Json {
  const chat = openChat(world, payload)
  const topicId = topicIn(chat, payload)
  const buttons = checkKeyboard(payload.reply_markup)
  const replyTo = checkReply(chat, payload.reply_parameters)
  const { text, caption, file = {} } = content
  const message = addMessage(world, chat, {
    from: world.bot,
    ...topicParts(chat, topicId),
    ...(replyTo === undefined ? {} : { reply_to_message: chat.messages.get(replyTo) }),
    ...(text ? { text: text.text, entities: text.entities } : {}),
    ...(caption && caption.text !== '' ? { caption: caption.text, caption_entities: caption.entities } : {}),
    ...file,
    ...(buttons.length > 0 ? { reply_markup: payload.reply_markup } : {}),
  })
  record(world, method, chat, payload, {
    messageId: message.message_id,
    words: text ?? caption,
    ...(topicId === undefined ? {} : { topicId }),
    ...(replyTo === undefined ? {} : { replyTo }),
    buttons,
  })
  return message
}

interface Recorded {
  readonly messageId: number
  readonly words?: Words | undefined
  readonly topicId?: number
  readonly replyTo?: number
  readonly emoji?: string
  readonly buttons?: readonly Json[]
}

function record(
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

const fields = {
  sendPhoto: 'photo',
  sendSticker: 'sticker',
  sendDocument: 'document',
  sendVideo: 'video',
  sendVoice: 'voice',
}

function mediaMethods(world: World): Record<string, Method> {
  return Object.fromEntries(
    Object.entries(fields).map(([method, field]): [string, Method] => [
      method,
      (parameters) => {
        const id = fileId(world, field, parameters)
        const file = { file_id: id, file_unique_id: id }
        const shown =
          field === 'photo'
            ? [
                { ...file, width: 90, height: 60 },
                { ...file, width: 900, height: 600 },
              ]
            : file
        const caption = field === 'sticker' ? {} : { caption: checkCaption(parameters.payload) }
        return say(world, method, parameters.payload, { ...caption, file: { [field]: shown } })
      },
    ]),
  )
}

function fileId(world: World, field: string, { payload, uploads }: Parameters): string {
  const given = payload[field]
  const upload = uploads.get(typeof given === 'string' ? given.replace('attach://', '') : field)
  if (upload) return keepFile(world, upload)
  if (typeof given !== 'string' || given === '')
    throw new ApiError(400, `Bad Request: there is no ${field} in the request`)
  if (/^https?:/.test(given)) {
    if (!/\.[^/]+\//.test(given)) throw new ApiError(400, 'Bad Request: wrong HTTP URL specified')
    return keepFile(world, { name: given, bytes: new Uint8Array(1) })
  }
  if (!world.files.has(given))
    throw new ApiError(400, 'Bad Request: wrong remote file identifier specified: Wrong string length')
  return given
}

function keepFile(world: World, upload: Upload): string {
  if (upload.bytes.length === 0) throw new ApiError(400, 'Bad Request: file must be non-empty')
  const id = `file-${world.nextId()}`
  world.files.set(id, upload)
  return id
}

function editMethods(world: World): Record<string, Method> {
  const edit =
    (method: string, words: (payload: Json) => Words): Method =>
    ({ payload }) => {
      const chat = openChat(world, payload)
      const before = chat.messages.get(whole(payload.message_id) ?? 0)
      if (!before) throw new ApiError(400, 'Bad Request: message to edit not found')
      if (isJson(before.from) && before.from.id !== world.bot.id)
        throw new ApiError(400, "Bad Request: message can't be edited")
      const isCaption = method === 'editMessageCaption'
      if (!isCaption && before.text === undefined)
        throw new ApiError(400, 'Bad Request: there is no text in the message to edit')
      const next = words(payload)
      const buttons = checkKeyboard(payload.reply_markup)
      const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
      if ((isCaption ? before.caption : before.text) === next.text && same(before.reply_markup, payload.reply_markup))
        throw new ApiError(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        )
      const { reply_markup: _, ...kept } = before
      const after = {
        ...kept,
        ...(isCaption ? { caption: next.text } : { text: next.text, entities: next.entities }),
        ...(buttons.length > 0 ? { reply_markup: payload.reply_markup } : {}),
        edit_date: Math.floor(world.now() / 1000),
      }
      chat.messages.set(before.message_id, after)
      record(world, method, chat, payload, { messageId: before.message_id, words: next, buttons })
      return after
    }
  return {
    editMessageText: edit('editMessageText', checkText),
    editMessageCaption: edit('editMessageCaption', checkCaption),
  }
}

function forumMethods(world: World): Record<string, Method> {
  return {
    createForumTopic({ payload }) {
      const chat = openChat(world, payload)
      if (!chat.is_forum) throw new ApiError(400, 'Bad Request: the chat is not a forum')
      const { name } = payload
      if (typeof name !== 'string' || name.length < 1 || name.length > 128)
        throw new ApiError(400, 'Bad Request: topic name is invalid')
      const note = addMessage(world, chat, { from: world.bot, forum_topic_created: { name, icon_color: 7322096 } })
      chat.topics.set(note.message_id, { name, isClosed: false })
      return { message_thread_id: note.message_id, name, icon_color: 7322096 }
    },
    editForumTopic({ payload }) {
      const chat = openChat(world, payload)
      const topic = chat.topics.get(whole(payload.message_thread_id) ?? 0)
      if (!topic) throw new ApiError(400, 'Bad Request: message thread not found')
      const { name } = payload
      if (typeof name !== 'string' || name.length > 128) throw new ApiError(400, 'Bad Request: topic name is invalid')
      if (topic.name === name) throw new ApiError(400, 'Bad Request: TOPIC_NOT_MODIFIED')
      topic.name = name
      record(world, 'editForumTopic', chat, payload, { messageId: 0 })
      return true
    },
    reopenForumTopic({ payload }) {
      const chat = openChat(world, payload)
      const topic = chat.topics.get(whole(payload.message_thread_id) ?? 0)
      if (!topic) throw new ApiError(400, 'Bad Request: message thread not found')
      if (!chat.administrators.has(world.bot.id))
        throw new ApiError(400, 'Bad Request: not enough rights to reopen the topic')
      if (!topic.isClosed) throw new ApiError(400, 'Bad Request: TOPIC_NOT_MODIFIED')
      topic.isClosed = false
      record(world, 'reopenForumTopic', chat, payload, { messageId: 0 })
      return true
    },
    getChat({ payload }) {
      const chat = openChat(world, payload)
      return { ...chatOf(chat), ...chat.full }
    },
  }
}

/** What a bot is told about itself is kept by language (and scope), and read back. */
function profileMethods(world: World): Record<string, Method> {
  const key = (what: string, payload: Json) =>
    `${what} ${payload.language_code ?? ''} ${isJson(payload.scope) ? payload.scope.type : ''}`.trim()
  const pair = (what: string, field: string, max: number): Record<string, Method> => ({
    [`setMy${what}`]: ({ payload }) => {
      const value = payload[field] ?? ''
      if (typeof value !== 'string' || value.length > max)
        throw new ApiError(400, `Bad Request: bot ${field} is too long`)
      world.profile.set(key(field, payload), value)
      return true
    },
    [`getMy${what}`]: ({ payload }) => ({ [field]: world.profile.get(key(field, payload)) ?? '' }),
  })
  return {
    ...pair('Name', 'name', 64),
    ...pair('Description', 'description', 512),
    ...pair('ShortDescription', 'short_description', 120),
    setMyCommands({ payload }) {
      const commands: unknown = payload.commands
      const isRight = (one: unknown) =>
        isJson(one) && /^[a-z0-9_]{1,32}$/.test(String(one.command)) && /^.{1,256}$/su.test(String(one.description))
      if (!Array.isArray(commands) || commands.length > 100 || !commands.every(isRight))
        throw new ApiError(400, 'Bad Request: BOT_COMMAND_INVALID')
      world.profile.set(key('commands', payload), commands)
      return true
    },
    getMyCommands: ({ payload }) => world.profile.get(key('commands', payload)) ?? [],
    setMyProfilePhoto({ payload, uploads }) {
      const { photo } = payload
      const upload =
        isJson(photo) && typeof photo.photo === 'string' ? uploads.get(photo.photo.replace('attach://', '')) : undefined
      if (!isJson(photo) || photo.type !== 'static' || !upload)
        throw new ApiError(400, 'Bad Request: profile photo must be uploaded as a file')
      world.profile.set('photo', upload)
      return true
    },
  }
}
