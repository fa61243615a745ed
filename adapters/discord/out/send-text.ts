/** Words, with or without a picture, part by part; without the picture or the reply where a permission for them is missing. */
import { createHash } from 'node:crypto'
import type { Sent } from '#mascot'
import type { Api, ApiFile } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import { idOf } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { bodyOf, mediaOf, NO_MENTIONS, type OutboundText, partsOf } from './plan.ts'

const LONGEST_NONCE = 25
/** A reply needs Read Message History, a file Attach Files. */
const NO_HISTORY = 160002
const NO_PERMISSION = 50013

/**
 * With `enforce_nonce` Discord answers a repeated nonce with the message it already has, for some minutes: a send that was
 * accepted and not recorded does not become two.
 */
export async function sendText(api: Api, channelId: string, message: OutboundText): Promise<Sent> {
  const parts = partsOf(message)
  const { components, flags, embeds, files } = { ...bodyOf(message), ...(await mediaOf(message)) }
  let messageId = ''
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
      ...(isFirst && embeds ? { embeds } : {}),
      ...(isLast ? { components } : {}),
    }
    const sent = await post(api, `/channels/${channelId}/messages`, body, isFirst ? (files ?? []) : [])
    messageId = idOf(sent) ?? messageId
  }
  return { messageId }
}

/** Where a permission is missing for the picture or the reply, the words go out without it. */
async function post(
  api: Api,
  route: `/${string}`,
  body: { readonly content: string; readonly message_reference?: object },
  files: readonly ApiFile[],
): Promise<unknown> {
  try {
    return await api('POST', route, { body, files })
  } catch (error) {
    const { code } = failureOf(error)
    const { message_reference: reference, ...unreferenced } = body
    if (code === NO_HISTORY && reference) return await post(api, route, unreferenced, files)
    if (code === NO_PERMISSION && files.length > 0 && body.content !== '') return await post(api, route, body, [])
    throw error
  }
}

function nonceOf(id: string, part: number): string {
  if (part === 0 && id.length <= LONGEST_NONCE) return id
  return createHash('sha256').update(`${id}#${part}`).digest('base64url').slice(0, LONGEST_NONCE)
}
