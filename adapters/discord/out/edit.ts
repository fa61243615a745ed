/** Changes a message of ours. */
import { type OutboundMessage, SendError } from '#mascot'
import type { Api } from '../wire/api.ts'
import { embedsOf } from './card.ts'
import { bodyOf, NO_MENTIONS, partsOf } from './plan.ts'

/** @throws {SendError} permanent, when there is nothing to change it to */
export async function edit(api: Api, channelId: string, messageId: string, message: OutboundMessage): Promise<void> {
  const [content = '', ...more] = message.kind === 'text' ? partsOf(message) : []
  if (message.kind !== 'text' || more.length > 0)
    throw new SendError('a message cannot be changed to this: too long, or no words', { isPermanent: true })
  const { components, flags } = bodyOf(message)
  const embeds = embedsOf(message)
  const body = { content, components, flags, allowed_mentions: NO_MENTIONS, ...(embeds.length > 0 && { embeds }) }
  await api('PATCH', `/channels/${channelId}/messages/${messageId}`, { body })
}
