/** How grave the hour is, for a brand or for one of its issues: amber or red, set by a person and ended by a person. */
import type { StaffMember } from './case.ts'
import type { Lang } from './message.ts'

export type CrisisLevel = 'amber' | 'red'

/** What is said while it is red: words with a name behind them. */
export interface Statement {
  readonly lang: Lang
  /** If absent, on every platform that has none of its own. */
  readonly platform?: string
  readonly words: string
  readonly approvedBy: StaffMember
  /** Who wrote them, where that was another. */
  readonly typedBy?: StaffMember
  /** Epoch ms. */
  readonly at: number
}

/** Words that another lead has to approve before any fan hears them. */
export interface ProposedStatement {
  readonly lang: Lang
  readonly platform?: string
  readonly words: string
  readonly by: StaffMember
  readonly at: number
  /** Digits by which an approval names these very words. */
  readonly mark: string
}

/** What a person did to it, as other programs are told. `level`: set amber or red; `words`: those by which a message is known. */
export type CrisisDid = 'level' | 'ended' | 'proposed' | 'approved' | 'words'

/** What happened, for the report afterwards. */
export interface CrisisEvent {
  readonly at: number
  readonly who: string
  /** Absent in what an older program kept. */
  readonly did?: CrisisDid
  readonly what: string
  /** What may be said from then on. Absent where nothing was approved, and in what an older program kept. */
  readonly statement?: Statement
}

export interface Crisis {
  readonly id: number
  /** Absent: it is about the whole brand. */
  readonly issue?: number
  readonly level: CrisisLevel
  /** Epoch ms, as all times here. */
  readonly beganAt: number
  readonly reviewAt?: number
  readonly statements: readonly Statement[]
  readonly proposed: readonly ProposedStatement[]
  readonly events: readonly CrisisEvent[]
  /** Words by which a message is known to be about it, besides its title. */
  readonly words: readonly string[]
  readonly endedAt?: number
  /** It is played among staff, and reaches no fan. */
  readonly isDrill: boolean
}

/** All that were approved, oldest first: also those whose place others took. */
export function statementsOf({ events, statements }: Pick<Crisis, 'events' | 'statements'>): readonly Statement[] {
  const recorded = events.flatMap(({ statement }) => statement ?? [])
  const isRecorded = (one: Statement) =>
    recorded.some(({ at, lang, platform }) => at === one.at && lang === one.lang && platform === one.platform)
  return [...statements.filter((one) => !isRecorded(one)), ...recorded].toSorted((a, b) => a.at - b.at)
}

/** The words for a platform and a language; those of the platform before those for all. */
export function statementFor(
  { statements }: Pick<Crisis, 'statements'>,
  lang: Lang,
  platform: string,
): Statement | undefined {
  const inLang = statements.filter((one) => one.lang === lang)
  return inLang.findLast((one) => one.platform === platform) ?? inLang.findLast((one) => one.platform === undefined)
}
