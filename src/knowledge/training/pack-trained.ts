/** What was learned ↔ a string for the cache. */
import { z } from 'zod'
import type { Trained } from './train.ts'

const packed = z.object({
  starts: z.base64(),
  answers: z.base64(),
  supports: z.base64(),
  bias: z.base64(),
  weights: z.array(z.number()),
  weightsWithMeaning: z.array(z.number()).optional(),
  changed: z.int().optional(),
})

export function packTrained({ supports, weights, weightsWithMeaning, changed }: Trained): string {
  return JSON.stringify({
    starts: toBase64(supports.starts),
    answers: toBase64(supports.answers),
    supports: toBase64(supports.weights),
    bias: toBase64(supports.bias),
    weights,
    weightsWithMeaning,
    changed,
  })
}

/** Undefined for what is no such string. */
export function unpackTrained(text: string): Trained | undefined {
  try {
    const found = packed.parse(JSON.parse(text))
    return {
      supports: {
        starts: new Int32Array(fromBase64(found.starts)),
        answers: new Int32Array(fromBase64(found.answers)),
        weights: new Float32Array(fromBase64(found.supports)),
        bias: new Float32Array(fromBase64(found.bias)),
      },
      weights: found.weights,
      ...(found.changed ? { changed: found.changed } : {}),
      ...(found.weightsWithMeaning ? { weightsWithMeaning: found.weightsWithMeaning } : {}),
    }
  } catch {
    return undefined
  }
}

function toBase64({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

function fromBase64(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
