/** Issues, crises and promises as leads work them: the staff chat and the pages for leads stand on this one port. */
import type { StaffMember } from '../domain/case.ts'
import type { Crisis, CrisisLevel } from '../domain/crisis.ts'
import type { Issue, IssueState, Report } from '../domain/issue.ts'
import type { Lang } from '../domain/message.ts'
import type { Acted } from './desk.ts'
import type { CrisisFigures } from './issues.ts'
import type { OwedPromise } from './promises.ts'

/** What staff want done to an issue; each can be undone. `reports` empty: those of the case where it was typed. */
export type IssueWish =
  | { readonly kind: 'state'; readonly number: number; readonly state: IssueState }
  /** A team by its id or name, or one of the staff by name; null for nobody. */
  | { readonly kind: 'owner'; readonly number: number; readonly owner: string | null }
  | { readonly kind: 'title'; readonly number: number; readonly title: string }
  | { readonly kind: 'answer' | 'news'; readonly number: number; readonly lang?: Lang; readonly words: string }
  /** `sure`: what was asked back about. */
  | { readonly kind: 'merge'; readonly number: number; readonly into: number; readonly sure?: string }
  | { readonly kind: 'split'; readonly number: number; readonly reports: readonly number[]; readonly title: string }
  | { readonly kind: 'attach'; readonly number: number; readonly reports: readonly number[] }
  | { readonly kind: 'detach'; readonly number: number; readonly reports: readonly number[] }
  | { readonly kind: 'undo'; readonly number: number }
  | { readonly kind: 'new'; readonly title: string; readonly reports: readonly number[] }

/** `issue` absent: the whole brand. */
export interface CrisisTopic {
  readonly issue?: number
  readonly isDrill: boolean
}

export type CrisisWish = CrisisTopic &
  /** `sure`: what was asked back about, as with `green`; lowering is. */
  (
    | { readonly kind: 'level'; readonly level: CrisisLevel; readonly reviewMs?: number; readonly sure?: string }
    /** Where two leads or more are listed it is proposed, and another of them approves it. */
    | { readonly kind: 'say'; readonly lang: Lang; readonly platform?: string; readonly words: string }
    /** `mark`: of the words that were shown; others are not approved. */
    | { readonly kind: 'approve'; readonly lang: Lang; readonly platform?: string; readonly mark?: string }
    | { readonly kind: 'say-foreseen' }
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'green'; readonly sure?: string }
  )

export interface IssueStory {
  readonly issue: Issue
  /** How issues.yaml foresees that it is reported, and whether its answer is the one of that file. */
  readonly says: readonly string[]
  readonly isAnswerOfFile: boolean
  /** The latest first, with their words while they are kept. */
  readonly reports: readonly Report[]
  readonly history: readonly { readonly at: number; readonly who: string; readonly what: string }[]
  /** The open one of it, which is no drill. */
  readonly crisis?: Crisis
}

export interface LeadDesk {
  /** With the answer that whoever reports one is told, also where issues.yaml has it. */
  issues(): Promise<readonly Issue[]>
  issue(number: number): Promise<IssueStory | undefined>
  /** `origin`: names the form that asked for it, so that it is done once. */
  wish(wish: IssueWish, staff: StaffMember, origin: string): Promise<Acted>
  /** What is amber or red, drills among them. */
  crises(): Promise<readonly Crisis[]>
  figuresOf(crisis: Crisis): Promise<CrisisFigures>
  setCrisis(wish: CrisisWish, staff: StaffMember): Promise<Acted>
  /** The report of a crisis as of now, Markdown. */
  report(crisis: Crisis): Promise<string>
  mayApprove(staff: StaffMember): boolean
  /** The first due first. */
  promises(limit: number): Promise<readonly OwedPromise[]>
  /** Of those that ended since then, epoch ms. */
  promisesSince(since: number): Promise<{ readonly kept: number; readonly broken: number }>
  languages(): readonly Lang[]
  platforms(): readonly string[]
  /** Teams by id, and staff by name: who may own an issue. */
  owners(): readonly { readonly id: string; readonly name: string }[]
}
