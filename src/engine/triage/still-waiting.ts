/** Who waits for a person and asks after it hears that it is with them, never a first greeting; what else is true of it is said afterwards. Pure. */
import { anyCaseOf, isUnknownToFan } from '../../domain/open-case.ts'
import { awaitsAnswer } from '../../hearing/occasion-signs.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import { readText } from '../../words/read-text.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

export function askedAfterCase({
  text,
  isAmbient,
  persona,
  openCase,
  conversation,
  author,
}: Recalled): Verdict | undefined {
  if (isAmbient) return undefined
  const theirs = anyCaseOf(conversation, author.accountId)
  if (!openCase) {
    // One that is worked on in private has to do with it only if it is asked after.
    const isAskedAfter = theirs?.inPrivate && !isUnknownToFan(theirs) && awaitsAnswer(readText(text))
    return isAskedAfter ? reply('still-waiting', [line('holding')]) : undefined
  }
  const names = [persona.name, ...persona.nicknames]
  const isCall = recogniseSmallTalk(text, { languages: persona.languages, names })?.occasion === 'greeting'
  return isCall || awaitsAnswer(readText(text)) ? reply('still-waiting', [line('holding')]) : undefined
}
