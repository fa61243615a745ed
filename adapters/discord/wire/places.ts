/** What is known of the servers, channels and threads the bot can see: from the gateway, or asked for when first needed. */
import { ChannelType } from 'discord.js'
import type { Api } from './api.ts'
import { failureOf } from './errors.ts'
import { isChannel, isRecord, isThreadType, records } from './payload.ts'
import { mayManage } from './permissions.ts'
import { isSnowflake } from './snowflake.ts'

export interface Place {
  readonly id: string
  readonly type: number
  readonly isDirect: boolean
  /** Absent for a direct message. */
  readonly guildId?: string
  /** The channel a thread belongs to. */
  readonly parentId?: string
  readonly name?: string
  /** A thread that is archived and locked: nobody but moderators can speak there. */
  readonly isShut: boolean
  /** Of the moment the channel was listed; `0` when it had none, absent when it never was listed. */
  readonly lastMessageId?: string
}

interface Server {
  readonly roles: ReadonlyMap<string, Role>
  readonly ownerId?: string
  /** The role Discord made for the bot itself; mentioning it mentions the bot. */
  readonly ownRole?: string
  readonly channels: Set<string>
}

interface Role {
  readonly name: string
  readonly mayManage: boolean
}

export interface Places {
  of(channelId: string): Place | undefined
  /**
   * Asks Discord for the channel, and for the roles of its server, if they are not known: a resumed session lists neither.
   * Undefined when the channel is gone or hidden. @throws when Discord cannot be asked
   */
  find(channelId: string): Promise<Place | undefined>
  /** From a channel or thread object; returns the place. */
  learn(channel: unknown, guildId?: string): Place | undefined
  /** From GUILD_CREATE: its owner, roles, channels and active threads; returns its places. From GUILD_UPDATE the first two. */
  learnServer(guild: unknown): readonly Place[]
  learnRole(guildId: unknown, role: unknown): void
  /** Whether a member with these roles may manage the server; asks Discord if it is not known. @throws when Discord cannot be asked */
  mayManage(guildId: string, userId: string, roleIds: readonly string[]): Promise<boolean>
  /** The channels and threads of the server that are known. */
  inServer(guildId: string): readonly string[]
  /** Returns the channel and its threads. */
  forget(channelId: string): readonly string[]
  /** Returns the channels it had. */
  forgetServer(guildId: string): readonly string[]
  /** Forgets places that `isLost` tells; they are listed again. */
  forgetIf(isLost: (place: Place) => boolean): void
  roleName(guildId: string | undefined, roleId: string): string | undefined
  isOwnRole(guildId: string | undefined, roleId: string): boolean
}

export function createPlaces(api: Api, botId: string): Places {
  const places = new Map<string, Place>()
  const servers = new Map<string, Server>()

  function learn(channel: unknown, guildId?: string): Place | undefined {
    const place = placeOf(channel, guildId)
    if (!place) return undefined
    places.set(place.id, place)
    if (place.guildId) servers.get(place.guildId)?.channels.add(place.id)
    return place
  }
  /** Undefined when Discord has no such thing for us. @throws when it cannot be asked */
  async function ask(route: `/${string}`): Promise<unknown> {
    try {
      return await api('GET', route)
    } catch (error) {
      if (failureOf(error).isPermanent) return undefined
      throw error
    }
  }
  function serverFrom(guild: unknown, id: string, channels: ReadonlySet<string> | undefined): Server {
    const known = [...places.values()].filter(({ guildId }) => guildId === id).map((place) => place.id)
    const server = { ...rolesIn(guild, botId), channels: new Set(channels ?? known) }
    servers.set(id, server)
    return server
  }
  async function serverOf(id: string): Promise<Server> {
    return servers.get(id) ?? serverFrom(await ask(`/guilds/${id}`), id, undefined)
  }
  return {
    of: (channelId) => places.get(channelId),
    async find(channelId) {
      const place = places.get(channelId) ?? learn(await ask(`/channels/${channelId}`))
      if (place?.guildId) await serverOf(place.guildId)
      return place
    },
    learn,
    learnServer(guild) {
      if (!isRecord(guild) || !isSnowflake(guild.id)) return []
      const { id } = guild
      serverFrom(guild, id, Array.isArray(guild.channels) ? new Set() : servers.get(id)?.channels)
      const listed = [...records(guild.channels), ...records(guild.threads)]
      return listed.map((channel) => learn(channel, id)).filter((place) => place !== undefined)
    },
    learnRole(guildId, role) {
      const server = isSnowflake(guildId) ? servers.get(guildId) : undefined
      if (!server || !isSnowflake(guildId)) return
      const { roles, ownRole } = rolesOf([role], botId)
      const own = ownRole ?? server.ownRole
      servers.set(guildId, {
        ...server,
        roles: new Map([...server.roles, ...roles]),
        ...(own ? { ownRole: own } : {}),
      })
    },
    async mayManage(guildId, userId, roleIds) {
      const { roles, ownerId } = await serverOf(guildId)
      // What everybody may stands under the id of the server.
      return userId === ownerId || [guildId, ...roleIds].some((role) => roles.get(role)?.mayManage)
    },
    inServer: (guildId) => [...(servers.get(guildId)?.channels ?? [])],
    forget(channelId) {
      const siblings = servers.get(places.get(channelId)?.guildId ?? '')?.channels ?? new Set()
      const gone = [channelId, ...[...siblings].filter((id) => places.get(id)?.parentId === channelId)]
      for (const id of gone) {
        siblings.delete(id)
        places.delete(id)
      }
      return gone
    },
    forgetServer(guildId) {
      const channels = [...(servers.get(guildId)?.channels ?? [])]
      servers.delete(guildId)
      for (const id of channels) places.delete(id)
      return channels
    },
    forgetIf(isLost) {
      for (const place of places.values()) if (isLost(place)) places.delete(place.id)
    },
    roleName: (guildId, roleId) => (guildId ? servers.get(guildId)?.roles.get(roleId)?.name : undefined),
    isOwnRole: (guildId, roleId) => guildId !== undefined && servers.get(guildId)?.ownRole === roleId,
  }
}

function placeOf(channel: unknown, guildId?: string): Place | undefined {
  if (!isChannel(channel) || !isRecord(channel)) return undefined
  const { id, type, guild_id, parent_id, name, last_message_id, thread_metadata } = channel
  const server = guildId ?? (isSnowflake(guild_id) ? guild_id : undefined)
  const thread = isRecord(thread_metadata) ? thread_metadata : {}
  return {
    id,
    type,
    isDirect: type === ChannelType.DM || type === ChannelType.GroupDM,
    isShut: thread.archived === true && thread.locked === true,
    ...(server ? { guildId: server } : {}),
    ...(isThreadType(type) && isSnowflake(parent_id) ? { parentId: parent_id } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(isSnowflake(last_message_id) ? { lastMessageId: last_message_id } : {}),
    ...(last_message_id === null ? { lastMessageId: '0' } : {}),
  }
}

function rolesIn(guild: unknown, botId: string): Omit<Server, 'channels'> {
  const { roles, owner_id: ownerId } = isRecord(guild) ? guild : {}
  return { ...rolesOf(roles, botId), ...(isSnowflake(ownerId) ? { ownerId } : {}) }
}

function rolesOf(list: unknown, botId: string): Pick<Server, 'roles' | 'ownRole'> {
  const roles = records(list)
  const own = roles.find((role) => isRecord(role.tags) && role.tags.bot_id === botId)
  return {
    roles: new Map(
      roles.map((role) => [String(role.id), { name: String(role.name), mayManage: mayManage(role.permissions) }]),
    ),
    ...(own ? { ownRole: String(own.id) } : {}),
  }
}
