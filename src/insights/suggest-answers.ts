/** Questions without an approved answer, grouped, so that an operator writes one answer for each group and not for each question. Pure. */
import type { Lang } from '../domain/message.ts'
import { groupTexts } from '../knowledge/grouping/group-texts.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'
import { cleanText } from '../words/letters/clean-text.ts'

export interface Unanswered {
  readonly id: string
  readonly text: string
}

export interface Suggestion {
  /** Counts from 1, the largest group first. */
  readonly group: number
  /** One of its questions, the most telling: what the others ask in other words. */
  readonly title: string
  readonly ids: readonly string[]
}

const longestTitle = 120
/** Read together to tell the language of a text that is too short to show it. */
const habitTexts = 50

/** A question that is like no other is in no group. `among`: the languages to choose from. */
export function suggestAnswers(questions: readonly Unanswered[], among: readonly Lang[]): readonly Suggestion[] {
  const usual = questions.slice(0, habitTexts).map(({ text }) => text)
  const habit = detectLanguage(usual.join('\n'), { among })
  const texts = questions.map(({ text }) => ({
    text,
    lang: detectLanguage(text, habit === undefined ? { among } : { among, habit }),
  }))
  return groupTexts(texts).map(({ members }, at) => ({
    group: at + 1,
    title: titleOf(questions[members[0] ?? 0]?.text ?? ''),
    ids: members.flatMap((member) => questions[member]?.id ?? []),
  }))
}

function titleOf(text: string): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim()
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).toWellFormed()}…`
}
