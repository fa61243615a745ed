/** What the desk is made of, and what its parts tell each other. */
import type { CaseChange, StaffMember, StaffMessage, SteppedIn } from '../../domain/case.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { Attachment, Lang } from '../../domain/message.ts'
import type { Knowledge } from '../../knowledge/create-knowledge.ts'
import type { Persona } from '../../persona/persona.ts'
import type { CompiledPrompt } from '../../persona/prompt/prompt.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { CaseChanges } from '../../ports/case-changes.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Colleagues } from '../../ports/colleagues.ts'
import type { Act, Acted, Desk, DeskChange } from '../../ports/desk.ts'
import type { Drafts } from '../../ports/drafts.ts'
import type { Duty } from '../../ports/duty.ts'
import type { Model } from '../../ports/model.ts'
import type { Proposals } from '../../ports/proposals.ts'

/** What the desk knows of the persona: the engine's brain, by its parts. */
export interface Wits {
  readonly persona: Persona
  readonly knowledge: Knowledge
  readonly promptIn: (lang: Lang) => CompiledPrompt
  readonly model?: Model
}

export interface DeskDeps {
  readonly cases: CaseReader
  readonly changes: Pick<CaseChanges, 'apply'>
  readonly proposals: Proposals
  readonly drafts: Drafts
  readonly duty: Duty
  readonly colleagues: Colleagues
  /** In force now. */
  readonly wits: () => Wits
  readonly adapterOf: (platform: string) => Adapter | undefined
  readonly clock: Clock
  /** Files that staff mean to send. If absent, only what came through a platform can be sent on. */
  readonly uploads?: Pick<Adapter, 'fetchFile'>
}

/** Where an act came from, if it was written in a staff thread. */
export interface Origin {
  readonly by?: StaffMessage
  readonly attachments?: readonly Attachment[]
  /** The message of the staff thread that is answered. */
  readonly replyTo?: string
}

export interface Decided {
  readonly changes: readonly CaseChange[]
  readonly acted: Acted
}

export interface DeskCore extends Desk {
  /** What an act would change: for a turn that writes it together with its own end. */
  decide(id: CaseId, staff: StaffMember, act: Act, origin?: Origin): Promise<Decided>
  decideStepIn(threadId: ThreadId, staff: StaffMember): Promise<Decided & { readonly stepsIn?: SteppedIn }>
  notify(change: DeskChange): void
  /** Whether anybody is there to be told. */
  isWatched(): boolean
}
