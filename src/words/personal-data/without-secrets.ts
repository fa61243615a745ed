/** What is never written down, taken out before a message is stored: card numbers and secrets. Everything after sees placeholders. */
import type { ThreadEvent } from '../../domain/event.ts'
import type { Attachment, InboundMessage, Link, RepliedTo } from '../../domain/message.ts'
import type { PersonalDataKind } from '../../domain/personal-data-kind.ts'
import { maskPersonalData, neverStored } from './personal-data.ts'

/** The same message, its `masked` telling what was taken out of its words. Staff may have to name a code, but never a card. */
export function withoutSecrets(message: InboundMessage): InboundMessage {
  const kinds: readonly PersonalDataKind[] = message.isStaffThread ? ['card'] : neverStored
  const { text, found } = maskPersonalData(message.text, { kinds })
  const bare = (other: string) => maskPersonalData(other, { kinds }).text
  const { command, attachments, author, replyTo, forwarded, links } = message
  return {
    ...message,
    text,
    author: { ...author, name: bare(author.name) },
    ...(command ? { command: { ...command, args: bare(command.args) } } : {}),
    ...(attachments ? { attachments: attachments.map((one) => described(one, bare)) } : {}),
    ...(replyTo ? { replyTo: answered(replyTo, bare) } : {}),
    ...(forwarded?.from === undefined ? {} : { forwarded: { from: bare(forwarded.from) } }),
    ...(links ? { links: links.map((one) => bareLink(one, bare)) } : {}),
    ...(found.length > 0 ? { masked: found } : {}),
  }
}

function answered(replyTo: RepliedTo, bare: (text: string) => string): RepliedTo {
  const { authorName, text, attachments } = replyTo
  return {
    ...replyTo,
    ...(authorName === undefined ? {} : { authorName: bare(authorName) }),
    ...(text === undefined ? {} : { text: bare(text) }),
    ...(attachments ? { attachments: attachments.map((one) => described(one, bare)) } : {}),
  }
}

/** The same for what happens to a message later. */
export function withoutSecretsEvent(event: ThreadEvent): ThreadEvent {
  if (event.kind !== 'edited') return event
  const { text, found } = maskPersonalData(event.text, { kinds: neverStored })
  const bare = (other: string) => maskPersonalData(other, { kinds: neverStored }).text
  const { attachments, links } = event
  return {
    ...event,
    text,
    ...(attachments ? { attachments: attachments.map((one) => described(one, bare)) } : {}),
    ...(links ? { links: links.map((one) => bareLink(one, bare)) } : {}),
    ...(found.length > 0 ? { masked: found } : {}),
  }
}

function bareLink({ text, url }: Link, bare: (text: string) => string): Link {
  return { text: bare(text), url: bare(url) }
}

function described(attachment: Attachment, bare: (text: string) => string): Attachment {
  const { name, description } = attachment
  return {
    ...attachment,
    ...(name === undefined ? {} : { name: bare(name) }),
    ...(description === undefined ? {} : { description: bare(description) }),
  }
}
