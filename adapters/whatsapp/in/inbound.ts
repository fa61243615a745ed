/** What WhatsApp pushes → what the core hears. One push may hold many messages, and reports of ours, of several numbers. Pure. */
import {
  type Attachment,
  accountId,
  type Heard,
  type InboundMessage,
  readCommand,
  SECOND_MS,
  type ThreadEvent,
} from '#mascot'
import { isWindow, reasonOf } from '../wire/errors.ts'
import { PLATFORM, threadOf } from '../wire/names.ts'

type Data = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const part = (data: Data, name: string): Data => {
  const value = data[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}
}
const list = (value: unknown): readonly Data[] =>
  Array.isArray(value) ? value.filter((one): one is Data => typeof one === 'object' && one !== null) : []

/** Numbers that are not ours are left out, and named in `strange`. `now`: epoch ms. */
export function heardOf(
  push: Data,
  { numbers, now }: { readonly numbers: readonly string[]; readonly now: number },
): { readonly heard: Heard; readonly strange: readonly string[] } {
  const messages: InboundMessage[] = []
  const events: ThreadEvent[] = []
  const strange = new Set<string>()
  const values = list(push.entry).flatMap((entry) => list(entry.changes).map((change) => part(change, 'value')))
  for (const value of values) {
    const number = text(part(value, 'metadata').phone_number_id)
    if (!numbers.includes(number)) {
      if (number !== '') strange.add(number)
      continue
    }
    const contacts = list(value.contacts)
    for (const one of list(value.messages)) {
      const found = fromMessage(one, { number, contacts, now })
      messages.push(...found.messages)
      events.push(...(found.events ?? []))
    }
    for (const one of list(value.statuses)) events.push(...fromStatus(one, number, now))
  }
  return { heard: { messages, events }, strange: [...strange] }
}

interface Around {
  readonly number: string
  readonly contacts: readonly Data[]
  readonly now: number
}

/**
 * Whom it is from: by the id that WhatsApp gives the business for a fan, which stays when they keep their telephone number to themselves;
 * an older push knows the number alone.
 */
function fanOf(message: Data, contacts: readonly Data[]): { readonly id: string; readonly name: string } {
  const phone = text(message.from)
  const own = text(message.from_user_id)
  const contact =
    contacts.find(
      ({ wa_id: waId, user_id: userId }) => (own !== '' && userId === own) || (phone !== '' && waId === phone),
    ) ?? (contacts.length === 1 ? contacts[0] : undefined)
  return { id: own || text(contact?.user_id) || phone, name: text(part(contact ?? {}, 'profile').name) }
}

function fromMessage(message: Data, { number, contacts, now }: Around): Heard {
  const { id: fan, name } = fanOf(message, contacts)
  const id = text(message.id)
  if (fan === '' || id === '') return { messages: [] }
  const thread = threadOf(number, fan)
  const account = accountId(PLATFORM, fan)
  const at = timeOf(message.timestamp, now)
  const type = text(message.type)
  if (type === 'reaction') {
    const { message_id: to, emoji } = part(message, 'reaction')
    const emojis = text(emoji) === '' ? [] : [text(emoji)]
    return {
      messages: [],
      events: [{ kind: 'reacted', threadId: thread, messageId: text(to), accountId: account, emojis, at }],
    }
  }
  if (type === 'system') {
    const { type: what, wa_id: next, user_id: nextOwn } = part(message, 'system')
    const to = text(nextOwn) || text(next)
    if (what !== 'user_changed_number' || to === '' || to === fan) return { messages: [] }
    return { messages: [], events: [{ kind: 'moved', threadId: thread, to: threadOf(number, to), at }] }
  }
  const context = part(message, 'context')
  const to = text(context.id)
  const isForwarded = context.forwarded === true || context.frequently_forwarded === true
  const base: InboundMessage = {
    ...{ threadId: thread, id, sentAt: at, surface: 'direct', isMention: true, text: '' },
    author: { accountId: account, name, isBot: false },
    ...(to !== '' && {
      replyTo: { messageId: to, isToBot: text(context.from) !== '' && context.from !== message.from },
    }),
    ...(isForwarded && { forwarded: {} }),
  }
  return { messages: [{ ...base, ...contentOf(message, type, isForwarded) }] }
}

type Content = Partial<InboundMessage> & { readonly text: string }

function contentOf(message: Data, type: string, isForwarded: boolean): Content {
  switch (type) {
    case 'text': {
      const words = text(part(message, 'text').body)
      const command = isForwarded ? undefined : readCommand(words)
      return { text: words, ...(command && { command }) }
    }
    case 'button': {
      const { payload, text: label } = part(message, 'button')
      return { text: text(label), button: text(payload) }
    }
    case 'interactive': {
      const interactive = part(message, 'interactive')
      const chosen = { ...part(interactive, 'button_reply'), ...part(interactive, 'list_reply') } as Data
      return text(chosen.id) === ''
        ? { text: '', unreadable: text(interactive.type) || 'interactive' }
        : { text: text(chosen.title), button: text(chosen.id) }
    }
    case 'request_welcome':
      return { text: '/start', command: { name: 'start', args: '' }, opens: 'follow' }
    case 'location': {
      const { name, address, latitude, longitude } = part(message, 'location')
      const where = [text(name), text(address), [latitude, longitude].join(', ')].filter(Boolean).join(', ')
      return { text: '', attachments: [{ kind: 'location', description: where }] }
    }
    case 'contacts': {
      const names = list(message.contacts).map((one) => text(part(one, 'name').formatted_name))
      return { text: '', attachments: names.map((description) => ({ kind: 'contact', description })) }
    }
    default: {
      const file = attachmentOf(type, part(message, type))
      if (file) return { text: text(part(message, type).caption), attachments: [file] }
      return { text: '', unreadable: (type || 'nothing').slice(0, 40) }
    }
  }
}

const kinds: Readonly<Record<string, Attachment['kind']>> = {
  ...{ image: 'photo', video: 'video', audio: 'audio', document: 'document', sticker: 'sticker' },
}

function attachmentOf(type: string, { id, mime_type: mime, filename, voice }: Data): Attachment | undefined {
  const kind = type === 'audio' && voice === true ? 'voice' : kinds[type]
  if (kind === undefined) return undefined
  return {
    kind,
    ...(text(id) !== '' && { ref: text(id) }),
    ...(text(mime) !== '' && { mime: text(mime) }),
    ...(text(filename) !== '' && { name: text(filename) }),
  }
}

/** What was taken may still not arrive. That it was sent, delivered or read comes in any order, and changes nothing. */
function fromStatus(status: Data, number: string, now: number): readonly ThreadEvent[] {
  const fan = text(status.recipient_user_id) || text(status.recipient_id)
  if (status.status !== 'failed' || fan === '') return []
  const code = Number(list(status.errors)[0]?.code ?? 0)
  return [
    {
      ...{ kind: 'undelivered', threadId: threadOf(number, fan), messageId: text(status.id), reason: reasonOf(code) },
      ...(isWindow(code) && { isWindowClosed: true }),
      at: timeOf(status.timestamp, now),
    },
  ]
}

/** Seconds, as text; epoch ms. */
function timeOf(value: unknown, now: number): number {
  return /^\d{9,11}$/.test(String(value)) ? Number(value) * SECOND_MS : now
}
