/** Opens the database of DATABASE_URL as the Store of one brand. */

import { systemClock } from '../clock.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { createAnnouncements } from './announced/create-announcements.ts'
import { createCaseChanges } from './cases/case-changes.ts'
import { createCaseReader } from './cases/case-reader.ts'
import { createDeskWork } from './cases/desk-work.ts'
import { createDrafts } from './cases/drafts.ts'
import { createPromises } from './cases/promises.ts'
import { createProposals } from './cases/proposals.ts'
import { createCircle } from './community/circle.ts'
import { createFanViews } from './community/fan-views.ts'
import { createFirstWords } from './community/first-words.ts'
import { createHelperStore } from './community/helpers.ts'
import { createInterests } from './community/interests.ts'
import { createLinks } from './community/links.ts'
import { createOwnLinks } from './community/own-links.ts'
import { createPortables } from './community/portables.ts'
import { createStandings } from './community/standings.ts'
import { createTitles } from './community/titles.ts'
import { createWorks } from './community/works.ts'
import { type Connection, createContext, type StoreContext } from './database/context.ts'
import { unusable } from './database/database-error.ts'
import type { GroupCommit } from './database/group-commit.ts'
import { migrate } from './database/migrations.ts'
import { createLocalNotices, type Notices } from './database/notices.ts'
import { openSqlite } from './database/sqlite-database.ts'
import type { StoreLog, StoreOptions } from './database/store-log.ts'
import { createStoreTime } from './database/store-time.ts'
import { createMemory } from './fans/memory.ts'
import { createInsights } from './insights/create-insights.ts'
import { createIssues } from './issues/create-issues.ts'
import { createOutbox } from './sent/outbox.ts'
import { createHolds } from './shared/holds.ts'
import { createPaces } from './shared/paces.ts'
import { createKeyValues } from './short-term/key-values.ts'
import { createAccessStore } from './staff/access.ts'
import { createColleagues } from './staff/colleagues.ts'
import { createDuty } from './staff/duty.ts'
import { createLookers } from './staff/lookers.ts'
import { createInbox } from './turns/inbox.ts'
import { createRecords } from './turns/records.ts'
import { createPurge } from './whole/purge.ts'

const defaultBusyTimeoutMs = 5_000

/**
 * `url`: `sqlite:./data/mascot.db`, `sqlite::memory:` or `postgres://user:password@host:5432/database`. Creates the SQLite
 * file and its folder, and brings the schema up to date.
 * @throws {MascotError} `database-unusable`, `database-locked`, `database-newer`; none of them shows the password
 */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const { brand, clock = systemClock, log = { warn: () => undefined } } = options
  const { db, isPostgres, createNotices } = await openDatabase(url, { ...options, clock, log })
  try {
    if (!isPostgres) await migrate(db, isPostgres)
    const notices = await createNotices()
    const { isShared = false, isAnnouncing = false } = options
    return createStore(db, { brand, clock, isPostgres, notices, isShared, isAnnouncing })
  } catch (error) {
    await db.destroy()
    throw error
  }
}

interface OpenDatabase {
  readonly db: Connection
  readonly isPostgres: boolean
  createNotices(): Promise<Notices>
}

async function openDatabase(
  url: string,
  options: StoreOptions & { clock: Clock; log: StoreLog },
): Promise<OpenDatabase> {
  if (/^postgres(ql)?:/.test(url)) {
    // `pg` and what it brings are no part of a start on SQLite.
    const [{ openPostgres }, { createPostgresNotices }] = await Promise.all([
      import('./database/postgres-database.ts'),
      import('./database/postgres-notices.ts'),
    ])
    // A change of a big table takes as long as it takes; nothing else may.
    await using patient = await openPostgres(url, Number.POSITIVE_INFINITY)
    await migrate(patient, true)
    const db = await openPostgres(url, options.statementMs)
    return { db, isPostgres: true, createNotices: () => createPostgresNotices(options.listenUrl ?? url, options) }
  }
  const path = /^sqlite:(?:\/\/)?(.+)$/.exec(url)?.[1]
  if (path === undefined) throw unusable('DATABASE_URL begins with neither sqlite: nor postgres:.')
  const db = openSqlite(path, options.busyTimeoutMs ?? defaultBusyTimeoutMs)
  return { db, isPostgres: false, createNotices: async () => createLocalNotices() }
}

function createStore(
  db: Connection,
  options: {
    brand: string
    clock: Clock
    isPostgres: boolean
    isShared: boolean
    isAnnouncing: boolean
    notices: Notices
  },
): Store {
  const { notices } = options
  const context = createContext(db, { ...options, notify: notices.notify })
  const groups: Pick<GroupCommit<never, unknown>, 'settled'>[] = []
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    for (const group of groups) await group.settled()
    await notices[Symbol.asyncDispose]()
    await db.destroy()
  }

  return {
    inbox: createInbox(context, groups),
    outbox: createOutbox(context, groups),
    memory: createMemory(context),
    links: createLinks(context),
    helpers: createHelperStore(context),
    standings: createStandings(context),
    titles: createTitles(context),
    circle: createCircle(context),
    firstWords: createFirstWords(context),
    interests: createInterests(context),
    portables: createPortables(context),
    works: createWorks(context),
    ownLinks: createOwnLinks(context),
    fanViews: createFanViews(context),
    records: createRecords(context),
    cases: createCaseReader(context),
    caseChanges: createCaseChanges(context),
    deskWork: createDeskWork(context),
    proposals: createProposals(context),
    drafts: createDrafts(context),
    purge: createPurge(context),
    issues: createIssues(context),
    announcements: createAnnouncements(context),
    promises: createPromises(context),
    insights: createInsights(context),
    duty: createDuty(context),
    colleagues: createColleagues(context),
    keyValues: createKeyValues(context, groups),
    access: createAccessStore(context),
    time: createStoreTime(context, options.isPostgres),
    holds: createHolds(context),
    ...(options.isPostgres && options.isShared ? ofSeveral(context, notices) : {}),
    onNotice: notices.onNotice,
    async [Symbol.asyncDispose]() {
      closing ??= close()
      await closing
    },
  }
}

/** What only several processes need. */
function ofSeveral(context: StoreContext, notices: Notices): Pick<Store, 'paces' | 'lookers'> {
  const onNews = (listener: () => void) => notices.onNotice((what) => what === 'desk' && listener())
  return { paces: createPaces(context), lookers: { ...createLookers(context), onNews } }
}
