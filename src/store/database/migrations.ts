/** Brings a database to the program's schema version: one step a version, all in one transaction, one process at a time. */
import { type Kysely, sql } from 'kysely'
import { MascotError } from '../../errors.ts'
import type { Database } from './schema.ts'
import { addAbout } from './steps/add-about.ts'
import { addAccess } from './steps/add-access.ts'
import { addAlbums } from './steps/add-albums.ts'
import { addColleagues } from './steps/add-colleagues.ts'
import { addCrises } from './steps/add-crises.ts'
import { addDesk } from './steps/add-desk.ts'
import { addDigests } from './steps/add-digests.ts'
import { addDrafts } from './steps/add-drafts.ts'
import { addHelpers } from './steps/add-helpers.ts'
import { addHolds } from './steps/add-holds.ts'
import { addIntroductions } from './steps/add-introductions.ts'
import { addIssues } from './steps/add-issues.ts'
import { addLinks } from './steps/add-links.ts'
import { addMessageParts } from './steps/add-message-parts.ts'
import { addOrder } from './steps/add-order.ts'
import { addPaces } from './steps/add-paces.ts'
import { addPersonsPromises } from './steps/add-persons-promises.ts'
import { addReactionNotes } from './steps/add-reaction-notes.ts'
import { addScopes } from './steps/add-scopes.ts'
import { addSummaryVersion } from './steps/add-summary-version.ts'
import { addThreadEvents } from './steps/add-thread-events.ts'
import { addWeights } from './steps/add-weights.ts'
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
]

/** The schema version this program writes. */
export const schemaVersion = steps.length

/** Any number, but the same in every process: whoever holds this PostgreSQL lock migrates. */
const migrationLock = 7_331_001

/**
 * `target`: the version to stop at; an older one makes the database an older program would have made.
 * @throws {MascotError} `database-newer`, with nothing changed, when a newer program has migrated the database.
 */
export async function migrate(db: Kysely<Database>, isPostgres: boolean, target = schemaVersion): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (isPostgres) await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx)
    await trx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute()
    const row = await trx.selectFrom('schema_version').select('version').executeTakeFirst()
    const version = row?.version ?? 0
    if (version > schemaVersion) {
      throw new MascotError(
        'database-newer',
        `The database in DATABASE_URL has schema version ${version}, this program knows up to ${schemaVersion}. ` +
          'Nothing was changed. Start the newer program, or point DATABASE_URL at another database.',
      )
    }
    if (version >= target) return
    for (const step of steps.slice(version, target)) await step(trx, isPostgres)
    await trx.deleteFrom('schema_version').execute()
    await trx.insertInto('schema_version').values({ version: target }).execute()
  })
}
