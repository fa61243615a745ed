/**
 * Weights as small whole numbers: what is near nothing becomes nothing, and the rest a few dozen steps. Hardly anything less is
 * heard, and the module is half as long.
 */
import type { Weights } from './train.ts'

/** Steps from nothing to the heaviest weight of an output. */
const STEPS = 31
/** In steps, what still becomes nothing. */
const NOTHING = 1

export interface Coarse {
  /** What a step is worth, by output. */
  readonly scales: readonly number[]
  readonly steps: Int8Array
}

export function coarse(weights: Weights, outputs: number): Coarse {
  const scales = Array.from({ length: outputs }, (_, output) => {
    let most = 0
    for (let index = output; index < weights.length; index += outputs)
      most = Math.max(most, Math.abs(weights[index] ?? 0))
    return Math.max(most / STEPS, 1e-6)
  })
  const steps = Int8Array.from(weights, (weight, index) => {
    const exact = weight / (scales[index % outputs] ?? 1)
    return Math.abs(exact) <= NOTHING ? 0 : Math.round(exact)
  })
  return { scales, steps }
}

/** The weights that the steps stand for. */
export function weightsOf({ scales, steps }: Coarse): Weights {
  return Float32Array.from(steps, (step, index) => step * (scales[index % scales.length] ?? 0))
}
