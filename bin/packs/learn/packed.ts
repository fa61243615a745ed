/** Bytes deflated: in base 64 in lines of one length, for a generated module, or as they are, for a file beside it. */
import { deflateRawSync } from 'node:zlib'
import { coarse } from './coarse.ts'

const LINE = 150

/** As `createWeighing` reads it. */
export function packedWeights(weights: Float32Array, outputs: number): string {
  const { scales, steps } = coarse(weights, outputs)
  return `{
  scales: [${scales.map((scale) => scale.toPrecision(4)).join(', ')}],
  packed: ${inLines(deflated(steps).toString('base64'))},
}`
}

/** The same where the weights stand in a file beside the module. */
export function weightsBeside(weights: Float32Array, outputs: number, file: string): { text: string; bytes: Buffer } {
  const { scales, steps } = coarse(weights, outputs)
  const text = `{
  scales: [${scales.map((scale) => scale.toPrecision(4)).join(', ')}],
  packed: new URL('${file}', import.meta.url),
}`
  return { text, bytes: deflated(steps) }
}

export function deflated(bytes: string | Int8Array): Buffer {
  return deflateRawSync(bytes, { level: 9 })
}

function inLines(text: string): string {
  const lines = Array.from({ length: Math.ceil(text.length / LINE) }, (_, at) => text.slice(at * LINE, (at + 1) * LINE))
  return `[\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('')`
}
