/** Features weighed by what was learnt: a table of weights as small whole numbers, packed, and the sums that a text makes of it. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { once } from '../../words/once.ts'

/** A few features say little: as if so many stood beside them that tell nothing. */
export const silentBeside = { words: 20, meanings: 20 } as const

/** What the words themselves count for a sign, beside what they mean. */
export const WORDS_COUNT = 0.7

export interface Packed {
  /** A weight of one is so much, by output. */
  readonly scales: readonly number[]
  /** A signed byte for each output of each place, deflated: in base 64, or the file that holds it. */
  readonly packed: string | URL
}

/** What one of the features counts: the less, the more there are. */
export function shareOf(features: Int32Array, silent: number): number {
  return 1 / Math.sqrt(features.length + silent)
}

/** Unpacked when the first text comes. Adds to `sums` what the features are worth. */
export function createWeighing({ scales, packed }: Packed, silent: number) {
  const table = once(() => {
    const bytes = inflateRawSync(typeof packed === 'string' ? Buffer.from(packed, 'base64') : readFileSync(packed))
    return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  })
  const outputs = scales.length
  return (features: Int32Array, sums: Float64Array): void => {
    const weights = table()
    const share = shareOf(features, silent)
    for (let output = 0; output < outputs; output++) {
      // Whole numbers of a byte: the sum of each output stays one, in a register.
      let steps = 0
      for (let at = 0; at < features.length; at++)
        steps = (steps + (weights[(features[at] ?? 0) * outputs + output] ?? 0)) | 0
      sums[output] = (sums[output] ?? 0) + steps * (scales[output] ?? 0) * share
    }
  }
}
