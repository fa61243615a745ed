/** A member's message is taken down. */
import type { Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'

const UNKNOWN_MESSAGE = 10008

/** Needs Manage Messages. What is gone already is as it should be. */
export async function takeDown(api: Api, channelId: string, messageId: string): Promise<Sent> {
  try {
    await api('DELETE', `/channels/${channelId}/messages/${messageId}`)
  } catch (error) {
    if (failureOf(error).code !== UNKNOWN_MESSAGE) throw error
  }
  return { messageId }
}
