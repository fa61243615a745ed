/** Fans and groups as a test speaks of them: `await server.fan('Ana').says('hi')`. */
import { isJson } from './checks.ts'
import { shown } from './media.ts'
import { castVote } from './polls.ts'
import type { Update, Updates } from './updates.ts'
import {
  addChat,
  addEphemeral,
  addMessage,
  type Chat,
  chatOf,
  type Json,
  type Message,
  type Person,
  type SentItem,
  topicParts,
  type World,
} from './world.ts'

export interface Said {
  readonly messageId: number
  readonly chatId: number
  readonly update: Update | undefined
}

export interface Place {
  readonly chatId: number
  readonly topicId?: number
}

export interface SayOptions {
  /** Absent: in private. */
  readonly in?: Place
  readonly replyTo?: number
  /** Absent: found in the text as the real server does. */
  readonly entities?: readonly Json[]
  /** Further fields of the message: photo, caption, sticker … */
  readonly content?: Json
}

/** Of somebody who never wrote to the bot, nor pressed Start. */
const NEVER_STARTED = { code: 403, description: "Forbidden: bot can't initiate conversation with a user" }

/** The bot may write to them in private only once they have written there. */
export interface Fan {
  readonly id: number
  readonly person: Person
  readonly chatId: number
  /** They pressed Start once, before anybody listened. */
  hasStarted(): void
  says(text: string, options?: SayOptions): Promise<Said>
  /** A message without text of its own. */
  sends(content: Json, options?: SayOptions): Promise<Said>
  /** A command that nobody else in the group sees. */
  saysUnseen(text: string, options: { readonly in: Place }): Promise<Said>
  /** Several messages that the client sends as one, each an update of its own; their contents, the caption on one of them. */
  sendsAlbum(parts: readonly Json[], options?: SayOptions): Promise<readonly Said[]>
  /** A file the server keeps, as it stands in a message: `{photo: […]}`. */
  file(kind: string, name: string, content?: string, size?: number): Json
  edits(said: Pick<Said, 'chatId' | 'messageId'>, text: string): Promise<void>
  /** Another file, caption or formatting in its place. */
  changes(said: Pick<Said, 'chatId' | 'messageId'>, content: Json): Promise<void>
  /** The last message of the bot that has this button. */
  presses(label: string | RegExp, options?: { readonly in?: Place }): Promise<void>
  /** A button that opens a private talk; `/start` with what the link carries is sent there. */
  follows(label: string | RegExp, options?: { readonly in?: Place }): Promise<Said>
  /** In the last poll of the group; without an option the vote is taken back. */
  votes(option: string | undefined, options: { readonly in: Place }): Promise<void>
  reacts(said: Pick<Said, 'chatId' | 'messageId'>, emojis: readonly string[]): Promise<void>
  blocks(): Promise<void>
  unblocks(): Promise<void>
}

export interface Group extends Place {
  readonly chat: Chat
  topic(name: string): Place
  closes(topic: Place): Promise<void>
  reopens(topic: Place): Promise<void>
  removesBot(): Promise<void>
  addsBot(): Promise<void>
  /** Makes the fan an administrator. */
  promotes(fan: Fan): void
  /** What an anonymous administrator's message has in the place of a name; for `content`. */
  readonly anonymously: Json
  /** Becomes a supergroup; returns its new self. */
  grows(): Promise<Group>
}

export function createFan(world: World, updates: Updates, name: string, options: Partial<Person> = {}): Fan {
  const person: Person = { is_bot: false, id: world.nextId(), first_name: name, ...options }
  const chat = addChat(world, { id: person.id, type: 'private', first_name: name, shut: NEVER_STARTED })
  world.people.set(person.id, person)

  async function send(content: Json, { in: place, replyTo }: SayOptions = {}): Promise<Said> {
    const where = place ? (world.chats.get(place.chatId) ?? chat) : chat
    if (where.shut === NEVER_STARTED) delete where.shut
    const message = addMessage(world, where, {
      from: person,
      ...topicParts(where, place?.topicId),
      ...(replyTo === undefined ? {} : { reply_to_message: where.messages.get(replyTo) ?? {} }),
      ...content,
    })
    const isHeard = where.type === 'private' || world.canReadAll || isForBot(world, message)
    return { messageId: message.message_id, chatId: where.id, update: isHeard ? updates.push({ message }) : undefined }
  }

  async function change({ chatId, messageId }: Pick<Said, 'chatId' | 'messageId'>, content: Json): Promise<void> {
    const before = world.chats.get(chatId)?.messages.get(messageId)
    if (!before) throw new Error(`there is no message ${messageId} to edit`)
    const where = world.chats.get(chatId)
    const { entities: _, ...plain } = before
    const kept = 'text' in content ? plain : before
    const edited_message = { ...kept, ...content, edit_date: seconds(world) }
    where?.messages.set(messageId, edited_message)
    if (where?.type === 'private' || world.canReadAll || isForBot(world, edited_message))
      updates.push({ edited_message })
  }

  function buttonIn(place: Place | undefined, label: string | RegExp): [Message, Json] {
    const found = lastButton(world.chats.get(place?.chatId ?? chat.id) ?? chat, label)
    if (!found) throw new Error(`no message has a button ${label}`)
    return found
  }

  async function membership(before: string, after: string): Promise<void> {
    pushMembership(world, updates, chat, person, before, after)
  }

  return {
    id: person.id,
    person,
    chatId: chat.id,
    hasStarted() {
      delete chat.shut
    },
    says: (text, options = {}) =>
      send({ text, ...found(options.entities ?? entitiesOf(text), 'entities'), ...options.content }, options),
    sends: send,
    async saysUnseen(text, { in: place }) {
      const where = world.chats.get(place.chatId) ?? chat
      const content = {
        from: person,
        ...topicParts(where, place.topicId),
        text,
        ...found(entitiesOf(text), 'entities'),
      }
      const message = addEphemeral(world, where, world.bot, content)
      return { messageId: 0, chatId: where.id, update: updates.push({ message }) }
    },
    async sendsAlbum(parts, options) {
      const media_group_id = String(world.nextId())
      return await Promise.all(parts.map((part) => send({ ...part, media_group_id }, options)))
    },
    file(kind, name, content = `bytes of ${name}`, size) {
      const id = `file-${world.nextId()}`
      world.files.set(id, { name, bytes: Buffer.from(content), kind, ...(size === undefined ? {} : { size }) })
      return shown(world, kind, id)
    },
    edits: (said, text) => change(said, { text, ...found(entitiesOf(text), 'entities') }),
    changes: change,
    async follows(label, { in: place } = {}) {
      const [, { url }] = buttonIn(place, label)
      const payload = new URL(String(url)).searchParams.get('start')
      return await send({ text: `/start ${payload}`, entities: entitiesOf('/start') })
    },
    async presses(label, { in: place } = {}) {
      const [message, { callback_data: data }] = buttonIn(place, label)
      updates.push({
        callback_query: { id: String(world.nextId()), from: person, message, chat_instance: '1', data },
      })
    },
    async votes(option, { in: place }) {
      castVote(updates, world.chats.get(place.chatId) ?? chat, person, option)
    },
    async reacts({ chatId, messageId }, emojis) {
      const where = world.chats.get(chatId) ?? chat
      updates.push({
        message_reaction: {
          chat: chatOf(where),
          message_id: messageId,
          user: person,
          date: seconds(world),
          old_reaction: [],
          new_reaction: emojis.map((emoji) => ({ type: 'emoji', emoji })),
        },
      })
    },
    async blocks() {
      chat.shut = { code: 403, description: 'Forbidden: bot was blocked by the user' }
      await membership('member', 'kicked')
    },
    async unblocks() {
      delete chat.shut
      await membership('kicked', 'member')
    },
  }
}

export function createGroup(
  world: World,
  updates: Updates,
  title: string,
  options: { readonly isForum?: boolean; readonly isBasic?: boolean } = {},
): Group {
  const type = options.isBasic ? 'group' : 'supergroup'
  const id = options.isBasic ? -world.nextId() : -1_000_000_000_000 - world.nextId()
  const chat = addChat(world, { id, type, title, ...(options.isForum ? { is_forum: true } : {}) })
  return groupOf(world, updates, chat)
}

function groupOf(world: World, updates: Updates, chat: Chat): Group {
  const owner: Person = { id: world.nextId(), is_bot: false, first_name: 'Owner' }
  const service = (content: Json, topicId?: number) =>
    updates.push({ message: addMessage(world, chat, { from: owner, ...topicParts(chat, topicId), ...content }) })
  return {
    chatId: chat.id,
    chat,
    topic(name) {
      const note = addMessage(world, chat, { from: owner, forum_topic_created: { name, icon_color: 7322096 } })
      chat.topics.set(note.message_id, { name, isClosed: false })
      return { chatId: chat.id, topicId: note.message_id }
    },
    async closes({ topicId = 0 }) {
      const topic = chat.topics.get(topicId)
      if (topic) topic.isClosed = true
      service({ forum_topic_closed: {} }, topicId)
    },
    async reopens({ topicId = 0 }) {
      const topic = chat.topics.get(topicId)
      if (topic) topic.isClosed = false
      service({ forum_topic_reopened: {} }, topicId)
    },
    promotes: ({ id }) => void chat.administrators.add(id),
    anonymously: {
      from: { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: chatOf(chat),
    },
    async removesBot() {
      chat.shut = { code: 403, description: `Forbidden: bot was kicked from the ${chat.type} chat` }
      pushMembership(world, updates, chat, owner, 'member', 'kicked')
    },
    async addsBot() {
      delete chat.shut
      pushMembership(world, updates, chat, owner, 'left', 'member')
    },
    async grows() {
      const next = addChat(world, {
        id: -1_000_000_000_000 - world.nextId(),
        type: 'supergroup',
        title: chat.title ?? '',
        administrators: chat.administrators,
      })
      chat.movedTo = next.id
      service({ migrate_to_chat_id: next.id })
      updates.push({ message: addMessage(world, next, { from: owner, migrate_from_chat_id: chat.id }) })
      return groupOf(world, updates, next)
    },
  }
}

function pushMembership(world: World, updates: Updates, chat: Chat, by: Person, before: string, after: string): void {
  updates.push({
    my_chat_member: {
      chat: chatOf(chat),
      from: by,
      date: seconds(world),
      old_chat_member: { user: world.bot, status: before, ...(before === 'kicked' ? { until_date: 0 } : {}) },
      new_chat_member: { user: world.bot, status: after, ...(after === 'kicked' ? { until_date: 0 } : {}) },
    },
  })
}

/** What reaches a bot in privacy mode (core.telegram.org/bots/features#privacy-mode). */
function isForBot(world: World, message: Message): boolean {
  const text = String(message.text ?? message.caption ?? '')
  const replied = message.reply_to_message
  const isReply = isJson(replied) && isJson(replied.from) && replied.from.id === world.bot.id
  return isReply || text.startsWith('/') || text.toLowerCase().includes(`@${world.bot.username?.toLowerCase()}`)
}

/** Entities the server finds by itself. */
function entitiesOf(text: string): Json[] {
  const find = (type: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ type, offset: index, length: match.length }))
  return [
    ...find('bot_command', /(?<![\w/])\/\w{1,32}(?:@\w{3,})?/g),
    ...find('mention', /(?<![\w/])@\w{3,}/g),
    ...find('url', /https?:\/\/\S+/g),
  ].sort((a, b) => a.offset - b.offset)
}

function lastButton(chat: Chat, label: string | RegExp): [Message, Json] | undefined {
  for (const message of [...chat.messages.values(), ...chat.ephemeral.values()].toSorted(byDate).reverse()) {
    const rows = isJson(message.reply_markup) ? message.reply_markup.inline_keyboard : undefined
    const buttons: unknown[] = Array.isArray(rows) ? rows.flat() : []
    for (const button of buttons) {
      if (!isJson(button)) continue
      const text = String(button.text)
      if (typeof label === 'string' ? text === label : label.test(text)) return [message, button]
    }
  }
  return undefined
}

function byDate(a: Message, b: Message): number {
  return a.date - b.date
}

export function sentIn(world: World, { chatId, topicId }: Place): readonly SentItem[] {
  return world.sent.filter((item) => item.chatId === chatId && (topicId === undefined || item.topicId === topicId))
}

function found(entities: readonly Json[], name: string): Json {
  return entities.length > 0 ? { [name]: entities } : {}
}

function seconds(world: World): number {
  return Math.floor(world.now() / 1000)
}
