/** A thread gets another name. One that is archived takes none; a message sent there before opens it. */
import type { OutboundMessage, Sent } from '#mascot'
import type { Api } from '../wire/api.ts'

export async function retitle(
  api: Api,
  channelId: string,
  { id, title }: Extract<OutboundMessage, { kind: 'title' }>,
): Promise<Sent> {
  await api('PATCH', `/channels/${channelId}`, { body: { name: title } })
  return { messageId: id }
}
