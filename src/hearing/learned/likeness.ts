/** How like a message is to the packs' examples: what no list of phrases holds is heard by it. Learnt when the packs are built. Pure. */
import { inflateRawSync } from 'node:zlib'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import type { Reading } from '../../words/read-text.ts'
import { type SoftKind, softKinds } from '../soft-kinds.ts'
import { featuresOf, shareOf } from './features.ts'
import { type DangerSign, dangerSigns, type LearnedSign, learnedSigns } from './learned-signs.ts'
import { bars, packed, scales } from './learnt.ts'

export interface SoftGuess {
  readonly kind: SoftKind
  /** 0–1; low when the message resembles none of the examples or several kinds of them. */
  readonly confidence: number
}

/** `sure`: hardly any near miss among the examples comes so close; `likely`: few do. */
export type Likeness = 'sure' | 'likely'

const OUTPUTS = scales.length
const LEAST_WORDS = 4
const LEAST_LETTERS = 7
/** Unpacked when the first message comes, or at the warm-up before it. */
const weights = once(() => {
  const bytes = inflateRawSync(Buffer.from(packed, 'base64'))
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
})

const known = new WeakMap<Reading, Float64Array>()

export function likenessTo(sign: LearnedSign, reading: Reading): Likeness | undefined {
  const value = valuesOf(reading)[learnedSigns.indexOf(sign)] ?? 0
  const { likely, sure } = bars[sign]
  return value > sure && isLong(reading) ? 'sure' : value > likely ? 'likely' : undefined
}

/** Of a few words nothing is sure. */
function isLong({ spaced: [text = ''], tight }: Reading): boolean {
  return isUnspaced(tight) ? tight.length >= LEAST_LETTERS : text.trim().split(' ').length >= LEAST_WORDS
}

/** The danger whose examples it is most like, if it is like any. */
export function likestDanger(reading: Reading): { sign: DangerSign; likeness: Likeness } | undefined {
  const likeness = likenessTo('danger', reading)
  if (!likeness) return undefined
  const values = valuesOf(reading)
  const valueIn = (sign: DangerSign) => values[learnedSigns.indexOf(sign)] ?? 0
  const sign = dangerSigns.toSorted((a, b) => valueIn(b) - valueIn(a))[0] ?? 'safety'
  return { sign, likeness }
}

/** Softmax over the kinds. */
export function guessKind(reading: Reading): SoftGuess {
  const powers = valuesOf(reading)
    .subarray(learnedSigns.length)
    .map((value) => Math.exp(value))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const most = Math.max(...powers)
  return { kind: softKinds[powers.indexOf(most)] ?? 'question', confidence: most / total }
}

/** The sum of each output: features weigh the less the more there are. */
function valuesOf(reading: Reading): Float64Array {
  const found = known.get(reading)
  if (found) return found
  const features = featuresOf(reading)
  const values = new Float64Array(OUTPUTS)
  const table = weights()
  for (const place of features)
    for (let output = 0; output < OUTPUTS; output++)
      values[output] = (values[output] ?? 0) + (table[place * OUTPUTS + output] ?? 0)
  const share = shareOf(features)
  scales.forEach((scale, output) => {
    values[output] = (values[output] ?? 0) * scale * share
  })
  known.set(reading, values)
  return values
}
