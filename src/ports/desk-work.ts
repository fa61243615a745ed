/** What the desk’s loop has to do: cards, lines to show, marks and changes to tell, timers. */
import type { Case, TimerKind } from '../domain/case.ts'
import type { TranscriptLine } from '../domain/conversation.ts'
import type { HandoffReason } from '../domain/handoff.ts'
import type { CaseId, ThreadId } from '../domain/ids.ts'
import type { Attachment, InboundMessage, Outgoing, Surface } from '../domain/message.ts'

/** What became of a message of ours. */
/** `held`: it waits until the fan writes again. */
export type SendState = 'pending' | 'held' | 'sent' | 'dead' | 'other'

/** Lines of a fan's conversation that its staff thread has not seen yet. */
export interface Unrelayed {
  readonly case: Case
  readonly lines: readonly RelayLine[]
}

export interface RelayLine {
  readonly row: number
  readonly line: TranscriptLine
  readonly attachments: readonly Attachment[]
  /** Said in a group. */
  readonly inGroup?: true
  /** The name of a button that was pressed, or a command: no words of the fan's own. */
  readonly isPress: boolean
}

/**
 * Work that keeps two threads alike. `mark`: tell staff whether their message arrived. `retold` and `retracted`: staff
 * changed or deleted their own message in their client. `reacted`: the fan did, to words of staff. `refiled`: a file of it is another now.
 * `lost`: a file of it was refused where staff are. `follow`: it is to be shown behind the card, which does not hold it whole.
 */
export type RelayTodo =
  | 'mark'
  | 'edited'
  | 'refiled'
  | 'unquoted'
  | 'deleted'
  | 'retold'
  | 'retracted'
  | 'reacted'
  | 'lost'
  | 'follow'

export interface RelayTask {
  readonly relayId: number
  readonly todo: RelayTodo
  readonly direction: 'in' | 'out'
  readonly case: Case
  /** The message to be changed, where it is. */
  readonly target: {
    readonly threadId: ThreadId
    readonly messageId?: string
    /** All ids, where it became several messages. */
    readonly parts?: readonly string[]
    readonly surface: Surface
  }
  readonly staffMessageId?: string
  /** The message of staff as it reads now. */
  readonly staffMessage?: InboundMessage
  /** Row in the fan's conversation. */
  readonly fanRow: number
  /** Other messages of what was said at once with it still stand: it was changed, and not taken back. */
  readonly isRest?: true
  readonly state: SendState
  readonly reason?: string
  readonly outgoing?: Outgoing
  /** What staff were shown of it stands with files. */
  readonly stoodWithFiles?: true
  /** The fan's words as they are now. */
  readonly line?: RelayLine
  /** Of `reacted`: what the fan shows now, and the note in the staff thread that tells of it, if there is one. */
  readonly reacted?: { readonly emojis: readonly string[]; readonly noteId?: string }
}

export interface RelayDone {
  /** To the staff thread. */
  readonly tell?: readonly Outgoing[]
  /** To the fan. */
  readonly tellFan?: readonly Outgoing[]
  /** The ids of the messages that it is now. */
  readonly parts?: readonly string[]
  /** To the staff thread: what shows the fan's message there. */
  readonly show?: Outgoing
  /** To the staff thread, found again when the fan reacts otherwise; null: the one there is gone. */
  readonly note?: Outgoing | null
}

export interface DueTimer {
  readonly case: Case
  readonly kind: TimerKind
  readonly dueAt: number
}

export interface CardWork {
  readonly case: Case
  /** Where the card is; absent until it was sent. */
  /** Why nobody can speak in its thread, while words are waiting for it. */
  readonly lost?: string
  /** The reason that the title of its thread tells; absent where that is not known. */
  readonly titledAs?: HandoffReason
  readonly card?: { readonly messageId?: string; readonly state: SendState }
}

export interface OpenedThread {
  readonly threadId: ThreadId
  readonly card: Outgoing
  /** The reason that its title tells. */
  readonly titledAs: HandoffReason
  /** The last row of the fan's conversation that the card tells of. */
  readonly upTo: number
  /** Said before its fan called for a person, and not held by the card: it stands above that. `row`: of the fan's own words. */
  readonly above?: readonly { readonly row?: number; readonly outgoing: Outgoing }[]
  /** Rows up to there that it does not hold whole: with files, or longer than a card takes. */
  readonly behind: readonly number[]
}

export interface DeskWork {
  /** Cases whose card is to be posted or brought up to date; held for `leaseMs`. */
  claimCards(options: { readonly now: number; readonly leaseMs: number; readonly limit: number }): Promise<CardWork[]>
  /** What became of the first words that we said in a thread from `since` on; undefined when there are none. */
  firstSaid(
    threadId: ThreadId,
    since: number,
  ): Promise<{ readonly state: SendState; readonly reason?: string } | undefined>
  /** The case has its thread: the card is sent there; the rows `behind` it and lines after `upTo` follow. */
  threadOpened(id: CaseId, opened: OpenedThread, now: number): Promise<void>
  /** Its thread can be spoken in again: what was missed there is sent. */
  threadReopened(id: CaseId, now: number): Promise<void>
  /** Another thread takes the place of a lost one: the card is sent there, and what was missed behind it. */
  threadReplaced(id: CaseId, opened: Omit<OpenedThread, 'above' | 'behind'>, now: number): Promise<void>
  /** The title of its thread tells this reason now. */
  titled(id: CaseId, reason: HandoffReason): Promise<void>
  /** The card shows the case as of `version`, and reads as given; with `dueAt` it is looked at again. */
  cardDone(id: CaseId, version: number, more?: { readonly dueAt?: number; readonly card?: Outgoing }): Promise<void>
  /** `except`: cases that are tried again later. `isPageAlone`: also of cases without a thread, which never get one. */
  unrelayed(
    limit: number,
    options?: { readonly except?: readonly CaseId[]; readonly isPageAlone?: boolean },
  ): Promise<Unrelayed[]>
  /** Sends lines to the staff thread, if there is one, and `tellFan` to the fan; false when they were relayed meanwhile. */
  relay(
    id: CaseId,
    lines: readonly { row: number; outgoing?: Outgoing; tellFan?: readonly Outgoing[] }[],
    now: number,
  ): Promise<boolean>
  /** `except`: the relays of tasks that are tried again later. */
  tasks(limit: number, except?: readonly number[]): Promise<RelayTask[]>
  /** The task is done, unless there is another by now. */
  taskDone(task: Pick<RelayTask, 'relayId' | 'todo' | 'case'>, now: number, done?: RelayDone): Promise<void>
  dueTimers(now: number, limit: number): Promise<DueTimer[]>
  /** When the next timer or card is due. */
  nextDueAt(): Promise<number | undefined>
  /** Whether nothing is left to do for the loop at `now`. `isPageAlone`: as for `unrelayed`. */
  isIdle(now: number, isPageAlone?: boolean): Promise<boolean>
}
