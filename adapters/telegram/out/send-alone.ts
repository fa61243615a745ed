/** Words for one member of a group alone: as an ephemeral message, else in the member's private talk, else as what everybody may read. */
import { SendError, type Sent } from '#mascot'
import { ephemeralOf } from '../wire/ephemeral.ts'
import { memberOf, placeOf, threadOf } from '../wire/thread.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import type { OutboundText } from './plan.ts'
import type { createSendText } from './send-text.ts'

type SendText = ReturnType<typeof createSendText>

/** Takes every message; one that is for everybody goes straight on. */
export function createSendAlone(
  { api, presence }: Pick<OutboundDeps, 'api' | 'presence'>,
  sendText: SendText,
): SendText {
  const isPermanent = (error: unknown) => error instanceof SendError && error.isPermanent

  return async (message) => {
    const { onlyFor, openly, replyTo, ...rest } = message
    if (onlyFor === undefined) return await sendText(message)
    try {
      return await ephemerally(message)
    } catch (error) {
      if (!isPermanent(error)) throw error
      presence.context?.log.info({ thread: message.threadId }, 'words for one member could not be shown in the group')
    }
    // A button that is pressed elsewhere answers nothing that was asked here.
    if (!message.onlyHere && !rest.buttons?.some(({ value }) => value !== undefined)) {
      const memberId = memberOf(onlyFor)
      const there = {
        ...rest,
        id: `${message.id}-private`,
        threadId: threadOf({ chatId: memberId }),
        surface: 'direct' as const,
      }
      const sent = await sendText(there).catch((error: unknown) => {
        if (!isPermanent(error)) throw error
        return undefined
      })
      if (sent) return { messageId: `private-${memberId}-${sent.messageId}` }
    }
    if (!openly) throw new SendError('it is for one member alone, who cannot be reached alone', { isPermanent: true })
    const { buttons: _, ...bare } = rest
    const back = replyTo !== undefined && ephemeralOf(replyTo) === undefined ? { replyTo } : {}
    return await sendText({ ...bare, ...openly, ...back, id: `${message.id}-openly` })
  }

  /** @throws {SendError} permanent also where the server showed it to everybody: that is taken back at once, and never tried again. */
  async function ephemerally(message: OutboundText): Promise<Sent> {
    if (!presence.canTellAlone) throw new SendError('the server knows no ephemeral messages', { isPermanent: true })
    const sent = await sendText(message)
    const open = (sent.parts ?? [sent.messageId]).filter((id) => ephemeralOf(id) === undefined)
    if (open.length === 0) return sent
    presence.canTellAlone = false
    const { chatId } = placeOf(message.threadId)
    for (const id of open) await api.deleteMessage({ chat_id: chatId, message_id: Number(id) }).catch(() => {})
    presence.context?.log.warn(
      { thread: message.threadId },
      'the server showed everybody what was meant for one member; it was deleted',
    )
    throw new SendError('the server knows no ephemeral messages', { isPermanent: true })
  }
}
