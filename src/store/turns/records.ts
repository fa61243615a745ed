/** Records: what operators and staff look up. */
import { sql } from 'kysely'
import type { AccountId, ThreadId, TurnId } from '../../domain/ids.ts'
import { type InboundMessage, type Outgoing, type Surface, wordsOfOutgoing } from '../../domain/message.ts'
import type { Spent } from '../../domain/spent.ts'
import type { DecisionRecord, Records, TurnWords } from '../../ports/records.ts'
import { beginsWith, type StoreContext } from '../database/context.ts'
import type { DecisionTable } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { readTalk } from '../fans/read-talk.ts'
import { outboundMessage } from '../sent/outbox.ts'
import { selectConversations } from './conversation-row.ts'
import { messagesSetAside } from './set-aside.ts'
import { workload } from './workload.ts'

const THREADS_AT_ONCE = 1_000

export function createRecords(context: StoreContext): Records {
  const { db, brand } = context
  return {
    async threads(platform, within) {
      const prefix = `${within ?? encodeURIComponent(platform)}:`
      const isThere = beginsWith(context, sql`thread_id`, prefix)
      const found: { threadId: ThreadId; lastMessageId?: string }[] = []
      for (let last = ''; ; ) {
        // One lower bound at a time: with two, SQLite would begin each page at the first thread of all.
        const isNext = last === '' ? isThere : sql`thread_id ${context.byBytes} > ${last}`
        const { rows } = await sql<{ thread_id: ThreadId; message_id: string | null }>`
          select thread_id, (select message_id from messages
            where conversation_id = conversations.id and direction = 'in' and message_id is not null order by messages.id desc limit 1) as message_id
          from conversations
          where brand = ${brand} and ${isNext}
          order by thread_id ${context.byBytes} limit ${THREADS_AT_ONCE}`.execute(db)
        const inside = rows.filter(({ thread_id }) => thread_id.startsWith(prefix))
        for (const { thread_id, message_id } of inside)
          found.push({ threadId: thread_id, ...(message_id !== null && { lastMessageId: message_id }) })
        if (inside.length < THREADS_AT_ONCE) return found
        last = inside.at(-1)?.thread_id ?? last
        // Whoever waits for the database, or for this process, comes between two pages.
        await new Promise(setImmediate)
      }
    },

    talk: (threadId, limit) => readTalk(context, threadId, limit),

    async conversation(threadId) {
      return (await selectConversations(db, sql`brand = ${brand} and thread_id = ${threadId}`))[0]
    },

    async threadsOf(name, limit) {
      const { rows } = await sql<{ thread_id: ThreadId }>`
        select thread_id from conversations
        where brand = ${brand} and exists (
          select 1 from accounts join messages on messages.account_id = accounts.id and messages.conversation_id = conversations.id
          where accounts.brand = ${brand} and accounts.name = ${name})
        order by touched_at desc limit ${limit}`.execute(db)
      return rows.map(({ thread_id }) => thread_id)
    },

    async decisions(threadId, limit) {
      const { rows } = await sql<DecisionTable>`
        select decisions.* from decisions join conversations on conversations.id = conversation_id
        where brand = ${brand} and thread_id = ${threadId}
        order by at desc, turn_id limit ${limit}`.execute(db)
      return rows.map(decisionRecord).toSorted((a, b) => b.at - a.at || Math.max(...b.rows) - Math.max(...a.rows))
    },

    async costly(since, limit) {
      // The first message of the turn tells whom it answered; of who was forgotten there is none.
      const { rows } = await sql<CostlyRow>`
        select decisions.at, decisions.reason, decisions.record, messages.account_id, messages.body
        from conversations join decisions on decisions.conversation_id = conversations.id
        left join messages on messages.id = (select min(id) from messages as heard
          where heard.turn_id = decisions.turn_id and heard.direction = 'in')
        where brand = ${brand} and decisions.at >= ${since} and decisions.record like ${'%"spent":%'}
        order by decisions.at desc, decisions.turn_id limit ${limit}`.execute(db)
      return rows.flatMap((row) => {
        const { spent, personaVersion } = parse<Kept & { readonly spent?: Spent }>(row.record)
        const name = row.body === null ? '' : parse<InboundMessage>(row.body).author.name
        if (!spent) return []
        return [
          {
            ...{ at: row.at, reason: row.reason, spent },
            ...(personaVersion === undefined ? {} : { personaVersion }),
            ...(row.account_id === null ? {} : { accountId: row.account_id }),
            ...(name === '' ? {} : { fanName: name }),
          },
        ]
      })
    },

    async words(threadId, turns) {
      const byTurn = await bodiesOf(context, threadId, turns)
      const wordsOf = (turn: TurnId): TurnWords => {
        const of = byTurn.get(turn) ?? []
        const heard = of
          .filter(({ direction }) => direction === 'in')
          .map(({ body }) => parse<InboundMessage>(body).text)
        const said = of
          .filter(({ direction }) => direction === 'out')
          .map(({ body }) => wordsOfOutgoing(parse<Outgoing>(body)))
        return { heard, said }
      }
      return new Map(turns.map((turn) => [turn, wordsOf(turn)]))
    },

    async heard(threadId, turns) {
      const byTurn = await bodiesOf(context, threadId, turns)
      const heardIn = (turn: TurnId) => (byTurn.get(turn) ?? []).filter(({ direction }) => direction === 'in')
      return new Map(turns.map((turn) => [turn, heardIn(turn).map(({ body }) => parse<InboundMessage>(body))]))
    },

    workload: () => workload(context),

    async bytes() {
      const { rows } = await sql<{ bytes: number }>`select ${context.size} as bytes`.execute(db)
      return Number(rows[0]?.bytes ?? 0)
    },

    async versions(since) {
      const { rows } = await sql<{ record: string }>`
        select (select record from decisions where conversation_id = conversations.id order by at desc limit 1) as record
        from conversations where brand = ${brand} and touched_at >= ${since}`.execute(db)
      const versions = rows.flatMap(({ record }) => (record === null ? [] : (parse<Kept>(record).personaVersion ?? [])))
      return new Map([...Map.groupBy(versions, (version) => version)].map(([version, all]) => [version, all.length]))
    },

    setAside: (limit) => messagesSetAside(context, limit),

    async deadLetters(limit) {
      // SQLite keeps the order of a cross join: from the few dead letters to their conversations.
      const { rows } = await sql<DeadRow>`
        select messages.id, at, done_at, messages.reason, body, thread_id, surface
        from messages cross join conversations
        where conversations.id = conversation_id and brand = ${brand} and messages.state = 'dead' and direction = 'out'
        order by messages.id desc limit ${limit}`.execute(db)
      return rows.map((row) => ({ message: outboundMessage(row), reason: row.reason ?? '', at: row.done_at ?? row.at }))
    },
  }
}

/** What was heard and said in turns of one thread, in its order. */
async function bodiesOf({ db, brand }: StoreContext, threadId: ThreadId, turns: readonly TurnId[]) {
  if (turns.length === 0) return new Map<TurnId | null, never[]>()
  const rows = await db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select(['messages.turn_id', 'messages.direction', 'messages.body'])
    .where('conversations.brand', '=', brand)
    .where('conversations.thread_id', '=', threadId)
    .where('messages.turn_id', 'in', turns)
    .orderBy('messages.id')
    .execute()
  return Map.groupBy(rows, ({ turn_id }) => turn_id)
}

interface CostlyRow {
  at: number
  reason: string
  record: string
  account_id: AccountId | null
  body: string | null
}

interface DeadRow {
  id: number
  at: number
  done_at: number | null
  reason: string | null
  body: string
  thread_id: ThreadId
  surface: Surface
}

/** Older programs kept no candidates. */
type Kept = Pick<DecisionRecord, 'flags' | 'rows' | 'personaVersion'> &
  Partial<Pick<DecisionRecord, 'alternatives' | 'unsupported'>>

function decisionRecord(row: DecisionTable): DecisionRecord {
  const { flags, rows, personaVersion, alternatives, unsupported } = parse<Kept>(row.record)
  return {
    turnId: row.turn_id,
    at: row.at,
    kind: row.kind,
    reason: row.reason,
    flags,
    alternatives: alternatives ?? [],
    rows,
    ...(unsupported !== undefined && { unsupported }),
    ...(personaVersion !== undefined && { personaVersion }),
    ...(row.answer_id !== null && { answerId: row.answer_id }),
    ...(row.score !== null && { score: row.score }),
  }
}
