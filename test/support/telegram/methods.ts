/** The methods of the Bot API a chat bot needs, checked as the real server does. */
import { checkCaption, checkKeyboard, checkReaction, checkText, isJson, openChat, topicIn, whole } from './checks.ts'
import { editMedia, fileMethods, mediaMethods } from './media.ts'
import { pollMethods } from './polls.ts'
import type { Parameters } from './request.ts'
import { record, say, type Words } from './say.ts'
import type { Updates } from './updates.ts'
import { ApiError, addMessage, type Chat, chatOf, type Json, type World } from './world.ts'

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
    ...fileMethods(world),
    ...editMethods(world),
    ...pollMethods(world),
    ...(world.knowsEphemeral ? ephemeralMethods(world) : {}),
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
      const isOwn = isJson(message.from) && message.from.id === world.bot.id
      if (chat.type !== 'private' && !isOwn && !chat.administrators.has(world.bot.id))
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
    createChatInviteLink({ payload }) {
      const chat = openChat(world, payload)
      if (!chat.administrators.has(world.bot.id) || !chat.rights.has('can_invite_users'))
        throw new ApiError(400, 'Bad Request: not enough rights to manage chat invite link')
      const limit = whole(payload.member_limit)
      if (limit === undefined || limit < 1 || limit > 99999)
        throw new ApiError(400, 'Bad Request: member_limit is invalid')
      const link = `https://t.me/+fake${world.nextId()}`
      chat.inviteLinks.add(link)
      return { invite_link: link, creator: world.bot, member_limit: limit }
    },
    revokeChatInviteLink({ payload }) {
      const chat = openChat(world, payload)
      const link = String(payload.invite_link)
      if (!chat.administrators.has(world.bot.id) || !chat.rights.has('can_invite_users'))
        throw new ApiError(400, 'Bad Request: not enough rights to manage chat invite link')
      if (!chat.inviteLinks.has(link)) throw new ApiError(400, 'Bad Request: INVITE_HASH_INVALID')
      chat.inviteLinks.delete(link)
      return { invite_link: link, creator: world.bot, is_revoked: true }
    },
    setChatMemberTag({ payload }) {
      const chat = openChat(world, payload)
      const [id, tag] = titleIn(payload, 'tag')
      if (chat.type !== 'supergroup') throw new ApiError(400, 'Bad Request: method is available only for supergroups')
      if (!chat.administrators.has(world.bot.id) || !chat.rights.has('can_manage_tags'))
        throw new ApiError(400, 'Bad Request: not enough rights to manage member tags')
      if (chat.administrators.has(id)) throw new ApiError(400, 'Bad Request: user is an administrator of the chat')
      return tagged(chat, id, tag)
    },
    setChatAdministratorCustomTitle({ payload }) {
      const chat = openChat(world, payload)
      const [id, title] = titleIn(payload, 'custom_title')
      if (chat.type !== 'supergroup') throw new ApiError(400, 'Bad Request: method is available only for supergroups')
      if (!chat.administrators.has(id)) throw new ApiError(400, 'Bad Request: user is not an administrator')
      if (!chat.promoted.has(id))
        throw new ApiError(400, 'Bad Request: not enough rights to change custom title of the user')
      return tagged(chat, id, title)
    },
    getChatMember({ payload }) {
      const chat = openChat(world, payload)
      const id = whole(payload.user_id)
      if (id === undefined) throw new ApiError(400, 'Bad Request: invalid user_id specified')
      return { user: { id }, status: chat.administrators.has(id) ? 'administrator' : 'member' }
    },
    ...forumMethods(world),
    ...profileMethods(world),
  }
}

/** At most 16 characters and no emoji, as https://core.telegram.org/bots/api#setchatmembertag says. */
function titleIn(payload: Json, field: string): [id: number, title: string] {
  const [id, title = ''] = [whole(payload.user_id), payload[field]]
  if (id === undefined) throw new ApiError(400, 'Bad Request: invalid user_id specified')
  if (typeof title !== 'string' || [...title].length > 16 || /\p{Extended_Pictographic}/u.test(title))
    throw new ApiError(400, `Bad Request: ${field} is invalid`)
  return [id, title]
}

function tagged(chat: Chat, id: number, title: string): true {
  if (title === '') chat.tags.delete(id)
  else chat.tags.set(id, title)
  return true
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
    editMessageMedia: (parameters) => editMedia(world, parameters),
  }
}

/** A later server's methods; an older one has no such route. */
function ephemeralMethods(world: World): Record<string, Method> {
  const target = (payload: Json) => {
    const chat = openChat(world, payload)
    const message = chat.ephemeral.get(whole(payload.ephemeral_message_id) ?? 0)
    const receiver = message?.receiver_user
    if (!message || !isJson(receiver) || receiver.id !== whole(payload.receiver_user_id))
      throw new ApiError(400, 'Bad Request: message not found')
    return { chat, message, id: whole(payload.ephemeral_message_id) ?? 0 }
  }
  return {
    editEphemeralMessageText({ payload }) {
      const { chat, message, id } = target(payload)
      const words = checkText(payload)
      chat.ephemeral.set(id, { ...message, text: words.text, entities: words.entities })
      record(world, 'editEphemeralMessageText', chat, payload, { messageId: 0, words })
      return true
    },
    deleteEphemeralMessage({ payload }) {
      const { chat, id } = target(payload)
      chat.ephemeral.delete(id)
      record(world, 'deleteEphemeralMessage', chat, payload, { messageId: 0 })
      return true
    },
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
