/** The sieve that all questions of fans about bots and persons share. */
import { createSieve } from '../../words/sieve.ts'

export const questions = createSieve()
