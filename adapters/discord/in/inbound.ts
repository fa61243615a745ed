/** A Discord message → an inbound message, or null for what no person said. Pure. */
import { MessageReferenceType, MessageType } from 'discord.js'
import { type Command, type InboundMessage, readCommand, sound } from '#mascot'
import { attachmentsOf } from '../wire/attachments.ts'
import { isMessage, type WireMessage } from '../wire/payload.ts'
import type { Place } from '../wire/places.ts'
import { timeOf } from '../wire/snowflake.ts'
import { accountOf, threadOf } from '../wire/thread.ts'
import { lightMarkdown } from './light-markdown.ts'
import { shownIn } from './shown-words.ts'

/** What reading needs to know besides the message. */
export interface Reader {
  readonly botId: string
  /** The persona's name, which stands where the bot is mentioned. */
  readonly name: string
  /** Commands of ours: in a server a bare `/help` may be meant for any of its bots, so there only these are heard. */
  readonly commands: ReadonlySet<string>
  readonly staffChannel?: string
  placeOf(channelId: string): Place | undefined
  roleName(guildId: string | undefined, roleId: string): string | undefined
  isOwnRole(guildId: string | undefined, roleId: string): boolean
}

const spoken: ReadonlySet<number> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
])

/**
 * `place`: where it was said, undefined when Discord will not tell; then it counts as a server's channel.
 * @throws for a message that is not shaped as Discord says.
 */
export function inboundMessage(message: WireMessage, place: Place | undefined, reader: Reader): InboundMessage | null {
  if (!spoken.has(message.type ?? MessageType.Default)) return null
  const { author, mentions = [], mention_roles: roles = [] } = message
  const guildId = message.guild_id ?? place?.guildId
  const forwarded = message.message_snapshots?.[0]?.message
  const shown = [shownIn(message, isPerson(message)), ...(forwarded ? [shownIn(forwarded)] : [])]
  const words = shown.map((each) => each.text).filter(Boolean)
  const where = placed(place, reader)
  const text = asSaid(
    readable(
      words.join('\n'),
      forwarded ? { mentions: [...mentions, ...(forwarded.mentions ?? [])] } : message,
      guildId,
      reader,
    ),
    where,
  )
  const links = shown.flatMap((each) => each.links)
  const attachments = [...attachmentsOf(message), ...(forwarded ? attachmentsOf(forwarded) : [])]
  const others = mentions.filter(({ id }) => id !== reader.botId).map(({ id }) => accountOf(id))
  const replyTo = replyOf(message, guildId, reader)
  const isNamed =
    mentions.some(({ id }) => id === reader.botId) || roles.some((role) => reader.isOwnRole(guildId, role))
  const command = typedCommand(message.content, isNamed || place?.isDirect === true, reader)
  return sound({
    threadId: threadOf(message.channel_id),
    id: message.id,
    sentAt: Date.parse(message.timestamp ?? '') || timeOf(message.id),
    author: {
      accountId: accountOf(author.id),
      name: message.member?.nick ?? author.global_name ?? author.username,
      isBot: !isPerson(message),
    },
    surface: place?.isDirect ? 'direct' : 'group',
    text,
    isMention: isNamed || command !== undefined,
    ...(author.id === reader.botId ? { isOwn: true } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(others.length > 0 ? { mentions: others } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(forwarded ? { forwarded: {} } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(text.trim() === '' && attachments.length === 0 ? { unreadable: kindOf(message) } : {}),
    ...(command ? { command } : {}),
    ...where,
  })
}

/** Words of staff keep the form that they gave them. */
export function asSaid(text: string, { isStaffThread }: Pick<InboundMessage, 'isStaffThread'>): string {
  return isStaffThread ? lightMarkdown(text) : text
}

function isPerson({ author, webhook_id: webhook }: WireMessage): boolean {
  return author.bot !== true && webhook === undefined
}

/** What to call a message in which nothing can be read. */
function kindOf({ message_snapshots: snapshots = [], components = [], embeds = [] }: WireMessage): string {
  if (snapshots.length > 0) return 'forward'
  if (components.length > 0) return 'components'
  return embeds.length > 0 ? 'embed' : 'empty'
}

/** A command sent as words, as Discord does with one that is not registered yet; a mention may stand before it. */
function typedCommand(content: string, isOurs: boolean, { commands }: Reader): Command | undefined {
  const command = readCommand(content.replace(/^\s*<@[!&]?\d{1,20}>/, ''))
  return command && (isOurs || commands.has(command.name)) ? command : undefined
}

export function placed(
  place: Place | undefined,
  { staffChannel }: Reader,
): Pick<InboundMessage, 'threadTitle' | 'isStaffThread' | 'channel'> {
  const isStaff = staffChannel !== undefined && (place?.id === staffChannel || place?.parentId === staffChannel)
  return {
    ...(place?.name ? { threadTitle: place.name } : {}),
    ...(place?.parentId ? { channel: threadOf(place.parentId) } : {}),
    ...(isStaff ? { isStaffThread: true } : {}),
  }
}

function replyOf(message: WireMessage, guildId: string | undefined, reader: Reader): InboundMessage['replyTo'] {
  const reference = message.message_reference
  const isReply = message.type === MessageType.Reply || message.referenced_message
  if (!isReply || !reference?.message_id) return undefined
  if (reference.type === MessageReferenceType.Forward) return undefined
  const messageId = reference.message_id
  const answered = message.referenced_message
  // Only its being a record was checked: what it lacks is left out, and never costs the reply.
  if (!isMessage(answered)) return { messageId, isToBot: false }
  const { author } = answered
  const text = readable(shownIn(answered, isPerson(answered)).text, answered, guildId, reader)
  const attachments = attachmentsOf(answered)
  return {
    messageId,
    isToBot: author.id === reader.botId,
    accountId: accountOf(author.id),
    authorName: author.id === reader.botId ? reader.name : (author.global_name ?? author.username),
    ...(text === '' ? {} : { text }),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

/** Discord's marks for members, channels, roles, emoji, commands and times → what the fan sees. */
export function readable(
  content: string,
  message: Pick<WireMessage, 'mentions'>,
  guildId: string | undefined,
  reader: Reader,
): string {
  const nameOf = (id: string) => {
    if (id === reader.botId) return reader.name
    const user = message.mentions?.find((mentioned) => mentioned.id === id)
    return user?.global_name ?? user?.username
  }
  return content
    .replace(/<@!?(\d{1,20})>/g, (mark, id: string) => prefixed('@', nameOf(id), mark))
    .replace(/<@&(\d{1,20})>/g, (mark, id: string) =>
      prefixed('@', reader.isOwnRole(guildId, id) ? reader.name : reader.roleName(guildId, id), mark),
    )
    .replace(/<#(\d{1,20})>/g, (mark, id: string) => prefixed('#', reader.placeOf(id)?.name, mark))
    .replace(/<a?:(\w{2,32}):\d{1,20}>/g, ':$1:')
    .replace(/<\/([^:>\n]{1,100}):\d{1,20}>/g, '/$1')
    .replace(/<t:(-?\d{1,13})(?::[tTdDfFsSR])?>/g, (mark, seconds: string) => timeText(Number(seconds)) ?? mark)
}

function prefixed(sign: string, name: string | undefined, mark: string): string {
  return name ? `${sign}${name}` : mark
}

function timeText(seconds: number): string | undefined {
  const time = new Date(seconds * 1000)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace(/:\d\d\.\d+Z$/, 'Z')
}
