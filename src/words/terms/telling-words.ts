/** What fans write to brands most, by language: telling where a message is too short for statistics. */
import { fold } from '../letters/fold.ts'
import { wordsOf } from './words-of.ts'

export const tellingWords = wordsOf(({ telling = '' }) => fold(telling))
