/** A message as the signs of triage read it: folded, without punctuation, and once more with disguises taken off. Pure. */

import { cleanText } from './clean-text.ts'
import { fold } from './fold.ts'
import { rememberFew } from './remember-last.ts'

/** UTF-16 units read from the start and, of longer texts, from the end: the point of a long letter often stands last. */
const HEAD = 6000
const TAIL = 2000

export interface Reading {
  /** As written, bounded: for capitals, punctuation, links and role tags. */
  readonly raw: string
  /** ` i want to die . now `: folded words between single spaces, ` . ` where a sentence ends. One reading, or two if disguised. */
  readonly spaced: readonly string[]
  /** The same without any space, for scripts that have none. */
  readonly tight: string
}

export const readText: (text: string) => Reading = rememberFew((text) => {
  const raw = (text.length > HEAD + TAIL ? `${text.slice(0, HEAD)} ${text.slice(-TAIL)}` : text).toWellFormed()
  const folded = fold(cleanText(raw))
  const plain = toWords(folded)
  const bare = undisguise(folded)
  return { raw, spaced: bare === plain ? [plain] : [plain, bare], tight: plain.replaceAll(' ', '') }
})

/** English contractions close up (`dont`), other elisions open (`l avocat`). */
function toWords(folded: string): string {
  const words = folded
    .replace(/(?<=\p{L})'(?=(?:t|m|s|ll|ve|re|d)(?!\p{L}))/gu, '')
    .replace(/\*+/g, (run, at: number, whole: string) => (isBetweenLetters(whole, at, run.length) ? '*' : ' '))
    .replace(/[.!?。！？;；\n]+/g, ' . ')
    .replace(/[^\p{L}\p{N}\p{M}*.]+/gu, ' ')
  return ` ${words.trim()} `
}

function isBetweenLetters(text: string, at: number, length: number): boolean {
  return /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + length] ?? '')
}

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** `k1ll`, `$tupid`, `s.t.u.p.i.d`, `stuuupid`, `s t u p i d` → as meant. */
function undisguise(folded: string): string {
  const tokens = folded.split(' ').map((token) => {
    const core = token.replace(/[!?.,]+$/, '')
    const end = token.slice(core.length)
    if (!/[a-z]/.test(core) || core.length > 40) return token
    const letters = core.replace(/[013457@$!](?=.)|[013457@$]$/g, (mark) => lookalikes[mark] ?? mark)
    return /^(?:[a-z][.\-_*]){3,}[a-z]$/.test(letters) ? `${letters.replace(/[.\-_*]/g, '')}${end}` : letters + end
  })
  return toWords(tokens.join(' '))
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/(?<= )(?:[a-z] ){3,20}(?=[a-z] )[a-z](?= )/g, (run) => run.replaceAll(' ', ''))
}
