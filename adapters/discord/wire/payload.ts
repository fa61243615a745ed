/** Discord's payloads, checked where we read them: what the gateway and REST send is unknown until it passed here. */
import { type APIChannel, type APIMessage, ChannelType, type GatewayMessageCreateDispatchData } from 'discord.js'
import { isSnowflake } from './snowflake.ts'

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** A message as the gateway or REST gives it; only the gateway's knows its server and member. */
export type WireMessage = Omit<APIMessage, 'type' | 'timestamp'> &
  Partial<Pick<APIMessage, 'type' | 'timestamp'>> &
  Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'member'>>

export function isMessage(value: unknown): value is WireMessage {
  return (
    isRecord(value) &&
    isSnowflake(value.id) &&
    isSnowflake(value.channel_id) &&
    (value.type === undefined || typeof value.type === 'number') &&
    typeof value.content === 'string' &&
    isUser(value.author) &&
    areRecordsOrAbsent(value, [
      'mentions',
      'attachments',
      'sticker_items',
      'message_snapshots',
      'components',
      'embeds',
    ]) &&
    isArrayOrAbsent(value.mention_roles) &&
    (value.mentions === undefined || records(value.mentions).every(isUser)) &&
    isRecordOrNone(value.member) &&
    isRecordOrNone(value.message_reference) &&
    (isRecordOrNone(value.referenced_message) || value.referenced_message === null) &&
    isRecordOrNone(value.poll)
  )
}

function isUser(value: unknown): boolean {
  return isRecord(value) && isSnowflake(value.id) && typeof value.username === 'string'
}

function isRecordOrNone(value: unknown): boolean {
  return value === undefined || isRecord(value)
}

function isArrayOrAbsent(value: unknown): boolean {
  return value === undefined || Array.isArray(value)
}

function areRecordsOrAbsent(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => value[key] === undefined || (Array.isArray(value[key]) && value[key].every(isRecord)))
}

export function isChannel(value: unknown): value is APIChannel {
  return isRecord(value) && isSnowflake(value.id) && typeof value.type === 'number'
}

export function isThreadType(type: number): boolean {
  return (
    type === ChannelType.PublicThread || type === ChannelType.PrivateThread || type === ChannelType.AnnouncementThread
  )
}

/** The parts every kind of interaction has; the rest is looked at where it is needed. */
export type Interaction = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly token: string
  readonly type: number
}

export function isInteraction(value: unknown): value is Interaction {
  if (!isRecord(value) || !isSnowflake(value.id) || typeof value.token !== 'string') return false
  const user = isRecord(value.member) ? value.member.user : value.user
  return typeof value.type === 'number' && isUser(user)
}

/** The id of an answer such as a sent message. */
export function idOf(value: unknown): string | undefined {
  return isRecord(value) && isSnowflake(value.id) ? value.id : undefined
}
