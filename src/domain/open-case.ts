/** Whose open case is meant: in private it is the fan's whatever the account, in a group that of the member who is answered. Pure. */
import type { Conversation, OpenCase } from './conversation.ts'
import type { AccountId } from './ids.ts'
import type { Author } from './message.ts'

type Talk = Pick<Conversation, 'surface' | 'openCases'>

export function caseOf({ surface, openCases }: Talk, accountId: AccountId | undefined): OpenCase | undefined {
  return surface === 'direct' ? openCases[0] : openCases.find((one) => one.accountId === accountId)
}

/** The open case of who is answered in this turn, if they can know of it: that a draft waits nobody told them. */
export function openCaseOf(turn: { readonly conversation: Talk; readonly author: Author }): OpenCase | undefined {
  const open = caseOf(turn.conversation, turn.author.accountId)
  return open?.reason === 'draft' && open.handler === 'bot' ? undefined : open
}

/** Whether this account is in danger of its own hand, and nobody of staff has taken that up yet. */
export function isAtRisk(talk: Talk, accountId: AccountId): boolean {
  const open = caseOf(talk, accountId)
  return open?.reason === 'self-harm' && open.handler === 'bot' && open.status === 'waiting'
}

/** Whether staff, and not the bot, answer this account here. */
export function isWithStaff(talk: Talk, accountId: AccountId): boolean {
  return caseOf(talk, accountId)?.handler === 'staff'
}
