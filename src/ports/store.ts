/** What the program asks of a database. One contract suite; SQLite and PostgreSQL both pass it. */
import type { AccessStore } from './access-store.ts'
import type { Announcements } from './announcements.ts'
import type { CaseChanges } from './case-changes.ts'
import type { CaseReader } from './case-reader.ts'
import type { Circle } from './circle.ts'
import type { Colleagues } from './colleagues.ts'
import type { DeskWork } from './desk-work.ts'
import type { Drafts } from './drafts.ts'
import type { Duty } from './duty.ts'
import type { FanViews } from './fan-views.ts'
import type { FirstWords } from './first-words.ts'
import type { Helpers } from './helpers.ts'
import type { Holds } from './holds.ts'
import type { Inbox } from './inbox.ts'
import type { Insights } from './insights.ts'
import type { Interests } from './interests.ts'
import type { IssueStore } from './issues.ts'
import type { KeyValues } from './key-values.ts'
import type { Links } from './links.ts'
import type { Lookers } from './lookers.ts'
import type { Memory } from './memory.ts'
import type { Outbox } from './outbox.ts'
import type { OwnLinks } from './own-links.ts'
import type { Paces } from './paces.ts'
import type { Portables } from './portables.ts'
import type { Promises } from './promises.ts'
import type { Proposals } from './proposals.ts'
import type { Purge } from './purge.ts'
import type { Records } from './records.ts'
import type { Standings } from './standings.ts'
import type { StoreTime } from './store-time.ts'
import type { Titles } from './titles.ts'
import type { Works } from './works.ts'

/**
 * That something is due; for `access`, that a session ended; for `holds`, that one is free; for `desk`, that somebody looks at a case.
 * `heard`: what was heard in this process was handed over, so that nobody has to look for it.
 */
export type Notice = 'inbox' | 'outbox' | 'access' | 'holds' | 'desk' | 'heard'

export interface Store extends AsyncDisposable {
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly memory: Memory
  readonly links: Links
  readonly helpers: Helpers
  readonly standings: Standings
  readonly titles: Titles
  readonly circle: Circle
  readonly firstWords: FirstWords
  readonly interests: Interests
  readonly portables: Portables
  readonly works: Works
  readonly ownLinks: OwnLinks
  readonly fanViews: FanViews
  readonly records: Records
  readonly cases: CaseReader
  readonly caseChanges: CaseChanges
  readonly deskWork: DeskWork
  readonly proposals: Proposals
  readonly drafts: Drafts
  readonly purge: Purge
  readonly issues: IssueStore
  readonly announcements: Announcements
  readonly promises: Promises
  readonly insights: Insights
  readonly duty: Duty
  readonly colleagues: Colleagues
  readonly keyValues: KeyValues
  readonly access: AccessStore
  /** If absent, no other process serves the desk. */
  readonly lookers?: Lookers
  readonly time: StoreTime
  readonly holds: Holds
  /** If absent, no other process sends. */
  readonly paces?: Paces
  /** Called after a commit that gave reason, also one by another process where the database can say so. */
  onNotice(listener: (what: Notice) => void): void
}
