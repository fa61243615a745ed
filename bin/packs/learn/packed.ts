/** Bytes as the text of a generated module: deflated, in base 64, in lines of one length. */
import { deflateRawSync } from 'node:zlib'
import { coarse } from './coarse.ts'

const LINE = 150

/** As `createWeighing` reads it. */
export function packedWeights(weights: Float32Array, outputs: number): string {
  const { scales, steps } = coarse(weights, outputs)
  return `{
  scales: [${scales.map((scale) => scale.toPrecision(4)).join(', ')}],
  packed: ${packedText(steps)},
}`
}

export function packedText(bytes: string | Int8Array): string {
  return inLines(deflateRawSync(bytes, { level: 9 }).toString('base64'))
}

function inLines(text: string): string {
  const lines = Array.from({ length: Math.ceil(text.length / LINE) }, (_, at) => text.slice(at * LINE, (at + 1) * LINE))
  return `[\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('')`
}
