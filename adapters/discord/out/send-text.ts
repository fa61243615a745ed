/** Words, with or without a picture, part by part; without the picture or the reply where a permission for them is missing. */
import { createHash } from 'node:crypto'
import { mediaOf, SendError, type Sent } from '#mascot'
import type { Api, ApiFile } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import { idOf } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { bodyOf, filesOf, NO_MENTIONS, type OutboundText, partsOf } from './plan.ts'

const LONGEST_NONCE = 25
/** A reply needs Read Message History, a file Attach Files, an embed Embed Links. */
const NO_HISTORY = 160002
const NO_PERMISSION = 50013
/** Such as an embed whose picture's address Discord does not take. */
const INVALID_FORM = 50035
/**
 * Too large, taken for explicit, no valid file, too large for what it is, cannot be made smaller:
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const FILE_REFUSED: ReadonlySet<number | undefined> = new Set([40005, 20009, 50045, 50046, 50138])

/**
 * With `enforce_nonce` Discord answers a repeated nonce with the message it already has, for some minutes: a send that was
 * accepted and not recorded does not become two.
 */
export async function sendText(api: Api, channelId: string, message: OutboundText): Promise<Sent> {
  const ids: string[] = []
  try {
    return await sendWhole(api, channelId, message, ids)
  } catch (error) {
    const { code } = failureOf(error)
    const { isCard, ...words } = message
    if (isCard && ids.length === 0 && (code === NO_PERMISSION || code === INVALID_FORM))
      return await sendText(api, channelId, words)
    const isRefused =
      (error instanceof SendError && error.isMediaRefused) ||
      (mediaOf(message).length > 0 && (FILE_REFUSED.has(code) || code === NO_PERMISSION))
    if (!isRefused || message.ifRefused === undefined) throw error
    // Nothing of it stands there without the rest.
    for (const id of ids) await api('DELETE', `/channels/${channelId}/messages/${id}`).catch(() => {})
    if (message.ifRefused === 'none') throw error
    const { media: _, moreMedia: __, ifRefused: text, ...rest } = message
    return { ...(await sendWhole(api, channelId, { ...rest, text, id: `${message.id}-words` })), isInstead: true }
  }
}

/** `ids`: gets that of each message as soon as it is sent. */
async function sendWhole(api: Api, channelId: string, message: OutboundText, ids: string[] = []): Promise<Sent> {
  const { components, flags } = bodyOf(message)
  const { embeds, batches } = await filesOf(message)
  const texts = partsOf(message)
  const parts = Array.from({ length: Math.max(texts.length, batches.length) }, (_, nth) => texts[nth] ?? '')
  for (const [index, content] of parts.entries()) {
    const isFirst = index === 0
    const isLast = index === parts.length - 1
    const body = {
      content,
      nonce: nonceOf(message.id, index),
      enforce_nonce: true,
      allowed_mentions: NO_MENTIONS,
      flags,
      ...(isFirst && isSnowflake(message.replyTo)
        ? { message_reference: { message_id: message.replyTo, fail_if_not_exists: false } }
        : {}),
      ...(isFirst && embeds.length > 0 ? { embeds } : {}),
      ...(isLast ? { components } : {}),
    }
    const canLeaveOut = message.ifRefused === undefined
    const sent = await post(api, `/channels/${channelId}/messages`, body, batches[index] ?? [], canLeaveOut)
    const id = idOf(sent)
    if (id !== undefined) ids.push(id)
  }
  return sentAs(ids)
}

/** Where a permission is missing for the picture or the reply, the words go out without it. */
async function post(
  api: Api,
  route: `/${string}`,
  body: { readonly content: string; readonly message_reference?: object; readonly embeds?: readonly object[] },
  files: readonly ApiFile[],
  canLeaveOut: boolean,
): Promise<unknown> {
  try {
    return await api('POST', route, { body, files })
  } catch (error) {
    const { code } = failureOf(error)
    const { message_reference: reference, ...unreferenced } = body
    if (code === NO_HISTORY && reference) return await post(api, route, unreferenced, files, canLeaveOut)
    const { embeds, ...bare } = body
    if (code === NO_PERMISSION && (files.length > 0 || embeds) && body.content !== '' && canLeaveOut)
      return await post(api, route, bare, [], canLeaveOut)
    throw error
  }
}

/** What was said in several messages is known by all their ids. */
export function sentAs(ids: readonly string[]): Sent {
  return { messageId: ids.at(-1) ?? '', ...(ids.length > 1 && { parts: ids }) }
}

export function nonceOf(id: string, part: number): string {
  if (part === 0 && id.length <= LONGEST_NONCE) return id
  return createHash('sha256').update(`${id}#${part}`).digest('base64url').slice(0, LONGEST_NONCE)
}
