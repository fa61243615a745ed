/** How the persona takes part in a group: set in chat, else for the topic, else for its channel, else for all groups. Pure. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'

export type Policy = 'mention' | 'ambient' | 'off'

/**
 * `telegram:-100123:42` reads its own entry, then that of `telegram:-100123`; a thread whose id does not tell reads that of
 * the channel its messages name. Anything unreadable is `mention`.
 */
export function policyOf(
  { conversation: { threadId, state }, messages }: Pick<Turn, 'conversation' | 'messages'>,
  { manners }: Pick<Persona, 'manners'>,
): Policy {
  if (state.policy) return state.policy
  const channels = [...channelsOf(threadId), ...channelsOf(channelOf(messages))]
  for (const channel of channels) {
    const policy = manners.channels[channel]
    if (policy) return policy
  }
  return manners.group
}

function channelOf(messages: readonly AcceptedMessage[]): string {
  return messages.findLast(({ channel }) => channel !== undefined)?.channel ?? ''
}

function channelsOf(thread: string): readonly string[] {
  const parts = thread.split(':')
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - index).join(':'))
}
