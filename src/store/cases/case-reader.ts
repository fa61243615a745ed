/** Cases as the desk and the engine read them. */
import { sql } from 'kysely'
import type { CaseEvent } from '../../domain/case.ts'
import { dangers } from '../../domain/handoff.ts'
import type { AccountId, CaseId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { caseOf } from '../../domain/open-case.ts'
import type { CaseCounts, CaseFilter, CaseReader, CaseStory, Recent } from '../../ports/case-reader.ts'
import { type StoreContext, statement } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { readFacts, readTranscript } from '../fans/memory.ts'
import { selectConversations } from '../turns/conversation-row.ts'
import { openPromise, readPromises } from './case-records.ts'
import { selectCases } from './case-row.ts'
import { lastHeard, readExchange, shownRow } from './exchange.ts'
import { isKnown, lastSaid, relayed } from './relayed.ts'
import { readLastLines, readSaid, readStamps } from './said-lines.ts'

const selectOpen = statement(
  () => sql`select 1 from handoffs cross join conversations
    where conversations.id = handoffs.conversation_id and brand = ${''} and handoffs.account_id = ${''}
      and handoffs.status <> 'closed' and handoffs.conversation_id <> ${''} limit 1`,
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
      const found = await selectCases(
        context,
        db,
        sql`substr(handoffs.id, 1, ${sql.lit(begins.length)}) = ${begins}`,
        sql`limit 2`,
      )
      return found.length === 1 ? found[0] : undefined
    },
    byStaffThread: (threadId) =>
      one(
        sql`handoffs.staff_thread = ${threadId}`,
        sql`order by handoffs.lead_id is not null, handoffs.opened_at desc, handoffs.id limit 1`,
      ),
    list: (filter = {}) => selectCases(context, db, filterOf(filter), tailOf(filter)),
    counts: (assigneeId) => countOpen(context, assigneeId),
    followers: (id) => selectCases(context, db, sql`handoffs.lead_id = ${id} and handoffs.status <> 'closed'`),
    promisedUntil: (id) => openPromise(db, id),

    async elsewhere(accountId, conversationId) {
      // Asked in every turn, and nearly always there is none.
      if ((await selectOpen(context, db, brand, accountId, conversationId)).length === 0) return undefined
      return await one(
        sql`handoffs.account_id = ${accountId} and handoffs.status <> 'closed'
          and handoffs.conversation_id <> ${conversationId} and conversations.surface = 'group' and handoffs.reason <> 'draft'`,
        sql`order by handoffs.opened_at desc limit 1`,
      )
    },
    story: (id, limit) => readStory(context, id, limit),
    said: (id, limit) => readSaid(context, id, limit),
    lastLines: (ids) => readLastLines(context, ids),
    stamps: (closedSince) => readStamps(context, closedSince),
    async privateThread(accountId) {
      const { rows } = await sql<{ thread_id: ThreadId }>`select thread_id from conversations
        where brand = ${brand} and account_id = ${accountId} and surface = 'direct' and closed_at is null
        order by touched_at desc limit 1`.execute(db)
      return rows[0]?.thread_id
    },
    relayed: (thread, messageId) => relayed(context, thread, messageId),
    isKnown: (thread, messageId) => isKnown(context, thread, messageId),
    exchange: (id, row) => readExchange(context, id, row),
    shownRow: (thread, messageId) => shownRow(context, thread, messageId),
    lastHeard: (turn) => lastHeard(context, turn),
    lastSaid: (id, row) => lastSaid(context, id, row),
    async conversation(threadId) {
      const [row] = await selectConversations(db, sql`brand = ${brand} and thread_id = ${threadId}`)
      return row && (await recentOf(context, [row.id]))[0]
    },
    async recent(limit) {
      const { rows } = await sql<{ id: ConversationId }>`
        select id from conversations where brand = ${brand}
          and not exists (select 1 from handoffs where handoffs.staff_thread = conversations.thread_id)
          and exists (select 1 from messages join accounts on accounts.id = messages.account_id and accounts.brand = ${brand}
            where messages.conversation_id = conversations.id and messages.direction = 'in')
        order by touched_at desc limit ${limit}`.execute(db)
      return await recentOf(
        context,
        rows.map(({ id }) => id),
      )
    },
    async waits(team, { since, limit }) {
      const { rows } = await sql<{ wait: number }>`
        select first_response_at - opened_at as wait from handoffs join conversations on conversations.id = conversation_id
        where brand = ${brand} and opened_at >= ${since} and first_response_at is not null
          and coalesce(team, '') = ${team ?? ''} and handoffs.reason not in ('stepped-in', 'draft')
        order by opened_at desc limit ${limit}`.execute(db)
      return rows.map(({ wait }) => Number(wait))
    },
    async waiting(team) {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from handoffs join conversations on conversations.id = conversation_id
        where brand = ${brand} and status = 'waiting' and lead_id is null and handoffs.reason <> 'draft'
          and coalesce(team, '') = ${team ?? ''}`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },
  }
}

function filterOf({ status = 'open', team, assigneeId }: CaseFilter) {
  const byStatus = status === 'open' ? sql`handoffs.status <> 'closed'` : sql`handoffs.status = ${status}`
  const byTeam = team === undefined ? sql`true` : sql`handoffs.team = ${team}`
  const byStaff = assigneeId === undefined ? sql`true` : sql`handoffs.assignee_id = ${assigneeId}`
  return sql`${byStatus} and ${byTeam} and ${byStaff}`
}

async function countOpen({ db, brand }: StoreContext, assigneeId: string): Promise<CaseCounts> {
  const { rows } = await sql<Record<keyof CaseCounts, number | null>>`
    select sum(case when status = 'waiting' then 1 else 0 end) as waiting,
      sum(case when status = 'assigned' then 1 else 0 end) as assigned,
      sum(case when assignee_id = ${assigneeId} then 1 else 0 end) as mine
    from handoffs join conversations on conversations.id = conversation_id
    where brand = ${brand} and status <> 'closed'`.execute(db)
  const [found] = rows
  return {
    waiting: Number(found?.waiting ?? 0),
    assigned: Number(found?.assigned ?? 0),
    mine: Number(found?.mine ?? 0),
  }
}

const gravity = sql`case handoffs.reason ${sql.join(
  dangers.map((reason, at) => sql`when ${sql.lit(reason)} then ${sql.lit(at)}`),
  sql` `,
)} else ${sql.lit(dangers.length)} end`

/** What has no time comes last. */
const due = sql`coalesce((select min(due_at) from timers where timers.handoff_id = handoffs.id
  and timers.kind in ('first-response', 'next-response', 'resolution')), ${sql.lit(Number.MAX_SAFE_INTEGER)})`

function tailOf({ status, gravestFirst, limit = 200 }: CaseFilter) {
  if (gravestFirst && status !== 'closed')
    return sql`order by ${gravity}, ${due}, handoffs.opened_at, handoffs.id limit ${limit}`
  return status === 'closed'
    ? sql`order by handoffs.closed_at desc, handoffs.id limit ${limit}`
    : sql`order by handoffs.opened_at, handoffs.id limit ${limit}`
}

async function recentOf(context: StoreContext, ids: readonly ConversationId[]): Promise<Recent[]> {
  const found: Recent[] = []
  for (const id of ids) {
    const [conversation] = await selectConversations(context.db, sql`conversations.id = ${id}`)
    if (conversation === undefined) continue
    const { rows } = await sql<{ account_id: AccountId; name: string; at: number; body: string }>`
      select messages.account_id, accounts.name, messages.at, messages.body from messages
      join accounts on accounts.id = messages.account_id and accounts.brand = ${context.brand}
      where conversation_id = ${id} and direction = 'in' order by messages.id desc limit 1`.execute(context.db)
    const [last] = rows
    // Staff who talk with us as fans do have accounts, too.
    if (last && parse<InboundMessage>(last.body).isStaffThread) continue
    const openCase = caseOf(conversation, last?.account_id)
    found.push({
      conversation,
      ...(openCase ? { openCase } : {}),
      fanName: last?.name ?? '',
      at: Number(last?.at ?? 0),
      ...(last && { accountId: last.account_id }),
    })
  }
  return found
}

async function readStory(context: StoreContext, id: CaseId, limit: number): Promise<CaseStory | undefined> {
  const [found] = await selectCases(context, context.db, sql`handoffs.id = ${id}`)
  if (found === undefined) return undefined
  const { db } = context
  const before = Number.MAX_SAFE_INTEGER
  const [transcript, facts, notes, events, promises] = await Promise.all([
    readTranscript(context, found.conversationId, { before, limit }),
    found.accountId ? readFacts(context, found.conversationId, found.accountId) : [],
    db.selectFrom('notes').select(['staff', 'text', 'at']).where('handoff_id', '=', id).orderBy('id').execute(),
    db.selectFrom('case_events').selectAll().where('handoff_id', '=', id).orderBy('id').execute(),
    readPromises(db, id),
  ])
  return {
    case: found,
    promises,
    transcript,
    facts,
    notes: notes.map(({ staff, text, at }) => ({ staff, text, at })),
    events: events.map(
      ({ at, who, what, detail }): CaseEvent => ({ at, who, what, ...(detail !== null && { detail }) }),
    ),
  }
}
