/** A group's talk that nobody of us is needed for: read at once, in a turn of its own, so that a backlog of it keeps nobody waiting. */
import { setImmediate } from 'node:timers/promises'
import type { AcceptedMessage } from '../domain/conversation.ts'
import { overheard } from '../domain/weight.ts'
import type { Claim } from '../ports/inbox.ts'

/** Whether a message needs no turn of its own. */
export type IsOverheard = (message: AcceptedMessage, claim: Claim) => boolean

/** Listened to without a pause; whoever waits for something else in this process has their turn between. */
const AT_ONCE = 8

/**
 * The messages of all members of whom none is to be answered; undefined where somebody called, where only one member talks, and,
 * for `each`, as long as there is no long backlog: then turns are made as ever.
 */
export async function overheardIn(
  claim: Claim,
  { burst, isOverheard }: { readonly burst: 'together' | 'each'; readonly isOverheard: IsOverheard },
): Promise<readonly [AcceptedMessage, ...AcceptedMessage[]] | undefined> {
  const { conversation, unread, hasMore } = claim
  if (conversation.surface !== 'group' || (burst === 'each' && !hasMore)) return undefined
  if (unread.some(({ weight }) => weight !== overheard) || membersOf(unread).size < 2) return undefined
  const heard = new Set<AcceptedMessage>()
  for (const [nth, message] of unread.entries()) {
    if (nth % AT_ONCE === AT_ONCE - 1) await setImmediate()
    if (isOverheard(message, claim)) heard.add(message)
  }
  // What a member said is read together, so that nothing of it is understood without the rest.
  const others = membersOf(unread.filter((message) => !heard.has(message)))
  const [first, ...rest] = unread.filter(({ author }) => !others.has(author.accountId))
  return first && membersOf([first, ...rest]).size > 1 ? [first, ...rest] : undefined
}

function membersOf(messages: readonly AcceptedMessage[]): ReadonlySet<string> {
  return new Set(messages.map(({ author }) => author.accountId))
}
