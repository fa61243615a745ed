/** Logistic regression for each sign, and one of several classes for the kinds, by AdaGrad in a fixed order. */
import { PLACES } from '../../../src/hearing/learned/features.ts'
import { learnedSigns, meantSigns } from '../../../src/hearing/learned/learned-signs.ts'
import { MEANING_PLACES } from '../../../src/hearing/learned/meaning-features.ts'
import { shareOf, silentBeside } from '../../../src/hearing/learned/weighed.ts'
import { type SoftKind, softKinds } from '../../../src/hearing/soft-kinds.ts'
import type { Lesson } from './lessons.ts'
import { strideFor } from './stride.ts'

const ROUNDS = 8
/** How often a kind comes, beside questions. */
const WANTED: Readonly<Record<SoftKind, number>> = {
  ...{ question: 1, 'order-trouble': 0.8, complaint: 0.5, praise: 0.6, suggestion: 0.5, chat: 0.8 },
}
/** Of the kinds there are fewer lessons, and what comes from each weighs more. */
const KIND_STEP = 2
/** What a feature has to show before its first steps are as long as they may be: once seen is hardly seen. */
const CALM = 1
/** Draws every weight of a sign to nothing, so that chance leaves no mark. */
const DECAY = 1e-4

/** What of a lesson is weighed. */
export interface View {
  readonly places: number
  /** The signs come first, then the kinds, if any. */
  readonly outputs: number
  readonly silent: number
  readonly step: number
  featuresOf(lesson: Lesson): Int32Array
  /** Whether it is learnt from. */
  has(lesson: Lesson): boolean
}

export const byWords: View = {
  places: PLACES,
  outputs: learnedSigns.length + softKinds.length,
  silent: silentBeside.words,
  step: 0.5,
  featuresOf: ({ words }) => words,
  has: () => true,
}

/** Of what is drawn from phrases nothing is learnt here: it would say how phrases are written. */
export const byMeanings: View = {
  places: MEANING_PLACES,
  outputs: meantSigns.length,
  silent: silentBeside.meanings,
  step: 0.3,
  featuresOf: ({ meanings }) => meanings,
  has: ({ isDrawn, meanings }) => !isDrawn && meanings.length > 0,
}

/** The weights of one feature stand side by side: the signs', then the kinds'. */
export type Weights = Float32Array

export function train(all: readonly Lesson[], view: View): Weights {
  const { outputs } = view
  const lessons = all.filter((lesson) => view.has(lesson))
  const weights = new Float32Array(view.places * outputs)
  const seen = new Float32Array(view.places * outputs)
  const errors = new Float64Array(outputs)
  const shares = sharesOf(lessons)
  const stride = strideFor(lessons.length)
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < lessons.length; at++) {
      const lesson = lessons[(at * stride) % lessons.length]
      if (lesson) descend(lesson)
    }
  }
  return weights

  function descend(lesson: Lesson): void {
    const features = view.featuresOf(lesson)
    errorsOf(lesson, valuesOf(features, weights, view), errors, shares)
    const share = shareOf(features, view.silent)
    for (const place of features) {
      for (let output = 0; output < outputs; output++) {
        const isKind = output >= learnedSigns.length
        const error = errors[output] ?? 0
        if (Math.abs(error) < 1e-3) continue
        const index = place * outputs + output
        const weight = weights[index] ?? 0
        const slope = error * share - (isKind ? 0 : DECAY * weight)
        const total = (seen[index] ?? 0) + slope * slope
        seen[index] = total
        weights[index] = weight + ((isKind ? KIND_STEP : view.step) * slope) / Math.sqrt(total + CALM)
      }
    }
  }
}

type Shares = Readonly<Record<SoftKind, number>>

/** A question is not as rare as its examples are beside those of complaints: what a lesson of each kind counts. */
function sharesOf(lessons: readonly Lesson[]): Shares {
  const counts = softKinds.map((kind) => lessons.filter((lesson) => lesson.kind === kind).length)
  const usual = counts[0] ?? 1
  return Object.fromEntries(
    softKinds.map((kind, at) => [kind, Math.min(2, (WANTED[kind] * usual) / Math.max(1, counts[at] ?? 1))]),
  ) as Shares
}

/** The sum of each output: features weigh the less the more there are. */
export function valuesOf(features: Int32Array, weights: ArrayLike<number>, { outputs, silent }: View): Float64Array {
  const values = new Float64Array(outputs)
  const share = shareOf(features, silent)
  for (const place of features)
    for (let output = 0; output < outputs; output++)
      values[output] = (values[output] ?? 0) + (weights[place * outputs + output] ?? 0) * share
  return values
}

function errorsOf({ shows, open, kind }: Lesson, values: Float64Array, errors: Float64Array, shares: Shares): void {
  learnedSigns.slice(0, errors.length).forEach((sign, output) => {
    const odds = 1 / (1 + Math.exp(-(values[output] ?? 0)))
    errors[output] = open.has(sign) ? 0 : shows.has(sign) ? 1 - odds : -odds
  })
  const from = learnedSigns.length
  if (kind === undefined || errors.length <= from) return void errors.fill(0, from)
  const powers = softKinds.map((_, at) => Math.exp(values[from + at] ?? 0))
  const total = powers.reduce((sum, power) => sum + power, 0)
  softKinds.forEach((one, at) => {
    errors[from + at] = shares[kind] * ((one === kind ? 1 : 0) - (powers[at] ?? 0) / total)
  })
}
