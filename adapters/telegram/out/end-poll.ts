/** A poll of ours takes no more votes. What was voted has been told vote by vote. */
import type { ThreadId } from '#mascot'
import type { RawApi } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { placeOf } from '../wire/thread.ts'
import { messageNumber } from './plan.ts'

/** One that is over already, is gone, or never was a poll, is no error. @throws {SendError} temporary */
export async function endPoll(api: RawApi, token: string, threadId: ThreadId, messageId: string): Promise<void> {
  const { chatId } = placeOf(threadId)
  const message_id = messageNumber(messageId)
  if (message_id === undefined) return
  await api.stopPoll({ chat_id: chatId, message_id }).catch((error: unknown) => {
    const failure = failureOf(error, token)
    if (!failure.isPermanent) throw sendErrorOf(failure)
  })
}
