/** Praise in words, trouble in meaning: by phrase, by likeness, or by pleased words beside trouble or a face that rolls its eyes. */
import type { Reading } from '../words/read-text.ts'
import { likenessTo } from './learned/likeness.ts'
import { countOf, signOf } from './sign-of.ts'

const saysSo = signOf('sarcasm')
const countPleasure = countOf('pleasure')
const countDispleasure = countOf('displeasure')
/** Faces that are not meant kindly. */
const wry = /[🙄😒😑🤨🤡]|\/s(?:\s|$)/u
const slowClap = /👏(?:\s*👏){2,}/u

export function showsSarcasm(reading: Reading): boolean {
  if (saysSo(reading) || likenessTo('sarcasm', reading) === 'sure') return true
  if (countPleasure(reading) === 0) return false
  return wry.test(reading.raw) || slowClap.test(reading.raw) || countDispleasure(reading) > 0
}
