/**
 * Sees when people begin to speak of the same: a word, or two neighbouring ones, that comes so often within so few messages that its
 * usual share cannot explain it. It is quicker than any group of reports, as it waits for none to form. Pure; what it keeps is bounded.
 */
import { DAY_MS, HOUR_MS, WEEK_MS } from '../domain/durations.ts'

/** The last people who used a word. */
const ring = 10
const fewestPeople = 3
/** What is further apart than this belongs to no wave. */
const spanMs = 6 * HOUR_MS
/** A word that nobody used yet is taken for one that comes twice in two hundred messages. */
const priorUses = 2
const priorMessages = 200
/** How far beyond chance: so many powers of ten beyond what one of all words of a week would reach. */
const margin = 3
const fewestTests = 1_000
/** A use counts half after four weeks. */
const halfMs = 4 * WEEK_MS
const mostWords = 50_000
/** Of fewer messages, or in less than a day, nobody can tell what is usual. */
const youngMessages = 100
const youngMs = DAY_MS

export interface WordUse {
  readonly id: string
  readonly author: string
  readonly at: number
}

export interface WordWave {
  readonly term: string
  /** The uses that cannot be chance, oldest first, each by another person. */
  readonly uses: readonly WordUse[]
  /** How many of them would have been usual. */
  readonly expected: number
}

export interface WordWatch {
  /** `terms`: each once. Comes back with the most surprising of them, if it is surprising enough. */
  hear(use: WordUse, terms: readonly string[]): WordWave | undefined
}

interface Placed extends WordUse {
  readonly place: number
}

interface Word {
  uses: number
  recent: Placed[]
}

export function createWordWatch(): WordWatch {
  const words = new Map<string, Word>()
  let place = 0
  let began: number | undefined
  let tests = 0
  let messages = 0
  /** What one use is worth: it grows, so that earlier ones fade. */
  let worth = 1
  let last = 0

  function fade(at: number): void {
    began ??= at
    worth *= 2 ** (Math.max(0, at - (last || at)) / halfMs)
    last = Math.max(last, at)
    if (worth < 1e6) return
    for (const word of words.values()) word.uses /= worth
    messages /= worth
    worth = 1
  }

  function wordOf(term: string): Word {
    const known = words.get(term)
    if (known) return known
    if (words.size >= mostWords) forgetRare()
    const word: Word = { uses: 0, recent: [] }
    words.set(term, word)
    return word
  }

  function forgetRare(): void {
    const oldest = place - messagesKept
    for (const [term, { uses, recent }] of words)
      if (uses < 2 * worth && (recent.at(-1)?.place ?? 0) < oldest) words.delete(term)
    for (const term of words.keys()) {
      if (words.size < mostWords / 2) break
      words.delete(term)
    }
  }

  function surprise({ uses, recent }: Word, now: Placed): { power: number; count: number; expected: number } {
    let best = { power: 0, count: 0, expected: 0 }
    for (let count = fewestPeople; count <= recent.length; count++) {
      const first = recent[recent.length - count]
      if (!first || now.at - first.at > spanMs) break
      const within = now.place - first.place + 1
      const before = Math.max(0, uses / worth - (count - 1))
      const share = (before + priorUses) / (Math.max(0, messages / worth - within) + priorMessages)
      const expected = share * within
      if (count < 2 * expected) continue
      const power = powerOfTen(expected, count)
      if (power > best.power) best = { power, count, expected }
    }
    return best
  }

  return {
    hear(use, terms) {
      fade(use.at)
      place += 1
      messages += worth
      tests += terms.length
      const now = { ...use, place }
      const isYoung = place < youngMessages || use.at - (began ?? use.at) < youngMs
      const weeks = Math.max(1, (use.at - (began ?? use.at)) / WEEK_MS)
      const threshold = Math.log10(Math.max(fewestTests, tests / weeks)) + margin
      let most = threshold
      let wave: WordWave | undefined
      for (const term of terms) {
        const word = wordOf(term)
        word.recent = word.recent.filter(({ author }) => author !== use.author)
        word.recent.push(now)
        if (word.recent.length > ring) word.recent.shift()
        const { power, count, expected } = surprise(word, now)
        word.uses += worth
        if (isYoung || power < most) continue
        most = power
        wave = { term, expected, uses: word.recent.slice(-count) }
      }
      return wave
    },
  }
}

const messagesKept = 2_000

/** That as many or more come where so few are expected, by chance (Poisson): how many powers of ten below 1. */
function powerOfTen(expected: number, count: number): number {
  let log = -expected + count * Math.log(expected)
  for (let at = 2; at <= count; at++) log -= Math.log(at)
  let sum = 1
  let term = 1
  for (let more = count + 1; term > 1e-6 * sum; more++) {
    term *= expected / more
    sum += term
  }
  return -(log + Math.log(sum)) / Math.LN10
}
