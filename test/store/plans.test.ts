/**
 * What a brand's database holds grows without end; what is asked of it in a turn, at the desk and on its page must not read
 * all of it. The plans that SQLite makes tell, so that no clock decides: every statement of a whole story is explained.
 */
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import { placeOf } from '../../src/domain/inbox-order.ts'
import { openStore } from '../../src/store/open-store.ts'
import { signIn } from '../support/desk-client.ts'
import { startDeskHost } from '../support/desk-host.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

const prepare = DatabaseSync.prototype.prepare
let asked = new Set<string>()

beforeEach(() => {
  vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, text: string) {
    asked.add(text)
    return prepare.call(this, text)
  })
})
afterEach(() => void vi.restoreAllMocks())

/** Every statement prepared while `work` ran. */
async function statementsOf(work: () => Promise<void>): Promise<ReadonlySet<string>> {
  asked = new Set()
  await work()
  return asked
}

/** Few rows for ever, whatever is said: who is on duty, who works here, sessions and links that are open, keys of the erase log. */
const SMALL = ['duty', 'colleagues', 'access_links', 'access_sessions', 'schema_version', 'issue_watch', 'erase_keys']
/** An index that holds only what is to be done, and lets go of what is done. */
const WORK = [
  'relays_todo',
  'handoffs_unshown',
  'handoffs_unread',
  'handoffs_card',
  'handoffs_carded',
  'messages_dead',
  'timers_due',
  'drafts_unshown',
  'reports_unheard',
  'issues_open',
  // Those that were merged into others, as staff did it one by one.
  'issues_gone',
  'crises_open',
  'promises_open',
  'decisions_uncounted',
  'reactions_uncounted',
]
/** Held by the brand alone it is counted within the index, a case that is open an entry. */
const COUNTED = ['handoffs_counted', 'handoffs_longest']

/** What reads on and on: a table's every row, or all of a brand's. */
function isWide(detail: string): boolean {
  const scan = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail)
  if (scan) {
    const [, table = '', index = ''] = scan
    return tables.has(table) && !SMALL.includes(table) && !WORK.includes(index)
  }
  const ofBrand = /^SEARCH (\w+) USING (?:COVERING )?INDEX (\w+) \((?:of_)?brand=\?\)$/.exec(detail)
  const [, table = '', index = ''] = ofBrand ?? []
  return ofBrand !== null && !SMALL.includes(table) && ![...WORK, ...COUNTED].includes(index)
}

/** The newest row by its number: one row is read, and the plan does not say so. */
const NEWEST = /order by id desc limit 1$/

let tables = new Set<string>()

/** A page of a list read in the index's own order ends where the page ends, so that the brand alone may hold it. */
function endsWithPage(text: string, plan: readonly string[]): boolean {
  return /\blimit \?\s*$/.test(text) && !plan.some((detail) => detail.startsWith('USE TEMP B-TREE'))
}

function widePlans(path: string, statements: Iterable<string>): string[] {
  vi.restoreAllMocks()
  const file = new DatabaseSync(path)
  try {
    const names = file.prepare("select name from sqlite_schema where type = 'table'").all()
    tables = new Set(names.map(({ name }) => String(name)))
    const questions = [...statements].filter((text) => isQuestion(text) && !NEWEST.test(text))
    return questions.flatMap((text) => {
      const plan = file.prepare(`explain query plan ${text}`).all()
      const details = plan.map(({ detail }) => String(detail))
      const wide = details.filter(isWide)
      if (wide.length === 0 || (wide.every((one) => one.startsWith('SEARCH')) && endsWithPage(text, details))) return []
      return [`${wide.join('; ')}\n    ${text.replaceAll(/\s+/g, ' ').trim()}`]
    })
  } finally {
    file.close()
  }
}

function isQuestion(text: string): boolean {
  return /^\s*(?:select|with|insert|update|delete)\b/i.test(text)
}

describe('no statement reads all there is', () => {
  it('while fans are answered, handed over and answered by staff, edit, react, block, ask what we know, and go', async () => {
    await using database = await sqliteTestDatabase()
    const upkeep = await statementsOf(async () => {
      await using store = await openStore(database.url, { brand: 'pip' })
      await store.memory.expire(0)
    })
    const statements = await statementsOf(async () => {
      await using host = await startDeskHost({ hasStaffChat: true, databaseUrl: database.url })
      const { chat, mascot } = host
      const ana = chat.fan('Ana')
      await ana.says('How long do I have to return my beans?', { id: 'a1' })
      await ana.says('can I talk to a human please?', { id: 'a2' })
      const dana = chat.staff('Dana')
      await dana.hears()
      await mascot.settled()
      const page = await signIn(await host.signInLink('Dana', 'operator'))
      await using events = await page.events()
      await dana.says('/claim')
      await dana.says('Hello Ana, Dana here')
      await mascot.settled()
      await ana.says('thank you', { id: 'a3' })
      await mascot.settled()
      const about = { threadId: ana.threadId, at: Date.now() }
      await chat.happens({ ...about, kind: 'edited', messageId: 'a3', text: 'thank you!' })
      await chat.happens({
        ...about,
        kind: 'reacted',
        messageId: 'a1',
        emojis: ['👍'],
        accountId: accountId('test', 'Ana'),
      })
      await chat.happens({ ...about, kind: 'deleted', messageIds: ['a3'] })
      await mascot.settled()
      for (const command of ['/edit Hello Ana, this is Dana', '/talks', '/cases', '/close']) await dana.says(command)
      await mascot.settled()
      await chat.fan('Ben').says('can I talk to a human please?')
      await events.next(({ event }) => event === 'changed')
      const paths = [
        '/me',
        '/cases',
        '/cases?status=closed',
        '/cases?team=care',
        '/talks',
        '/proposals',
        '/audit',
        '/sessions',
      ]
      for (const path of paths) expect((await page.get(path)).status, path).toBe(200)
      const { records, cases, outbox, deskWork } = mascot.store
      await records.threads('test', ana.threadId)
      await cases.waits('care', { since: 0, limit: 20 })
      await cases.waiting('care')
      await cases.find('abcdef')
      await cases.changedSince(0, 10)
      const [talk] = await cases.recent(1)
      await cases.recent(1, talk?.place)
      const [first] = await cases.list({ gravestFirst: true, limit: 1 })
      if (first) await cases.list({ gravestFirst: true, limit: 1, after: placeOf(first), ids: [first.id] })
      await outbox.renew([], { now: 0, leaseMs: 0 })
      await deskWork.nextDueAt()
      await deskWork.isIdle(0, true)
      await deskWork.unrelayed(1, { isPageAlone: true })
      await fetch(`${host.url}/metrics`)
      await chat.happens({ ...about, kind: 'closed', reason: 'blocked' })
      await chat.happens({ ...about, kind: 'opened', at: Date.now() })
      await ana.says('/mydata')
      await ana.says('/forget')
      await mascot.settled()
      await ana.says('yes')
      await mascot.settled()
    })
    const path = database.url.replace('sqlite:', '')
    const onThePath = [...statements].filter((text) => !upkeep.has(text))
    expect(onThePath.length).toBeGreaterThan(100)
    expect(onThePath.join('\n')).toMatch(/delete from "accounts"/)
    expect(widePlans(path, onThePath).join('\n')).toBe('')
  })
})
