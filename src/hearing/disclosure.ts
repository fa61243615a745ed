/** Whether a fan asks if they talk to a machine, so that code answers and no model can deny it. */

import { spelledOut } from '../words/letters/spelled-out.ts'
import { anyMatches } from '../words/phrases/sieve.ts'
import { readText } from '../words/read-text.ts'
import { rememberFew } from '../words/remember-last.ts'
import { isTypoOf } from '../words/terms/is-typo-of.ts'
import { withoutNames } from '../words/without-names.ts'
import { isShortQuestionWhetherBot } from './short-messages.ts'
import { questionOf } from './sign-of.ts'

const { mayAskInEnglish, mayAskElsewhere } = questionOf('asks-whether-bot')
const nouns = ['robot', 'human', 'person', 'machine', 'chatbot', 'computer', 'chatgpt']

/**
 * True when the text asks whether a bot or a person is answering, in any language that is heard, typed as people type.
 * `names`: what the persona answers to, so that "is Pip a bot?" is understood.
 */
export function asksWhetherBot(text: string, names: readonly string[] = []): boolean {
  const { line } = readText(text)
  if (line === '') return false
  return [line, ...withoutNames(line, names)].some(asks)
}

/** Asked of a message when it is attended to, and again in triage. */
const asks = rememberFew((line) => {
  if (isShortQuestionWhetherBot(line) || anyMatches(mayAskElsewhere(line), line)) return true
  const spelled = spelledOut(line)
  if (asksInEnglish(spelled)) return true
  // "are you a humna", "am I talking to a mashine": typos of the nouns, put right and read once more.
  const corrected = spelled.replace(/[a-z]{5,10}/g, (word) => nouns.find((noun) => isTypoOf(word, noun)) ?? word)
  return corrected !== spelled && asksInEnglish(corrected)
})

function asksInEnglish(line: string): boolean {
  return anyMatches(mayAskInEnglish(line), line)
}
