/** The circle: how long a link into it lives, and what a member chose in a round; `choice` is its place there, from 0. */
import { WEEK_MS } from './durations.ts'
import type { AccountId } from './ids.ts'

/** So long a link into the circle lets one person in; adapters make it so. */
export const circleLinkMs = WEEK_MS

export interface CircleVote {
  readonly number: number
  readonly choice: number
  readonly account: AccountId
}

/** Under which the suggestions of a round are kept among the reports. */
export function answerIdOfRound(round: number): string {
  return `circle:${round}`
}

/** Whoever made one is told what becomes of it, whatever that is. */
export function isOfRound(answerId: string): boolean {
  return answerId.startsWith('circle:')
}

/** As people see it: what is invisible, capitals and spaces tell nothing apart. */
export function seenAs(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}
