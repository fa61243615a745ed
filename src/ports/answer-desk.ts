/** Questions that nothing was known for, grouped for an operator, and what becomes of them. */
import type { StaffMember } from '../domain/case.ts'
import type { Lang } from '../domain/message.ts'
import type { Acted } from './desk.ts'

export interface AskedGroup {
  /** The most telling of its questions. */
  readonly title: string
  readonly questions: number
  readonly people: number
  /** Some of them, without what belongs to one person. */
  readonly examples: readonly string[]
  /** Numbers of the reports. */
  readonly reports: readonly number[]
  readonly lang: Lang
  /** The approved answer that comes closest; `isNear`: so close that it was nearly given. */
  readonly closest?: { readonly id: string; readonly ask: string; readonly isNear: boolean }
  /** How fans asked, ready for `asks` of answers.yaml. */
  readonly phrasings: readonly string[]
}

export interface AnswerDesk {
  /** The most asked first. Those that are like no other stand alone behind them. */
  groups(): Promise<readonly AskedGroup[]>
  /** A new approved answer, written into answers.yaml. Phrasings that another answer is given for are asked back about; so with `merge`. */
  accept(
    group: {
      readonly reports: readonly number[]
      readonly asks: readonly string[]
      readonly lang: Lang
      readonly words: string
      /** The same in the home language of the persona, where `lang` is another: every answer needs it. */
      readonly home?: string
      readonly owner?: string
      /** Of `Acted.asks`: that it was shown which of `asks` belong to another answer. */
      readonly sure?: string
    },
    staff: StaffMember,
  ): Promise<Acted>
  /** Their phrasings go to an answer that there is. */
  merge(
    group: {
      readonly reports: readonly number[]
      readonly asks: readonly string[]
      readonly into: string
      readonly sure?: string
    },
    staff: StaffMember,
  ): Promise<Acted>
  /** Nothing is to be answered there. */
  dismiss(reports: readonly number[], staff: StaffMember): Promise<Acted>
  mayDecide(staff: StaffMember): boolean
  answers(): readonly { readonly id: string; readonly ask: string }[]
  languages(): readonly Lang[]
}
