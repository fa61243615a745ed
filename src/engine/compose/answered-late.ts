/** A yes or a no that is typed where its question is over, or where we have said something else since: the fan is told so, and how to be asked again. */
import { isQuestion, unanswered } from '../../domain/asked.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import { isNod, yesOrNo } from '../../hearing/small-words.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import type { Verdict } from '../verdict.ts'
import { isInvitation, stillInvited } from './circle.ts'
import { linkAnsweredLate } from './linking.ts'
import { over } from './pending.ts'

/** Lines of ours among which an invitation is still what a yes may be to. */
const LATELY = 6

/** Undefined where the words are no answer, or may be one to what we said last. */
export async function answeredLate(turn: Recalled): Promise<Verdict | undefined> {
  const { conversation, author, text, lang, fanLang, isAmbient, transcript, now } = turn
  const { pending, lookUp, code } = conversation.state
  if (isAmbient || isPassedOn(turn) || yesOrNo(text, fanLang, lang) === undefined) return undefined
  if (lookUp?.accountId === author.accountId || code?.accountId === author.accountId) return undefined
  const ours = transcript.filter(({ from }) => from === 'brand')
  const last = ours.at(-1)
  if (!last) return undefined
  // What ran out while nothing else was said: whatever answers it is to that.
  const own = pending?.accountId === author.accountId ? pending : undefined
  if (own) return isQuestion(own) ? over(own.kind) : undefined
  const isToLast = ({ text: said }: TranscriptLine) => isNod(text) || asks(said)
  const ofLink = await linkAnsweredLate(turn, isToLast)
  if (ofLink) return ofLink
  if (isToLast(last)) return undefined
  const latest = unanswered(conversation.state, author.accountId, now).at(-1)
  if (latest) return over(latest.kind)
  return conversation.surface === 'direct' && ours.slice(-LATELY).some(isInvitation)
    ? await openInvitation(turn)
    : undefined
}

async function openInvitation({ standings, author }: Recalled): Promise<Verdict | undefined> {
  const { choices } = (await standings?.of(author.accountId)) ?? {}
  return choices?.circle === 'asked' ? stillInvited() : undefined
}

/** Greek asks with a semicolon. */
function asks(text: string): boolean {
  return /[?？؟]|\p{sc=Greek}\s*[;;]/u.test(text)
}
