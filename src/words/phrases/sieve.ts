/**
 * Lists of patterns of which only those are run that can match: what they need stands in the text. One pass over the text serves
 * all lists of a sieve and finds whose rarest need does; of those few the other needs are looked up. So a message is held against
 * thousands of patterns in the time of a few, and most of these are never made.
 */
import { isMet, type Need, needlesOf, needOf, type Written } from './needles.ts'
import type { Sought } from './sought.ts'

export interface Sieve {
  /** Adds a list, which is read when the first text comes. Returns those of its patterns that may match a text, in their order; their `lastIndex` is 0. */
  add(patterns: () => readonly RegExp[]): MayMatch
  /** The same for whatever has a pattern. */
  addAll<Item extends Sought>(items: () => readonly Item[]): (text: string) => readonly Item[]
}

export type MayMatch = (text: string) => readonly RegExp[]

interface Needle {
  readonly literal: string
  /** A list and a position in it, one after the other. */
  readonly owners: number[]
}

/** Of each list, by position, what has its rarest need in a text. */
type Likely = ReadonlyMap<number, readonly number[]>

/** The same, and of the lists that were asked for the text, what has all of its needs. */
interface Found {
  readonly likely: Likely
  readonly kept: Map<number, readonly number[]>
}

/** Texts whose outcome is remembered: a message is asked about by one list after the other. */
const REMEMBERED = 4
const PLACES = 1 << 18
/** Characters of a needle by which it is looked up; the bits of a place are for heads of one to six, and for one that goes on. */
const HEAD = 6
const GOES_ON = 1

export function createSieve(): Sieve {
  const lists: (() => readonly Written[])[] = []
  let sift: ((text: string) => Likely) | undefined
  const remembered = new Map<string, Found>()

  function find(text: string): Found {
    const known = remembered.get(text)
    if (known) return known
    sift ??= build(lists.map((patterns) => patterns()))
    const found = { likely: sift(text), kept: new Map() }
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(text, found)
    return found
  }

  function addAll<Item extends Sought>(items: () => readonly Item[]) {
    const list = lists.length
    lists.push(() => items().map((item) => item.written ?? item.pattern))
    sift = undefined
    remembered.clear()
    /** By position, read when a text has the rarest of it. */
    const needs = new Map<number, Need | undefined>()
    const mayMatch = (at: number, text: string): boolean => {
      let need = needs.get(at)
      if (!need && !needs.has(at)) {
        const item = items()[at]
        need = item && needOf(item.written ?? item.pattern)
        needs.set(at, need)
      }
      return !need || isMet(need, text)
    }
    return (text: string): readonly Item[] => {
      const { likely, kept } = find(text)
      const positions = likely.get(list)
      if (!positions) return none
      let left = kept.get(list)
      if (!left) {
        left = positions.filter((at) => mayMatch(at, text))
        kept.set(list, left)
      }
      if (left.length === 0) return none
      const all = items()
      const found = left.flatMap((at) => all[at] ?? [])
      for (const { pattern } of found) pattern.lastIndex = 0
      return found
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

/** Whether any of them matches. */
export function anyMatches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}

function build(lists: readonly (readonly Written[])[]): (text: string) => Likely {
  const needles = new Map<string, Needle>()
  const always: number[] = []
  for (const [list, patterns] of lists.entries()) {
    for (const [at, pattern] of patterns.entries()) {
      const need = needOf(pattern)
      if (need) addOwner(needles, needlesOf(need), list, at)
      else always.push(list, at)
    }
  }
  const visitNeedles = createTable([...needles.values()])
  return (text) => {
    const found = new Map<number, number[]>()
    addOwners(found, always)
    visitNeedles(text, ({ owners }) => addOwners(found, owners))
    for (const positions of found.values()) if (positions.length > 1) positions.sort((a, b) => a - b)
    return found
  }
}

function addOwner(needles: Map<string, Needle>, literals: readonly string[], list: number, at: number): void {
  for (const literal of literals) {
    const owners = needles.get(literal)?.owners
    if (!owners) needles.set(literal, { literal, owners: [list, at] })
    else if (owners.at(-1) !== at || owners.at(-2) !== list) owners.push(list, at)
  }
}

function addOwners(found: Map<number, number[]>, owners: readonly number[]): void {
  for (let owner = 0; owner < owners.length; owner += 2) {
    const list = owners[owner] ?? 0
    const at = owners[owner + 1] ?? 0
    const positions = found.get(list)
    if (!positions) found.set(list, [at])
    else if (!positions.includes(at)) positions.push(at)
  }
}

/** Needles by their first characters; bits for each place tell quickly that there is none, and that none goes on. */
function createTable(needles: readonly Needle[]): (text: string, visit: (needle: Needle) => void) => void {
  const taken = new Uint8Array(PLACES)
  const byPlace = new Map<number, Needle[]>()
  for (const needle of needles) {
    const length = headOf(needle)
    let place = 0
    for (let at = 0; at < length; at++) {
      if (at > 0) taken[place] = (taken[place] ?? 0) | GOES_ON
      place = step(place, needle.literal.charCodeAt(at))
    }
    taken[place] = (taken[place] ?? 0) | (1 << length)
    const others = byPlace.get(place)
    if (others) others.push(needle)
    else byPlace.set(place, [needle])
  }
  return (text, visit) => {
    for (let at = 0; at < text.length; at++) {
      let place = 0
      const longest = Math.min(HEAD, text.length - at)
      for (let length = 1; length <= longest; length++) {
        place = step(place, text.charCodeAt(at + length - 1))
        const bits = taken[place] ?? 0
        if ((bits & (1 << length)) !== 0)
          for (const needle of byPlace.get(place) ?? [])
            if (headOf(needle) === length && text.startsWith(needle.literal, at)) visit(needle)
        if ((bits & GOES_ON) === 0) break
      }
    }
  }
}

function headOf({ literal }: Needle): number {
  return Math.min(HEAD, literal.length)
}

function step(place: number, unit: number): number {
  return (Math.imul(place, 131) + unit) & (PLACES - 1)
}
