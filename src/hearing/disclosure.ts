/** Whether a fan asks if they talk to a machine, so that code answers and no model can deny it. */

import { cleanText } from '../words/clean-text.ts'
import { isTypoOf, readingForm, spelledOut, withoutNames } from '../words/reading.ts'
import { rememberFew } from '../words/remember-last.ts'
import { anyMatches } from '../words/sieve.ts'
import { isShortQuestionWhetherBot } from './short-messages.ts'
import { questionOf } from './sign-of.ts'

const { mayAskInEnglish, mayAskElsewhere } = questionOf('asks-whether-bot')
const nouns = ['robot', 'human', 'person', 'machine', 'chatbot', 'computer', 'chatgpt']

/**
 * True when the text asks whether a bot or a person is answering, in any of nineteen languages, typed as people type.
 * `names`: what the persona answers to, so that "is Pip a bot?" is understood.
 */
export function asksWhetherBot(text: string, names: readonly string[] = []): boolean {
  const reading = readingForm(cleanText(text))
  if (reading === '') return false
  return [reading, ...withoutNames(reading, names)].some(asks)
}

/** Asked of a message when it is attended to, and again in triage. */
const asks = rememberFew((reading) => {
  if (isShortQuestionWhetherBot(reading) || anyMatches(mayAskElsewhere(reading), reading)) return true
  const spelled = spelledOut(reading)
  if (asksInEnglish(spelled)) return true
  // "are you a humna", "am I talking to a mashine": typos of the nouns, put right and read once more.
  const corrected = spelled.replace(/[a-z]{5,10}/g, (word) => nouns.find((noun) => isTypoOf(word, noun)) ?? word)
  return corrected !== spelled && asksInEnglish(corrected)
})

function asksInEnglish(reading: string): boolean {
  return anyMatches(mayAskInEnglish(reading), reading)
}
