/** Which of a conversation's unread messages make up the next turn. Pure. */
import type { AcceptedMessage, Conversation } from '../domain/conversation.ts'
import type { TurnId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'

/** Most messages, and most UTF-16 units of text, answered together; the rest waits for the next turn. */
const MAX_MESSAGES = 50
const MAX_TEXT = 20_000

/**
 * `together`: in private all unread messages; in a group all unread ones of the member who has waited longest, so that
 * each member's burst is answered as one and nobody's is mixed with another's. A command or a pressed button is a turn of
 * its own. `each`: the oldest one alone.
 */
export function turnOf(
  conversation: Conversation,
  unread: readonly [AcceptedMessage, ...AcceptedMessage[]],
  options: { readonly burst: 'together' | 'each'; readonly id: TurnId; readonly now: number },
): Turn {
  const [first, ...rest] = unread
  const messages: [AcceptedMessage, ...AcceptedMessage[]] = [first]
  let size = first.text.length
  const mayGrow = options.burst === 'together' && !isVerb(first)
  for (const message of mayGrow ? rest : []) {
    const isSame = conversation.surface === 'direct' || message.author.accountId === first.author.accountId
    if (!isSame) continue
    if (isVerb(message)) break
    size += message.text.length
    if (messages.length >= MAX_MESSAGES || size > MAX_TEXT) break
    messages.push(message)
  }
  return { id: options.id, conversation, messages, now: options.now }
}

function isVerb(message: AcceptedMessage): boolean {
  return message.command !== undefined || message.button !== undefined
}
