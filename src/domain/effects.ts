/** What a settled turn changes: plain rows, written in one transaction. */
import type { CaseChange, DangerTold, Promised, SteppedIn, Timers } from './case.ts'
import type { CircleVote } from './circle.ts'
import type { ConversationState, ToldFact } from './conversation.ts'
import type { Decision } from './decision.ts'
import type { HeldReply } from './draft.ts'
import type { Consent } from './fan.ts'
import type { HandoffRequest } from './handoff.ts'
import type { HelperChange } from './helper.ts'
import type { AccountId, CaseId } from './ids.ts'
import type { Reported } from './issue.ts'
import type { LinkChange, SaidElsewhere } from './link.ts'
import type { Lang, Outgoing, ReviewedText } from './message.ts'
import type { Spent } from './spent.ts'
import type { NewEvidence, StandingChange } from './standing.ts'
import type { TitlesTold } from './title.ts'
import type { WorkChange } from './work.ts'

export interface Effects {
  /** In the order in which they are to be heard. */
  readonly outbox: readonly Outgoing[]
  /** Stored as a record: reason, flags, alternatives; without any text. */
  readonly decision: Decision
  /** Of the persona that decided: kept with the decision and with each line it says. Absent where staff speak. */
  readonly personaVersion?: string
  /** What models took for it; kept with the decision. Absent where none was asked. */
  readonly spent?: Spent
  readonly conversation?: {
    readonly state?: ConversationState
    readonly lang?: Lang
    readonly summary?: string
    readonly summaryUpTo?: number
  }
  /** Opens a handoff in status `waiting` for the fan of this account. */
  readonly handoff?: HandoffRequest & {
    readonly accountId: AccountId
    readonly timers?: Timers
    readonly promise?: Promised
    /** For the case that may be open already. */
    readonly danger?: DangerTold
  }
  /** What would have been said waits at the desk; a case is opened for it, or the open one of the fan of this account holds it. */
  readonly draft?: HeldReply & {
    readonly accountId: AccountId
    readonly summary: string
    readonly team?: string
    readonly timers?: Timers
  }
  /** Changes of cases; all of them are written, or nothing of the turn is, and it is thought about anew. */
  readonly cases?: readonly CaseChange[]
  readonly stepsIn?: SteppedIn
  /**
   * Ids of the fan's messages, with files, that are said to be with staff: where their fan was told meanwhile that a file of one did not
   * get through, nothing of the turn is written, and it is thought about anew.
   */
  readonly saysHeld?: readonly string[]
  /** Rows of the turn that are shown to the staff of cases that are worked on in private, and came from this group from now on. */
  readonly saidInGroup?: readonly {
    readonly case: CaseId
    readonly rows: readonly number[]
    /** These alone: what the fan says there afterwards is none of the case's. */
    readonly isAside?: true
  }[]
  /** Facts to keep for the fan of this account, in this conversation's scope. */
  readonly remember?: { readonly accountId: AccountId; readonly facts: readonly ToldFact[] }
  /** Facts that the fan of this account takes back, in whatever conversation they were told; an empty value means all of the key. */
  readonly unremember?: { readonly accountId: AccountId; readonly facts: readonly ToldFact[] }
  /** `isOfAll`: of every account that the fan joined to this one as well. */
  readonly consent?: { readonly accountId: AccountId; readonly consent: Consent; readonly isOfAll?: true }
  /** Where what the fan of this account told may be used: in all their private talks, or only where it was told. */
  readonly scope?: { readonly accountId: AccountId; readonly isEverywhere: boolean }
  /** The fan of this account is told that a bot speaks; what is taken back unsent told nobody. */
  readonly introduced?: AccountId
  /** Messages of the turn that tell of trouble. */
  readonly reports?: readonly Reported[]
  /** Whether the fan of this account wants to be told when what they reported is fixed. */
  readonly wantsNews?: { readonly accountId: AccountId; readonly isWanted: boolean }
  /** Written where it stands as it was read, or nothing of the turn is, and it is thought about anew. */
  readonly link?: LinkChange
  readonly helper?: HelperChange
  readonly standing?: StandingChange
  readonly titlesTold?: TitlesTold
  readonly vote?: CircleVote
  /** What the turn's messages show of fans. */
  readonly evidence?: readonly NewEvidence[]
  readonly work?: WorkChange
  /** Said in other threads than that of the turn. */
  readonly elsewhere?: readonly SaidElsewhere[]
  /** The fan of this account is forgotten, in every table, before the outbox is written. */
  readonly forget?: AccountId
  /** What stands in the staff threads of a forgotten fan instead of what was shown there, instead of its title, and beside what stays there. */
  readonly tombstone?: { readonly words: Outgoing; readonly title: Outgoing; readonly stays: ReviewedText }
  /** The same for what told staff of issues, and quoted the fan there. */
  readonly unquoted?: Outgoing
}
