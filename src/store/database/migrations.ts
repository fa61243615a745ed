/** Brings a database to the program's schema version: one step a version, all in one transaction, one process at a time. */
import { type Kysely, sql } from 'kysely'
import { MascotError } from '../../errors.ts'
import type { Database } from './schema.ts'
import { addAbout } from './steps/add-about.ts'
import { addAccess } from './steps/add-access.ts'
import { addAlbums } from './steps/add-albums.ts'
import { addAnnouncements } from './steps/add-announcements.ts'
import { addCardTo } from './steps/add-card-to.ts'
import { addCircle } from './steps/add-circle.ts'
import { addCircleLinks } from './steps/add-circle-links.ts'
import { addColleagues } from './steps/add-colleagues.ts'
import { addCrises } from './steps/add-crises.ts'
import { addDesk } from './steps/add-desk.ts'
import { addDigests } from './steps/add-digests.ts'
import { addDrafts } from './steps/add-drafts.ts'
import { addGoneIssues } from './steps/add-gone-issues.ts'
import { addHelpers } from './steps/add-helpers.ts'
import { addHolds } from './steps/add-holds.ts'
import { addInsights } from './steps/add-insights.ts'
import { addIntroductions } from './steps/add-introductions.ts'
import { addIssueIndexes } from './steps/add-issue-indexes.ts'
import { addIssues } from './steps/add-issues.ts'
import { addLinks } from './steps/add-links.ts'
import { addMessageParts } from './steps/add-message-parts.ts'
import { addNamedIssues } from './steps/add-named-issues.ts'
import { addOldestProgram } from './steps/add-oldest-program.ts'
import { addOrder } from './steps/add-order.ts'
import { addPaces } from './steps/add-paces.ts'
import { addPageAlone } from './steps/add-page-alone.ts'
import { addPersonsPromises } from './steps/add-persons-promises.ts'
import { addPortable } from './steps/add-portable.ts'
import { addProposedStatements } from './steps/add-proposed-statements.ts'
import { addReactionNotes } from './steps/add-reaction-notes.ts'
import { addReplyWindows } from './steps/add-reply-windows.ts'
import { addScopes } from './steps/add-scopes.ts'
import { addStandings } from './steps/add-standings.ts'
import { addSummaryVersion } from './steps/add-summary-version.ts'
import { addThreadEvents } from './steps/add-thread-events.ts'
import { addTitledAs } from './steps/add-titled-as.ts'
import { addTitles } from './steps/add-titles.ts'
import { addToldOf } from './steps/add-told-of.ts'
import { addWeights } from './steps/add-weights.ts'
import { addWorks } from './steps/add-works.ts'
import { createFirstTables } from './steps/create-first-tables.ts'
import { giveCasesToFans } from './steps/give-cases-to-fans.ts'

type Step = (db: Kysely<Database>, isPostgres: boolean) => Promise<void>

const steps: readonly Step[] = [
  createFirstTables,
  addThreadEvents,
  addDesk,
  addAccess,
  giveCasesToFans,
  addMessageParts,
  addOrder,
  addReactionNotes,
  addColleagues,
  addWeights,
  addIntroductions,
  addAlbums,
  addDrafts,
  addHolds,
  addPaces,
  addIssues,
  addLinks,
  addScopes,
  addCrises,
  addAbout,
  addSummaryVersion,
  addHelpers,
  addPersonsPromises,
  addDigests,
  addIssueIndexes,
  addOldestProgram,
  addCardTo,
  addStandings,
  addPortable,
  addWorks,
  addAnnouncements,
  addProposedStatements,
  addInsights,
  addTitles,
  addCircle,
  addTitledAs,
  addNamedIssues,
  addCircleLinks,
  addReplyWindows,
  addToldOf,
  addGoneIssues,
  addPageAlone,
]

/**
 * Steps after which a program that does not know them cannot go on: they take away what it reads, or ask for what it does not write. Such a
 * step comes a release later than the one that made it possible, so that old and new always run side by side.
 */
const contracting: ReadonlySet<Step> = new Set<Step>([])

/** Whether programs that do not know this version's step can go on beside it. */
export function isExpansion(version: number): boolean {
  const step = steps[version - 1]
  return step !== undefined && !contracting.has(step)
}

/** Of the programs that can use a schema of this version, the oldest one's; those of before that could be said use their own alone. */
function oldestProgram(version: number): number {
  return steps.slice(0, version).findLastIndex((step) => contracting.has(step) || step === addOldestProgram) + 1
}

/** The schema version this program writes. */
export const schemaVersion = steps.length

/** Any number, but the same in every process: whoever holds this PostgreSQL lock migrates. */
const migrationLock = 7_331_001

/**
 * `target`: the version to stop at; an older one makes the database an older program would have made.
 * A newer program's schema is left as it is, if that says that this program can use it.
 * @throws {MascotError} `database-newer`, with nothing changed, when it cannot.
 */
export async function migrate(db: Kysely<Database>, isPostgres: boolean, target = schemaVersion): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (isPostgres) await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx)
    await trx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute()
    const row = await trx.selectFrom('schema_version').selectAll().executeTakeFirst()
    const version = row?.version ?? 0
    if (version > schemaVersion && (row?.oldest ?? version) > schemaVersion) {
      throw new MascotError(
        'database-newer',
        `The database in DATABASE_URL has schema version ${version}, this program knows up to ${schemaVersion}. ` +
          'Nothing was changed. Start the newer program, or point DATABASE_URL at another database.',
      )
    }
    if (version >= target) return
    for (const step of steps.slice(version, target)) await step(trx, isPostgres)
    await trx.deleteFrom('schema_version').execute()
    const oldest = oldestProgram(target)
    await trx
      .insertInto('schema_version')
      .values({ version: target, ...(oldest > 0 && { oldest }) })
      .execute()
  })
}
