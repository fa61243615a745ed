/** A message, read once for whoever asks about it: cleaned, folded, without punctuation, and with disguises taken off. Pure. */

import { cleanText } from './letters/clean-text.ts'
import { fold } from './letters/fold.ts'
import { oneLine } from './letters/one-line.ts'
import { spelledOut } from './letters/spelled-out.ts'
import { rememberFew } from './remember-last.ts'

/** UTF-16 units read from the start and, of longer texts, from the end: the point of a long letter often stands last. */
const HEAD = 6000
const TAIL = 2000

export interface Reading {
  /** As written, bounded: for capitals, punctuation, links and role tags. */
  readonly raw: string
  /** Without hidden characters, on one line, in one form for each letter. */
  readonly clean: string
  /** The same, folded. */
  readonly folded: string
  /** The same as questions are recognised by: Cantonese as Mandarin. */
  readonly line: string
  /** The same with chat spellings spelled out. */
  readonly spelledOut: string
  /** ` i want to die . now `: folded words between single spaces, ` . ` where a sentence ends. One reading, or two if disguised. */
  readonly spaced: readonly string[]
  /** The same without any space, for scripts that have none. */
  readonly tight: string
}

/** Each form is made when it is first asked for, and once. */
class Read implements Reading {
  readonly #text: string
  readonly #isLong: boolean
  readonly raw: string
  #clean: string | undefined
  #folded: string | undefined
  #line: string | undefined
  #spelledOut: string | undefined
  #spaced: readonly string[] | undefined
  #tight: string | undefined

  constructor(text: string) {
    this.#text = text
    this.#isLong = text.length > HEAD + TAIL
    this.raw = (this.#isLong ? `${text.slice(0, HEAD)} ${text.slice(-TAIL)}` : text).toWellFormed()
  }

  get clean() {
    this.#clean ??= cleanText(this.#text)
    return this.#clean
  }

  get folded() {
    this.#folded ??= fold(this.clean)
    return this.#folded
  }

  get line() {
    this.#line ??= oneLine(this.clean)
    return this.#line
  }

  get spelledOut() {
    this.#spelledOut ??= spelledOut(this.line)
    return this.#spelledOut
  }

  get spaced() {
    this.#spaced ??= spacedForms(this.#isLong ? fold(cleanText(this.raw)) : this.folded)
    return this.#spaced
  }

  get tight() {
    this.#tight ??= (this.spaced[0] ?? '').replaceAll(' ', '')
    return this.#tight
  }
}

export const readText: (text: string) => Reading = rememberFew((text) => new Read(text))

function spacedForms(folded: string): readonly string[] {
  const plain = toWords(folded)
  const bare = undisguise(folded)
  return bare === plain ? [plain] : [plain, bare]
}

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
