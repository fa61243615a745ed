/** In a group, what another member was told minutes ago is not told again in full: a short line answers that message of ours. Pure. */
import type { TranscriptLine } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply, silent, type Verdict } from '../verdict.ts'
import { modeOf } from './model-input.ts'

/** Farther up nobody scrolls for it. */
const LINES_BACK = 30

/**
 * The approved answer alone. What binds the brand word for word is said to everybody who asks for it, and who is upset is not
 * sent to read up. Unasked, it has nothing to add.
 */
export function pointBack(verdict: Verdict, turn: Recalled): Verdict {
  if (verdict.kind !== 'reply' || verdict.reason !== 'approved-answer') return verdict
  const [only, ...others] = verdict.say
  if (only?.kind !== 'answer' || others.length > 0) return verdict
  const above = givenAbove(only.id, turn)
  if (above?.messageId === undefined) return verdict
  return turn.isAmbient ? silent('said-above') : pointed(verdict, above.messageId)
}

function pointed({ answerId, score, changes }: Reply, messageId: string): Reply {
  return {
    ...reply('said-above', [line('saidAbove')], changes),
    ...(answerId === undefined ? {} : { answerId }),
    ...(score === undefined ? {} : { score }),
    pointsTo: messageId,
  }
}

/** Our message in which another member was given this answer within minutes; undefined where it is to be given in full. */
export function givenAbove(answerId: string, turn: Recalled): TranscriptLine | undefined {
  const { conversation, transcript, now, author, lang, persona, assessment, isStorm } = turn
  const { sayAgainMinutes } = persona.manners
  const topic = persona.answers.find(({ id }) => id === answerId)?.topic
  const isOwed =
    modeOf(topic, persona) === 'strict' || assessment.kind === 'complaint' || assessment.handoff !== undefined
  if (conversation.surface !== 'group' || isStorm || isOwed) return undefined
  const lately = transcript.slice(-LINES_BACK)
  const askerOf = ({ toMessageId }: TranscriptLine) =>
    transcript.find(({ from, messageId }) => from === 'fan' && messageId === toMessageId)?.accountId
  return lately.findLast((one) => {
    const isIt = one.speaker?.kind === 'approved' && one.speaker.answerId === answerId && one.lang === lang
    const isLately = now - one.at <= sayAgainMinutes * MINUTE_MS
    if (!isIt || !isLately || one.toMessageId === undefined || one.messageId === undefined) return false
    const asker = askerOf(one)
    return asker !== undefined && asker !== author.accountId
  })
}
