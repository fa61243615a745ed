/** What happens besides messages: edits, deletions, reactions, doors that open and close. A gateway event → thread events. */
import { ChannelType } from 'discord.js'
import { soundEvent, type ThreadEvent } from '#mascot'
import { isMessage, isRecord, records } from '../wire/payload.ts'
import type { Places } from '../wire/places.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { accountOf, threadOf } from '../wire/thread.ts'
import { asSaid, inboundMessage, placed, type Reader, readable } from './inbound.ts'
import type { Reacted, ReactionSets } from './reaction-sets.ts'

export interface EventDeps {
  readonly reader: Reader
  readonly places: Places
  readonly reactions: ReactionSets
  /** Whether anything was ever heard in the channel. */
  isKnown(channelId: string): boolean
}

/**
 * Event of a channel. `at` in epoch ms. Empty for an event that means nothing to us. Also keeps `places` up to date.
 * @throws for one that is not shaped as Discord says.
 */
export function threadEvents(event: string, data: unknown, at: number, deps: EventDeps): readonly ThreadEvent[] {
  return eventsIn(event, data, at, deps).map(soundEvent)
}

function eventsIn(event: string, data: unknown, at: number, deps: EventDeps): readonly ThreadEvent[] {
  if (!isRecord(data)) return []
  switch (event) {
    case 'MESSAGE_UPDATE':
      return edited(data, at, deps)
    case 'MESSAGE_DELETE':
      return deleted(data.channel_id, [data.id], at)
    case 'MESSAGE_DELETE_BULK':
      return deleted(data.channel_id, Array.isArray(data.ids) ? data.ids : [], at)
    case 'GUILD_MEMBER_REMOVE':
      return leftServer(data, at, deps)
    case 'MESSAGE_REACTION_ADD':
      return reacted([deps.reactions.add(data)], at, deps.reader)
    case 'MESSAGE_REACTION_REMOVE':
      return reacted([deps.reactions.remove(data)], at, deps.reader)
    case 'MESSAGE_REACTION_REMOVE_ALL':
    case 'MESSAGE_REACTION_REMOVE_EMOJI':
      return reacted(deps.reactions.clear(data), at, deps.reader)
    default:
      return doors(event, data, at, deps)
  }
}

/** Discord also updates a message when a link's preview arrives or it is pinned; only a person's edit has a time. */
function edited(data: unknown, now: number, { reader, places }: EventDeps): readonly ThreadEvent[] {
  if (!isMessage(data) || data.edited_timestamp === null || data.edited_timestamp === undefined) return []
  if (data.author.bot || data.author.id === reader.botId || data.webhook_id !== undefined) return []
  const at = Date.parse(data.edited_timestamp)
  const place = places.of(data.channel_id)
  const said = inboundMessage(data, place, reader)
  return [
    {
      kind: 'edited',
      threadId: threadOf(data.channel_id),
      messageId: data.id,
      text: asSaid(readable(data.content, data, data.guild_id, reader), placed(place, reader)),
      ...(said?.isMention ? { isMention: true } : {}),
      ...(said?.mentions ? { mentions: said.mentions } : {}),
      ...(said && data.attachments ? { attachments: said.attachments ?? [] } : {}),
      at: Number.isNaN(at) ? now : at,
    },
  ]
}

function deleted(channelId: unknown, ids: readonly unknown[], at: number): readonly ThreadEvent[] {
  const messageIds = ids.filter(isSnowflake)
  if (!isSnowflake(channelId) || messageIds.length === 0) return []
  return [{ kind: 'deleted', threadId: threadOf(channelId), messageIds, at }]
}

/** Went, or was made to go: out of every channel of the server. */
function leftServer(
  { guild_id: server, user }: Readonly<Record<string, unknown>>,
  at: number,
  { places, reader, isKnown }: EventDeps,
): readonly ThreadEvent[] {
  const id = isRecord(user) && user.bot !== true ? user.id : undefined
  if (!isSnowflake(server) || !isSnowflake(id) || id === reader.botId) return []
  return places
    .inServer(server)
    .filter(isKnown)
    .map((channel) => gone(channel, id, at))
}

function gone(channelId: string, userId: string, at: number): ThreadEvent {
  return { kind: 'left', threadId: threadOf(channelId), accountId: accountOf(userId), at }
}

function reacted(changes: readonly (Reacted | undefined)[], at: number, { botId }: Reader): readonly ThreadEvent[] {
  return changes
    .filter((change) => change !== undefined)
    .filter(({ userId }) => userId !== botId)
    .map(({ channelId, messageId, userId, emojis }) => ({
      kind: 'reacted',
      threadId: threadOf(channelId),
      messageId,
      accountId: accountOf(userId),
      emojis,
      at,
    }))
}

function doors(
  event: string,
  data: Readonly<Record<string, unknown>>,
  at: number,
  deps: EventDeps,
): readonly ThreadEvent[] {
  const { places } = deps
  const id = isSnowflake(data.id) ? data.id : undefined
  if (!id) return []
  switch (event) {
    case 'CHANNEL_CREATE':
    case 'CHANNEL_UPDATE':
      places.learn(data)
      return []
    case 'THREAD_CREATE':
    case 'THREAD_UPDATE':
      return thread(id, data, event === 'THREAD_CREATE', at, deps)
    case 'THREAD_MEMBERS_UPDATE':
      return membership(id, data, at, deps)
    case 'CHANNEL_DELETE': {
      // Its threads go with it, without events of their own.
      const [channel, ...threads] = places.forget(id)
      const gone = [...(channel ? [channel] : []), ...threads.filter((one) => deps.isKnown(one))]
      return gone.map((one) => closed(one, 'the channel was deleted', at))
    }
    case 'THREAD_DELETE':
      places.forget(id)
      return [closed(id, 'the thread was deleted', at)]
    case 'GUILD_DELETE': {
      // `unavailable`: an outage of Discord's, which ends by itself.
      if (data.unavailable === true) return []
      const left = places.forgetServer(id).filter((channel) => deps.isKnown(channel))
      return left.map((channel) => closed(channel, 'the bot was removed from the server', at))
    }
    default:
      return []
  }
}

/** A thread we did not know, or knew as shut, and that is open: someone opened it again, or let us in. */
function thread(
  id: string,
  data: Readonly<Record<string, unknown>>,
  isNew: boolean,
  at: number,
  { places, isKnown }: EventDeps,
): readonly ThreadEvent[] {
  const earlier = places.of(id)
  const place = places.learn(data)
  if (!place) return []
  if (place.isShut) return earlier?.isShut ? [] : [closed(id, 'the thread was closed by its moderators', at)]
  const wasOpen = earlier !== undefined && !earlier.isShut
  if (wasOpen || (isNew && !isKnown(id))) return []
  return [{ kind: 'opened', threadId: threadOf(id), at }]
}

function membership(
  id: string,
  data: Readonly<Record<string, unknown>>,
  at: number,
  { reader, places, isKnown }: EventDeps,
): readonly ThreadEvent[] {
  // Out of a public thread's members the bot still can speak there.
  const isPrivate = places.of(id)?.type === ChannelType.PrivateThread
  const removed = isPrivate && Array.isArray(data.removed_member_ids) ? data.removed_member_ids.filter(isSnowflake) : []
  if (removed.includes(reader.botId)) return [closed(id, 'the bot was removed from the thread', at)]
  if (records(data.added_members).some((member) => member.user_id === reader.botId))
    return [{ kind: 'opened', threadId: threadOf(id), at }]
  // Whoever goes out of a public one may still write there.
  return isKnown(id) ? removed.map((member) => gone(id, member, at)) : []
}

function closed(channelId: string, reason: string, at: number): ThreadEvent {
  return { kind: 'closed', threadId: threadOf(channelId), reason, at }
}
