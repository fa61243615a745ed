/** What the classifier makes of lessons that were kept from it: from this it is known where a value is to count. */
import { type LearnedSign, learnedSigns } from '../../../src/hearing/learned/learned-signs.ts'
import { WORDS_COUNT } from '../../../src/hearing/learned/weighed.ts'
import { coarse, weightsOf } from './coarse.ts'
import type { Lesson } from './lessons.ts'
import { byMeanings, byWords, train, type View, valuesOf } from './train.ts'

const FOLDS = 5
/** Of lessons that do not show the sign, so many may be taken for it. The lessons are near misses, far nearer than what fans say all day. */
const LIKELY_RATE = 0.012
const SURE_RATE = 0.004
/** With less than even odds nothing is likely. */
const LEAST = 0

export interface Unseen {
  readonly lesson: Lesson
  readonly values: Float64Array
}

export type Bars = Readonly<Record<LearnedSign, { readonly likely: number; readonly sure: number }>>

/** Every lesson once, by a classifier that has not seen it. */
export function crossValidate(lessons: readonly Lesson[]): readonly Unseen[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const toValues = learn(lessons.filter(({ isDrawn }, at) => isDrawn || at % FOLDS !== fold))
    return lessons
      .filter(({ isDrawn }, at) => !isDrawn && at % FOLDS === fold)
      .map((lesson) => ({ lesson, values: toValues(lesson) }))
  })
}

const isSign = (output: number) => output < learnedSigns.length

/** By words and by meanings, as the program adds them up. */
function learn(lessons: readonly Lesson[]): (lesson: Lesson) => Float64Array {
  const fromWords = learnView(lessons, byWords)
  const fromMeanings = learnView(lessons, byMeanings)
  return (lesson) => {
    const meant = fromMeanings(lesson)
    return fromWords(lesson).map((value, output) =>
      isSign(output) ? WORDS_COUNT * value + (meant[output] ?? 0) : value,
    )
  }
}

function learnView(lessons: readonly Lesson[], view: View): (lesson: Lesson) => Float64Array {
  const weights = weightsOf(coarse(train(lessons, view), view.outputs))
  return (lesson) => valuesOf(view.featuresOf(lesson), weights, view)
}

export function barsFrom(unseen: readonly Unseen[]): Bars {
  const bars = learnedSigns.map((sign, output) => {
    const others = unseen
      .filter(({ lesson }) => !lesson.shows.has(sign) && !lesson.open.has(sign))
      .map(({ values }) => values[output] ?? 0)
      .sort((a, b) => b - a)
    const barAt = (rate: number) => Math.max(LEAST, others[Math.floor(others.length * rate)] ?? 0)
    return [sign, { likely: barAt(LIKELY_RATE), sure: barAt(SURE_RATE) }] as const
  })
  return Object.fromEntries(bars) as Bars
}
