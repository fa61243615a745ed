/** Where signs and kinds stand in what is weighed: by words all signs, by meanings some of them, and after them the kinds. Pure. */
import { softKinds } from '../soft-kinds.ts'
import { learnedSigns, meantSigns } from './learned-signs.ts'

/** Of what the words say. */
export const OUTPUTS = learnedSigns.length + softKinds.length
/** Of what their meanings say. */
export const MEANT_OUTPUTS = meantSigns.length + softKinds.length

/** Adds what the meanings say of signs and kinds to what the words do. */
export function addMeant(meant: Float64Array, values: Float64Array): void {
  for (let output = 0; output < MEANT_OUTPUTS; output++) {
    const place = output < meantSigns.length ? output : output - meantSigns.length + learnedSigns.length
    values[place] = (values[place] ?? 0) + (meant[output] ?? 0)
  }
}
