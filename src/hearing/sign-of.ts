/** The signs by name: the phrases of all languages, from their packs. */
import type { Phrases } from '../words/phrases.ts'
import type { Reading } from '../words/read-text.ts'
import { createCount, createSign, type Sign } from '../words/signs.ts'
import { packs, type SignName } from './packs/packs.ts'

/** Whether a message shows the sign, in whatever language. */
export function signOf(name: SignName): Sign {
  return createSign(phrasesOf(name))
}

/** How many of the sign's phrases a message holds, each counted once. */
export function countOf(name: SignName): (reading: Reading) => number {
  return createCount(phrasesOf(name))
}

function phrasesOf(name: SignName): Phrases[] {
  return Object.values(packs).flatMap(({ signs }) => signs[name] ?? [])
}
