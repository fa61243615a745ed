/**
 * Lists of patterns of which only those are run that can match: what they need stands in the text. One pass over the text serves
 * all lists of a sieve and finds whose rarest need does; of those few the other needs are looked up. So a message is held against
 * thousands of patterns in the time of a few, and most of these are never made.
 */
import { isMet, type Packed, packed } from './is-met.ts'
import { needlesOf, needOf } from './needles.ts'
import type { Sought } from './sought.ts'

export interface Sieve {
  /** Adds a list, which is read when the first text comes. Returns those of its patterns that may match a text, in their order; their `lastIndex` is 0. */
  add(patterns: () => readonly RegExp[]): MayMatch
  /** The same for whatever has a pattern. */
  addAll<Item extends Sought>(items: () => readonly Item[]): (text: string) => readonly Item[]
}

export type MayMatch = (text: string) => readonly RegExp[]

interface Sieved {
  /** The number of each list's first pattern, and one more than the last of all. */
  readonly starts: readonly number[]
  /** The patterns whose rarest need stands in the text, in order. */
  likelyIn(text: string): readonly number[]
  /** Whether all that the pattern needs stands there. */
  mayMatch(pattern: number, text: string): boolean
}

/** Texts whose outcome is remembered: a message is asked about by one list after the other. */
const REMEMBERED = 4
/** Characters of a needle by which it is looked up; the bits of a place are for heads of one to six, and for one that goes on. */
const HEAD = 6
const GOES_ON = 1

export function createSieve(): Sieve {
  const lists: (() => readonly Sought[])[] = []
  let sieved: Sieved | undefined
  const remembered = new Map<string, readonly number[]>()
  let last: { readonly text: string; readonly found: readonly number[] } | undefined

  function likelyIn(text: string, sieved: Sieved): readonly number[] {
    // One list after the other asks about the same text: it is not even looked up then.
    if (last?.text === text) return last.found
    const found = remembered.get(text) ?? soughtIn(text, sieved)
    last = { text, found }
    return found
  }

  function soughtIn(text: string, { likelyIn }: Sieved): readonly number[] {
    const found = likelyIn(text)
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(text, found)
    return found
  }

  function addAll<Item extends Sought>(items: () => readonly Item[]) {
    const list = lists.length
    lists.push(items)
    sieved = undefined
    remembered.clear()
    last = undefined
    return (text: string): readonly Item[] => {
      sieved ??= build(lists.map((items) => items()))
      const likely = likelyIn(text, sieved)
      const from = sieved.starts[list] ?? 0
      const to = sieved.starts[list + 1] ?? 0
      let found: Item[] | undefined
      for (let at = firstFrom(likely, from); at < likely.length; at++) {
        const number = likely[at] ?? to
        if (number >= to) break
        const item = sieved.mayMatch(number, text) ? items()[number - from] : undefined
        if (!item) continue
        item.pattern.lastIndex = 0
        found ??= []
        found.push(item)
      }
      return found ?? none
    }
  }

  return {
    addAll,
    add(patterns) {
      let items: readonly { readonly pattern: RegExp }[] | undefined
      const mayMatch = addAll(() => {
        items ??= patterns().map((pattern) => ({ pattern }))
        return items
      })
      return (text) => mayMatch(text).map(({ pattern }) => pattern)
    },
  }
}

const none: readonly never[] = []

/** Where the first number stands that is no less, in an ascending row. */
function firstFrom(row: readonly number[], least: number): number {
  let [low, high] = [0, row.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((row[middle] ?? least) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether any of them matches. */
export function anyMatches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}

/** Patterns are numbered through all lists. */
function build(lists: readonly (readonly Sought[])[]): Sieved {
  const owners = new Map<string, number | number[]>()
  const always: number[] = []
  const items = lists.flat()
  for (const [number, item] of items.entries()) {
    const literals = item.needles === undefined ? neededBy(item) : item.needles.split('\t').filter(Boolean)
    if (literals.length === 0) always.push(number)
    for (const literal of literals) {
      const known = owners.get(literal)
      if (known === undefined) owners.set(literal, number)
      else if (typeof known === 'number') owners.set(literal, known === number ? known : [known, number])
      else if (known.at(-1) !== number) known.push(number)
    }
  }
  const starts = [0]
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length)
  const visitOwners = createTable(owners)
  /** Read again when a text has the rarest of them: most never are. */
  const needs = new Map<number, Packed | undefined>()
  /** Which patterns were found in the text that was asked about last. */
  const marks = new Float64Array(items.length)
  let asked = 0
  return {
    starts,
    likelyIn(text) {
      const found: number[] = [...always]
      asked += 1
      for (const number of always) marks[number] = asked
      visitOwners(text, (owner) => {
        if (marks[owner] === asked) return
        marks[owner] = asked
        found.push(owner)
      })
      return found.sort((a, b) => a - b)
    },
    mayMatch(number, text) {
      let need = needs.get(number)
      if (!need && !needs.has(number)) {
        const item = items[number]
        const whole = item && needOf(item.written ?? item.pattern)
        need = whole && packed(whole)
        needs.set(number, need)
      }
      return !need || isMet(need, text)
    },
  }
}

function neededBy(item: Sought): readonly string[] {
  const need = needOf(item.written ?? item.pattern)
  return need ? needlesOf(need) : none
}

/**
 * Needles by their first characters; bits for each place tell quickly that there is none, and that none goes on. There are tens of
 * thousands of needles for as long as the program runs, so their table is rows of numbers: of each place its first needle, of each
 * needle the next one there and its owners.
 */
function createTable(ownersOf: ReadonlyMap<string, number | readonly number[]>) {
  const literals = [...ownersOf.keys()]
  const places = placesFor(literals.length)
  const taken = new Uint8Array(places)
  /** One more than the needle, so that 0 is none: of eight places together, since it is seldom looked at, and most of them are free. */
  const first = new Int32Array(places >> 3)
  const next = new Int32Array(literals.length)
  for (const [needle, literal] of literals.entries()) {
    const length = headOf(literal)
    let place = 0
    for (let at = 0; at < length; at++) {
      if (at > 0) taken[place] = (taken[place] ?? 0) | GOES_ON
      place = step(place, literal.charCodeAt(at)) & (places - 1)
    }
    taken[place] = (taken[place] ?? 0) | (1 << length)
    next[needle] = first[place >> 3] ?? 0
    first[place >> 3] = needle + 1
  }
  const { ends, owners } = rowsOf([...ownersOf.values()])
  return (text: string, visit: (owner: number) => void): void => {
    for (let at = 0; at < text.length; at++) {
      let place = 0
      const longest = Math.min(HEAD, text.length - at)
      for (let length = 1; length <= longest; length++) {
        place = step(place, text.charCodeAt(at + length - 1)) & (places - 1)
        const bits = taken[place] ?? 0
        if ((bits & (1 << length)) !== 0)
          for (let needle = (first[place >> 3] ?? 0) - 1; needle >= 0; needle = (next[needle] ?? 0) - 1) {
            const literal = literals[needle] ?? ''
            if (headOf(literal) !== length || !text.startsWith(literal, at)) continue
            for (let one = ends[needle - 1] ?? 0; one < (ends[needle] ?? 0); one++) visit(owners[one] ?? 0)
          }
        if ((bits & GOES_ON) === 0) break
      }
    }
  }
}

/** Lists of numbers in one row, and where each of them ends. */
function rowsOf(lists: readonly (number | readonly number[])[]) {
  const ends = new Uint32Array(lists.length)
  let end = 0
  for (const [at, list] of lists.entries()) {
    end += typeof list === 'number' ? 1 : list.length
    ends[at] = end
  }
  return { ends, owners: Uint32Array.from(lists.flat()) }
}

/** A power of two, of which most are free. */
function placesFor(needles: number): number {
  let places = 1 << 10
  while (places < needles * 12) places *= 2
  return places
}

function headOf(literal: string): number {
  return Math.min(HEAD, literal.length)
}

function step(place: number, unit: number): number {
  return Math.imul(place, 131) + unit
}
