/** What the fake knows: the bot, people, chats with their messages and topics, and every call that was made. */

export type Json = Readonly<Record<string, unknown>>

/** A refusal as the Bot API words it. */
export class ApiError extends Error {
  readonly code: number
  readonly parameters: Json | undefined
  constructor(code: number, description: string, parameters?: Json) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export interface Person {
  readonly id: number
  readonly first_name: string
  readonly is_bot: boolean
  readonly username?: string
  readonly language_code?: string
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string
  first_name?: string
  is_forum?: boolean
  is_direct_messages?: boolean
  /** Members may send no polls there. */
  refusesPolls?: boolean
  /** What getChat tells besides: linked_chat_id, parent_chat. */
  full?: Json
  /** Message id of the note that opened it → name. */
  readonly topics: Map<number, { name: string; isClosed: boolean }>
  readonly administrators: Set<number>
  /** Administrators that the bot promoted. */
  readonly promoted: Set<number>
  /** What the bot may besides, as an administrator: `can_manage_tags`, `can_invite_users`. */
  readonly rights: Set<string>
  /** Links that let somebody in. */
  readonly inviteLinks: Set<string>
  /** Tags and custom titles by member. */
  readonly tags: Map<number, string>
  readonly messages: Map<number, Message>
  /** Seen by one member and the bot alone, by their ephemeral number. */
  readonly ephemeral: Map<number, Message>
  lastMessageId: number
  /** Why the bot may not write here, as the server says it. */
  shut?: { readonly code: number; readonly description: string }
  /** Absent: all that bots may use. */
  allowedReactions?: readonly string[]
  movedTo?: number
  /** The server refuses ephemeral messages here. */
  refusesEphemeral?: boolean
  /** What the server says to whatever has a file. */
  refusesFiles?: string
}

export interface Message extends Json {
  readonly message_id: number
  readonly date: number
  readonly chat: Json
}

/** Something of the bot's that the server accepted. */
export interface SentItem {
  /** The member who alone sees it. */
  readonly onlyFor?: number
  readonly method: string
  /** Epoch ms. */
  readonly at: number
  readonly chatId: number
  readonly topicId?: number
  readonly messageId: number
  readonly text: string
  readonly entities: readonly Json[]
  readonly buttons: readonly { readonly label: string; readonly value?: string; readonly url?: string }[]
  readonly replyTo?: number
  readonly emoji?: string
  readonly payload: Json
}

export interface Call {
  readonly method: string
  readonly payload: Json
  readonly at: number
  /** 200, or the code of the refusal; 0 when the connection was dropped. */
  readonly code: number
}

export interface KeptFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of a file that is larger than its bytes here. */
  readonly size?: number
  readonly kind?: string
}

export interface World {
  readonly token: string
  readonly bot: Person
  readonly canReadAll: boolean
  readonly chats: Map<number, Chat>
  readonly people: Map<number, Person>
  readonly calls: Call[]
  readonly sent: SentItem[]
  readonly profile: Map<string, unknown>
  /** False: a server from before Bot API 10.2, which passes over what it does not know. */
  knowsEphemeral: boolean
  readonly files: Map<string, KeptFile>
  /** A number used for nothing else. */
  nextId(): number
  /** Epoch ms. */
  now(): number
}

export function createWorld(options: {
  readonly token: string
  readonly username: string
  readonly canReadAll: boolean
  readonly now: () => number
}): World {
  let last = 1_000
  return {
    token: options.token,
    bot: { id: Number(options.token.split(':')[0]), is_bot: true, first_name: 'Bot', username: options.username },
    canReadAll: options.canReadAll,
    chats: new Map(),
    people: new Map(),
    calls: [],
    sent: [],
    profile: new Map(),
    knowsEphemeral: true,
    files: new Map(),
    nextId: () => ++last,
    now: options.now,
  }
}

export function addChat(world: World, chat: Pick<Chat, 'id' | 'type'> & Partial<Chat>): Chat {
  // Message 1 of a supergroup is the note of its creation, and the General topic.
  const made = {
    topics: new Map(),
    messages: new Map(),
    ephemeral: new Map(),
    administrators: new Set<number>(),
    promoted: new Set<number>(),
    rights: new Set<string>(),
    inviteLinks: new Set<string>(),
    tags: new Map<number, string>(),
    lastMessageId: chat.type === 'supergroup' ? 1 : 0,
    ...chat,
  }
  world.chats.set(made.id, made)
  return made
}

/** The chat as it stands in a message. */
export function chatOf({ id, type, title, first_name, is_forum, is_direct_messages }: Chat): Json {
  return {
    id,
    type,
    ...(title ? { title } : {}),
    ...(first_name ? { first_name } : {}),
    ...(is_forum ? { is_forum } : {}),
    ...(is_direct_messages ? { is_direct_messages } : {}),
  }
}

/** Gives the message its id and time, and keeps it. */
export function addMessage(world: Pick<World, 'now'>, chat: Chat, content: Json): Message {
  chat.lastMessageId += 1
  const message = {
    message_id: chat.lastMessageId,
    date: Math.floor(world.now() / 1000),
    chat: chatOf(chat),
    ...content,
  }
  chat.messages.set(message.message_id, message)
  return message
}

/** Seen by one member and the bot alone: its number is 0, and another counts. */
export function addEphemeral(
  world: Pick<World, 'now' | 'nextId'>,
  chat: Chat,
  receiver: Person,
  content: Json,
): Message {
  const ephemeral_message_id = chat.ephemeral.size + 1
  const message = {
    message_id: 0,
    ephemeral_message_id,
    receiver_user: receiver,
    date: Math.floor(world.now() / 1000),
    chat: chatOf(chat),
    ...content,
  }
  chat.ephemeral.set(ephemeral_message_id, message)
  return message
}

/** Where in a forum a message stands, with the note every one of its messages replies to. */
export function topicParts(chat: Chat, topicId: number | undefined): Json {
  if (topicId === undefined) return {}
  const note = chat.messages.get(topicId)
  return { message_thread_id: topicId, is_topic_message: true, ...(note ? { reply_to_message: note } : {}) }
}
