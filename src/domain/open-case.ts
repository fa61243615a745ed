/**
 * Whose open case is meant: in private it is the fan's whatever the account, in a group that of the member who is answered, also once
 * it went on in private from there. Pure.
 */
import type { Conversation, OpenCase } from './conversation.ts'
import type { AccountId } from './ids.ts'
import type { Author } from './message.ts'

type Talk = Pick<Conversation, 'surface' | 'openCases'>

export function caseOf({ surface, openCases }: Talk, accountId: AccountId | undefined): OpenCase | undefined {
  const isHere = ({ inPrivate }: OpenCase) => inPrivate?.isFromHere !== false
  return surface === 'direct' ? openCases[0] : openCases.find((one) => one.accountId === accountId && isHere(one))
}

/** The same, and in a group also one that is worked on in private and has nothing to do with it: whoever calls is called for there. */
export function anyCaseOf(talk: Talk, accountId: AccountId | undefined): OpenCase | undefined {
  return caseOf(talk, accountId) ?? talk.openCases.find((one) => one.accountId === accountId)
}

/** That a draft waits nobody told its fan. */
export function isUnknownToFan({ reason, handler }: OpenCase): boolean {
  return reason === 'draft' && handler === 'bot'
}

/** The open case of who is answered in this turn, if they can know of it. */
export function openCaseOf(turn: { readonly conversation: Talk; readonly author: Author }): OpenCase | undefined {
  const open = caseOf(turn.conversation, turn.author.accountId)
  return open && isUnknownToFan(open) ? undefined : open
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
