/** Our record of one thread over time. */
import type { Beside } from './beside.ts'
import type { HandoffReason } from './handoff.ts'
import type { AccountId, CaseId, ConversationId, ThreadId } from './ids.ts'
import type { CodeAsked, Given, Verified } from './look-up.ts'
import type { Attachment, InboundMessage, Lang, Surface } from './message.ts'
import type { Speaker } from './speaker.ts'
import type { Weight } from './weight.ts'
import type { WorkOffer } from './work.ts'

export type Handler = 'bot' | 'staff'
export type OpenStatus = 'waiting' | 'assigned'

/** A case that is not closed. It belongs to its fan: a group may have one of each member. */
export interface OpenCase {
  readonly id: CaseId
  readonly status: OpenStatus
  readonly reason: HandoffReason
  /** Who answers its fan. */
  readonly handler: Handler
  readonly accountId?: AccountId
  /** When that fan was first heard, epoch ms. */
  readonly fanSince?: number
  readonly assignee?: string
  readonly team?: string
  readonly staffThread?: ThreadId
  /** Set where its fan speaks in a group and it is worked on in private: there, and whether it went there from this group. */
  readonly inPrivate?: {
    readonly threadId: ThreadId
    readonly conversationId: ConversationId
    readonly isFromHere: boolean
  }
}

/** A choice offered while a clarifying question stands open. */
export interface Choice {
  readonly answerId: string
  readonly label: string
}

/** What an unanswered question of ours waits for. `isAgain`: it was put once more, as the answer was neither a yes nor a no. */
export type Pending =
  | { readonly kind: 'clarify'; readonly choices: readonly Choice[]; readonly accountId: AccountId }
  | {
      readonly kind: 'consent'
      readonly facts: readonly ToldFact[]
      readonly accountId: AccountId
      readonly isAgain?: true
    }
  | { readonly kind: 'forget'; readonly accountId: AccountId; readonly isAgain?: true }
  /** Whether they want to be told when what they reported is fixed; after a yes only a no is waited for. */
  | { readonly kind: 'news'; readonly accountId: AccountId; readonly isYes?: true; readonly isAgain?: true }
  /** Whether what they wrote may be shown. */
  | { readonly kind: 'work'; readonly offer: WorkOffer; readonly accountId: AccountId; readonly isAgain?: true }
  /** How a closed case was, in words; a number was given. */
  | { readonly kind: 'csat'; readonly caseId: CaseId; readonly until: number; readonly accountId: AccountId }

/** A question with a yes and a no under it: they answer it until then, epoch ms. */
export interface Asked {
  readonly id: string
  readonly until: number
  readonly question: Extract<Pending, { readonly kind: 'consent' | 'forget' | 'news' | 'work' }>
}

/** Something a fan said about themselves, worth remembering if they allow it. */
export interface ToldFact {
  readonly key: string
  readonly value: string
  /** Of the message in which they said it. */
  readonly row?: number
}

/** The holding statement of a crisis, in a language, as somebody heard it; until then (epoch ms) they are taken to ask on about it. */
export interface Held {
  readonly crisis: number
  readonly accountId: AccountId
  readonly lang: Lang
  readonly until: number
}

/** Small facts about the talk itself that decisions need. Unknown keys of a newer program survive. */
export interface ConversationState {
  readonly pending?: Pending
  /** Questions of ours whose buttons can be pressed still, oldest first. */
  readonly asked?: readonly Asked[]
  /** Clarifying questions asked in a row without success. */
  readonly clarifications?: number
  /** Epoch ms until which the persona was asked to be quiet here. */
  readonly quietUntil?: number
  /** The last approved answer given, for follow-up questions. */
  readonly lastAnswerId?: string
  readonly greetedAt?: number
  /** Epoch ms at which an abusive fan was last told, calmly, to stop. */
  readonly boundarySetAt?: number
  /** Set in chat by an administrator: how the persona takes part here. */
  readonly policy?: 'mention' | 'ambient' | 'off'
  /** Epoch ms at which it last joined in unasked, and how often in a row nobody took that up. */
  readonly joinedAt?: number
  readonly joinsIgnored?: number
  /** Epoch ms at which somebody last addressed it here. */
  readonly addressedAt?: number
  /** Other bots that were answered here, each with the epoch ms of it. */
  readonly botsAnswered?: Readonly<Record<string, number>>
  /** Epoch ms at which a sticker or picture last went with a reply. */
  readonly picturedAt?: number
  /** The campaign of the link by which the fan first came, or `case` for one sent here from a group. */
  readonly cameBy?: string
  /** What to do in danger was said to this account in full, and when (epoch ms); and when staff were last called for it. */
  readonly dangerTold?: {
    readonly accountId: AccountId
    readonly what: string
    readonly at: number
    readonly staffAt?: number
  }
  /** Answers of issues at which it was asked whether news are wanted. */
  readonly askedNews?: readonly string[]
  /** Epoch ms at which it was asked whether a praise may be shown. */
  readonly askedForWork?: number
  /** Holding statements that were said here, oldest first. */
  readonly held?: readonly Held[]
  /** Turns in a row that ended without an answer. */
  readonly misses?: number
  /** A look-up that waits for what its fan still has to tell: `asked` names the need; until then, epoch ms. */
  readonly lookUp?: {
    readonly id: string
    readonly accountId: AccountId
    readonly given: Given
    readonly asked: string
    readonly misses: number
    readonly until: number
  }
  /** A code that its fan has to type before anything is told. */
  readonly code?: CodeAsked & {
    readonly id: string
    readonly accountId: AccountId
    readonly lookUp: string
    readonly given: Given
  }
  readonly verified?: Verified
  /** What was told last of what the shop knows: a reply may lean on it until then, epoch ms. */
  readonly lookedUp?: { readonly accountId: AccountId; readonly text: string; readonly until: number }
  /** A case closed lately: the fan's next message until then (epoch ms) opens it again. */
  readonly reopen?: { readonly caseId: CaseId; readonly until: number }
}

export interface Conversation {
  readonly id: ConversationId
  readonly threadId: ThreadId
  readonly surface: Surface
  readonly openCases: readonly OpenCase[]
  readonly lang?: Lang
  /** Running summary of what the transcript no longer shows. */
  readonly summary?: string
  /** Row number of the last message the summary covers. */
  readonly summaryUpTo?: number
  /** The version of the persona that wrote it. Absent: not known. */
  readonly summaryVersion?: string
  readonly state: ConversationState
  /** Set by staff: whether what we would say here waits for a person. Absent: as the persona says. */
  readonly isDrafting?: boolean
  /** Set while we cannot speak in the thread: what is to be sent there is dead-lettered with `reason`. `at`: epoch ms. */
  readonly closed?: { readonly reason: string; readonly at: number }
}

/** An accepted message with its row number, which is also its order. Without a `weight` it is one said to us. */
export type AcceptedMessage = InboundMessage & {
  readonly row: number
  readonly weight?: Weight
  /** It had the honest line, as no model could be asked, and is thought about again. */
  readonly isAskedAgain?: true
}

/** One line of what was said, oldest first in a transcript. */
export interface TranscriptLine extends Beside {
  readonly row: number
  readonly at: number
  readonly from: 'fan' | 'brand'
  readonly name: string
  readonly accountId?: AccountId
  readonly speaker?: Speaker
  /** Of the persona whose line it was, where that was kept. */
  readonly personaVersion?: string
  /** Of ours: in which language, and which message it answered. */
  readonly lang?: Lang
  readonly toMessageId?: string
  /** Of ours: it told that files of that message did not get through to staff: which, and why. */
  readonly tellsLost?: readonly string[]
  readonly text: string
  /** The files that came or went with it; of ours by what they are alone. */
  readonly attachments?: readonly Attachment[]
  readonly messageId?: string
}
