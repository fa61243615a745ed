/** Which of the softer kinds a message is: a linear classifier, learned from the packs' examples when it is first asked. Pure. */

import { isUnspaced } from '../words/letters/scripts.ts'
import type { Reading } from '../words/read-text.ts'
import { readText } from '../words/read-text.ts'
import { languagesInOrder } from './in-order.ts'
import { packs } from './packs/packs.ts'
import { type SoftKind, softKinds } from './soft-kinds.ts'

export interface SoftGuess {
  readonly kind: SoftKind
  /** 0–1; low when the message resembles none of the examples or several kinds of them. */
  readonly confidence: number
}

/** Features fall into this many places, so that no dictionary has to be kept. */
const PLACES = 1 << 15
/** UTF-16 units that are classified. */
const LOOKED_AT = 400
const ROUNDS = 6
const STEP = 1
const DECAY = 0.8

const KINDS = softKinds.length
/** The weights of one feature for each kind stand side by side. */
const weights = new Float32Array(PLACES * KINDS)
const odds = new Float64Array(KINDS)
/** FNV-1a, begun differently for words and for parts of words. */
const WORD = 0x811c9dc5
const GRAM = 0x2f0b4a27
const EDGE = 0x5bd1e995

let hasLearnt = false

export function guessKind(reading: Reading): SoftGuess {
  if (!hasLearnt) learn()
  weigh(featuresOf(reading))
  let best = 0
  for (let kind = 1; kind < odds.length; kind++) if ((odds[kind] ?? 0) > (odds[best] ?? 0)) best = kind
  return { kind: softKinds[best] ?? 'question', confidence: odds[best] ?? 0 }
}

/** Multinomial logistic regression by stochastic gradient descent, in a fixed order: the same weights every time. */
function learn(): void {
  hasLearnt = true
  const examples = softKinds.flatMap((kind, label) =>
    languagesInOrder
      .flatMap((lang) => packs[lang]?.kinds?.[kind] ?? [])
      .map((text) => ({ label, features: featuresOf(readText(text)) })),
  )
  // A stride that shares no factor with the number of examples visits each once, kinds well mixed.
  const stride = strideFor(examples.length)
  let step = STEP
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < examples.length; at++) {
      const example = examples[(at * stride) % examples.length]
      if (example) descend(example.features, example.label, step)
    }
    step *= DECAY
  }
}

function strideFor(length: number): number {
  let stride = Math.floor(length * 0.618)
  while (greatestCommonDivisor(stride, length) !== 1) stride++
  return stride
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function descend(features: Int32Array, label: number, step: number): void {
  weigh(features)
  const share = Math.sqrt(1 / features.length)
  for (let kind = 0; kind < KINDS; kind++) {
    const change = step * ((kind === label ? 1 : 0) - (odds[kind] ?? 0)) * share
    for (let at = 0; at < features.length; at++) {
      const place = (features[at] ?? 0) * KINDS + kind
      weights[place] = (weights[place] ?? 0) + change
    }
  }
}

/** Leaves the probability of each kind in `odds`: softmax; features weigh the less the more there are. */
function weigh(features: Int32Array): void {
  const share = Math.sqrt(1 / Math.max(1, features.length))
  let total = 0
  for (let kind = 0; kind < KINDS; kind++) {
    let sum = 0
    for (let at = 0; at < features.length; at++) sum += weights[(features[at] ?? 0) * KINDS + kind] ?? 0
    const score = Math.exp(sum * share)
    odds[kind] = score
    total += score
  }
  for (let kind = 0; kind < KINDS; kind++) odds[kind] = (odds[kind] ?? 0) / total
}

/** Words, pairs of words, and character n-grams within words (3–4) or, in scripts without spaces, across them (1–3). */
function featuresOf(reading: Reading): Int32Array {
  const places = new Set<number>()
  const words = (reading.spaced[0] ?? '').slice(0, LOOKED_AT).split(' ').filter(Boolean)
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
  if (/[?？]/.test(reading.raw.slice(0, LOOKED_AT))) places.add(place(hash('?', GRAM)))
  return Int32Array.from(places)
}

function addGrams(places: Set<number>, word: string, shortest: number, longest: number): void {
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
