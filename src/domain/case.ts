/** A case: what staff work on once a handoff called them, and what may change about it. */
import type { ConversationState, Handler, OpenStatus } from './conversation.ts'
import type { HandoffReason, HandoffRequest } from './handoff.ts'
import type { AccountId, CaseId, ConversationId, DraftId, FanId, ThreadId } from './ids.ts'
import type { Lang, Outgoing, Surface } from './message.ts'
import type { Windows } from './reply-window.ts'

/** Who acts for the brand. `id`: an account on a platform, or a login of the desk page. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  /** Set where a colleague has the same name. For colleagues alone. */
  readonly tag?: string
}

/** How a closed case ended. `silence`: staff had spoken and nobody said more; `merged`: it went on in another case. */
export type CaseOutcome = 'resolved' | 'handed-back' | 'silence' | 'merged'

/** What becomes due on a case. The first three are promises of the SLA. */
export const timerKinds = [
  'first-response',
  'next-response',
  'resolution',
  'snooze',
  'silence',
  'csat',
  'window',
] as const
export type TimerKind = (typeof timerKinds)[number]
/** Epoch ms. */
export type Timers = Readonly<Partial<Record<TimerKind, number>>>

export type CaseStatus = OpenStatus | 'closed'

/** What a staff member wrote beside a case, for other staff. */
export interface Note {
  readonly staff: string
  /** By which two of one name are told apart. */
  readonly staffId?: string
  readonly text: string
  /** Epoch ms. */
  readonly at: number
}

export interface Case extends HandoffRequest {
  readonly id: CaseId
  readonly conversationId: ConversationId
  readonly fanId: FanId
  readonly status: CaseStatus
  readonly assignee?: string
  /** Epoch ms, as all times here. */
  readonly openedAt: number
  readonly assignedAt?: number
  readonly closedAt?: number
  /** Counts every change: who decided on an older one is refused. */
  readonly version: number
  /** Who of the staff has it; `assignee` is the name shown. */
  readonly assigneeId?: string
  /** As `StaffMember.tag`. */
  readonly assigneeTag?: string
  readonly accountId?: AccountId
  readonly fanName: string
  /** A colleague goes by the fan's name. */
  readonly isNamedAsStaff?: true
  /** When the fan was first heard, epoch ms. */
  readonly fanSince?: number
  /** Where the fan is answered. */
  readonly threadId: ThreadId
  readonly surface: Surface
  readonly handler: Handler
  readonly lang?: Lang
  /** Where the case has its card, once that was opened. */
  readonly staffThread?: ThreadId
  /** When a person first answered, epoch ms. */
  readonly firstResponseAt?: number
  readonly outcome?: CaseOutcome
  readonly snoozedUntil?: number
  /** How often its SLA was breached. */
  readonly breaches: number
  /** 1 (poor) to 5 (great). */
  readonly csat?: number
  readonly csatComment?: string
  /** The case it was joined to: what is said there is said here too. */
  readonly leadId?: CaseId
  readonly timers: Timers
  /** The group where it began, if it went on in private. */
  readonly originThread?: ThreadId
  /** Set by staff: whether drafts wait in its conversation. Absent: as the persona says. */
  readonly isDrafting?: boolean
  /** What may still be said to its fan, where the platform has reply windows. Absent: anything at any time. */
  readonly replyWindows?: Windows
}

/** One thing that happened to a case, for `/log` and for figures. */
export interface CaseEvent {
  readonly at: number
  /** A name, or `bot`. */
  readonly who: string
  /** Of a member of staff. */
  readonly whoId?: string
  readonly what: string
  readonly detail?: string
}

/** A message of staff in a staff thread: it gets a mark when what it said was delivered. */
export interface StaffMessage {
  readonly threadId: ThreadId
  readonly messageId: string
}

/** Words to the fan, and the message of staff that said them, if it was one. */
export interface Said {
  readonly outgoing: Outgoing
  readonly by?: StaffMessage
  /** It tells the fan that a bot speaks. */
  readonly introduces?: true
}

export interface CaseSet {
  readonly status?: CaseStatus
  readonly reason?: HandoffReason
  readonly assignee?: StaffMember | null
  readonly team?: string
  /** Who answers the fan's conversation from now on. */
  readonly handler?: Handler
  readonly outcome?: CaseOutcome | null
  readonly draft?: string | null
  readonly snoozedUntil?: number | null
  readonly firstResponseAt?: number
  readonly breaches?: number
  readonly csat?: number
  readonly csatComment?: string
  readonly leadId?: CaseId | null
  readonly staffThread?: ThreadId
  readonly closedAt?: number | null
}

/** A change of what was said to the fan before. */
export interface Amendment {
  /** Row of the message in the fan's conversation. */
  readonly row: number
  /** Absent: it is deleted. */
  readonly outgoing?: Outgoing
}

/** A case by its number, and by where it was when it was read: both threads are locked for a change. */
export interface WhichCase {
  readonly id: CaseId
  readonly threadId: ThreadId
  readonly conversationId: ConversationId
  readonly staffThread?: ThreadId
}

export function whichCase({ id, threadId, conversationId, staffThread }: WhichCase): WhichCase {
  return { id, threadId, conversationId, ...(staffThread ? { staffThread } : {}) }
}

/** Danger told on a case that is open: it is about that from now on, sleeps no longer, and is answered in time. */
export interface DangerTold {
  readonly reason: HandoffReason
  /** Has the case from now on, if it was about something less grave before. */
  readonly team?: string
  /** By when at the latest, epoch ms, for a case that waits and for one that somebody has. */
  readonly due: Readonly<Record<OpenStatus, number>>
}

/** What staff did with a reply that waited (`DraftState`). */
export interface DraftEnd {
  /** Absent: all that are open on the case. */
  readonly id?: DraftId
  readonly became: 'sent' | 'edited' | 'dropped'
  readonly by: string
}

/** Changes of one case, written all or none. */
export interface CaseChange extends WhichCase {
  /** The case as it was read. If it changed since, nothing is written. Absent: whatever it is now. */
  readonly version?: number
  readonly set?: CaseSet
  /** null ends a timer. */
  readonly timers?: Readonly<Partial<Record<TimerKind, number | null>>>
  /** As `timers`, but one that runs already keeps its time. */
  readonly timersIfNone?: Timers
  readonly danger?: DangerTold
  /** Into the fan's conversation, in order. */
  readonly say?: readonly Said[]
  /** Into another thread of ours: a word of closure in the group where it began. */
  readonly sayIn?: { readonly threadId: ThreadId; readonly outgoing: readonly Outgoing[] }
  /** Into its staff thread, if it has one. */
  readonly tell?: readonly Outgoing[]
  readonly amend?: readonly Amendment[]
  readonly notes?: readonly Omit<Note, 'at'>[]
  /** Other words in a note of theirs. */
  readonly renote?: { readonly staffId: string; readonly from: string; readonly to: string }
  readonly events?: readonly Omit<CaseEvent, 'at'>[]
  readonly promise?: Promised | 'kept' | 'broken'
  /** A person's own word, apart from the times of the case; and what became of those with these numbers. */
  readonly owes?: Promised
  readonly owed?: { readonly numbers: readonly number[]; readonly became: 'kept' | 'broken' }
  /** Keys that replace those of the state of the fan's conversation; undefined removes one. */
  readonly state?: { readonly [K in keyof ConversationState]?: ConversationState[K] | undefined }
  /** Added to the running summary of the fan's conversation, for the bot to know. */
  readonly summary?: string
  /** One draft of the case, or all that are open, and what became of it. */
  readonly endsDraft?: DraftEnd
  /** Whether what the bot would say in the fan's conversation waits for a person from now on. */
  readonly isDrafting?: boolean
  /** Staff call a reply wrong, whose row or whose fan's this is: what the fan had said counts as a report. */
  readonly wrongAt?: number
  /** What the bot has not said yet is not said any more. */
  readonly dropUnsent?: true
  /** It goes on in this case of the same fan: the staff of that one are shown what was said here since it was opened. */
  readonly into?: CaseId
  /** Words in a group that sound like the case are shown to its staff; the talk there stays a talk of its own. */
  readonly isAside?: true
  /** The fan goes on in this conversation from now on. */
  readonly moveTo?: ConversationId
}

/** What was told to the fan about when somebody answers. */
export interface Promised {
  /** Team. */
  readonly owner?: string
  readonly text: string
  /** Epoch ms. */
  readonly dueAt: number
}

/** A promise on a case, as staff see it. */
export interface CasePromise extends Promised {
  /** Epoch ms. */
  readonly madeAt: number
  /** Absent while it is open, and where a newer one took its place. */
  readonly outcome?: 'kept' | 'broken'
}

/** A person's word, by the number that staff name it by: `p12`. */
export interface GivenWord extends CasePromise {
  readonly number: number
  /** Epoch ms; absent while it is open. */
  readonly endedAt?: number
}

/** A case that staff open by stepping into a conversation. */
export interface SteppedIn {
  readonly id: CaseId
  readonly conversationId: ConversationId
  readonly threadId: ThreadId
  readonly accountId?: AccountId
  readonly staff: StaffMember
  readonly summary: string
  /** Where it is worked on, if that place is there already. */
  readonly staffThread?: ThreadId
}
