/** Which meanings meet in a message, as places in one table: each, each denied, two, two in this order, and three in one sentence. Pure. */
import { createPlaces, type Places } from './features.ts'
import { meanings } from './meanings.ts'
import type { Word } from './read-meanings.ts'

/** Features fall into this many places, so that no list of them has to be kept. */
export const MEANING_PLACES = 1 << 16
/** How many words a denial reaches. */
const DENIED = 3
/** Of a sentence with more meanings, no three are taken together. */
const MANY = 14
/** Words are counted by twos, up to here. */
const LONG = 12

const NOT = meanings.indexOf('not')
const [ONE, TWO, FOLLOWED, DENIAL, THREE, LENGTH] = [1, 2, 4, 3, 5, 9] as const

export function meaningFeatures(words: readonly Word[]): Int32Array {
  const places = createPlaces(MEANING_PLACES)
  const inAll = new Set<number>()
  const inSentence = new Map<number, Set<number>>()
  let before: readonly number[] = []
  let denied = 0
  for (const { meanings, sentence } of words) {
    const here = inSentence.get(sentence) ?? new Set<number>()
    inSentence.set(sentence, here)
    for (const meaning of meanings) {
      inAll.add(meaning)
      here.add(meaning)
      if (denied > 0 && meaning !== NOT) places.add(place(DENIAL, meaning))
      for (const last of before) places.add(place(FOLLOWED, last, meaning))
    }
    if (meanings.length > 0) before = meanings
    denied = meanings.includes(NOT) ? DENIED : denied - 1
  }
  if (inAll.size === 0) return new Int32Array()
  const all = [...inAll].sort((a, b) => a - b)
  all.forEach((one, at) => {
    places.add(place(ONE, one))
    for (const other of all.slice(at + 1)) places.add(place(TWO, one, other))
  })
  for (const found of inSentence.values()) addThrees(places, found)
  places.add(place(LENGTH, Math.min(LONG, words.length >> 1)))
  return places.all()
}

function addThrees(places: Places, found: ReadonlySet<number>): void {
  if (found.size > MANY) return
  const all = [...found].sort((a, b) => a - b)
  for (let a = 0; a < all.length; a++)
    for (let b = a + 1; b < all.length; b++)
      for (let c = b + 1; c < all.length; c++) places.add(place(THREE, all[a], all[b], all[c]))
}

/** FNV-1a over small numbers, the high bits mixed in at every step. */
function place(first: number, second?: number, third?: number, fourth?: number): number {
  let value = mix(0x811c9dc5, first)
  if (second !== undefined) value = mix(value, second)
  if (third !== undefined) value = mix(value, third)
  if (fourth !== undefined) value = mix(value, fourth)
  return ((value ^ (value >>> 15)) >>> 0) & (MEANING_PLACES - 1)
}

function mix(value: number, number: number): number {
  const mixed = Math.imul(value ^ (number + 1), 0x01000193)
  return mixed ^ (mixed >>> 13)
}
