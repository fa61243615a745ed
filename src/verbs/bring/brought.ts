/** What was read from elsewhere: questions with their answers, and what was changed or left out of it. Pure. */
import type { AnswerButton } from '../../domain/answer.ts'
import { MascotError } from '../../errors.ts'

export interface BroughtAnswer {
  readonly id?: string
  /** Those of one group are one answer in several languages. */
  readonly group?: string
  /** How people ask for it; at least one. */
  readonly asks: readonly string[]
  /** Several: variants. */
  readonly answer: readonly string[]
  /** As the source names it: `en`, `pt-BR`. If absent, it is told by the words. */
  readonly lang?: string
  readonly topic?: string
  readonly owner?: string
  readonly buttons?: readonly AnswerButton[]
  /** Where it stood: `faq.csv, line 3`. */
  readonly where: string
}

export interface Note {
  readonly what: 'changed' | 'left'
  readonly where: string
  /** In words for the operator. */
  readonly why: string
}

export interface Brought {
  /** As the operator knows it: `CSV`, `Rasa`. */
  readonly format: string
  readonly answers: readonly BroughtAnswer[]
  readonly notes: readonly Note[]
  /** What the format fills in by a way of its own, besides what all do. */
  readonly fills?: RegExp
}

export const changed = (where: string, why: string): Note => ({ what: 'changed', where, why })
export const left = (where: string, why: string): Note => ({ what: 'left', where, why })

export function unreadable(file: string, why: string, cause?: unknown): MascotError {
  return new MascotError('usage', `${file}: ${why} Nothing was written.`, { cause })
}

/** A text of elsewhere as far as a report shows it. */
export function shown(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line
}
