/** The ledger of what fans let the brand show, and where it was shown. Offers and withdrawals in chat are written by settle. */
import type { AccountId, ConversationId } from '../domain/ids.ts'
import type { Work, WorkState } from '../domain/work.ts'
import type { WorksMade } from './works-made.ts'

/** What a kind of fan may be read from: how many of a fan's works stand, and how often those were used. */
export interface WorkCounts {
  readonly offered: number
  readonly accepted: number
  readonly used: number
}

export interface WorkPage {
  readonly works: readonly Work[]
  readonly total: number
}

export interface Works extends WorksMade {
  /** Of all accounts of the fan of this account. */
  countsOf(account: AccountId): Promise<WorkCounts>
  /** The same, newest first; withdrawn ones too. */
  ofFan(account: AccountId): Promise<readonly Work[]>
  /** Whether the fan was asked after praise before, in whatever private talk of theirs. */
  wasAsked(account: AccountId): Promise<boolean>
  /** One that may be quoted beside this answer: not by who asks, and not in a conversation that heard it before. */
  quotable(
    answer: string,
    asked: { readonly conversation: ConversationId; readonly account: AccountId; readonly now: number },
  ): Promise<Work | undefined>
  get(number: number): Promise<Work | undefined>
  /** Numbers of those that wait and that staff were not told of, oldest first. */
  untold(limit: number): Promise<readonly number[]>
  /** That staff are told of them, or, without a time, that they were not after all; the numbers of those of which that was not known. */
  keepTold(numbers: readonly number[], at: number | undefined): Promise<readonly number[]>
  list(options: { readonly state?: WorkState; readonly limit: number; readonly offset?: number }): Promise<WorkPage>
  /** What may be shown to everybody, newest first. */
  showable(options: { readonly now: number; readonly limit: number; readonly offset?: number }): Promise<WorkPage>
  /** By staff, also once more; undefined: there is none, or the fan has withdrawn it. */
  decide(
    number: number,
    state: 'accepted' | 'declined',
    by: { readonly who: string; readonly answers: readonly string[]; readonly now: number },
  ): Promise<Work | undefined>
  /** Of the fan of this account. False: there was none to withdraw. */
  withdraw(account: AccountId, number: number, now: number): Promise<boolean>
  byWithdrawHash(hash: string): Promise<Work | undefined>
  /** Takes down what was quoted of works that are withdrawn, declined or over; what is just leaving waits for the next call. */
  takeDown(now: number): Promise<number>
}
