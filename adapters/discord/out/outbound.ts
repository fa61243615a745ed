/** An outbound message → Discord's calls. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ChannelType, MessageFlags } from 'discord.js'
import {
  type AccountId,
  idOnPlatform,
  type OutboundMessage,
  parseThreadId,
  SendError,
  type Sent,
  type ThreadId,
  threadId,
} from '#mascot'
import type { Api, ApiFile } from '../wire/api.ts'
import { readFailure, sendErrorOf } from '../wire/errors.ts'
import { idOf } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { componentsOf } from './buttons.ts'
import { discordParts } from './format.ts'

export const MAX_LENGTH = 2000
const LONGEST_NONCE = 25
const LONGEST_THREAD_NAME = 100
/** A week, the longest Discord keeps a quiet thread listed. */
const ARCHIVE_AFTER_MINUTES = 10_080
const UNKNOWN_MESSAGE = 10008
const UNKNOWN_EMOJI = 10014
/** A reply needs Read Message History, a file Attach Files. */
const NO_HISTORY = 160002
const NO_PERMISSION = 50013
/** Nobody is pinged by what we say, whatever stands in it. */
const NO_MENTIONS = { parse: [], replied_user: false } as const

type TextMessage = Extract<OutboundMessage, { kind: 'text' }>

export interface OutboundDeps {
  readonly api: Api
  /** A send failed because the place is gone. */
  onGone(channelId: string, reason: string): void
}

export interface Outbound {
  send(message: OutboundMessage): Promise<Sent>
  edit(thread: ThreadId, messageId: string, message: OutboundMessage): Promise<void>
  openThread(staffChannel: string, title: string): Promise<ThreadId>
  openPrivate(account: AccountId): Promise<ThreadId>
  /** Never throws: typing is a courtesy. */
  showTyping(thread: ThreadId): Promise<void>
}

export function createOutbound({ api, onGone }: OutboundDeps): Outbound {
  /** @throws {SendError} */
  async function attempt<T>(channelId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const failure = readFailure(error)
      if (failure.isGone) onGone(channelId, failure.message)
      throw sendErrorOf(failure)
    }
  }
  return {
    async send(message) {
      const channelId = channelOf(message.threadId)
      return await attempt(channelId, () =>
        message.kind === 'text'
          ? sendText(api, channelId, message)
          : message.kind === 'reaction'
            ? react(api, channelId, message)
            : takeDown(api, channelId, message.messageId),
      )
    },
    async edit(thread, messageId, message) {
      const channelId = channelOf(thread)
      await attempt(channelId, async () => {
        const [content = '', ...more] = message.kind === 'text' ? partsOf(message) : []
        if (message.kind !== 'text' || more.length > 0)
          throw new SendError('a message cannot be changed to this: too long, or no words', { isPermanent: true })
        const { components, flags } = bodyOf(message)
        const body = { content, components, flags, allowed_mentions: NO_MENTIONS }
        await api('PATCH', `/channels/${channelId}/messages/${messageId}`, { body })
      })
    },
    openPrivate: (account) => attempt(account, () => openPrivate(api, account)),
    openThread: (staffChannel, title) => attempt(staffChannel, () => openThread(api, staffChannel, title)),
    async showTyping(thread) {
      await api('POST', `/channels/${channelOf(thread)}/typing`).catch(() => {})
    },
  }
}

/** @throws {SendError} permanent, for a thread that is none of Discord's */
function channelOf(thread: ThreadId): string {
  const [channelId] = parseThreadId(thread).parts
  if (isSnowflake(channelId)) return channelId
  throw new SendError(`${thread} is no channel of Discord's`, { isPermanent: true })
}

/**
 * With `enforce_nonce` Discord answers a repeated nonce with the message it already has, for some minutes: a send that was
 * accepted and not recorded does not become two.
 */
async function sendText(api: Api, channelId: string, message: TextMessage): Promise<Sent> {
  const parts = partsOf(message)
  const { components, flags, embeds, files } = { ...bodyOf(message), ...(await mediaOf(message)) }
  let messageId = ''
  for (const [index, content] of parts.entries()) {
    const isFirst = index === 0
    const isLast = index === parts.length - 1
    const body = {
      content,
      nonce: nonceOf(message.id, index),
      enforce_nonce: true,
      allowed_mentions: NO_MENTIONS,
      flags,
      ...(isFirst && isSnowflake(message.replyTo)
        ? { message_reference: { message_id: message.replyTo, fail_if_not_exists: false } }
        : {}),
      ...(isFirst && embeds ? { embeds } : {}),
      ...(isLast ? { components } : {}),
    }
    const sent = await post(api, `/channels/${channelId}/messages`, body, isFirst ? (files ?? []) : [])
    messageId = idOf(sent) ?? messageId
  }
  return { messageId }
}

/** Where a permission is missing for the picture or the reply, the words go out without it. */
async function post(
  api: Api,
  route: `/${string}`,
  body: { readonly content: string; readonly message_reference?: object },
  files: readonly ApiFile[],
): Promise<unknown> {
  try {
    return await api('POST', route, { body, files })
  } catch (error) {
    const { code } = readFailure(error)
    const { message_reference: reference, ...unreferenced } = body
    if (code === NO_HISTORY && reference) return await post(api, route, unreferenced, files)
    if (code === NO_PERMISSION && files.length > 0 && body.content !== '') return await post(api, route, body, [])
    throw error
  }
}

/** At least one part, which is empty for a picture without words. */
function partsOf(message: TextMessage): readonly string[] {
  const { leftOver } = componentsOf(message.buttons ?? [])
  const { media, speaker } = message
  const link = media?.url !== undefined && !isPicture(media.kind) ? [media.url] : []
  // All posts carry the bot's name, so a person who speaks for themselves is named in theirs.
  const name = speaker.kind === 'person' ? speaker.name.replace(/[*\s]+/g, ' ').trim() : ''
  const parts = discordParts(
    [`${name === '' ? '' : `*${name}:*\n`}${message.text}`, ...leftOver, ...link].join('\n'),
    MAX_LENGTH,
  )
  return parts.length > 0 ? parts : ['']
}

function bodyOf(message: TextMessage) {
  const hasShownLink = message.hasPreview === true || message.media?.url !== undefined
  return {
    components: componentsOf(message.buttons ?? []).rows,
    flags: hasShownLink ? 0 : MessageFlags.SuppressEmbeds,
  }
}

function isPicture(kind: NonNullable<TextMessage['media']>['kind']): boolean {
  return kind === 'photo' || kind === 'sticker'
}

/** A file goes along with the message; a picture on the web is shown by Discord. @throws {SendError} when the file cannot be read and there are no words */
async function mediaOf({
  media,
  text,
}: TextMessage): Promise<{ embeds?: readonly object[]; files?: readonly ApiFile[] }> {
  if (media?.path !== undefined) {
    const { path: file } = media
    const data = await readFile(file).catch((cause: unknown) => {
      // A picture never costs the words.
      if (text.trim() !== '') return undefined
      throw new SendError(`${path.basename(file)} cannot be read`, { isPermanent: true, cause })
    })
    return data ? { files: [{ name: path.basename(file), data }] } : {}
  }
  return media?.url !== undefined && isPicture(media.kind) ? { embeds: [{ image: { url: media.url } }] } : {}
}

function nonceOf(id: string, part: number): string {
  if (part === 0 && id.length <= LONGEST_NONCE) return id
  return createHash('sha256').update(`${id}#${part}`).digest('base64url').slice(0, LONGEST_NONCE)
}

/** Discord knows some emoji only with, and some only without, the sign for "shown in colour" (U+FE0F). */
async function react(
  api: Api,
  channelId: string,
  { emoji, messageId }: Extract<OutboundMessage, { kind: 'reaction' }>,
): Promise<Sent> {
  const own = /^<?a?:?(\w{2,32}):(\d{15,20})>?$/.exec(emoji)
  const plain = emoji.replaceAll('\ufe0f', '')
  const forms = own ? [`${own[1]}:${own[2]}`] : [...new Set([emoji, plain, `${plain}\ufe0f`])]
  for (const [index, form] of forms.entries()) {
    try {
      await api('PUT', `/channels/${channelId}/messages/${messageId}/reactions/${encodeURIComponent(form)}/@me`)
      break
    } catch (error) {
      if (readFailure(error).code !== UNKNOWN_EMOJI || index === forms.length - 1) throw error
    }
  }
  return { messageId }
}

/** Needs Manage Messages. What is gone already is as it should be. */
async function takeDown(api: Api, channelId: string, messageId: string): Promise<Sent> {
  try {
    await api('DELETE', `/channels/${channelId}/messages/${messageId}`)
  } catch (error) {
    if (readFailure(error).code !== UNKNOWN_MESSAGE) throw error
  }
  return { messageId }
}

/** A post in a forum needs a first message; a thread in a text channel does not. */
async function openThread(api: Api, staffChannel: string, title: string): Promise<ThreadId> {
  const channel = await api('GET', `/channels/${staffChannel}`)
  const type = typeof channel === 'object' && channel !== null && 'type' in channel ? channel.type : undefined
  const isForum = type === ChannelType.GuildForum || type === ChannelType.GuildMedia
  const name = [...title.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_THREAD_NAME).join('') || '…'
  const kind = type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread
  const [content = name] = discordParts(name, MAX_LENGTH)
  const body = {
    name,
    auto_archive_duration: ARCHIVE_AFTER_MINUTES,
    ...(isForum ? { message: { content, allowed_mentions: NO_MENTIONS } } : { type: kind }),
  }
  const id = idOf(await api('POST', `/channels/${staffChannel}/threads`, { body }))
  if (!id) throw new SendError('Discord gave no thread', { isPermanent: false })
  return threadId('discord', id)
}

/** The bot's private channel with a member; Discord refuses the first message there, not the channel, to who takes none. */
async function openPrivate(api: Api, account: AccountId): Promise<ThreadId> {
  const recipient_id = idOnPlatform(account)
  const id = isSnowflake(recipient_id)
    ? idOf(await api('POST', '/users/@me/channels', { body: { recipient_id } }))
    : undefined
  if (!id) throw new SendError(`${account} cannot be written to in private`, { isPermanent: true })
  return threadId('discord', id)
}
