/** The tables, as Kysely sees them on both databases. Times are epoch ms. */
import type { AnnouncementTable } from './tables/announced.ts'
import type {
  CaseEventTable,
  DraftTable,
  HandoffTable,
  NoteTable,
  PromiseTable,
  ProposalTable,
  RelayTable,
  TimerTable,
} from './tables/cases.ts'
import type {
  CircleLinkTable,
  CirclePostTable,
  CircleRoundTable,
  CircleVoteTable,
  FirstWordTable,
} from './tables/circle.ts'
import type { ErasedTable, EraseKeyTable } from './tables/erased.ts'
import type { AccountTable, FactTable, FanTable } from './tables/fans.ts'
import type { HelperTable } from './tables/helpers.ts'
import type { AskedTable, InsightDayTable, ReplyEffectTable } from './tables/insights.ts'
import type {
  CrisisTable,
  IssueActTable,
  IssueTable,
  IssueWatchTable,
  ReportQuoteTable,
  ReportTable,
  WaveTable,
} from './tables/issues.ts'
import type { LinkMissTable, LinkRequestTable, LinkTable } from './tables/links.ts'
import type { HoldTable, PaceTable } from './tables/shared.ts'
import type { AccessLinkTable, AccessSessionTable, AuditTable, ColleagueTable, DutyTable } from './tables/staff.ts'
import type { EvidenceTable, StandingTable } from './tables/standings.ts'
import type {
  ConversationTable,
  CursorTable,
  DecisionTable,
  MessagePartTable,
  MessageTable,
  ReactionTable,
} from './tables/talk.ts'
import type { TitleTable } from './tables/titles.ts'
import type { SpentNumberTable, ToldOfTable } from './tables/told.ts'
import type { OwnLinkTable, WorkTable, WorkUseTable } from './tables/works.ts'

/** Short-lived state. */
export interface KeyValueTable {
  brand: string
  key: string
  value: string
  expires_at: number | null
  /** The account or the case that it is about; null for none, and in rows of an older program. */
  about: string | null
}

export interface SchemaVersionTable {
  version: number
  /** The oldest program that can use it. */
  oldest: number | null
}

export interface Database {
  conversations: ConversationTable
  messages: MessageTable
  message_parts: MessagePartTable
  told_of: ToldOfTable
  fans: FanTable
  accounts: AccountTable
  facts: FactTable
  helpers: HelperTable
  evidence: EvidenceTable
  standings: StandingTable
  titles: TitleTable
  first_words: FirstWordTable
  circle_rounds: CircleRoundTable
  circle_posts: CirclePostTable
  circle_votes: CircleVoteTable
  circle_links: CircleLinkTable
  erase_keys: EraseKeyTable
  erased: ErasedTable
  works: WorkTable
  work_uses: WorkUseTable
  own_links: OwnLinkTable
  spent_numbers: SpentNumberTable
  links: LinkTable
  link_requests: LinkRequestTable
  link_misses: LinkMissTable
  decisions: DecisionTable
  handoffs: HandoffTable
  notes: NoteTable
  timers: TimerTable
  relays: RelayTable
  case_events: CaseEventTable
  promises: PromiseTable
  proposals: ProposalTable
  drafts: DraftTable
  issues: IssueTable
  reports: ReportTable
  report_quotes: ReportQuoteTable
  issue_acts: IssueActTable
  waves: WaveTable
  issue_watch: IssueWatchTable
  crises: CrisisTable
  announcements: AnnouncementTable
  asked: AskedTable
  reply_effects: ReplyEffectTable
  insight_days: InsightDayTable
  duty: DutyTable
  colleagues: ColleagueTable
  reactions: ReactionTable
  cursors: CursorTable
  holds: HoldTable
  paces: PaceTable
  key_values: KeyValueTable
  access_links: AccessLinkTable
  access_sessions: AccessSessionTable
  audit: AuditTable
  schema_version: SchemaVersionTable
}

/** Which tables hold something of a fan: export shows each of them, and forgetting empties each of them. */
export const tables: Record<keyof Database, 'of-fans' | 'not-of-fans'> = {
  conversations: 'of-fans',
  messages: 'of-fans',
  message_parts: 'of-fans',
  told_of: 'of-fans',
  fans: 'of-fans',
  accounts: 'of-fans',
  facts: 'of-fans',
  helpers: 'of-fans',
  evidence: 'of-fans',
  standings: 'of-fans',
  titles: 'of-fans',
  first_words: 'of-fans',
  circle_rounds: 'not-of-fans',
  circle_posts: 'not-of-fans',
  circle_votes: 'of-fans',
  circle_links: 'of-fans',
  erase_keys: 'not-of-fans',
  erased: 'not-of-fans',
  works: 'of-fans',
  work_uses: 'of-fans',
  own_links: 'of-fans',
  spent_numbers: 'not-of-fans',
  links: 'of-fans',
  link_requests: 'of-fans',
  link_misses: 'of-fans',
  decisions: 'of-fans',
  handoffs: 'of-fans',
  notes: 'of-fans',
  timers: 'of-fans',
  relays: 'of-fans',
  case_events: 'of-fans',
  promises: 'of-fans',
  proposals: 'of-fans',
  drafts: 'of-fans',
  issues: 'not-of-fans',
  reports: 'of-fans',
  report_quotes: 'of-fans',
  issue_acts: 'not-of-fans',
  waves: 'not-of-fans',
  issue_watch: 'not-of-fans',
  crises: 'not-of-fans',
  asked: 'of-fans',
  reply_effects: 'of-fans',
  insight_days: 'not-of-fans',
  duty: 'not-of-fans',
  colleagues: 'not-of-fans',
  announcements: 'not-of-fans',
  reactions: 'of-fans',
  key_values: 'of-fans',
  cursors: 'not-of-fans',
  holds: 'not-of-fans',
  paces: 'not-of-fans',
  access_links: 'not-of-fans',
  access_sessions: 'not-of-fans',
  audit: 'not-of-fans',
  schema_version: 'not-of-fans',
}
