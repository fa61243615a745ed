/** Words that no reply holds, not even quoted: swearing and slurs, and words that hurt somebody. */

import { readText } from '../words/read-text.ts'
import { showsHarassment, showsInsult } from './abuse.ts'
import { signOf } from './sign-of.ts'

const showsFoulWord = signOf('foul-words')

/** Whether a text insults, harasses, swears, or repeats a slur. */
export function offends(text: string): boolean {
  const reading = readText(text)
  return showsFoulWord(reading) || showsInsult(reading) || showsHarassment(reading)
}
