/** A fan's name in a sentence of ours to staff: nobody can go by a name that ends the sentence, begins another or is a command. Pure. */
import { isUnseen, onOneLine } from './lines.ts'

const LONGEST = 60

/** Letters, figures and what joins them; a sign before them may be one of ours. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’_·&-]*$/u
export function isPlainName(name: string): boolean {
  return plainName.test(name)
}

/** On a page, where it stands by itself: empty where nothing of it can be seen. */
export function seenName(name: string): string {
  return isUnseen(name) ? '' : name
}

/** As it is where it is plain, else in quotation marks; `otherwise`: of one who has none, or none that can be seen. */
export function fanCalled(name: string, otherwise = 'the fan'): string {
  const line = onOneLine(name, ' ')
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 1).toWellFormed()}…` : line
  if (isUnseen(short)) return otherwise
  return isPlainName(short) ? short : `“${short.replaceAll(/["“”„]/g, '’')}”`
}
