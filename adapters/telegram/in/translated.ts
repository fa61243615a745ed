/** What an update means, and what has to be known to tell. */
import type { AccountId, InboundMessage, ThreadEvent } from '#mascot'
import type { Door } from '../wire/door.ts'
import type { Surroundings } from '../wire/presence.ts'
import type { TopicMemory } from '../wire/topic-memory.ts'

export interface Translated {
  readonly message?: InboundMessage
  readonly event?: ThreadEvent
  readonly door?: Door
  readonly vote?: PollVote
  /** A press that has to be answered, or the button keeps spinning. */
  readonly queryId?: string
}

/** Where it was cast is known from the poll. */
export interface PollVote {
  readonly pollId: string
  readonly accountId: AccountId
  /** The place of the option, from 0; absent: the vote was taken back. */
  readonly choice?: number
  /** Epoch ms. */
  readonly at: number
}

export interface Translating extends Surroundings {
  readonly topics: Pick<TopicMemory, 'topicOf'>
  /** Epoch ms; a press carries no time of its own. */
  readonly now: number
}
