/** What operators look up: threads, decisions, what never arrived. */
import type { Conversation, OpenStatus } from '../domain/conversation.ts'
import type { CostlyTurn } from '../domain/cost.ts'
import type { Alternative, DecisionKind, ReasonCode, Unsupported } from '../domain/decision.ts'
import type { ThreadId, TurnId } from '../domain/ids.ts'
import type { InboundMessage, OutboundMessage } from '../domain/message.ts'
import type { TalkLine } from './adapter.ts'

export interface DecisionRecord {
  readonly turnId: TurnId
  readonly at: number
  readonly kind: DecisionKind
  readonly reason: ReasonCode
  readonly answerId?: string
  readonly score?: number
  readonly flags: readonly string[]
  /** The best candidates among the approved answers, best first, as the turn saw them. */
  readonly alternatives: readonly Alternative[]
  /** What the model would have said with nothing approved behind it. */
  readonly unsupported?: readonly Unsupported[]
  /** Of the persona that decided, where that was kept. */
  readonly personaVersion?: string
  readonly rows: readonly number[]
}

/** What was said in a turn, oldest first; empty where it has been deleted. */
export interface TurnWords {
  readonly heard: readonly string[]
  readonly said: readonly string[]
}

/** Those that wait, and since when the oldest does, epoch ms. */
export interface Waiting {
  readonly count: number
  readonly since?: number
}

/** What the brand has to do, for all its processes together. */
export interface Workload {
  /** Conversations with a message that nobody has read. */
  readonly unread: Waiting
  /** Of them, those whose turn failed, and is tried again. */
  readonly failing: number
  /** Messages that are still to be sent. */
  readonly unsent: Waiting
  readonly deadLetters: number
  readonly cases: Readonly<Record<OpenStatus, Waiting>>
  /** Open cases of which a promise of the SLA was broken. */
  readonly breached: number
  /** When the next promise of the SLA is due, epoch ms. */
  readonly promiseDueAt?: number
}

export interface Records {
  /** Turns since then for which a model was asked, newest first. */
  costly(since: number, limit: number): Promise<readonly CostlyTurn[]>
  workload(): Promise<Workload>
  /** Of the database as a whole, other brands in it included. */
  bytes(): Promise<number>
  /** By the version of the persona that decided last in a conversation, how many conversations; of those that spoke since, epoch ms. */
  versions(since: number): Promise<ReadonlyMap<string, number>>
  /** Threads of one platform, or those inside one thread of it, that have a conversation; with the platform id of the last message heard there. */
  threads(platform: string, within?: ThreadId): Promise<{ threadId: ThreadId; lastMessageId?: string }[]>
  /** Of a private talk, as its fan may see it; the last `limit`, oldest first. */
  talk(threadId: ThreadId, limit: number): Promise<TalkLine[]>
  conversation(threadId: ThreadId): Promise<Conversation | undefined>
  /** Talks with an account of this name, in which it said something; the latest first. */
  threadsOf(name: string, limit: number): Promise<readonly ThreadId[]>
  /** Newest first. */
  decisions(threadId: ThreadId, limit: number): Promise<DecisionRecord[]>
  /** Of turns of one thread. */
  words(threadId: ThreadId, turns: readonly TurnId[]): Promise<ReadonlyMap<TurnId, TurnWords>>
  /** As `words`: what was heard, with who said it, oldest first. */
  heard(threadId: ThreadId, turns: readonly TurnId[]): Promise<ReadonlyMap<TurnId, readonly InboundMessage[]>>
  /** Messages of fans whose turn could not be settled, newest first. `at`: epoch ms at which they were put aside. */
  setAside(limit: number): Promise<{ threadId: ThreadId; messageId: string; reason: string; at: number }[]>
  deadLetters(limit: number): Promise<{ message: OutboundMessage; reason: string; at: number }[]>
}
