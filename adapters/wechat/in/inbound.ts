/** What WeChat pushes → what the core hears. Pure. */
import { createHash } from 'node:crypto'
import {
  type Attachment,
  accountId,
  type Heard,
  type InboundMessage,
  readCommand,
  SECOND_MS,
  type ThreadEvent,
  threadId,
} from '#mascot'
import type { Fields } from '../wire/xml.ts'

export const PLATFORM = 'wechat'
const SCENE = 'qrscene_'

/** Of a code that was scanned, or a menu of the account. */
export interface Around {
  /** Epoch ms. */
  readonly now: number
  /** The value of a button by what WeChat gives back of it. */
  valueOf(id: string): string | undefined
  /** What an item of the account's menu reads, by its key. */
  labelOf(key: string): string | undefined
}

/** Undefined where nothing in it concerns us. */
export function heardOf(fields: Fields, around: Around): Heard | undefined {
  const { FromUserName: fan = '', MsgType: type = '' } = fields
  if (fan === '' || type === '') return undefined
  return type === 'event' ? fromEvent(fields, around) : { messages: [fromMessage(fields, around)] }
}

/** Messages have an id of their own; an event is known by whose, when and what it is, since two may fall into one second. */
export function idOf({ MsgId, FromUserName = '', CreateTime = '', Event = '', EventKey = '', Ticket = '' }: Fields) {
  if (MsgId !== undefined && MsgId !== '') return MsgId
  const what = createHash('sha256')
    .update([FromUserName, Event.toLowerCase(), EventKey, Ticket].join('\n'))
    .digest('hex')
  return `event-${CreateTime}-${what.slice(0, 12)}`
}

/** The second begins then: its end would lie in the future. */
function sentAt({ CreateTime = '' }: Fields, now: number): number {
  return /^\d{1,12}$/.test(CreateTime) ? Number(CreateTime) * SECOND_MS : now
}

function base(fields: Fields, { now }: Around): Omit<InboundMessage, 'text'> {
  const { FromUserName: fan = '' } = fields
  return {
    ...{ threadId: threadId(PLATFORM, fan), id: idOf(fields), sentAt: sentAt(fields, now), surface: 'direct' },
    ...{ author: { accountId: accountId(PLATFORM, fan), name: '', isBot: false }, isMention: true },
  }
}

function fromMessage(fields: Fields, around: Around): InboundMessage {
  const { MsgType = '', Content = '', bizmsgmenuid } = fields
  const attachment = attachmentOf(fields)
  if (attachment) return { ...base(fields, around), text: fields.Recognition ?? '', attachments: [attachment] }
  if (MsgType === 'link') {
    const text = [fields.Title, fields.Description, fields.Url].filter(Boolean).join('\n')
    return { ...base(fields, around), text: text, forwarded: {} }
  }
  if (MsgType !== 'text') return { ...base(fields, around), text: '', unreadable: MsgType.slice(0, 40) }
  const text = Content
  const button = bizmsgmenuid === undefined ? undefined : around.valueOf(bizmsgmenuid)
  // A tap gives less room than words do, whether we know the item or not.
  if (bizmsgmenuid !== undefined)
    return { ...base(fields, around), text, ...(button === undefined ? { opens: 'menu' } : { button }) }
  const command = readCommand(text)
  return { ...base(fields, around), text, ...(command && { command }) }
}

function attachmentOf({ MsgType, MediaId, Format, ...fields }: Fields): Attachment | undefined {
  const ref = MediaId !== undefined && MediaId !== '' ? { ref: MediaId } : {}
  switch (MsgType) {
    case 'image':
      return { kind: 'photo', ...ref }
    case 'voice':
      return { kind: 'voice', ...ref, ...(Format && { mime: `audio/${Format}` }) }
    case 'video':
    case 'shortvideo':
      return { kind: 'video', ...ref }
    case 'file':
      return { kind: 'document', ...(fields.Title && { name: fields.Title }) }
    case 'location': {
      const where = [fields.Location_X, fields.Location_Y].filter(Boolean).join(', ')
      return { kind: 'location', description: fields.Label || where }
    }
    default:
      return undefined
  }
}

function fromEvent(fields: Fields, around: Around): Heard | undefined {
  const { FromUserName: fan = '', Event = '', EventKey = '' } = fields
  const thread = threadId(PLATFORM, fan)
  const at = sentAt(fields, around.now)
  const opened: ThreadEvent = { kind: 'opened', threadId: thread, at }
  const start = (scene: string, opens: 'follow' | 'scan'): InboundMessage => ({
    ...base(fields, around),
    ...{ text: `/start ${scene}`.trim(), command: { name: 'start', args: scene }, opens },
  })
  switch (Event.toLowerCase()) {
    case 'subscribe':
      return {
        messages: [start(EventKey.startsWith(SCENE) ? EventKey.slice(SCENE.length) : '', 'follow')],
        events: [opened],
      }
    case 'scan':
      return { messages: [start(EventKey, 'scan')] }
    case 'unsubscribe':
      return {
        messages: [],
        events: [{ kind: 'closed', threadId: thread, reason: 'the fan does not follow the account any more', at }],
      }
    case 'click': {
      const command = readCommand(EventKey)
      const tapped = command
        ? { text: EventKey, command }
        : { text: around.labelOf(EventKey) ?? EventKey, button: EventKey }
      return { messages: [{ ...base(fields, around), ...tapped, opens: 'menu' }] }
    }
    case 'scancode_push':
    case 'scancode_waitmsg':
      return { messages: [], events: [{ kind: 'reopened', threadId: thread, by: 'menu', messageId: idOf(fields), at }] }
    default:
      return undefined
  }
}
