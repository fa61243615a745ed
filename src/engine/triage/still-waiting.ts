/** Who waits for a person and asks after it hears that it is with them, never a first greeting; what else is true of it is said afterwards. Pure. */
import { awaitsAnswer } from '../../hearing/occasion-signs.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import { readText } from '../../words/read-text.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

export function askedAfterCase({ text, isAmbient, persona, openCase }: Recalled): Verdict | undefined {
  if (!openCase || isAmbient) return undefined
  const names = [persona.name, ...persona.nicknames]
  const isCall = recogniseSmallTalk(text, { languages: persona.languages, names })?.occasion === 'greeting'
  return isCall || awaitsAnswer(readText(text)) ? reply('still-waiting', [line('holding')]) : undefined
}
