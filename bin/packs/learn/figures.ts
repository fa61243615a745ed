/** What the classifier alone makes of examples that it has not seen, by sign and language, as `docs/hearing.md` shows it. */
import { type LearnedSign, learnedSigns } from '../../../src/hearing/learned/learned-signs.ts'
import { barsFrom, crossValidate, type Unseen } from './cross-validate.ts'
import type { Lesson } from './lessons.ts'

/**
 * Signs down, languages across: how many percent of the examples that show the sign were sure or likely. Nothing drawn from the
 * phrases was learnt from here, since the phrases were written for these examples.
 */
export function figuresTable(lessons: readonly Lesson[]): string {
  const unseen = crossValidate(lessons.filter(({ isDrawn }) => !isDrawn))
  const bars = barsFrom(unseen)
  const langs = [...new Set(lessons.map(({ lang }) => lang))].sort()
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['sign', 'precision', 'recall', ...langs]),
    row(['---', '---:', '---:', ...langs.map(() => '---:')]),
    ...learnedSigns.map((sign, output) => {
      const isTaken = ({ values }: Unseen) => (values[output] ?? 0) > bars[sign].likely
      const recall = (some: readonly Unseen[]) => percent(some.filter(isTaken).length, some.length)
      const shown = unseen.filter(({ lesson }) => lesson.shows.has(sign))
      return row([
        sign,
        precisionOf(sign, unseen.filter(isTaken)),
        recall(shown),
        ...langs.map((lang) => recall(shown.filter(({ lesson }) => lesson.lang === lang))),
      ])
    }),
  ].join('\n')
}

function precisionOf(sign: LearnedSign, taken: readonly Unseen[]): string {
  const told = taken.filter(({ lesson }) => !lesson.open.has(sign))
  return percent(told.filter(({ lesson }) => lesson.shows.has(sign)).length, told.length)
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '·' : String(Math.round((100 * part) / whole))
}
