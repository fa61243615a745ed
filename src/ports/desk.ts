/**
 * The desk: cases in human hands, as any surface works them. The staff threads of Telegram and Discord, the desk page and
 * a bridge to another help desk all stand on this one port; none of them touches the engine.
 */
import type { Case, StaffMember } from '../domain/case.ts'
import type { Draft } from '../domain/draft.ts'
import type { CaseId, DraftId, ThreadId } from '../domain/ids.ts'
import type { Attachment } from '../domain/message.ts'
import type { WrongKind } from '../domain/scene.ts'
import type { CaseCounts, CaseFilter, CaseStory, Recent, RecentPlace, SaidLine } from './case-reader.ts'
import type { Proposal } from './proposals.ts'

/** What a staff member does with a case. */
export type Act =
  /** Two cannot have it: `takesOver` takes it from whoever has it, and tells them. */
  | { readonly kind: 'claim'; readonly takesOver?: boolean }
  | { readonly kind: 'release' }
  | { readonly kind: 'pass'; readonly team: string; readonly words?: string }
  /** To the fan, as oneself or as the brand; a case that waits is taken by it. */
  | {
      readonly kind: 'reply'
      readonly text: string
      readonly asBrand?: boolean
      readonly attachments?: readonly Attachment[]
      /** Only to the fan of this case, where several are on one. */
      readonly onlyTo?: CaseId
    }
  | { readonly kind: 'canned'; readonly name: string }
  /**
   * The reply that waits: `draft`, else the one open on the case, as it was or as `text`. Where none waits, the last draft of
   * `suggest`, or the one that failed review, said as the brand.
   */
  | {
      readonly kind: 'send-draft'
      readonly draft?: DraftId
      readonly text?: string
      readonly attachments?: readonly Attachment[]
    }
  | { readonly kind: 'drop-draft'; readonly draft?: DraftId }
  /** Whether what the bot would say in this conversation waits for a person. */
  | { readonly kind: 'drafts'; readonly isOn: boolean }
  /** One's own word, said to the fan and written down; and what became of it, likewise said. */
  | { readonly kind: 'promise'; readonly ms: number; readonly text: string }
  /** `number`: which promise; absent: the only one that can be meant. */
  | { readonly kind: 'kept' | 'broken'; readonly text: string; readonly number?: number }
  /** `instead`: the words of a note of theirs, which are to read so from now on. */
  | { readonly kind: 'note'; readonly text: string; readonly instead?: string }
  | { readonly kind: 'snooze'; readonly ms: number }
  | { readonly kind: 'suggest'; readonly hint?: string }
  /** `row`: which message; absent: the last that staff said. `ofOthers`: a lead may change what a colleague said. */
  | { readonly kind: 'edit'; readonly text: string; readonly row?: number; readonly ofOthers?: boolean }
  | { readonly kind: 'delete'; readonly row?: number; readonly ofOthers?: boolean }
  /** The bot answers, or keeps quiet, while the case stays open. */
  | { readonly kind: 'bot'; readonly isOn: boolean }
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'resolve'; readonly isSilent?: boolean; readonly isPublic?: boolean }
  /** Goes on in another case: what is said there is said to this fan too. */
  | { readonly kind: 'join'; readonly lead: CaseId }
  /** What staff last said becomes a proposal for an approved answer. */
  | { readonly kind: 'learn'; readonly row?: number }
  /**
   * A reply of the bot's was wrong, and how: it becomes a proposal for a scene. `row`: which; absent: the one that is answered, or
   * the last. `words`: what the right answer holds. Without `what` it is asked for.
   */
  | { readonly kind: 'wrong'; readonly what?: WrongKind; readonly words?: string; readonly row?: number }
  | { readonly kind: 'log' }

export interface Acted {
  /** False: nothing changed, and `says` tells why. */
  readonly isDone: boolean
  /** For whoever acted, one or a few lines of plain text. */
  readonly says: string
  /** Ids of the accounts, cases and works whose names or words it shows, so that it goes with them. */
  readonly tellsOf?: readonly string[]
  readonly caseId?: CaseId
  /** Of `suggest`. */
  readonly draft?: string
  /** Of `learn` and `wrong`. */
  readonly proposalId?: string
  /** Of `wrong`, where it was not said how: which row is meant. */
  readonly wrongRow?: number
  /** Nothing is done yet: it has a consequence that is asked back about first, as `says` tells. */
  readonly asks?: AskedBack
}

/** What is done once the same comes again with `sure`: that names what was shown, so that nothing else is agreed to. */
export interface AskedBack {
  /** On the button that does it. */
  readonly label: string
  readonly sure: string
  /** What does it in the staff chat. */
  readonly typed?: string
}

/** Something changed; read again what you show. `id` absent: perhaps everything. */
export interface DeskChange {
  readonly id?: CaseId
}

export interface Desk {
  /** Open cases, the longest open first; or by filter. */
  list(filter?: CaseFilter): Promise<readonly Case[]>
  counts(assigneeId: string): Promise<CaseCounts>
  /** By the beginning of its id, if only one begins so. */
  find(prefix: string): Promise<Case | undefined>
  /** A case with everything said in its conversation lately, notes and history. */
  read(id: CaseId, limit?: number): Promise<CaseStory | undefined>
  /** The last lines of its conversation as a page shows them, oldest first: with media, deliveries, edits and deletions. */
  said(id: CaseId, limit?: number): Promise<readonly SaidLine[]>
  /** The newest line of each case. */
  lastLines(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, SaidLine>>
  /** Open cases joined to this one: what is said here is said there too. */
  followers(id: CaseId): Promise<readonly Case[]>
  /** Replies of the case that wait, then those that waited, the newest first. */
  drafts(id: CaseId, limit: number): Promise<readonly Draft[]>
  /** One act by a named member of staff, in one transaction. Of two who reach for the same, exactly one wins. */
  act(id: CaseId, staff: StaffMember, act: Act): Promise<Acted>
  /** Opens and takes a case in a conversation that nobody handed off; takes the one that is open there. */
  stepIn(threadId: ThreadId, staff: StaffMember): Promise<Acted>
  /** Conversations with fans, the latest first: where one may step in; those behind `after`, and with `named` those of fans whose name holds it. */
  recent(limit?: number, after?: RecentPlace, named?: string): Promise<readonly Recent[]>
  proposals(state?: Proposal['state']): Promise<readonly Proposal[]>
  /**
   * An operator's yes writes the answer into answers.yaml; a no ends it. `id`: its own, or that of its answer. `words`: the answer in the home
   * language of the persona, where what was proposed is in another alone. What would take phrasings from another answer is asked back about:
   * `sure` is what was agreed to.
   */
  decideProposal(id: string, staff: StaffMember, isApproved: boolean, words?: string, sure?: string): Promise<Acted>
  setDuty(staff: StaffMember, isOn: boolean): Promise<Acted>
  /** The ids of those of the staff who share their name with another: their names are shown with a tag. */
  namesakes(): Promise<ReadonlySet<string>>
  /** Who signed on. */
  onDuty(): Promise<readonly StaffMember[]>
  /** Undefined for who may not act. `account`: as in `handoff.staff[].accounts`. */
  staffMember(account: string, name: string): StaffMember | undefined
  /** Returns how to end it. Heard for changes by any surface of this process, and by others when the database tells. */
  subscribe(listener: (change: DeskChange) => void): () => void
}
