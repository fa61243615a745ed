/** Issues as they are kept: reports with what they belong to, what staff do about them, and who watches. */
import type { StaffMember } from '../domain/case.ts'
import type { Crisis, CrisisLevel, ProposedStatement, Statement } from '../domain/crisis.ts'
import type { ConversationId, ThreadId } from '../domain/ids.ts'
import type { DigestRhythm, Issue, IssueAnswer, IssueState, Report } from '../domain/issue.ts'
import type { Outgoing } from '../domain/message.ts'

/** An issue that the operator's file prepares. */
export interface PreparedIssue {
  readonly fileId: string
  readonly title: string
  readonly owner?: string
}

export interface IssueSet {
  readonly state?: IssueState
  readonly owner?: string | null
  readonly title?: string
  /** Takes the place of what was said in these languages. */
  readonly answer?: IssueAnswer
  /** What who reported it is told, besides that it is fixed; likewise. */
  readonly news?: IssueAnswer
}

/** What staff do; each can be undone. */
export type IssueAct =
  | { readonly kind: 'set'; readonly number: number; readonly set: IssueSet; readonly what: string }
  | { readonly kind: 'merge'; readonly number: number; readonly into: number }
  | { readonly kind: 'attach'; readonly reports: readonly number[]; readonly number: number }
  /** They belong to none from now on. */
  | { readonly kind: 'detach'; readonly reports: readonly number[]; readonly from: number }
  /** A new issue of these reports; `from`: of reports of this one alone. */
  | {
      readonly kind: 'open'
      readonly title: string
      readonly reports: readonly number[]
      readonly owner?: string
      readonly from?: number
    }

/** `level` begins one where none is open. */
export interface CrisisChange {
  readonly level?: CrisisLevel
  /** So long until staff are asked whether it still holds, in ms. */
  readonly reviewMs?: number
  /** Takes the place of what was proposed for the same language and platform. */
  readonly statement?: Statement
  readonly proposed?: ProposedStatement
  readonly words?: readonly string[]
  readonly isEnded?: boolean
  /** How it stood when this was decided; where another got there first, nothing is changed. */
  readonly after?: CrisisLevel | 'green'
  /** For the record. */
  readonly what: string
}

export interface CrisisFigures {
  readonly reporters: number
  readonly reports: number
  /** Reporters who wanted to be told, and who were. */
  readonly wanting: number
  readonly told: number
  /** How often the holding statement was said. */
  readonly statements: number
  readonly firstReportAt?: number
  /** When the first wave of it was seen. */
  readonly alertedAt?: number
}

/** `again`: this very message did it before. `unknown`: there is no such issue. `lacking`: reports that are not there, and nothing was done. */
export type IssueActed = { readonly number: number } | { readonly lacking: readonly number[] } | 'again' | 'unknown'

export interface LaterAct {
  readonly number: number
  readonly who: string
  readonly what: string
}

/** What was taken back; or what was done since to the same, and nothing is taken back; undefined where nothing was done. */
export type IssueUndone = string | { readonly later: LaterAct } | undefined

/** Words to staff, and the reports they show the words of. */
export interface ToldStaff {
  readonly outgoing: Outgoing
  readonly quotes: readonly number[]
}

/** One wave as it is told. */
export interface WaveTold {
  /** Absent where nobody can be told: it is on record all the same. */
  readonly words?: { readonly thread: ThreadId; readonly told: ToldStaff }
  /** An open one that was told before; absent: a new one. */
  readonly id?: number
  readonly issue?: number
  readonly topic?: string
  readonly platform?: string
  readonly at: number
  readonly people: number
}

export interface OpenWave {
  readonly id: number
  readonly issue?: number
  readonly topic?: string
  readonly platform?: string
  readonly beganAt: number
  readonly told: number
}

/** What was noticed in reports, written all at once. */
export interface IssuesNoticed {
  /** `issue`: a number, or the watcher's own name for one that is to be made. */
  readonly attached: readonly { readonly report: number; readonly issue: number | string; readonly isPinned?: true }[]
  /** By the watcher's own name. */
  readonly made: readonly { readonly key: string; readonly title: string }[]
}

export interface IssueStore {
  /** Whether this process watches until `now + leaseMs`: one of all processes of the brand does. */
  claimWatch(owner: string, now: number, leaseMs: number): Promise<boolean>
  /** Grows when a person changed something, or a fan was forgotten: what was read before is to be read anew. */
  changes(): Promise<number>
  hasUnheard(): Promise<boolean>
  unheard(limit: number): Promise<readonly Report[]>
  /** Reports that were heard, oldest first: the last `limit` of those said since. */
  heardSince(since: number, limit: number): Promise<readonly Report[]>
  /** Undefined and nothing written when another process watches by now. Else the numbers of the issues that were made. */
  keep(owner: string, noticed: IssuesNoticed, now: number): Promise<ReadonlyMap<string, number> | undefined>
  /** Those that the file has no more keep their reports. */
  prepare(issues: readonly PreparedIssue[], now: number): Promise<void>
  /** What it is called in the file from now on; null: it is not in it. False where it has another name there. */
  nameInFile(number: number, fileId: string | null): Promise<boolean>
  list(now: number): Promise<readonly Issue[]>
  /** Those that are neither fixed nor given up, and whatever stands in the file. */
  open(now: number): Promise<readonly Issue[]>
  get(number: number, now: number): Promise<Issue | undefined>
  /** The number under which a merged issue goes on; undefined where it does not. */
  wentOnIn(number: number): Promise<number | undefined>
  /** The latest first. */
  reportsOf(number: number, limit: number): Promise<readonly Report[]>
  /** Those with their words, the oldest first. */
  firstReportsOf(number: number, limit: number): Promise<readonly Report[]>
  /** Reports of a conversation, the latest first; where there are none, the last that its fan wrote becomes one. */
  reportsIn(conversation: ConversationId): Promise<readonly Report[]>
  act(act: IssueAct, by: StaffMember, origin: string, now: number): Promise<IssueActed>
  /** Takes back the last act on this issue that still holds; says what it was. */
  undo(number: number, by: StaffMember, now: number): Promise<IssueUndone>
  history(number: number, limit: number): Promise<readonly { at: number; who: string; what: string }[]>
  /** Told since, the oldest first. */
  waves(since: number): Promise<readonly (OpenWave & { readonly toldAt: number; readonly people: number })[]>
  crises(only: 'open' | 'all'): Promise<readonly Crisis[]>
  /** The open one of this topic as it is then; undefined where none is open and none was begun, or it does not stand as `after` says. */
  changeCrisis(
    topic: { readonly issue?: number; readonly isDrill: boolean },
    change: CrisisChange,
    by: StaffMember,
    now: number,
  ): Promise<Crisis | undefined>
  /** Crises that are to be looked at again, each once when its time comes. */
  takeDueReviews(now: number): Promise<readonly Crisis[]>
  figuresOf(crisis: Crisis, now: number): Promise<CrisisFigures>
  digest(): Promise<{ readonly rhythm?: DigestRhythm; readonly lastAt?: number }>
  /** null: no more. */
  setDigest(rhythm: DigestRhythm | null): Promise<void>
  /** False where another was given since `lastAt`. */
  digested(now: number, lastAt: number | undefined): Promise<boolean>
  /** Where staff are told of issues; undefined until a thread was opened, and once it can no longer be written in. */
  thread(): Promise<ThreadId | undefined>
  keepThread(thread: ThreadId): Promise<void>
  tell(thread: ThreadId, told: readonly ToldStaff[], now: number): Promise<void>
  /** Reports were heard, and these waves seen in them: all of it, or nothing where another process watches by now. */
  finish(owner: string, heard: readonly number[], waves: readonly WaveTold[], now: number): Promise<boolean>
  /** Reports of what is fixed, of people who want to be told and wrote at about this time of the day; one a person and issue. */
  toTell(
    now: number,
    limit: number,
  ): Promise<
    readonly {
      readonly report: Report
      readonly news: IssueAnswer
      /** False: a suggestion of the circle that will not be done. */
      readonly isDone: boolean
    }[]
  >
  /** In the conversation of the report; false where they were told already. */
  tellFan(report: Report, outgoing: readonly Outgoing[], now: number): Promise<boolean>
  /** Questions said since that nothing was known for, with their words; the latest first. */
  unanswered(since: number, limit: number): Promise<readonly Report[]>
  /** By their numbers, in any order. */
  some(ids: readonly number[]): Promise<readonly Report[]>
}
