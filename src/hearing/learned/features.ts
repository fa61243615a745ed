/** What a text is made of, to the classifier: words, pairs of words, and groups of letters, each as a place in one table. Pure. */
import { isUnspaced } from '../../words/letters/scripts.ts'
import type { Reading } from '../../words/read-text.ts'

/** Features fall into this many places, so that no dictionary has to be kept. */
export const PLACES = 1 << 17
/** UTF-16 units that are classified. */
const LOOKED_AT = 400
/** FNV-1a, begun differently for words and for parts of words. */
const WORD = 0x811c9dc5
const GRAM = 0x2f0b4a27
const EDGE = 0x5bd1e995

/** Which order, account or telephone it is says nothing of what is wanted. */
const longNumber = /\p{N}{5,}/gu
const NUMBER = '#'

export interface Places {
  add(place: number): void
  /** Each once, in the order in which they came. */
  all(): Int32Array
}

/** Marks of which places were added last, one for all texts: a set of hundreds of numbers for each of them costs more than to weigh it. */
const marks = new Map<number, { readonly of: Uint32Array; last: number }>()

/** A set of places below `count`; one is filled at a time. */
export function createPlaces(count: number): Places {
  const mark = marks.get(count) ?? { of: new Uint32Array(count), last: 0 }
  marks.set(count, mark)
  mark.last = (mark.last + 1) >>> 0
  const now = mark.last
  const found: number[] = []
  return {
    add(place) {
      if (mark.of[place] === now) return
      mark.of[place] = now
      found.push(place)
    },
    all: () => Int32Array.from(found),
  }
}

/** Words, pairs of words, and character n-grams within words (3–4) or, in scripts without spaces, across them (1–3). */
export function featuresOf(reading: Reading): Int32Array {
  const places = createPlaces(PLACES)
  const text = (reading.spaced[0] ?? '').slice(0, LOOKED_AT).replace(longNumber, NUMBER)
  const words = text.split(' ').filter(Boolean)
  let last = EDGE
  for (const word of words) {
    const whole = hash(word, WORD)
    if (isUnspaced(word)) addGrams(places, word, 1, 3)
    else {
      places.add(place(whole))
      places.add(place(Math.imul(last, 31) ^ whole))
      addGrams(places, `_${word}_`, 3, 4)
    }
    last = whole
  }
  places.add(place(Math.imul(last, 31) ^ EDGE))
  return places.all()
}

function addGrams(places: Places, word: string, shortest: number, longest: number): void {
  for (let start = 0; start < word.length; start++) {
    let value = GRAM
    for (let size = 1; size <= longest && start + size <= word.length; size++) {
      value = mix(value, word.charCodeAt(start + size - 1))
      if (size >= shortest) places.add(place(value))
    }
  }
}

function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = mix(value, text.charCodeAt(at))
  return value
}

function mix(value: number, unit: number): number {
  return Math.imul(value ^ unit, 0x01000193)
}

/** The high bits are mixed best. */
function place(value: number): number {
  return ((value ^ (value >>> 15)) >>> 0) & (PLACES - 1)
}
