/** Whether a message, or what happened to one, is what its type says: payloads of a platform are typed by its documentation, and nobody checked them. */
import type { ThreadEvent } from './event.ts'
import type { AccountId, ThreadId } from './ids.ts'
import type { InboundMessage } from './message.ts'

/** A part that stood in no payload is in no id: `telegram:undefined`, `telegram:NaN`. */
const NO_ID = /(?:^|:)(?:undefined|null|NaN|-?Infinity|true|false|%5Bobject.*)?(?=:|$)/

/** Returns it as it is. @throws {TypeError} naming the first field that is not as it should be */
export function sound(message: InboundMessage): InboundMessage {
  const field = unsoundIn(message)
  if (field !== undefined) throw new TypeError(`a message whose ${field} is none`)
  return message
}

/** The same for what happened in a thread. */
export function soundEvent<E extends ThreadEvent>(event: E): E {
  if (!isId(event.threadId) || !Number.isFinite(event.at) || !hasItsOwn(event))
    throw new TypeError(`an event of the kind ${event.kind} that is none`)
  return event
}

interface Some {
  readonly messages: readonly InboundMessage[]
  readonly events?: readonly ThreadEvent[]
}

/** What of it is as its types say. `passedOver` is told why of each other one, so that it costs none of those beside it. */
export function soundOnes({ messages, events = [] }: Some, passedOver: (err: unknown) => void): Required<Some> {
  const isSound =
    <One>(check: (one: One) => unknown) =>
    (one: One): boolean => {
      try {
        check(one)
        return true
      } catch (err) {
        passedOver(err)
        return false
      }
    }
  return { messages: messages.filter(isSound(sound)), events: events.filter(isSound(soundEvent)) }
}

function hasItsOwn(event: ThreadEvent): boolean {
  switch (event.kind) {
    case 'edited':
      return isText(event.messageId) && isText(event.text)
    case 'deleted':
      return isList(event.messageIds) && event.messageIds.every(isText)
    case 'moved':
      return isId(event.to)
    case 'closed':
      return isText(event.reason)
    case 'opened':
      return true
    case 'left':
      return isId(event.accountId)
    case 'reopened':
      return isText(event.by)
    case 'undelivered':
      return isText(event.messageId) && isText(event.reason)
    case 'voted':
      return isText(event.messageId) && isId(event.accountId) && isPlaceOrNone(event.choice)
    case 'reacted':
      return isText(event.messageId) && isId(event.accountId) && isList(event.emojis) && event.emojis.every(isText)
  }
}

function unsoundIn(message: InboundMessage): string | undefined {
  const {
    threadId,
    id,
    sentAt,
    text,
    author,
    surface,
    replyTo,
    attachments = [],
    links = [],
    mentions = [],
    parts = [],
  } = message
  const isThere: Readonly<Record<string, boolean>> = {
    threadId: isId(threadId),
    id: isText(id) && id !== '' && !NO_ID.test(`id:${id}`),
    sentAt: Number.isFinite(sentAt),
    text: isText(text),
    surface: surface === 'direct' || surface === 'group',
    author:
      isId(author.accountId) && isText(author.name) && typeof author.isBot === 'boolean' && isTextOrNone(author.lang),
    replyTo:
      replyTo === undefined ||
      (isText(replyTo.messageId) &&
        !NO_ID.test(`id:${replyTo.messageId}`) &&
        isTextOrNone(replyTo.text) &&
        isTextOrNone(replyTo.authorName)),
    attachments:
      isList(attachments) &&
      attachments.every(
        (one) => isText(one.kind) && [one.ref, one.url, one.mime, one.name, one.description].every(isTextOrNone),
      ),
    links: isList(links) && links.every((one) => isText(one.text) && isText(one.url)),
    mentions: isList(mentions) && mentions.every(isId),
    parts: isList(parts) && parts.every(isText),
    command: message.command === undefined || (isText(message.command.name) && isText(message.command.args)),
    button: isTextOrNone(message.button),
    threadTitle: isTextOrNone(message.threadTitle),
    forwarded: isTextOrNone(message.forwarded?.from),
  }
  return Object.keys(isThere).find((field) => !isThere[field])
}

function isPlaceOrNone(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || isText(value)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isId(id: ThreadId | AccountId): boolean {
  return isText(id) && id.includes(':') && !NO_ID.test(id)
}
