/** Changes what was said in several messages: each reads as its part does now, those too many go, what is missing is sent behind. */
import { type OutboundMessage, SendError, type Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import { idOf } from '../wire/payload.ts'
import { embedsOf } from './card.ts'
import { bodyOf, NO_MENTIONS, partsOf } from './plan.ts'
import { nonceOf, sentAs } from './send-text.ts'
import { takeDown } from './take-down.ts'

/** A message that holds files alone keeps them. @throws {SendError} permanent, when there is nothing to change it to */
export async function editWhole(
  api: Api,
  channelId: string,
  ids: readonly string[],
  message: OutboundMessage,
): Promise<Sent> {
  if (message.kind !== 'text') throw new SendError('only words can be changed', { isPermanent: true })
  const texts = partsOf(message)
  const { components, flags } = bodyOf(message)
  const embeds = embedsOf(message)
  // Files beyond those of one message stand in messages behind the words.
  const isKept = message.moreMedia !== undefined
  const count = isKept ? Math.max(texts.length, ids.length) : texts.length
  const route = `/channels/${channelId}/messages` as const
  const kept: string[] = []
  for (let nth = 0; nth < count; nth++) {
    const isLast = nth === count - 1
    const content = texts[nth] ?? ''
    const body = {
      ...{ content, flags, components: isLast ? components : [], allowed_mentions: NO_MENTIONS },
      ...(nth === 0 && embeds.length > 0 && { embeds }),
    }
    const id = ids[nth]
    if (id !== undefined) await api('PATCH', `${route}/${id}`, { body })
    const nonce = nonceOf(`${message.id}-more`, nth)
    const sent = id ?? idOf(await api('POST', route, { body: { ...body, nonce, enforce_nonce: true } }))
    if (sent !== undefined) kept.push(sent)
  }
  for (const id of ids.slice(count)) await takeDown(api, channelId, id)
  return sentAs(kept)
}
