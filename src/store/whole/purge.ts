/** Deleting at an operator's word: everything of a brand, or what is older than it is kept; and how much that would be. */
import { sql } from 'kysely'
import type { Purge, PurgeCounts } from '../../ports/purge.ts'
import type { StoreContext } from '../database/context.ts'
import type { Database } from '../database/schema.ts'

export function createPurge(context: StoreContext): Purge {
  const { db, brand } = context
  const ours = sql`(select id from conversations where brand = ${brand})`
  const count = async (table: string, condition: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ count: number | bigint }>`
      select count(*) as count from ${sql.table(table)} where ${condition}`.execute(db)
    return Number(rows[0]?.count ?? 0)
  }
  const counts = async (conditions: Record<keyof PurgeCounts, ReturnType<typeof sql>>): Promise<PurgeCounts> => ({
    conversations: await count('conversations', conditions.conversations),
    messages: await count('messages', conditions.messages),
    decisions: await count('decisions', conditions.decisions),
    reactions: await count('reactions', conditions.reactions),
    handoffs: await count('handoffs', conditions.handoffs),
    audit: await count('audit', conditions.audit),
  })
  return {
    ofBrand: () =>
      counts({
        conversations: sql`brand = ${brand}`,
        messages: sql`conversation_id in ${ours}`,
        decisions: sql`conversation_id in ${ours}`,
        reactions: sql`conversation_id in ${ours}`,
        handoffs: sql`conversation_id in ${ours}`,
        audit: sql`brand = ${brand}`,
      }),

    olderThan: (before) =>
      counts({
        // Those that would be empty are told by none of the tables alone.
        conversations: sql`1 = 0`,
        messages: sql`conversation_id in ${ours} and at < ${before} and state in ('read', 'sent', 'dead', 'withdrawn')`,
        decisions: sql`conversation_id in ${ours} and at < ${before}`,
        reactions: sql`conversation_id in ${ours} and at < ${before}`,
        handoffs: sql`conversation_id in ${ours} and status = 'closed' and closed_at < ${before}`,
        audit: sql`brand = ${brand} and at < ${before}`,
      }),

    async *bodies() {
      const PAGE = 500
      for (let last = 0; ; ) {
        const { rows } = await sql<{ id: number; body: string }>`
          select id, body from messages where id > ${last} and conversation_id in ${ours} order by id limit ${PAGE}`.execute(
          db,
        )
        for (const { body } of rows) yield JSON.parse(body)
        const next = rows.at(-1)?.id
        if (next === undefined || rows.length < PAGE) return
        last = Number(next)
      }
    },

    async everything() {
      await context.transaction(async (trx) => {
        // Proposals outlive their cases; all else of a conversation, a case and a message goes with it.
        await sql`delete from proposals where brand = ${brand}`.execute(trx)
        for (const table of byBrand) await sql`delete from ${sql.table(table)} where brand = ${brand}`.execute(trx)
      })
      await context.afterErasing()
    },
  }
}

/** How each table goes with its brand: by the brand, or with a row of another table that it hangs on; what is nobody's stays. */
const goes: Readonly<Record<keyof Database, 'by-brand' | 'with-another' | 'stays'>> = {
  conversations: 'by-brand',
  accounts: 'by-brand',
  fans: 'by-brand',
  reports: 'by-brand',
  issues: 'by-brand',
  issue_acts: 'by-brand',
  waves: 'by-brand',
  issue_watch: 'by-brand',
  helpers: 'by-brand',
  evidence: 'by-brand',
  standings: 'by-brand',
  titles: 'by-brand',
  first_words: 'by-brand',
  circle_posts: 'by-brand',
  circle_rounds: 'by-brand',
  circle_votes: 'by-brand',
  circle_links: 'by-brand',
  erase_keys: 'by-brand',
  erased: 'by-brand',
  work_uses: 'by-brand',
  works: 'by-brand',
  own_links: 'by-brand',
  spent_numbers: 'by-brand',
  links: 'by-brand',
  link_requests: 'by-brand',
  link_misses: 'by-brand',
  crises: 'by-brand',
  announcements: 'by-brand',
  asked: 'by-brand',
  reply_effects: 'by-brand',
  insight_days: 'by-brand',
  duty: 'by-brand',
  cursors: 'by-brand',
  key_values: 'by-brand',
  access_links: 'by-brand',
  access_sessions: 'by-brand',
  audit: 'by-brand',
  // Outlive their cases, so that they go first.
  proposals: 'by-brand',
  messages: 'with-another',
  message_parts: 'with-another',
  told_of: 'with-another',
  facts: 'with-another',
  decisions: 'with-another',
  handoffs: 'with-another',
  notes: 'with-another',
  timers: 'with-another',
  relays: 'with-another',
  case_events: 'with-another',
  promises: 'with-another',
  drafts: 'with-another',
  report_quotes: 'with-another',
  reactions: 'with-another',
  // Who works here, and what processes that run hold.
  colleagues: 'stays',
  holds: 'stays',
  paces: 'stays',
  schema_version: 'stays',
}

const byBrand = Object.entries(goes).flatMap(([table, how]) => (how === 'by-brand' ? [table] : []))
