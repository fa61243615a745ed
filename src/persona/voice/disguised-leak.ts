/** Finds the prompt's rules in a text that hides them: turned around, enciphered, encoded, letter by letter, by initials, or only half put in other words. */
import { fold } from '../../words/letters/fold.ts'
import { findRepeated } from './leaks.ts'
import { dropSentences } from './sentences.ts'

/** Letters in a row that two texts do not share by chance: some eight words. */
const RUN = 40
const INITIALS = 12
/** Of a sentence's longer words, how many stand together in one rule. */
const SHARED_WORDS = 6
const SHARED_PART = 0.6
/** UTF-16 units that are read. */
const readLimit = 6000

interface Rules {
  readonly runs: Runs
  readonly initials: Runs
  readonly lines: readonly ReadonlySet<string>[]
}

/** What data looks like that nobody says in a chat: base64, hexadecimal, binary, character codes. */
const encoded: readonly RegExp[] = [
  /(?<![\w/@.-])(?=[A-Za-z0-9+/]{0,80}[0-9])(?=[A-Za-z0-9+/]{0,80}[A-Z])(?=[A-Za-z0-9+/]{0,80}[a-z])[A-Za-z0-9+/]{28,}={0,2}/,
  /(?<![\w-])(?:[0-9a-f]{2}[\s:]?){16,}(?![\w-])/i,
  /(?:[01]{6,8}[\s,]+){5,}/,
  /(?:\d{2,3}[\s,;]+){12,}/,
  /(?:[A-Za-z0-9+/]{4,6}[\s]){8,}/,
]

/** What was found, never a piece of the prompt; undefined when nothing was. `leak`: the canary first, then the rules. */
export function findDisguised(text: string, leak: readonly string[]): string | undefined {
  const said = text.slice(0, readLimit)
  if (looksEncoded(said)) return 'encoded data'
  const rules = leak.slice(1).filter((one) => one.length > RUN)
  if (rules.length === 0) return undefined
  const known = rulesOf(rules.join('\n'))
  // What stands there plainly takes its own sentence alone; the rest may still hide something.
  const rest = dropSentences(said, findRepeated(said, leak))
  const isDisguised = readings(rest).some((reading) => sharesRun(squeeze(reading), known.runs))
  if (isDisguised || sharesEnciphered(squeeze(rest), known.runs)) return 'the rules in disguise'
  if ([rest, initialsOf(rest)].some((one) => sharesRun(squeeze(one), known.initials))) return 'initials of the rules'
  return undefined
}

/** Whether a sentence says in nearly the same words what one of the rules says. */
export function isParaphrased(sentence: string, leak: readonly string[]): boolean {
  const rules = leak.slice(1).filter((one) => one.length > RUN)
  return rules.length > 0 && sharesSense(sentence, rulesOf(rules.join('\n')))
}

function looksEncoded(text: string): boolean {
  const plain = text.replace(/https?:\/\/\S+/g, ' ')
  const [base64, hex, binary, codes, groups] = encoded
  if ([base64, hex, binary, codes].some((pattern) => pattern?.test(plain))) return true
  const run = groups?.exec(`${plain} `)?.[0] ?? ''
  const tokens = run.trim().split(/\s+/)
  const odd = tokens.filter((token) => /[a-z0-9][A-Z]|[A-Za-z]\d[A-Za-z]/.test(token))
  return odd.length >= 5 && odd.length * 2 >= tokens.length
}

function readings(text: string): string[] {
  const lower = fold(text)
  const words = lower.split(/\s+/)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [most, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return [
    lower,
    [...lower].reverse().join(''),
    words.toReversed().join(' '),
    ...(times > 4 ? [words.filter((word) => word !== most).join(' ')] : []),
    lower.replace(/[013457@$]/g, (sign) => leet[sign] ?? sign),
    lower.replace(/\b([a-z]*?)([a-z])-?ay\b/g, '$2$1'),
  ]
}

const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }

const squeeze = (text: string) => fold(text).replace(/[^a-z]/g, '')
const initialsOf = (text: string) =>
  text
    .split(/[\s/—–-]+/)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .join('')

/** All runs of a length that stand in the rules, of the letters a to z alone. */
interface Runs {
  readonly length: number
  readonly all: ReadonlySet<string>
  /** A mark for each beginning of four letters that any of them has: most texts have none of these, and need no closer look. */
  readonly beginnings: Uint8Array
  /** The same of the steps between the first five letters: a cipher that moves all letters alike leaves them as they are. */
  readonly steps: Uint8Array
}

const BEGINNING = 4
const BEGINNINGS = 26 ** BEGINNING
const A = 97

/** Letters put for letters. */
type Cipher = (letter: number) => number
const ciphers: readonly Cipher[] = [
  ...Array.from(
    { length: 25 },
    (_, by): Cipher =>
      (letter) =>
        (letter + by + 1) % 26,
  ),
  (letter) => 25 - letter,
]

/** From one letter to the next, forwards in the alphabet; `way` -1: in one that is turned around. */
function stepAt(text: string, at: number, way: 1 | -1): number {
  return (way * (text.charCodeAt(at) - text.charCodeAt(at - 1)) + 26) % 26
}

function sharesEnciphered(text: string, known: Runs): boolean {
  return sharesSteps(text, known, 1) || sharesSteps(text, known, -1)
}

function sharesSteps(text: string, { length, all, beginnings, steps }: Runs, way: 1 | -1): boolean {
  let last = 0
  for (let end = 1; end < text.length; end++) {
    last = (last * 26 + stepAt(text, end, way)) % BEGINNINGS
    const start = end - BEGINNING
    if (start + length > text.length) return false
    if (start < 0 || steps[last] !== 1) continue
    const isFound = ciphers.some((cipher) => {
      if (beginnings[beginningAt(text, start, cipher)] !== 1) return false
      return all.has(decipher(text.slice(start, start + length), cipher))
    })
    if (isFound) return true
  }
  return false
}

function beginningAt(text: string, start: number, cipher: Cipher): number {
  let beginning = 0
  for (let at = start; at < start + BEGINNING; at++) beginning = beginning * 26 + cipher(text.charCodeAt(at) - A)
  return beginning
}

/** Only Latin letters are looked at here: Chinese in disguise is hardly ever reversed or enciphered, and `findRepeated` reads it plain. */
function sharesRun(text: string, { length, all, beginnings }: Runs): boolean {
  let beginning = 0
  for (let end = 0; end < text.length; end++) {
    beginning = (beginning * 26 + text.charCodeAt(end) - A) % BEGINNINGS
    const start = end - BEGINNING + 1
    if (start + length > text.length) return false
    if (start >= 0 && beginnings[beginning] === 1 && all.has(text.slice(start, start + length))) return true
  }
  return false
}

function decipher(text: string, cipher: Cipher): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(A + cipher(letter.charCodeAt(0) - A)))
}

function sharesSense(sentence: string, { lines }: Rules): boolean {
  const words = longWords(sentence)
  if (words.size < SHARED_WORDS) return false
  return lines.some((line) => {
    const shared = [...words].filter((word) => line.has(word)).length
    return shared >= SHARED_WORDS && shared >= SHARED_PART * words.size
  })
}

const longWords = (text: string) => new Set(fold(text).match(/[a-z]{4,}/g) ?? [])

const cache = new Map<string, Rules>()
function rulesOf(text: string): Rules {
  const known = cache.get(text)
  if (known) return known
  const made: Rules = {
    runs: runsOf(squeeze(text), RUN),
    initials: runsOf(squeeze(initialsOf(text)), INITIALS),
    lines: text.split('\n').map(longWords),
  }
  // The prompt changes with the persona alone, so a few entries serve.
  if (cache.size > 15) cache.delete(cache.keys().next().value ?? '')
  cache.set(text, made)
  return made
}

function runsOf(text: string, length: number): Runs {
  const starts = Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => at)
  const beginnings = new Uint8Array(BEGINNINGS)
  const steps = new Uint8Array(BEGINNINGS)
  for (const start of starts) {
    let beginning = 0
    for (let at = start; at < start + BEGINNING; at++) beginning = beginning * 26 + (text.charCodeAt(at) - A)
    beginnings[beginning] = 1
    let step = 0
    for (let at = start + 1; at <= start + BEGINNING; at++) step = step * 26 + stepAt(text, at, 1)
    steps[step] = 1
  }
  return { length, all: new Set(starts.map((at) => text.slice(at, at + length))), beginnings, steps }
}
