/** Whether a fan asks for a person. Read before anything else is understood, so that nobody has to argue with a bot. */

import { anyMatches } from '../domain/sieve.ts'
import { cleanText } from './clean-text.ts'
import { forPersonElsewhere, forPersonInEnglish } from './questions/for-person.ts'
import { questions } from './questions/questions.ts'
import { isShortCallForPerson } from './questions/short-messages.ts'
import { isTypoOf, readingForm, spelledOut } from './reading.ts'

const mayAskElsewhere = questions.add(() => forPersonElsewhere)
const mayAskInEnglish = questions.add(() => forPersonInEnglish)
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

/** True when the text asks to be put through to a person, in any of nineteen languages, typed as people type. */
export function asksForPerson(text: string): boolean {
  const reading = readingForm(cleanText(text))
  if (reading === '') return false
  if (isShortCallForPerson(reading) || anyMatches(mayAskElsewhere(reading), reading)) return true
  const spelled = spelledOut(reading)
  if (asksInEnglish(spelled)) return true
  // "humann", "represenative": typos of the nouns, put right and read once more.
  const corrected = spelled.replace(/[a-z]{5,16}/g, (word) => nouns.find((noun) => isTypoOf(word, noun)) ?? word)
  return corrected !== spelled && (isShortCallForPerson(corrected) || asksInEnglish(corrected))
}

function asksInEnglish(reading: string): boolean {
  return anyMatches(mayAskInEnglish(reading), reading)
}
