/** What members of a group say to each other while many of them talk: nothing that one of us is needed for, so all of it is read at once. Pure. */
import type { AcceptedMessage, Conversation } from '../../domain/conversation.ts'
import type { ReasonCode } from '../../domain/decision.ts'
import { caseOf } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'
import { cleanText } from '../../words/letters/clean-text.ts'
import { isAddressed } from './addressed.ts'
import { isInDanger } from './heard-first.ts'
import { policyOf } from './policy.ts'

/**
 * Whether a message needs no turn of its own. `hasMore`: more waits there than can be listened to, so that nobody joins in unasked.
 * Whoever is asked something by us, or has a case, has turns of their own, and so has whoever is in danger.
 */
export function isOverheard(
  message: AcceptedMessage,
  talk: { readonly conversation: Conversation; readonly hasMore: boolean },
  persona: Persona,
): boolean {
  const { conversation, hasMore } = talk
  const { author, command, masked, unreadable, isOwn, isStaffThread } = message
  if (conversation.surface !== 'group' || isOwn || isStaffThread || command || unreadable !== undefined) return false
  if (masked?.includes('card') || isAddressed(message, persona)) return false
  if (!hasMore && policyOf({ conversation, messages: [message] }, persona) === 'ambient') return false
  const { pending } = conversation.state
  if (pending?.accountId === author.accountId || caseOf(conversation, author.accountId)) return false
  return !isInDanger(cleanText(message.text), persona)
}

/** Why nothing is said to a turn of such messages. */
export function reasonForOverheard(turn: Turn, persona: Persona): ReasonCode {
  if ((turn.conversation.state.quietUntil ?? 0) > turn.now) return 'asked-for-quiet'
  return policyOf(turn, persona) === 'off' ? 'channel-off' : 'not-addressed'
}
