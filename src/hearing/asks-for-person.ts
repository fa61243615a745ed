/** Whether a fan asks for a person. Read before anything else is understood, so that nobody has to argue with a bot. */

import { oneLine } from '../words/letters/one-line.ts'
import { hasScript, isUnspaced, type ScriptName } from '../words/letters/scripts.ts'
import { spelledOut } from '../words/letters/spelled-out.ts'
import { anyMatches } from '../words/phrases/sieve.ts'
import { readText } from '../words/read-text.ts'
import { rememberFew } from '../words/remember-last.ts'
import { isTypoOf } from '../words/terms/is-typo-of.ts'
import { isShortCallForPerson } from './short-messages.ts'
import { questionOf } from './sign-of.ts'

const { mayAskInEnglish, mayAskElsewhere } = questionOf('asks-for-person')
const nouns = [
  'human',
  'person',
  'agent',
  'operator',
  'representative',
  'manager',
  'supervisor',
  'customer',
  'service',
  'support',
]

/** True when the text asks to be put through to a person, in any language that is heard, typed as people type. */
export const asksForPerson = rememberFew((text: string): boolean => {
  const { line, spelledOut: spelled } = readText(text)
  if (line === '') return false
  if (isShortCallForPerson(line) || anyMatches(mayAskElsewhere(line), line)) return true
  if (asksInEnglish(spelled)) return true
  // "humann", "represenative": typos of the nouns, put right and read once more.
  const corrected = spelled.replace(/[a-z]{5,16}/g, (word) => nouns.find((noun) => isTypoOf(word, noun)) ?? word)
  return corrected !== spelled && (isShortCallForPerson(corrected) || asksInEnglish(corrected))
})

/** A person as languages ask for one, by script: a name in that place asks for somebody too. */
const anybody: readonly (readonly [script: ScriptName, people: readonly string[]])[] = [
  ['Latin', ['a human', 'une personne', 'einem Menschen', 'una persona', 'um humano']],
  ['Kana', ['人間']],
  ['Han', ['人工']],
  ['Hangul', ['상담원']],
  ['Cyrillic', ['человека']],
]

/** True when the text asks for one of the staff by name: "could I talk to Dana?". Only the names given are heard. */
export function asksForStaff(text: string, staff: readonly { readonly name: string }[]): boolean {
  const { clean } = readText(text)
  const lower = clean.toLowerCase()
  return staff.some(({ name }) => {
    if (!lower.includes(name.toLowerCase())) return false
    const called = wholeName(name)
    if (!called.test(clean)) return false
    const others = clean.replace(called, '')
    const people = anybody.flatMap(([script, words]) => (hasScript(others, script) ? words : []))
    return people.some((somebody) => asksAtLength(oneLine(clean.replace(called, somebody))))
  })
}

/** The name as a whole, where its script sets words apart. */
function wholeName(name: string): RegExp {
  const letters = RegExp.escape(name)
  return new RegExp(isUnspaced(name) ? letters : `(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'iu')
}

/** In a sentence; "thanks, Dana" is as short as "human!" and asks for nobody. */
function asksAtLength(line: string): boolean {
  return anyMatches(mayAskElsewhere(line), line) || asksInEnglish(spelledOut(line))
}

function asksInEnglish(line: string): boolean {
  return anyMatches(mayAskInEnglish(line), line)
}
