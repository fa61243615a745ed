/** Whether a fan gave the number of an order here, and a line of ours without the sentence that asks for it then. Pure. */
import { signOf } from '../../hearing/sign-of.ts'
import { dropSentences, sentences } from '../../persona/voice/sentences.ts'
import { readText } from '../../words/read-text.ts'
import type { Recalled } from '../stages.ts'

const namesOrderNumber = signOf('order-number')
/** `4411`, `#A-10442`; no price, no time, no part of a decimal. */
const number = /(?<![\p{N}\p{Sc}.,:])(?:\p{L}{1,4}-?|#)?\p{N}{3,12}(?![\p{N}:]|[.,]\p{N}|\s?\p{Sc})/u
const LINES_BACK = 10

type Talk = Pick<Recalled, 'text' | 'transcript' | 'author'>

function gaveNumber({ text, transcript, author }: Talk): boolean {
  const theirs = transcript.filter(({ from, accountId }) => from === 'fan' && accountId === author.accountId)
  return [text, ...theirs.slice(-LINES_BACK).map((line) => line.text)].some((said) => number.test(said))
}

/** A line that asks for nothing else stays as it is. */
export function withoutNumberAsked(line: string, talk: Talk): string {
  const asking = sentences(line).filter(({ start, end }) => namesOrderNumber(readText(line.slice(start, end))))
  if (asking.length === 0 || !gaveNumber(talk)) return line
  const rest = dropSentences(line, asking).trim()
  return rest === '' ? line : rest
}
