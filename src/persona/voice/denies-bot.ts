/** Claims to be human, in any tense of cheek. The persona never makes one; a staff member speaking as themselves may. */
import { fold } from '../../words/letters/fold.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { once } from '../../words/once.ts'
import { choiceOf, soughtPhrase } from '../../words/phrases/patterns.ts'
import { forbidden } from './forbidden.ts'
import { voiceList } from './lists.ts'

const patternsOf = (name: 'denies-bot' | 'tells-of-person') =>
  once(() => voiceList('forbidden', name).map((phrase) => soughtPhrase(phrase)))

/** Spoken in the first person: nobody but a person may. */
const mayClaimFirst = forbidden.addAll(patternsOf('denies-bot'))
/** About whoever is behind the screen: false from the model, true in a line that introduces a person. */
const mayClaimThird = forbidden.addAll(patternsOf('tells-of-person'))

const byName = new Map<string, RegExp>()
/** The same said of the persona by its name: "Pip is a real person". */
function ofName(name: string): RegExp {
  const known = byName.get(name)
  if (known) return known
  const of = RegExp.escape(fold(name))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${of}${choiceOf(voiceList('beside-name', 'denies-bot'))}`, 'gu')
  if (byName.size < 1000) byName.set(name, pattern)
  return pattern
}

/** The claim, if the text makes one; `canBePerson`: lines and staff may introduce a person, though not as themselves. */
export function findBotDenial(text: string, names: readonly string[], canBePerson: boolean): string | undefined {
  const folded = oneLine(text)
  for (const { pattern } of [...mayClaimFirst(folded), ...(canBePerson ? [] : mayClaimThird(folded))]) {
    const claim = pattern.exec(folded)?.[0]
    if (claim !== undefined) return claim.trim()
  }
  for (const name of names) {
    if (!folded.includes(fold(name))) continue
    const pattern = ofName(name)
    pattern.lastIndex = 0
    const claim = pattern.exec(folded)?.[0]
    if (claim !== undefined) return claim
  }
  return undefined
}
