/** A question put to the vote → a poll of Telegram's, whose votes tell who chose what. */
import { SendError, type Sent } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { shownPoll } from '../wire/poll-cursor.ts'
import { addressOf, placeOf } from '../wire/thread.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import type { OutboundText } from './plan.ts'
import type { Tell } from './tell.ts'

/** https://core.telegram.org/bots/api#sendpoll */
const MOST_QUESTION = 300
const MOST_OPTION = 100
const MOST_OPTIONS = 12

/** Undefined where it fits no poll, or none may be sent there: then its text and its buttons say it. @throws {SendError} */
export function createSendPoll({ api, token, pacing, presence, topics }: OutboundDeps, tell: Tell) {
  return async (message: OutboundText): Promise<Sent | undefined> => {
    const { poll, threadId, id } = message
    const place = placeOf(threadId)
    if (!poll || !fits(poll) || place.chatId > 0 || place.directTopicId !== undefined) return undefined
    const { receive } = presence.started()
    const answered = await pacing.words(place.chatId, `${id}:poll`)
    try {
      const sent = await api.sendPoll({
        ...addressOf(place),
        question: poll.question,
        options: poll.options.map((text) => ({ text })),
        // Of an anonymous one nobody is told who voted.
        is_anonymous: false,
      })
      const messageId = String(sent.message_id)
      topics.remember(place.chatId, sent.message_id, place.topicId)
      const cursor = sent.poll && shownPoll(presence.self?.id ?? 0, sent.poll.id, { place, messageId })
      if (cursor) await receive({ messages: [], cursor })
      return { messageId }
    } catch (error) {
      if (error instanceof SendError) throw error
      const failure = failureOf(error, token)
      await tell(failure, place)
      const isRefused = failure.isPermanent && failure.kind !== 'chat-gone' && failure.kind !== 'topic-gone'
      if (!isRefused) throw sendErrorOf(failure)
      presence.context?.log.warn({ kind: failure.kind }, `a poll is said in words: ${failure.reason}`)
      return undefined
    } finally {
      answered()
    }
  }
}

function fits({ question, options }: NonNullable<OutboundText['poll']>): boolean {
  const isWithin = (text: string, most: number) => text.trim() !== '' && text.length <= most
  return (
    isWithin(question, MOST_QUESTION) &&
    options.length <= MOST_OPTIONS &&
    options.every((option) => isWithin(option, MOST_OPTION))
  )
}
