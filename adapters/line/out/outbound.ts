/** What is to be said → up to five messages in one call: with a reply token at no charge, else as a push that LINE takes once. */
import { createHash } from 'node:crypto'
import { cutText, type Media, mediaOf, type OutboundMessage, readCard, SendError, type Sent } from '#mascot'
import { MOST_LENGTH } from '../abilities.ts'
import { type Answer, type Api, isTokenOver, Refusal } from '../wire/api.ts'
import { placeOf } from '../wire/names.ts'
import { bubbleOf } from './bubble.ts'
import type { Buttons } from './buttons.ts'
import type { ReplyTokens } from './reply-tokens.ts'

type Text = Extract<OutboundMessage, { kind: 'text' }>

const MOST_AT_ONCE = 5
const BAD = 400

export interface OutboundDeps {
  readonly api: Api
  readonly buttons: Buttons
  readonly tokens: ReplyTokens
}

/** @throws {SendError} */
export async function sendTo(deps: OutboundDeps, message: Text): Promise<Sent> {
  const { onlyFor, openly, ...rest } = message
  if (onlyFor === undefined || message.surface === 'direct') return await sendWhole(deps, message)
  // Nobody can be told alone in a group, and a member who is no friend cannot be written to.
  if (!openly) throw new SendError('it is for one member alone, who cannot be reached alone', { isPermanent: true })
  const { buttons: _, ...bare } = rest
  return await sendWhole(deps, { ...bare, ...openly, id: `${message.id}-openly` })
}

async function sendWhole(deps: OutboundDeps, message: Text): Promise<Sent> {
  const card = readCard(message)
  const bubble = card && bubbleOf(card)
  if (!card || !bubble) return await sendWords(deps, message)
  try {
    return await sendAll(deps, { ...message, buttons: card.choices }, [bubble])
  } catch (error) {
    // It is LINE that says what a bubble may be: then it is told in words.
    if (!(error instanceof Refusal && error.status === BAD)) throw error
    return await sendWords(deps, message)
  }
}

async function sendWords(deps: OutboundDeps, message: Text): Promise<Sent> {
  let files: readonly object[]
  try {
    files = mediaOf(message).map(fileMessage)
  } catch (error) {
    if (!(error instanceof SendError && error.isMediaRefused)) throw error
    return await instead(deps, message, error)
  }
  const texts = cutText(message.text, MOST_LENGTH).map((text) => ({ type: 'text', text }))
  return await sendAll(deps, message, [...files, ...texts])
}

async function sendAll(deps: OutboundDeps, message: Text, all: object[]): Promise<Sent> {
  if (all.length === 0) throw new SendError('there is nothing to say', { isPermanent: true })
  const quickReply = await deps.buttons.quickReply(message.buttons ?? [])
  if (quickReply) all.push({ ...all.pop(), quickReply })
  const ids: string[] = []
  for (let begin = 0; begin < all.length; begin += MOST_AT_ONCE) {
    const some = all.slice(begin, begin + MOST_AT_ONCE)
    const { sentMessages } = await call(deps, message, some, begin)
    const known = Array.isArray(sentMessages) ? (sentMessages as readonly { readonly id?: unknown }[]) : []
    for (const nth of some.keys()) ids.push(String(known[nth]?.id ?? `${message.id}-${begin + nth}`))
  }
  return { messageId: ids.at(-1) ?? message.id, ...(ids.length > 1 && { parts: ids }) }
}

async function call({ api, tokens }: OutboundDeps, message: Text, messages: object[], nth: number): Promise<Answer> {
  const token = nth === 0 ? tokens.take(message.threadId, message.id) : undefined
  if (token) {
    try {
      const answer = await api.post('/v2/bot/message/reply', { replyToken: token.value, messages })
      tokens.drop(message.threadId)
      return answer
    } catch (error) {
      if (!(error instanceof Refusal && isTokenOver(error))) throw error
      tokens.drop(message.threadId)
      if (token.wasTried) return {}
    }
  }
  const to = placeOf(message.threadId).id
  return await api.post('/v2/bot/message/push', { to, messages }, keyOf(`${message.id} ${nth}`))
}

/** LINE wants the form of a UUID; the same for the same text. */
function keyOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** LINE fetches files from an address that everybody can open. */
function fileMessage({ kind, url }: Media): object {
  if (url === undefined || !url.startsWith('https://') || (kind !== 'photo' && kind !== 'sticker'))
    throw new SendError('LINE takes pictures by an https address alone', { isPermanent: true, isMediaRefused: true })
  return { type: 'image', originalContentUrl: url, previewImageUrl: url }
}

async function instead(deps: OutboundDeps, message: Text, why: SendError): Promise<Sent> {
  const { media: _, moreMedia: __, ifRefused, ...rest } = message
  const text = ifRefused === undefined ? message.text : ifRefused === 'none' ? '' : ifRefused
  if (text === '') throw why
  return {
    ...(await sendWords(deps, { ...rest, text } as Text)),
    ...(ifRefused !== undefined && { isInstead: true }),
  }
}
