/** What every store must do, whatever database it stands on. */
import { describe } from 'vitest'
import { type TestDatabase, type TestDatabaseAs, useStore } from '../support/store-harness.ts'
import { accessContract } from './store/access.ts'
import { albumsContract } from './store/albums.ts'
import { announcementsContract } from './store/announcements.ts'
import { answeredContract } from './store/answered.ts'
import { caseDangerContract } from './store/case-danger.ts'
import { casePromisesContract } from './store/case-promises.ts'
import { casesContract } from './store/cases.ts'
import { closedContract } from './store/closed.ts'
import { databaseContract } from './store/database.ts'
import { deletionsContract } from './store/deletions.ts'
import { draftsContract } from './store/drafts.ts'
import { editsContract } from './store/edits.ts'
import { fanViewsContract } from './store/fan-views.ts'
import { handedOverContract } from './store/handed-over.ts'
import { holdsContract } from './store/holds.ts'
import { inboxContract } from './store/inbox.ts'
import { inboxOrderContract } from './store/inbox-order.ts'
import { issuesContract } from './store/issues.ts'
import { keyValuesContract } from './store/key-values.ts'
import { linksContract } from './store/links.ts'
import { memoryContract } from './store/memory.ts'
import { movesContract } from './store/moves.ts'
import { outboxContract } from './store/outbox.ts'
import { portablesContract } from './store/portables.ts'
import { reactionsContract } from './store/reactions.ts'
import { recordsContract } from './store/records.ts'
import { replyWindowsContract } from './store/reply-windows.ts'
import { saidLinesContract } from './store/said-lines.ts'
import { settleContract } from './store/settle.ts'
import { standingsContract } from './store/standings.ts'
import { wholesContract } from './store/wholes.ts'
import { worksContract } from './store/works.ts'

export function describeStore(name: string, openDatabase: (as: TestDatabaseAs) => Promise<TestDatabase>): void {
  describe(`the store on ${name}`, () => {
    const under = useStore(openDatabase)
    inboxContract(under)
    handedOverContract(under)
    settleContract(under)
    outboxContract(under)
    editsContract(under)
    albumsContract(under)
    answeredContract(under)
    deletionsContract(under)
    movesContract(under)
    closedContract(under)
    replyWindowsContract(under)
    reactionsContract(under)
    casesContract(under)
    caseDangerContract(under)
    casePromisesContract(under)
    inboxOrderContract(under)
    draftsContract(under)
    issuesContract(under)
    announcementsContract(under)
    memoryContract(under)
    linksContract(under)
    standingsContract(under)
    portablesContract(under)
    worksContract(under)
    fanViewsContract(under)
    recordsContract(under)
    keyValuesContract(under)
    holdsContract(under)
    accessContract(under)
    saidLinesContract(under)
    wholesContract(under)
    databaseContract(under)
  })
}
