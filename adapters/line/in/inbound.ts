/** What LINE pushes → what the core hears. One push may hold events of several fans; new kinds and fields may come any day. Pure. */
import { type Attachment, accountId, type Heard, type InboundMessage, readCommand, type ThreadEvent } from '#mascot'
import { PLATFORM, type PlaceKind, threadOf } from '../wire/names.ts'

export type Data = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const part = (data: Data, name: string): Data => {
  const value = data[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}
}
const list = (value: unknown): readonly Data[] =>
  Array.isArray(value) ? value.filter((one): one is Data => typeof one === 'object' && one !== null) : []

export interface Place {
  readonly kind: PlaceKind
  readonly id: string
  /** Absent: a member who has not agreed to be known. */
  readonly userId?: string
}

/** The events of a push by when they happened, since those that come again come late; what another program of the channel answers is left out. */
export function eventsOf(push: Data): readonly Data[] {
  return list(push.events)
    .filter(({ mode }) => mode !== 'standby')
    .toSorted((one, other) => Number(one.timestamp) - Number(other.timestamp))
}

/** Where something happened; undefined where it does not say. */
export function placeIn(event: Data): Place | undefined {
  const { type, userId, groupId, roomId } = part(event, 'source')
  const user = text(userId)
  const more = user === '' ? {} : { userId: user }
  if (type === 'user' && user !== '') return { kind: 'user', id: user, ...more }
  if (type === 'group' && text(groupId) !== '') return { kind: 'group', id: text(groupId), ...more }
  if (type === 'room' && text(roomId) !== '') return { kind: 'room', id: text(roomId), ...more }
  return undefined
}

/** Undefined where nothing in it concerns us. `name`: what LINE calls who did it; `now`: epoch ms. */
export function heardOf(event: Data, place: Place, name: string, now: number): Heard | undefined {
  const thread = threadOf(place.kind, place.id)
  const at = typeof event.timestamp === 'number' ? event.timestamp : now
  const isDirect = place.kind === 'user'
  const base: Omit<InboundMessage, 'id' | 'text'> = {
    ...{ threadId: thread, sentAt: at, surface: isDirect ? 'direct' : 'group', isMention: isDirect },
    author: { accountId: accountId(PLATFORM, place.userId ?? `unknown-in-${place.id}`), name, isBot: false },
  }
  const ownId = text(event.webhookEventId)
  switch (event.type) {
    case 'message':
      return { messages: [{ ...base, ...fromMessage(part(event, 'message'), isDirect) }] }
    case 'postback': {
      const { data, params } = part(event, 'postback')
      const chosen = text(part({ params }, 'params').datetime)
      return { messages: [{ ...base, id: ownId, text: chosen, button: text(data), isMention: true }] }
    }
    case 'follow':
      return {
        messages: [
          {
            ...base,
            id: ownId,
            text: '/start',
            command: { name: 'start', args: '' },
            opens: 'follow',
            isMention: true,
          },
        ],
        events: [{ kind: 'opened', threadId: thread, at }],
      }
    case 'join':
      return happened([{ kind: 'opened', threadId: thread, at }])
    case 'unfollow':
      return happened([{ kind: 'closed', threadId: thread, reason: 'the fan has blocked the account', at }])
    case 'leave':
      return happened([{ kind: 'closed', threadId: thread, reason: 'the account was taken out of the group', at }])
    case 'memberLeft': {
      const gone = list(part(event, 'left').members).map(({ userId }) => text(userId))
      return happened(
        gone.filter(Boolean).map((id) => ({ kind: 'left', threadId: thread, accountId: accountId(PLATFORM, id), at })),
      )
    }
    case 'unsend': {
      const id = text(part(event, 'unsend').messageId)
      return id === '' ? undefined : happened([{ kind: 'deleted', threadId: thread, messageIds: [id], at }])
    }
    default:
      return undefined
  }
}

const happened = (events: readonly ThreadEvent[]): Heard => ({ messages: [], events })

function fromMessage(message: Data, isDirect: boolean): Pick<InboundMessage, 'id' | 'text'> & Partial<InboundMessage> {
  const id = text(message.id)
  const quoted = text(message.quotedMessageId)
  // Whose it was LINE does not tell; whoever keeps what we sent knows.
  const more = quoted === '' ? {} : { replyTo: { messageId: quoted, isToBot: false } }
  const type = text(message.type)
  if (type === 'text') {
    const mentioned = list(part(message, 'mention').mentionees)
    const isMention = isDirect || mentioned.some(({ isSelf }) => isSelf === true)
    const words = withoutSelf(text(message.text), mentioned)
    const command = readCommand(words)
    return { id, text: words, isMention, ...more, ...(command && { command }) }
  }
  const attachment = attachmentOf(message, type)
  if (!attachment) return { id, text: '', unreadable: (type || 'nothing').slice(0, 40), ...more }
  return { id, text: '', attachments: [attachment], ...more }
}

/** Without the words by which we are named, which are no part of what was said. */
function withoutSelf(words: string, mentioned: readonly Data[]): string {
  const own = mentioned.filter(
    ({ isSelf, index, length }) => isSelf === true && Number(index) >= 0 && Number(length) > 0,
  )
  return own
    .toSorted((one, other) => Number(other.index) - Number(one.index))
    .reduce(
      (rest, { index, length }) => `${rest.slice(0, Number(index))}${rest.slice(Number(index) + Number(length))}`,
      words,
    )
    .trim()
}

function attachmentOf(message: Data, type: string): Attachment | undefined {
  const provider = part(message, 'contentProvider')
  const url = text(provider.originalContentUrl)
  const file = provider.type === 'external' ? (url === '' ? {} : { url }) : { ref: text(message.id) }
  switch (type) {
    case 'image':
      return { kind: 'photo', mime: 'image/jpeg', ...file }
    case 'video':
      return { kind: 'video', mime: 'video/mp4', ...file }
    case 'audio':
      return { kind: 'voice', mime: 'audio/mp4', ...file }
    case 'file': {
      const [name, size] = [text(message.fileName), message.fileSize]
      return {
        kind: 'document',
        ref: text(message.id),
        ...(name && { name }),
        ...(typeof size === 'number' && { size }),
      }
    }
    case 'location': {
      const { title, address, latitude, longitude } = message
      const where = [text(title), text(address), [latitude, longitude].join(', ')].filter(Boolean).join(', ')
      return { kind: 'location', description: where }
    }
    case 'sticker': {
      const words =
        text(message.text) || (Array.isArray(message.keywords) ? message.keywords.slice(0, 3).join(', ') : '')
      return { kind: 'sticker', ...(words !== '' && { description: words }) }
    }
    default:
      return undefined
  }
}
