/** A reaction of ours. */
import type { OutboundMessage, Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'

const UNKNOWN_EMOJI = 10014

/** Discord knows some emoji only with, and some only without, the sign for "shown in colour" (U+FE0F). */
export async function react(
  api: Api,
  channelId: string,
  { emoji, messageId }: Extract<OutboundMessage, { kind: 'reaction' }>,
): Promise<Sent> {
  const own = /^<?a?:?(\w{2,32}):(\d{15,20})>?$/.exec(emoji)
  const plain = emoji.replaceAll('\ufe0f', '')
  const forms = own ? [`${own[1]}:${own[2]}`] : [...new Set([emoji, plain, `${plain}\ufe0f`])]
  for (const [index, form] of forms.entries()) {
    try {
      await api('PUT', `/channels/${channelId}/messages/${messageId}/reactions/${encodeURIComponent(form)}/@me`)
      break
    } catch (error) {
      if (failureOf(error).code !== UNKNOWN_EMOJI || index === forms.length - 1) throw error
    }
  }
  return { messageId }
}
