/** How the persona takes part in a group: set in chat, else for the topic, else for its channel, else for all groups. Pure. */
import type { Conversation } from '../domain/conversation.ts'
import type { Persona } from '../persona/persona.ts'

export type Policy = 'mention' | 'ambient' | 'off'

/** `telegram:-100123:42` reads its own entry, then that of `telegram:-100123`. Anything unreadable is `mention`. */
export function policyOf({ threadId, state }: Conversation, { manners }: Pick<Persona, 'manners'>): Policy {
  if (state.policy) return state.policy
  for (let place: string = threadId; place.includes(':'); place = place.slice(0, place.lastIndexOf(':'))) {
    const policy = manners.channels[place]
    if (policy) return policy
  }
  return manners.group
}
