/** Whether this fan is still to be told that a bot speaks: at first contact, after a long silence, and after a person. Pure. */
import type { TranscriptLine } from '../../domain/conversation.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { saysBot } from '../../persona/lines/says-bot.ts'
import type { Recalled } from '../stages.ts'

/** Once a fan, wherever they write; a storm is answered for many at once, of whom nobody is named. */
export function isIntroductionDue(turn: Recalled): boolean {
  const { fan, isFromBot, isStorm, transcript, now, persona } = turn
  if (isFromBot || isStorm) return false
  if (fan.introducedAt === undefined || isBackFromPerson(turn)) return true
  const last = Math.max(fan.introducedAt, ...transcript.filter((line) => isWithThem(line, turn)).map(({ at }) => at))
  return now - last > persona.disclosure.againDays * DAY_MS
}

function isWithThem({ accountId }: TranscriptLine, { conversation, author }: Recalled): boolean {
  return conversation.surface === 'direct' || accountId === author.accountId
}

/** A person spoke last, or all that was said since does not tell that it is no person any more. Whom staff still have is not back. */
function isBackFromPerson({ conversation, transcript, openCase }: Recalled): boolean {
  if (conversation.surface !== 'direct' || openCase?.handler === 'staff') return false
  for (const { from, speaker, text } of transcript.toReversed()) {
    if (from !== 'brand') continue
    if (speaker?.kind === 'person' || speaker?.kind === 'person-as-brand') return true
    if (saysBot(text)) return false
  }
  return false
}
