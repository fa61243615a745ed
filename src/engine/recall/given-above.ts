/** Whether an approved answer stands a little farther up in the group, given to another member. Pure. */
import type { TranscriptLine } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Recalled } from '../stages.ts'

/** Farther up nobody scrolls for it. */
const LINES_BACK = 30

/** Our message in which another member was given this answer within minutes; undefined where it is to be given in full. */
export function givenAbove(answerId: string, turn: Recalled): TranscriptLine | undefined {
  const { conversation, transcript, now, author, lang, persona, assessment, isStorm } = turn
  const { sayAgainMinutes } = persona.manners
  const topic = persona.answers.find(({ id }) => id === answerId)?.topic
  const isOwed =
    (topic !== undefined && persona.commitments[topic]?.mode === 'strict') ||
    assessment.kind === 'complaint' ||
    assessment.handoff !== undefined
  if (conversation.surface !== 'group' || isStorm || isOwed) return undefined
  const lately = transcript.slice(-LINES_BACK)
  const askerOf = ({ toMessageId }: TranscriptLine) =>
    transcript.find(({ from, messageId }) => from === 'fan' && messageId === toMessageId)?.accountId
  return lately.findLast((one) => {
    const isIt = one.speaker?.kind === 'approved' && one.speaker.answerId === answerId && one.lang === lang
    const isLately = now - one.at < sayAgainMinutes * MINUTE_MS
    if (!isIt || !isLately || one.toMessageId === undefined || one.messageId === undefined) return false
    const asker = askerOf(one)
    return asker !== undefined && asker !== author.accountId
  })
}
