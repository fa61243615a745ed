/** What was said on Slack → an inbound message; undefined for what no member said. Pure. */
import { type Command, type InboundMessage, type RepliedTo, readCommand, sound } from '#mascot'
import type { Data } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import { accountOf, isPrivate, isTs, threadOf, timeOf } from '../wire/names.ts'
import { attachmentsOf, kindOfUnreadable, sharedIn } from './attachments.ts'
import { mentionedIn, readable } from './readable.ts'

/** Who we are there. */
export interface Own {
  readonly user?: string
  readonly bot?: string
  readonly team?: string
}

export interface Known {
  readonly name: string
  readonly lang?: string
  readonly isAdmin?: boolean
  readonly isBot?: boolean
}

/** What reading needs to know besides the message. */
export interface Reader {
  readonly own: Own
  /** The persona's name, which stands where we are mentioned. */
  readonly name: string
  readonly commands: ReadonlySet<string>
  readonly staffChannel?: string
  /** Of those who were asked for; undefined where nobody knows. */
  member(user: string): Known | undefined
  /** The message at the head of a thread, where it was asked for. */
  head(channel: string, ts: string): Data | undefined
}

/** Kinds of message that somebody said; the others tell what happened. */
const said = new Set(['', 'file_share', 'thread_broadcast', 'me_message', 'bot_message', 'file_comment'])

export const isOwn = ({ user, bot_id: bot }: Data, own: Own): boolean =>
  (own.user !== undefined && user === own.user) || (own.bot !== undefined && bot === own.bot)

/** Whether it is something that somebody said. */
export const isSaid = (message: Data): boolean =>
  said.has(text(message.subtype)) && isTs(text(message.ts)) && message.hidden !== true

/** In private all is one talk; in a channel each thread is one of its own. */
export function threadIn(channel: string, message: Data) {
  const ts = text(message.thread_ts)
  return threadOf(channel, !isPrivate(channel) && isTs(ts) && ts !== message.ts ? ts : undefined)
}

/** Of those whose names the words of a message need. */
export function usersIn(message: Data): readonly string[] {
  const raw = [text(message.text), ...list(message.attachments).map((one) => text(one.text))].join(' ')
  return [...new Set([text(message.user), ...mentionedIn(raw)])].filter(Boolean)
}

export function inboundMessage(channel: string, message: Data, reader: Reader): InboundMessage | undefined {
  const { own } = reader
  if (!isSaid(message) || isOwn(message, own)) return undefined
  const isDirect = isPrivate(channel)
  const words = wordsOf(message, reader)
  const shared = sharedIn(message, own.user)
  const passedOn = shared && readable(shared.raw, namesOf(reader)).text
  const isForwarded = shared !== undefined && words.text.trim() === ''
  const attachments = [...attachmentsOf(message), ...(isForwarded ? shared.files : [])]
  // Slack takes a slash at the very start for itself, so that commands are typed behind a space.
  const whole = isForwarded ? (passedOn ?? '') : words.text.replace(/^\s+(?=\/)/, '')
  const isStaff = channel === reader.staffChannel
  const isMention = own.user !== undefined && words.mentions.includes(own.user)
  const others = words.mentions.filter((user) => user !== own.user)
  const replyTo =
    (!isForwarded && shared?.quoted(passedOn ?? '')) || (isStaff ? undefined : replyIn(channel, message, reader))
  const command = isForwarded ? undefined : commandIn(whole, isMention || isDirect, reader)
  return sound({
    ...{ threadId: threadIn(channel, message), id: text(message.ts), sentAt: timeOf(message.ts) ?? 0 },
    author: authorOf(message, reader),
    surface: isDirect ? 'direct' : 'group',
    text: whole,
    isMention: isDirect || isMention || command !== undefined,
    ...(replyTo && { replyTo }),
    ...(isForwarded && { forwarded: shared.forwarded }),
    ...(words.links.length > 0 && { links: words.links }),
    ...(others.length > 0 && { mentions: others.map(accountOf) }),
    ...(attachments.length > 0 && { attachments }),
    ...(whole.trim() === '' && attachments.length === 0 && { unreadable: kindOfUnreadable(message) }),
    ...(command && { command }),
    ...(isStaff && { isStaffThread: true }),
  })
}

const namesOf =
  ({ own, name, member }: Reader) =>
  (user: string) =>
    user === own.user ? name : member(user)?.name

export function wordsOf(message: Data, reader: Reader) {
  return readable(text(message.text), namesOf(reader))
}

function authorOf(message: Data, { member }: Reader): InboundMessage['author'] {
  const [user, bot] = [text(message.user), text(message.bot_id)]
  const known = member(user)
  const shown = text(message.username) || text(part(message, 'bot_profile').name)
  return {
    accountId: accountOf(user || bot || 'unknown'),
    name: known?.name || shown,
    isBot: bot !== '' || known?.isBot === true,
    ...(known?.isAdmin && { isAdmin: true }),
    ...(known?.lang !== undefined && { lang: known.lang }),
  }
}

/** Slack itself hears what begins with a slash, so that commands come behind a mention or a space, as words. */
function commandIn(words: string, isOurs: boolean, { name, commands }: Reader): Command | undefined {
  const bare = words.trim().startsWith(`@${name}`) ? words.trim().slice(name.length + 1) : words
  const command = readCommand(bare)
  return command && (isOurs || commands.has(command.name)) ? command : undefined
}

/** Whoever writes in a thread answers the message at its head. */
function replyIn(channel: string, message: Data, reader: Reader): RepliedTo | undefined {
  const ts = text(message.thread_ts)
  if (!isTs(ts) || ts === message.ts) return undefined
  const head = reader.head(channel, ts)
  const author = text(message.parent_user_id) || text(head?.user)
  const isToBot = (author !== '' && author === reader.own.user) || (head !== undefined && isOwn(head, reader.own))
  const words = head && !isToBot ? wordsOf(head, reader).text : ''
  const name = isToBot ? reader.name : reader.member(author)?.name
  return {
    ...{ messageId: ts, isToBot },
    ...(author !== '' && { accountId: accountOf(author) }),
    ...(name && { authorName: name }),
    ...(words !== '' && { text: words }),
  }
}
