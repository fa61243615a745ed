/** A question put to the vote → a poll of Discord's. */
import type { Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import { idOf } from '../wire/payload.ts'
import { NO_MENTIONS, type OutboundText } from './plan.ts'
import { nonceOf } from './send-text.ts'

/** https://discord.com/developers/docs/resources/poll#poll-create-request-object */
const MOST_QUESTION = 300
const MOST_ANSWER = 55
const MOST_ANSWERS = 10
/** The longest there is; it ends earlier when the round is closed. */
const HOURS = 32 * 24

/** Undefined where it fits no poll, or none may be sent there: then its text and its buttons say it. @throws what the API throws */
export async function sendPoll(api: Api, channelId: string, message: OutboundText): Promise<Sent | undefined> {
  const { poll, id, onlyFor } = message
  if (!poll || !fits(poll) || onlyFor !== undefined) return undefined
  const body = {
    nonce: nonceOf(`${id}-poll`, 0),
    enforce_nonce: true,
    allowed_mentions: NO_MENTIONS,
    poll: {
      question: { text: poll.question },
      answers: poll.options.map((text) => ({ poll_media: { text } })),
      duration: HOURS,
      allow_multiselect: false,
    },
  }
  try {
    return { messageId: idOf(await api('POST', `/channels/${channelId}/messages`, { body })) ?? '' }
  } catch (error) {
    const { isPermanent, isGone } = failureOf(error)
    if (isPermanent && !isGone) return undefined
    throw error
  }
}

function fits({ question, options }: NonNullable<OutboundText['poll']>): boolean {
  const isWithin = (text: string, most: number) => text.trim() !== '' && text.length <= most
  return (
    isWithin(question, MOST_QUESTION) &&
    options.length <= MOST_ANSWERS &&
    options.every((option) => isWithin(option, MOST_ANSWER))
  )
}
