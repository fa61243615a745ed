/**
 * Sees when people begin to speak of the same: a word, or two neighbouring ones, that comes so often within so few messages that its
 * usual share cannot explain it. It is quicker than any group of reports, as it waits for none to form. Pure; what it keeps is bounded.
 */
import { DAY_MS, HOUR_MS, WEEK_MS } from '../domain/durations.ts'

/** What a watch looks for. */
export interface WordPace {
  /** What is further apart than this belongs to no wave. */
  readonly spanMs: number
  readonly fewestPeople: number
  /** The last people who used a word. */
  readonly ring: number
  /** What was said again within this time counts no further: a burst of an afternoon is one day of a fortnight. */
  readonly apartMs: number
  /** How far beyond chance: so many powers of ten beyond what one of all words would reach within `testedMs`. */
  readonly margin: number
  readonly testedMs: number
  /** Of so few words nobody can tell how many would be tried. */
  readonly fewestTests: number
  /** A use counts half after so long. */
  readonly halfMs: number
  /** In less time, or of fewer messages, nobody can tell what is usual. */
  readonly youngMs: number
  readonly youngMessages: number
  /** Two neighbouring words count as one besides. */
  readonly withPairs: boolean
}

/** Many within hours: what a brand must hear of at once. */
export const sudden: WordPace = {
  spanMs: 6 * HOUR_MS,
  fewestPeople: 3,
  ring: 10,
  apartMs: 0,
  margin: 3,
  testedMs: WEEK_MS,
  fewestTests: 1_000,
  halfMs: 4 * WEEK_MS,
  youngMs: DAY_MS,
  youngMessages: 20,
  withPairs: true,
}

/** One now and one then, day after day: what no hour shows, as where a few write a day. By chance it rings about once a month. */
export const gradual: WordPace = {
  spanMs: 2 * WEEK_MS,
  fewestPeople: 4,
  ring: 40,
  apartMs: DAY_MS / 2,
  margin: 1,
  testedMs: 2 * WEEK_MS,
  fewestTests: 100,
  halfMs: 52 * WEEK_MS,
  youngMs: 2 * WEEK_MS,
  youngMessages: 100,
  withPairs: false,
}

/** A word that nobody used yet is taken for one that comes twice in two hundred messages. */
const priorUses = 2
const priorMessages = 200
const mostWords = 50_000

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

export function createWordWatch(pace: WordPace = sudden): WordWatch {
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
    worth *= 2 ** (Math.max(0, at - (last || at)) / pace.halfMs)
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
    for (let count = pace.fewestPeople; count <= recent.length; count++) {
      const first = recent[recent.length - count]
      if (!first || now.at - first.at > pace.spanMs) break
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

  /** Whether it counts: not what was said just now, nor by whom it was said before within the ring, who takes the later place. */
  function add({ recent }: Word, now: Placed): boolean {
    const last = recent.at(-1)
    if (last && now.at - last.at < pace.apartMs) return false
    const before = recent.findIndex(({ author }) => author === now.author)
    if (before >= 0) recent.splice(before, 1)
    recent.push(now)
    // What is too long ago belongs to no wave any more.
    const old = recent.findIndex(({ at }) => now.at - at <= pace.spanMs)
    if (old > 0) recent.splice(0, old)
    if (recent.length > pace.ring) recent.shift()
    return true
  }

  return {
    hear(use, terms) {
      fade(use.at)
      place += 1
      messages += worth
      const heard = pace.withPairs ? terms : terms.filter((term) => !term.includes(' '))
      tests += heard.length
      const now = { ...use, place }
      const age = use.at - (began ?? use.at)
      const isYoung = place < pace.youngMessages || age < pace.youngMs
      const threshold = Math.log10(Math.max(pace.fewestTests, tests / Math.max(1, age / pace.testedMs))) + pace.margin
      let most = threshold
      let wave: WordWave | undefined
      for (const term of heard) {
        const word = wordOf(term)
        const { power, count, expected } = add(word, now) && !isYoung ? surprise(word, now) : nothing
        word.uses += worth
        if (power < most) continue
        most = power
        wave = { term, expected, uses: word.recent.slice(-count) }
      }
      return wave
    },
  }
}

const nothing = { power: 0, count: 0, expected: 0 }
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
