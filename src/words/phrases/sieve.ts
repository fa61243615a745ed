/**
 * Lists of patterns of which only those are run that can match: whose needles stand in the text. One pass over the text serves
 * all lists of a sieve, so that a message is held against hundreds of patterns in the time of a few.
 */
import { needlesOf, type Written } from './needles.ts'

/** Whatever has a pattern. */
export interface Sought {
  readonly pattern: RegExp
  /** If absent, `pattern` is read and so made at once; if present, `pattern` may be made when it is first asked for. */
  readonly written?: Written
}

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

/** What of each list may match a text, by position. */
type Found = ReadonlyMap<number, readonly number[]>

/** Texts whose outcome is remembered: a message is asked about by one list after the other. */
const REMEMBERED = 4
const PLACES = 1 << 18
/** Characters of a needle by which it is looked up; the bits of a place are for heads of one to six, and for one that goes on. */
const HEAD = 6
const GOES_ON = 1

export function createSieve(): Sieve {
  const lists: (() => readonly Written[])[] = []
  let sift: ((text: string) => Found) | undefined
  const remembered = new Map<string, Found>()

  function find(text: string): Found {
    const known = remembered.get(text)
    if (known) return known
    sift ??= build(lists.map((patterns) => patterns()))
    const found = sift(text)
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(text, found)
    return found
  }

  function addAll<Item extends Sought>(items: () => readonly Item[]) {
    const list = lists.length
    lists.push(() => items().map((item) => item.written ?? item.pattern))
    sift = undefined
    remembered.clear()
    return (text: string): readonly Item[] => {
      const positions = find(text).get(list)
      if (!positions) return []
      const all = items()
      const found = positions.flatMap((at) => all[at] ?? [])
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

/** Whether any of them matches. */
export function anyMatches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}

function build(lists: readonly (readonly Written[])[]): (text: string) => Found {
  const needles = new Map<string, Needle>()
  const always: number[] = []
  for (const [list, patterns] of lists.entries()) {
    for (const [at, pattern] of patterns.entries()) {
      const literals = needlesOf(pattern)
      if (!literals) always.push(list, at)
      for (const literal of new Set(literals)) {
        const known = needles.get(literal)
        if (known) known.owners.push(list, at)
        else needles.set(literal, { literal, owners: [list, at] })
      }
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
