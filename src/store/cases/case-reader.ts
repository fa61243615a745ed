/** Cases as the desk and the engine read them. */
import { type RawBuilder, sql } from 'kysely'
import type { Case, CaseEvent } from '../../domain/case.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { CasePlace } from '../../domain/inbox-order.ts'
import type { CaseCounts, CaseFilter, CaseReader, CaseStory } from '../../ports/case-reader.ts'
import { beginsWith, type StoreContext, statement, text } from '../database/context.ts'
import { readFacts, readTranscript } from '../fans/memory.ts'
import { openPromise, readPromises, readWordsGiven } from './case-records.ts'
import { selectCases } from './case-row.ts'
import { lastHeard, readExchange, shownRow } from './exchange.ts'
import { readInPrivate } from './in-private.ts'
import { readLedHere } from './led-here.ts'
import { readRecent, readTalk } from './recent-talks.ts'
import { isKnown, lastSaid, relayed } from './relayed.ts'
import { readLastLines, readSaid, readStamps } from './said-lines.ts'
import { sentAmongStaff } from './sent-among-staff.ts'

const selectOpen = statement(
  () => sql`select 1 from handoffs where of_brand = ${''} and account_id = ${''} and status <> 'closed'
    and conversation_id <> ${''} limit 1`,
)

export function createCaseReader(context: StoreContext): CaseReader {
  const { db, brand } = context
  const one = async (where: Parameters<typeof selectCases>[2], tail?: Parameters<typeof selectCases>[3]) =>
    (await selectCases(context, db, where, tail))[0]
  return {
    get: (id) => one(sql`handoffs.id = ${id}`),
    async find(prefix) {
      const begins = prefix.toLowerCase().replaceAll(/[^0-9a-f-]/g, '')
      if (begins.length < 4) return undefined
      const found = await selectCases(context, db, beginsWith(context, sql`handoffs.id`, begins), sql`limit 2`)
      return found.length === 1 ? found[0] : undefined
    },
    byStaffThread: (threadId) =>
      one(
        sql`handoffs.staff_thread = ${threadId}`,
        sql`order by handoffs.lead_id is not null, handoffs.opened_at desc, handoffs.id limit 1`,
      ),
    list: (filter = {}) => selectCases(context, db, filterOf(context, filter), tailOf(filter)),
    counts: (assigneeId) => countOpen(context, assigneeId),
    followers: (id) => selectCases(context, db, sql`handoffs.lead_id = ${id} and handoffs.status <> 'closed'`),
    promisedUntil: (id) => openPromise(db, id),
    wordsGiven: (id) => readWordsGiven(db, id),

    async elsewhere(accountId, conversationId) {
      // Asked in every turn, and nearly always there is none.
      if ((await selectOpen(context, db, brand, accountId, conversationId)).length === 0) return undefined
      return await one(
        sql`handoffs.account_id = ${accountId} and handoffs.status <> 'closed'
          and handoffs.conversation_id <> ${conversationId} and conversations.surface = 'group' and handoffs.reason <> 'draft'`,
        sql`order by handoffs.opened_at desc limit 1`,
      )
    },
    inPrivate: (accountIds, group) => readInPrivate(context, accountIds, group),
    story: (id, limit) => readStory(context, id, limit),
    said: (id, limit) => readSaid(context, id, limit),
    lastLines: (ids) => readLastLines(context, ids),
    changedSince: (since, limit) => readStamps(context, since, limit),
    async privateThread(accountId) {
      // The sign keeps it to the few of the account: the brand's latest may be anybody's.
      const { rows } = await sql<{ thread_id: ThreadId }>`select thread_id from conversations
        where brand = ${brand} and account_id = ${accountId} and surface = 'direct' and closed_at is null
        order by +touched_at desc limit 1`.execute(db)
      return rows[0]?.thread_id
    },
    relayed: (thread, messageId) => relayed(context, thread, messageId),
    isKnown: (thread, messageId) => isKnown(context, thread, messageId),
    sentAmongStaff: (thread, messageId) => sentAmongStaff(context, thread, messageId),
    exchange: (id, row) => readExchange(context, id, row),
    shownRow: (thread, messageId) => shownRow(context, thread, messageId),
    lastHeard: (turn) => lastHeard(context, turn),
    lastSaid: (id, row) => lastSaid(context, id, row),
    conversation: (threadId) => readTalk(context, threadId),
    recent: (limit, after, named) => readRecent(context, limit, after, named),
    async waits(team, { since, limit }) {
      const { rows } = await sql<{ wait: number }>`
        select first_response_at - opened_at as wait from handoffs
        where of_brand = ${brand} and opened_at >= ${since} and first_response_at is not null
          and coalesce(team, '') = ${team ?? ''} and reason not in ('stepped-in', 'draft')
        order by opened_at desc limit ${limit}`.execute(db)
      return rows.map(({ wait }) => Number(wait))
    },
    async waiting(team) {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from handoffs where of_brand = ${brand} and status <> 'closed' and status = 'waiting'
          and lead_id is null and reason <> 'draft' and coalesce(team, '') = ${team ?? ''}`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },
  }
}

function filterOf(context: StoreContext, { status = 'open', team, assigneeId, ids, after }: CaseFilter) {
  const conditions = [
    sql`handoffs.of_brand = ${context.brand}`,
    status === 'closed' ? sql`handoffs.status = 'closed'` : sql`handoffs.status <> 'closed'`,
    ...(status === 'waiting' || status === 'assigned' ? [sql`handoffs.status = ${status}`] : []),
    ...(team === undefined ? [] : [sql`handoffs.team = ${team}`]),
    ...(assigneeId === undefined ? [] : [sql`handoffs.assignee_id = ${assigneeId}`]),
    ...(ids ? [sql`handoffs.id in (select ${text('id')} from ${context.rows(ids.map((id) => ({ id })))})`] : []),
    ...(after ? [isAfter(after, status)] : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** From where a page ended; found in the index, however far down that is. */
function isAfter({ by, id }: CasePlace, status: CaseFilter['status']): RawBuilder<unknown> {
  if (status === 'closed') return sql`(handoffs.closed_at, handoffs.id) < (${sql.join(by)}, ${id})`
  return sql`(handoffs.gravity, handoffs.first_due_at, handoffs.opened_at, handoffs.id) > (${sql.join(by)}, ${id})`
}

async function countOpen({ db, brand }: StoreContext, assigneeId: string): Promise<CaseCounts> {
  const { rows } = await sql<Record<keyof CaseCounts, number | null>>`
    select sum(case when status = 'waiting' then 1 else 0 end) as waiting,
      sum(case when status = 'assigned' then 1 else 0 end) as assigned,
      sum(case when assignee_id = ${assigneeId} then 1 else 0 end) as mine
    from handoffs where of_brand = ${brand} and status <> 'closed'`.execute(db)
  const [found] = rows
  return {
    waiting: Number(found?.waiting ?? 0),
    assigned: Number(found?.assigned ?? 0),
    mine: Number(found?.mine ?? 0),
  }
}

function tailOf({ status, gravestFirst, limit = 200 }: CaseFilter) {
  if (status === 'closed') return sql`order by handoffs.closed_at desc, handoffs.id desc limit ${limit}`
  if (gravestFirst)
    return sql`order by handoffs.gravity, handoffs.first_due_at, handoffs.opened_at, handoffs.id limit ${limit}`
  return sql`order by handoffs.opened_at, handoffs.id limit ${limit}`
}

/** Undefined while it has no card. */
async function readOnCard(context: StoreContext, { id, conversationId }: Case, limit: number) {
  const row = await context.db.selectFrom('handoffs').select('card_to').where('id', '=', id).executeTakeFirst()
  const upTo = Number(row?.card_to ?? 0)
  return upTo === 0 ? undefined : await readTranscript(context, conversationId, { before: upTo + 1, limit })
}

async function readStory(context: StoreContext, id: CaseId, limit: number): Promise<CaseStory | undefined> {
  const [found] = await selectCases(context, context.db, sql`handoffs.id = ${id}`)
  if (found === undefined) return undefined
  const { db } = context
  const before = Number.MAX_SAFE_INTEGER
  const [transcript, onCard, ledHere, facts, notes, events, promises] = await Promise.all([
    readTranscript(context, found.conversationId, { before, limit }),
    readOnCard(context, found, limit),
    readLedHere(context, found),
    found.accountId ? readFacts(context, found.conversationId, found.accountId) : [],
    db
      .selectFrom('notes')
      .select(['staff', 'staff_id', 'text', 'at'])
      .where('handoff_id', '=', id)
      .orderBy('id')
      .execute(),
    db.selectFrom('case_events').selectAll().where('handoff_id', '=', id).orderBy('id').execute(),
    readPromises(db, id),
  ])
  return {
    case: found,
    promises,
    transcript,
    onCard: onCard ?? transcript,
    ledHere,
    facts,
    notes: notes.map(({ staff, staff_id, text, at }) => ({
      ...{ staff, text, at },
      ...(staff_id !== null && { staffId: staff_id }),
    })),
    events: events.map(
      ({ at, who, who_id, what, detail }): CaseEvent => ({
        ...{ at, who, what },
        ...(who_id !== null && { whoId: who_id }),
        ...(detail !== null && { detail }),
      }),
    ),
  }
}
