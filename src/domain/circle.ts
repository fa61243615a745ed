/** What a member of the circle chose in a round; `choice` is its place there, from 0. */
import type { AccountId } from './ids.ts'

export interface CircleVote {
  readonly number: number
  readonly choice: number
  readonly account: AccountId
}

/** Under which the suggestions of a round are kept among the reports. */
export function answerIdOfRound(round: number): string {
  return `circle:${round}`
}
