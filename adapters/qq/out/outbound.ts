/**
 * What is to be said → replies to one message or event of the fan. QQ takes each number of a reply once: ours follows from our own id, so
 * what was sent before a crash is known again and not said twice.
 */
import { createHash } from 'node:crypto'
import { cutText, mediaOf, type OutboundMessage, parseThreadId, readCard, SendError, type Sent } from '#mascot'
import { MOST_LENGTH } from '../abilities.ts'
import type { QQOptions } from '../options.ts'
import { type Answer, type Api, codeIn, Refusal } from '../wire/api.ts'
import { areButtonsRefused, isInAudit, isLinkRefused, sendErrorOf } from '../wire/errors.ts'
import { auditId, EVENT, placeOf } from '../wire/names.ts'
import type { Buttons } from './buttons.ts'
import { upload } from './media.ts'
import { plainMarkdown, withButtons, withoutLinks } from './text.ts'

type Text = Extract<OutboundMessage, { kind: 'text' }>
type Body = Readonly<Record<string, unknown>>
const MsgType = { text: 0, markdown: 2, media: 7 } as const

export interface OutboundDeps {
  readonly api: Api
  readonly buttons: Buttons
  readonly options: Pick<QQOptions, 'domains' | 'hasButtons'>
}

/** @throws {SendError} */
export async function sendTo(deps: OutboundDeps, message: Text): Promise<Sent> {
  const { onlyFor, openly, ...rest } = message
  if (onlyFor === undefined || message.surface === 'direct') return await sendWhole(deps, message)
  // A member of a group has another name in private, and nobody knows which.
  if (!openly) throw new SendError('it is for one member alone, who cannot be reached alone', { isPermanent: true })
  const { buttons: _, ...bare } = rest
  return await sendWhole(deps, { ...bare, ...openly, id: `${message.id}-openly` })
}

async function sendWhole(deps: OutboundDeps, message: Text): Promise<Sent> {
  const { api, buttons, options } = deps
  const { kind, openId } = placeOf(parseThreadId(message.threadId).parts)
  const place = `/v2/${kind}/${encodeURIComponent(openId)}`
  const files: string[] = []
  try {
    for (const media of mediaOf(message)) files.push(await upload(api, place, media))
  } catch (error) {
    const why = asSendError(error)
    if (!why.isMediaRefused) throw why
    return await instead(deps, message, why)
  }
  const hasButtons = options.hasButtons && !isOneReply(message, files.length > 0, options.domains)
  const shown = hasButtons ? (message.buttons ?? []) : []
  const words = hasButtons ? message.text : withButtons(message.text, message.buttons ?? [])
  const pieces = cutText(withoutLinks(words, options.domains), MOST_LENGTH)
  const ids: string[] = []
  const say = async (body: Body, nth: string) =>
    void ids.push(idOf(await reply(api, place, message, body, nth), `${message.id}-${nth}`))

  const [first, ...later] = files
  if (first !== undefined) {
    const caption = shown.length > 0 ? undefined : pieces.shift()
    await say({ msg_type: MsgType.media, content: caption ?? ' ', media: { file_info: first } }, 'file-0')
  }
  for (const [nth, info] of later.entries())
    await say({ msg_type: MsgType.media, content: ' ', media: { file_info: info } }, `file-${nth + 1}`)
  for (const [nth, content] of pieces.entries()) {
    const plain = { msg_type: MsgType.text, content }
    const isLast = nth === pieces.length - 1
    if (!isLast || shown.length === 0) {
      await say(plain, `text-${nth}`)
      continue
    }
    const markdown = { msg_type: MsgType.markdown, markdown: { content: plainMarkdown(content) } }
    try {
      await say({ ...markdown, keyboard: await buttons.keyboard(shown) }, `text-${nth}`)
    } catch (error) {
      if (!(error instanceof Refusal && areButtonsRefused(error.refused.code))) throw asSendError(error)
      await say({ ...plain, content: withoutLinks(withButtons(content, shown), options.domains) }, `plain-${nth}`)
    }
  }
  const last = ids.at(-1)
  if (last === undefined) throw new SendError('there is nothing to say', { isPermanent: true })
  return { messageId: last, ...(ids.length > 1 && { parts: ids }) }
}

/** A product whose page QQ lets stand in words: with them under its picture it is one of the few replies, where buttons would make it two. */
function isOneReply(message: Text, hasPicture: boolean, domains: QQOptions['domains']): boolean {
  const card = readCard(message)
  if (!card || !hasPicture || card.choices.length > 0) return false
  return card.pages.every(({ url }) => withoutLinks(url, domains) === url)
}

async function reply(api: Api, place: string, { id, replyTo }: Text, body: Body, nth: string): Promise<Answer> {
  if (replyTo === undefined)
    throw new SendError('QQ takes words only as a reply to a fan', { isPermanent: false, isWindowClosed: true })
  const on = replyTo.startsWith(EVENT) ? { event_id: replyTo.slice(EVENT.length) } : { msg_id: replyTo }
  const whole = { ...body, ...on, msg_seq: numberOf(`${id} ${nth}`) }
  try {
    return await api.call('POST', `${place}/messages`, whole)
  } catch (error) {
    const isLink = error instanceof Refusal && isLinkRefused(error.refused.code)
    if (!isLink) throw error instanceof Refusal && areButtonsRefused(error.refused.code) ? error : asSendError(error)
  }
  // The domain is registered here and not there.
  try {
    const content = typeof body.content === 'string' ? { content: withoutLinks(body.content, []) } : {}
    return await api.call('POST', `${place}/messages`, { ...whole, ...content })
  } catch (error) {
    throw asSendError(error)
  }
}

/** From 1; the same for the same text. */
function numberOf(text: string): number {
  return (createHash('sha256').update(text).digest().readUInt32BE(0) % 2_000_000_000) + 1
}

/** What they examine is known by the examination; what was said before under the same number, by a name of ours. */
function idOf(answer: Answer, own: string): string {
  const { message_audit: audit } = (answer.data ?? {}) as { message_audit?: { audit_id?: unknown } }
  if (isInAudit(codeIn(answer))) return auditId(String(audit?.audit_id ?? own))
  return typeof answer.id === 'string' && answer.id !== '' ? answer.id : own
}

async function instead(deps: OutboundDeps, message: Text, why: SendError): Promise<Sent> {
  const { media: _, moreMedia: __, ifRefused, ...rest } = message
  const text = ifRefused === undefined ? message.text : ifRefused === 'none' ? '' : ifRefused
  if (text === '') throw why
  return {
    ...(await sendWhole(deps, { ...rest, text } as Text)),
    ...(ifRefused !== undefined && { isInstead: true }),
  }
}

export function asSendError(error: unknown): SendError {
  if (error instanceof SendError) return error
  if (error instanceof Refusal) return sendErrorOf(error.refused)
  throw error
}
