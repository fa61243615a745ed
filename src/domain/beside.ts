/** What a message holds beside its words and files, as people who were not there need it told: a short line each, for which no fan's words can be taken. */
import type { Attachment, InboundMessage, RepliedTo } from './message.ts'

export type Beside = Pick<InboundMessage, 'replyTo' | 'forwarded' | 'links' | 'unreadable'>

/** Of words answered, a beginning tells which they are. */
const ANSWERED_LENGTH = 300

export function besideOf({ replyTo, forwarded, links, unreadable }: InboundMessage): Beside {
  return {
    ...(replyTo && { replyTo }),
    ...(forwarded && { forwarded }),
    ...(links && { links }),
    ...(unreadable !== undefined && { unreadable }),
  }
}

/**
 * What we say of a message to people who read it: a line of its own that begins with a sign of ours. Words of others stand behind
 * a name or behind `┆`, and never begin a line, so that none of theirs passes for it, whatever they write.
 */
export function ofOurs(told: string): string {
  return `↳ ${inline(told)}`
}

export function besideInWords({ replyTo, forwarded, links = [], unreadable }: Beside): readonly string[] {
  return [
    ...(replyTo ? answeredInWords(replyTo) : []),
    ...(forwarded ? [forwarded.from ? `forwarded from ${inline(forwarded.from)}` : 'forwarded'] : []),
    ...links.map(({ text, url }) => `“${inline(text)}” leads to ${inline(url)}`),
    ...(unreadable === undefined ? [] : [`cannot be read here: ${inline(unreadable)}`]),
  ]
}

/** The platform's bare word that something is answered tells a reader nothing. */
function answeredInWords({ authorName, text, isQuote, attachments = [] }: RepliedTo): string[] {
  const files = attachments.map((one) => `[${attachmentName(one)}]`).join(' ')
  const words = text === undefined ? '' : `“${shortAnswered(text)}”`
  const what = [words, files].filter(Boolean).join(' ')
  if (what === '') return authorName ? [`answers ${inline(authorName)}`] : []
  return [`${isQuote ? 'quotes' : 'answers'} ${authorName ? `${inline(authorName)}: ` : ''}${what}`]
}

/** Of no common kind is called what its platform calls it: `checklist: Packing - soap`. */
export function attachmentName({ kind, name, description }: Attachment): string {
  const what = kind === 'other' ? (name ?? 'something else') : kind
  const told = description ?? (kind === 'other' ? undefined : name)
  return told === undefined || told === '' ? inline(what) : inline(`${what}: ${told}`)
}

export function shortAnswered(text: string): string {
  const line = inline(text)
  return line.length > ANSWERED_LENGTH ? `${line.slice(0, ANSWERED_LENGTH - 1).toWellFormed()}…` : line
}

/** On one line: a break in it could begin a line that passes for somebody else's. */
function inline(text: string): string {
  return text.replaceAll(/[\s\u0085]+/gu, ' ').trim()
}
