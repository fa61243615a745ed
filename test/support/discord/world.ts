/** What the wire fake of Discord holds: servers, channels, messages, people; rendered as Discord's API renders them. */
import { EventEmitter } from 'node:events'

const EPOCH_MS = 1_420_070_400_000

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type Payload = { readonly [key: string]: Json }

export interface User {
  readonly id: string
  username: string
  readonly global_name: string | null
  readonly bot?: boolean
  avatar: string | null
}

export interface Message {
  readonly id: string
  readonly channel: Channel
  readonly author: User
  readonly type: number
  /** ISO 8601 */
  readonly sentAt: string
  content: string
  editedAt: string | null
  /** Everything else, as the wire shows it. */
  more: Payload
  readonly nonce?: string
  /** Emoji → ids of those who reacted. */
  readonly reactions: Map<string, Set<string>>
}

export interface Channel {
  readonly id: string
  readonly type: number
  readonly guild?: Guild
  readonly parentId?: string
  readonly recipient?: User
  name: string
  readonly messages: Message[]
  /** The bot has it in its list: false for an archived thread, a hidden channel. */
  isListed: boolean
  isArchived: boolean
  /** Of a forum that wants one with every post: their ids. */
  tags: string[]
  isLocked: boolean
  /** A private talk whose fan takes no messages from the bot. */
  isShut?: boolean
  /** Discord's error code to whatever has a file. */
  refusesFiles?: number
  /** Discord's error code to whoever opens a thread in it. */
  refusesThreads?: number
  /** The bot lacks Create Polls here. */
  refusesPolls?: boolean
  /** The bot lacks Embed Links here. */
  refusesEmbeds?: boolean
  lastMessageId: string | null
}

export interface Guild {
  readonly id: string
  readonly name: string
  readonly roles: Payload[]
  /** What the bot may do there besides. */
  readonly botMay: Set<'manage roles' | 'create invites'>
  readonly channels: Set<Channel>
  joinedAt: string
  isMember: boolean
  ownerId: string
  /** How far its members have boosted it, 0–3. */
  premiumTier?: number
  /** Roles of members besides @everyone's, by user id. */
  readonly rolesOf: Map<string, string[]>
}

export interface World {
  /** Epoch ms. */
  readonly now: () => number
  /** A server that says the least it can, with ids that only count up. */
  readonly isLean: boolean
  readonly bot: User
  /** Further bots, by their token. */
  readonly otherBots: Map<string, User>
  readonly applicationId: string
  /** What the Developer Portal has switched on; bits as the platform counts them. */
  applicationFlags: number
  description: string
  commands: Payload[]
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  readonly users: Map<string, User>
  /** What Discord's file servers hold, by path. */
  readonly files: Map<string, Uint8Array>
  /** Codes that let somebody in. */
  readonly invites: Set<string>
  nextId(): string
  addUser(name: string, isBot?: boolean): User
  addGuild(name: string): Guild
  addChannel(options: Partial<Channel> & { readonly type: number; readonly name: string }): Channel
  addMessage(channel: Channel, author: User, content: string, more?: Payload, nonce?: string): Message
  /** Rings whenever anything changed, for tests that wait. */
  readonly changed: EventEmitter
}

export function createWorld(now: () => number, isLean = false): World {
  let last = isLean ? 1_000n : 0n
  const changed = new EventEmitter()
  changed.setMaxListeners(0)
  function nextId(): string {
    const id = isLean ? last + 1n : BigInt(Math.max(Math.trunc(now()) - EPOCH_MS, 1)) << 22n
    last = id > last ? id : last + 1n
    return String(last)
  }
  const world: World = {
    now,
    files: new Map(),
    isLean,
    bot: { id: nextId(), username: 'bot', global_name: null, bot: true, avatar: null },
    otherBots: new Map(),
    applicationId: nextId(),
    applicationFlags: 1 << 19,
    description: '',
    commands: [],
    guilds: new Map(),
    invites: new Set(),
    channels: new Map(),
    users: new Map(),
    changed,
    nextId,
    addUser(name, isBot = false) {
      const user: User = {
        id: nextId(),
        username: name.toLowerCase(),
        global_name: name,
        avatar: null,
        ...(isBot ? { bot: true } : {}),
      }
      world.users.set(user.id, user)
      return user
    },
    addGuild(name) {
      const id = nextId()
      const roles = [
        { id, name: '@everyone', permissions: '309237763136' },
        { id: nextId(), name: 'Regulars', permissions: '0' },
        { id: nextId(), name: 'Bot', permissions: '0', managed: true, tags: { bot_id: world.bot.id } },
        { id: nextId(), name: 'Moderators', permissions: '32' },
      ]
      const guild: Guild = {
        id,
        name,
        roles,
        botMay: new Set(),
        channels: new Set(),
        joinedAt: new Date(now() - 1_000).toISOString(),
        isMember: true,
        ownerId: nextId(),
        rolesOf: new Map(),
      }
      world.guilds.set(id, guild)
      return guild
    },
    addChannel(options) {
      const channel: Channel = {
        id: nextId(),
        messages: [],
        isListed: true,
        isArchived: false,
        tags: [],
        isLocked: false,
        lastMessageId: null,
        ...options,
      }
      world.channels.set(channel.id, channel)
      channel.guild?.channels.add(channel)
      return channel
    },
    addMessage(channel, author, content, more = {}, nonce) {
      const message: Message = {
        id: nextId(),
        channel,
        author,
        type: typeof more.type === 'number' ? more.type : 0,
        sentAt: new Date(now()).toISOString(),
        content,
        editedAt: null,
        more,
        reactions: new Map(),
        ...(nonce === undefined ? {} : { nonce }),
      }
      channel.messages.push(message)
      channel.lastMessageId = message.id
      return message
    },
  }
  world.users.set(world.bot.id, world.bot)
  return world
}

export function isThread({ type }: Channel): boolean {
  return type >= 10 && type <= 12
}

export function userJson({ id, username, global_name, bot, avatar }: User): Payload {
  return { id, username, global_name, avatar, discriminator: '0', ...(bot ? { bot } : {}) }
}

export function channelJson(channel: Channel): Payload {
  const { id, type, guild, parentId, recipient, name, lastMessageId } = channel
  return {
    id,
    type,
    last_message_id: lastMessageId,
    ...(channel.tags.length > 0
      ? { flags: 1 << 4, available_tags: channel.tags.map((tag) => ({ id: tag, name: 'case', moderated: false })) }
      : {}),
    ...(guild ? { guild_id: guild.id, name } : {}),
    ...(parentId ? { parent_id: parentId } : {}),
    ...(recipient ? { recipients: [userJson(recipient)] } : {}),
    ...(isThread(channel)
      ? {
          thread_metadata: {
            archived: channel.isArchived,
            locked: channel.isLocked,
            auto_archive_duration: 1440,
            archive_timestamp: new Date(0).toISOString(),
          },
        }
      : {}),
  }
}

/** As the gateway sends it; REST leaves `guild_id` and `member` out. */
export function messageJson(message: Message, world: World, isForGateway: boolean): Payload {
  const { id, channel, author, type, sentAt, content, editedAt, more, nonce } = message
  const mentioned = [...content.matchAll(/<@!?(\d+)>/g)].map(([, user = '']) => world.users.get(user))
  const roles = [...content.matchAll(/<@&(\d+)>/g)].map(([, role = '']) => role)
  const { pings, ...shown } = more
  const pinged = Array.isArray(pings) ? pings.map((user) => world.users.get(String(user))) : []
  const mentions = [...new Set([...mentioned, ...pinged])].filter((user) => user !== undefined)
  return {
    id,
    channel_id: channel.id,
    type,
    content,
    author: userJson(author),
    timestamp: sentAt,
    edited_timestamp: editedAt,
    tts: false,
    pinned: false,
    mention_everyone: /@(?:everyone|here)/.test(content),
    mentions: mentions.map(userJson),
    mention_roles: roles,
    attachments: [],
    embeds: [],
    components: [],
    ...(nonce === undefined ? {} : { nonce }),
    ...shown,
    ...(isForGateway && channel.guild ? { guild_id: channel.guild.id, member: memberJson(channel.guild, author) } : {}),
  }
}

export function memberJson(guild: Guild, { id }: User): Payload {
  return { nick: null, roles: guild.rolesOf.get(id) ?? [] }
}

/** The bit field of what the member may in the server, as it stands in an interaction. */
export function permissionsIn(guild: Guild, { id }: User): string {
  const held = guild.roles.filter((role) => role.id === guild.id || guild.rolesOf.get(id)?.includes(String(role.id)))
  return String(held.reduce((all, role) => all | BigInt(String(role.permissions)), 0n))
}

export function guildJson(guild: Guild): Payload {
  const listed = [...guild.channels].filter((channel) => channel.isListed)
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    premium_tier: guild.premiumTier ?? 0,
    joined_at: guild.joinedAt,
    unavailable: false,
    roles: guild.roles,
    channels: listed.filter((channel) => !isThread(channel)).map(channelJson),
    threads: listed.filter((channel) => isThread(channel) && !channel.isArchived).map(channelJson),
    members: [],
    emojis: [],
    stickers: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    voice_states: [],
    presences: [],
    features: [],
    large: false,
    member_count: 2,
  }
}
