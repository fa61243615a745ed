/** Which of a conversation's unread messages make up the next turn. Pure. */
import type { AcceptedMessage, Conversation } from '../domain/conversation.ts'
import type { TurnId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'

/** Most messages, and most UTF-16 units of text, answered together; the rest waits for the next turn. */
const MAX_MESSAGES = 50
const MAX_TEXT = 20_000

/**
 * `together`: in private all unread messages; in a group all unread ones of the member who has waited longest, so that
 * each member's burst is answered as one and nobody's is mixed with another's. `each`: the oldest one alone.
 */
export function turnOf(
  conversation: Conversation,
  unread: readonly [AcceptedMessage, ...AcceptedMessage[]],
  options: { readonly burst: 'together' | 'each'; readonly id: TurnId; readonly now: number },
): Turn {
  const [first, ...rest] = unread
  const messages: [AcceptedMessage, ...AcceptedMessage[]] = [first]
  let size = first.text.length
  for (const message of options.burst === 'each' ? [] : rest) {
    const isSame = conversation.surface === 'direct' || message.author.accountId === first.author.accountId
    if (!isSame) continue
    size += message.text.length
    if (messages.length >= MAX_MESSAGES || size > MAX_TEXT) break
    messages.push(message)
  }
  return { id: options.id, conversation, messages, now: options.now }
}
