/** The sieve that all sentences share which must not leave: claims to be human, a machine's talk of itself. */
import { createSieve } from '../../words/phrases/sieve.ts'

export const forbidden = createSieve()
