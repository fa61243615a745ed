/** A recurring trouble and the messages that tell of it; how far the people are with it, and how grave the hour is. */
import type { AccountId, ConversationId, ThreadId } from './ids.ts'
import type { Lang } from './message.ts'

/** `prepared`: foreseen in issues.yaml, and nobody has reported it yet. */
export const issueStates = ['prepared', 'seen', 'confirmed', 'working', 'fixed', 'wont'] as const
export type IssueState = (typeof issueStates)[number]

/** Why a message counts as a report: what kind it is, that nothing was known to answer it, or that staff called its answer wrong. */
export const reportKinds = ['complaint', 'order-trouble', 'suggestion', 'unanswered', 'wrong'] as const
export type ReportKind = (typeof reportKinds)[number]

/** Whether a reporter is to be told when the issue is fixed. */
export type WantsNews = 'unasked' | 'asked' | 'yes' | 'no' | 'told'

/** How often a lead is told how things stand; `amber`: while something is. */
export const digestRhythms = ['daily', 'weekly', 'amber'] as const
export type DigestRhythm = (typeof digestRhythms)[number]

/** The title of an issue of whose reports no words can be shown. For staff. */
export const untitled = 'several alike'

/** Variants by language. */
export type IssueAnswer = Readonly<Record<Lang, readonly string[]>>

export interface Issue {
  /** Counted by brand, from 1; what staff call it by. */
  readonly number: number
  /** Its id in issues.yaml, if it stands there. */
  readonly fileId?: string
  /** Ids in issues.yaml of those that went on in it. */
  readonly tookIn?: readonly string[]
  readonly title: string
  /** Nobody named it: its title is made of words of reports, for staff alone. */
  readonly isUnnamed?: true
  readonly state: IssueState
  /** Id of a team, or the name of who has it. */
  readonly owner?: string
  readonly answer?: IssueAnswer
  /** Epoch ms of the first report. */
  readonly since?: number
  readonly fixedAt?: number
  /** People, those who were forgotten since among them. */
  readonly reporters: number
  readonly reports: number
  readonly platforms: readonly string[]
  /** People of the last day. */
  readonly lately: number
}

/** One report as it is read back, with its words while they are kept. */
export interface Report {
  readonly id: number
  /** When it was said by the platform's clock, epoch ms. */
  readonly at: number
  readonly kind: ReportKind
  readonly accountId: AccountId
  /** When that account was first heard, epoch ms. */
  readonly heardSince?: number
  readonly conversationId: ConversationId
  readonly threadId: ThreadId
  readonly isInGroup: boolean
  readonly platform: string
  readonly name: string
  readonly lang?: Lang
  /** Absent once the message is gone. */
  readonly text?: string
  /** The approved answer that was given for it. */
  readonly answerId?: string
  readonly issue?: number
  /** Put there by a person or by its answer: no grouping moves it. */
  readonly isPinned: boolean
  readonly wants: WantsNews
}

/** A report as a turn leaves it. */
export interface Reported {
  readonly accountId: AccountId
  /** Row of the message that tells most. */
  readonly row: number
  /** Epoch ms, as the platform says. */
  readonly at: number
  readonly kind: ReportKind
  readonly lang?: Lang
  readonly answerId?: string
  /** `yes`: of the circle, who hear what becomes of it. */
  readonly wants?: 'asked' | 'yes'
}

/** What others than staff are told that it is called. */
export function publicTitle({ number, title, isUnnamed }: Pick<Issue, 'number' | 'title' | 'isUnnamed'>): string {
  return isUnnamed ? `Issue ${number}` : title
}

/** Answers of issues stand in the index of approved answers under this id. */
export function answerIdOf({ fileId, number }: Pick<Issue, 'fileId' | 'number'>): string {
  return `${ISSUE_PREFIX}${fileId ?? number}`
}
const ISSUE_PREFIX = 'issue-'

export function isOfIssue(answerId: string | undefined): boolean {
  return answerId?.startsWith(ISSUE_PREFIX) === true
}
