/** Facts of a draft that contradict the approved answer it leans on: 30 days become 60, £9 become £8, "no" becomes "yes". */
import type { Commitment, CommitmentKind } from './commitment.ts'
import { isSameMoment } from './dates.ts'
import { figuresOf, findMentions, looseFigures } from './find.ts'
import { readStated, sentenceAt } from './stated.ts'

export interface ChangedFact {
  /** The words of the draft. */
  readonly said: string
  readonly value: string
  /** What the answer has in that place, in one form for all languages; or the words that deny it. */
  readonly approved: readonly string[]
  readonly sentence: Commitment['sentence']
}

type Figure = ReturnType<typeof figuresOf>[number]

/** Empty when every fact that both speak of is the same. What only the draft holds is for `unsupported`. */
export function changedFacts(draft: string, answerText: string): readonly ChangedFact[] {
  const reading = readStated(draft)
  const known = figuresOf(answerText)
  const loose = new Set(looseFigures(answerText))
  const figures = figuresOf(draft).flatMap((figure): ChangedFact[] => {
    const comparable = known.filter((other) => family(other) === family(figure))
    if (comparable.length === 0 || loose.has(figure.value) || comparable.some((other) => isSame(other, figure)))
      return []
    const sentence = sentenceAt(reading, figure.start)
    return [
      {
        said: reading.quote(figure),
        value: figure.value,
        approved: [...new Set(comparable.map(({ value }) => value))],
        sentence: { index: sentence.index, text: reading.quote(sentence) },
      },
    ]
  })
  return [...figures, ...reversed(draft, answerText)]
}

/** Figures that can stand in each other's place. */
function family(figure: Figure): string {
  const unit = figure.value.replace(/^[\d.-]+ /, '')
  switch (figure.kind) {
    case 'money':
      return `money ${figure.value.slice(0, 3)}`
    case 'percentage':
      return 'percentage'
    case 'duration':
      return /day|month/.test(unit) ? 'days' : unit
    case 'measure':
      return unit
    case 'count':
      return `count ${figure.value.replace(/ [\d.-]+$/, '')}`
    case 'date':
      return `date ${figure.sort}`
    default:
      return figure satisfies never
  }
}

function isSame(known: Figure, said: Figure): boolean {
  if (known.kind === 'date') return isSameMoment(known.value, said.value)
  return known.value === said.value || known.value.replace(/(^|\s)[\d.]+-(?=\d)/, '$1') === said.value
}

/** Kinds narrow enough that a denial of one phrase is a denial of the other. */
const reversible = new Set<CommitmentKind>(['refund', 'free', 'discount', 'health', 'warranty'])

/** What the answer denies and the draft grants. */
function reversed(draft: string, answerText: string): ChangedFact[] {
  const known = findMentions(answerText)
  return findMentions(draft).flatMap(({ commitment, stance }): ChangedFact[] => {
    const { kind, value = '', quote, sentence } = commitment
    if (stance !== 'asserted' || !reversible.has(kind) || /\d/.test(value)) return []
    const same = known.filter((other) => other.commitment.kind === kind && (other.commitment.value ?? '') === value)
    const denied = same.filter((other) => other.stance === 'denied')
    if (denied.length === 0 || denied.length < same.length) return []
    return [
      {
        said: quote,
        value: value === '' ? kind : `${kind} ${value}`,
        approved: denied.map((other) => `not: ${other.commitment.quote}`),
        sentence,
      },
    ]
  })
}
