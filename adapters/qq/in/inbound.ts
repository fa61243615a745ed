/** What QQ pushes → what the core hears. Pure. */
import {
  type Attachment,
  accountId,
  type Heard,
  type InboundMessage,
  readCommand,
  SECOND_MS,
  type ThreadEvent,
  type ThreadId,
} from '#mascot'
import { auditId, EVENT, groupThread, PLATFORM, privateThread } from '../wire/names.ts'
import type { Push } from './push.ts'

type Data = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const part = (data: Data, name: string): Data => {
  const value = data[name]
  return typeof value === 'object' && value !== null ? (value as Data) : {}
}
const list = (value: unknown): readonly Data[] =>
  Array.isArray(value) ? value.filter((one): one is Data => typeof one === 'object' && one !== null) : []

/** Undefined where nothing in it concerns us. `now`: epoch ms. */
export function heardOf({ type, id, data }: Push, now: number): Heard | undefined {
  const event = `${EVENT}${id}`
  const fan = text(data.openid) || text(data.user_openid)
  const group = text(data.group_openid)
  const at = timeOf(data.timestamp, now)
  switch (type) {
    case 'C2C_MESSAGE_CREATE': {
      const author = text(part(data, 'author').user_openid)
      return author === '' ? undefined : one(message(data, privateThread(author), author, now))
    }
    case 'GROUP_AT_MESSAGE_CREATE':
    case 'GROUP_MESSAGE_CREATE': {
      const author = text(part(data, 'author').member_openid)
      if (author === '' || group === '') return undefined
      const isMention = type === 'GROUP_AT_MESSAGE_CREATE' || list(data.mentions).some(({ is_you: isYou }) => isYou)
      return one({ ...message(data, groupThread(group), author, now), surface: 'group', isMention })
    }
    case 'FRIEND_ADD':
      if (fan === '') return undefined
      return {
        messages: [
          {
            ...{ threadId: privateThread(fan), id: event, sentAt: at, surface: 'direct', isMention: true },
            ...{ author: { accountId: accountId(PLATFORM, fan), name: '', isBot: false } },
            ...{ text: '/start', command: { name: 'start', args: '' }, opens: 'follow' },
          },
        ],
        events: [{ kind: 'opened', threadId: privateThread(fan), at }],
      }
    case 'GROUP_ADD_ROBOT':
      if (group === '') return undefined
      return happened([
        { kind: 'opened', threadId: groupThread(group), at },
        { kind: 'reopened', threadId: groupThread(group), by: 'follow', messageId: event, at },
      ])
    case 'FRIEND_DEL':
      return fan === '' ? undefined : happened([closed(privateThread(fan), 'the fan took the bot from their list', at)])
    case 'GROUP_DEL_ROBOT':
      return group === '' ? undefined : happened([closed(groupThread(group), 'the bot was taken out of the group', at)])
    case 'INTERACTION_CREATE':
      return pressed(data, event, at)
    case 'MESSAGE_AUDIT_REJECT':
      return rejected(data, at)
    default:
      return undefined
  }
}

const one = (heard: InboundMessage): Heard => ({ messages: [heard] })
const happened = (events: readonly ThreadEvent[]): Heard => ({ messages: [], events })
const closed = (thread: ThreadId, reason: string, at: number): ThreadEvent => ({
  ...{ kind: 'closed', threadId: thread, reason, at },
})

function message(data: Data, thread: ThreadId, author: string, now: number): InboundMessage {
  const words = wordsOf(text(data.content))
  const attachments = list(data.attachments).map((file, nth) => attachmentOf(file, `${text(data.id)}/${nth}`))
  const spoken = list(data.attachments).map(({ asr_refer_text: said }) => text(said))
  const all = [words, ...spoken].filter(Boolean).join('\n')
  const command = readCommand(words)
  return {
    ...{ threadId: thread, id: text(data.id), sentAt: timeOf(data.timestamp, now), surface: 'direct', text: all },
    author: {
      ...{ accountId: accountId(PLATFORM, author), name: text(part(data, 'author').username) },
      isBot: part(data, 'author').bot === true,
    },
    isMention: true,
    ...(attachments.length > 0 && { attachments }),
    ...(command && { command }),
    ...(all === '' && attachments.length === 0 && { unreadable: 'empty' }),
  }
}

/** Where we were named stands a blank; faces of QQ's own stand as tags, whose name is in them in base64. */
function wordsOf(content: string): string {
  return content
    .replace(/<faceType=[^<>]{0,300}>/g, (tag) => {
      const [, packed = ''] = /\bext="([\w+/=]{0,400})"/.exec(tag) ?? []
      try {
        const { text: name } = JSON.parse(Buffer.from(packed, 'base64').toString()) as { text?: unknown }
        return typeof name === 'string' && name !== '' ? `[${name}]` : ''
      } catch {
        return ''
      }
    })
    .trim()
}

function attachmentOf({ content_type: type, filename, url, voice_wav_url: wav, size }: Data, ref: string): Attachment {
  const mime = text(type)
  const address = text(wav) || text(url)
  const kind = mime.startsWith('image')
    ? 'photo'
    : mime.startsWith('video')
      ? 'video'
      : mime.startsWith('voice') || mime.startsWith('audio')
        ? 'voice'
        : 'document'
  return {
    kind,
    // They have been seen without a scheme.
    ...(address !== '' && { ref, url: /^https?:/i.test(address) ? address : `https://${address.replace(/^\/+/, '')}` }),
    ...(mime.includes('/') && { mime }),
    ...(text(filename) !== '' && { name: text(filename) }),
    ...(typeof size === 'number' && size > 0 && { size }),
  }
}

function pressed(data: Data, event: string, at: number): Heard | undefined {
  const resolved = part(part(data, 'data'), 'resolved')
  const group = text(data.group_openid)
  const author = group === '' ? text(data.user_openid) : text(data.group_member_openid)
  const value = text(resolved.button_data)
  if (author === '' || value === '') return undefined
  return one({
    ...{ threadId: group === '' ? privateThread(author) : groupThread(group), id: event, sentAt: at },
    ...{ surface: group === '' ? 'direct' : 'group', text: value, button: value, isMention: true },
    author: { accountId: accountId(PLATFORM, author), name: '', isBot: false },
  })
}

function rejected(data: Data, at: number): Heard | undefined {
  const id = text(data.audit_id)
  const [fan, group] = [text(data.user_openid) || text(data.openid), text(data.group_openid)]
  if (id === '' || (fan === '' && group === '')) return undefined
  return happened([
    {
      ...{ kind: 'undelivered', threadId: group === '' ? privateThread(fan) : groupThread(group) },
      ...{ messageId: auditId(id), reason: 'QQ examined it and did not let it through', at },
    },
  ])
}

/** Text of RFC 3339, or whole seconds; epoch ms. */
function timeOf(value: unknown, now: number): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value * SECOND_MS
  if (/^\d{9,11}$/.test(text(value))) return Number(value) * SECOND_MS
  const read = Date.parse(text(value))
  return Number.isNaN(read) ? now : read
}
