/** Deleting at an operator's word: everything of a brand, or what is older than it is kept; and how much that would be. */
import { sql } from 'kysely'
import type { Purge, PurgeCounts } from '../../ports/purge.ts'
import type { StoreContext } from '../database/context.ts'

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
        for (const table of ['conversations', ...byBrand])
          await sql`delete from ${sql.table(table)} where brand = ${brand}`.execute(trx)
      })
    },
  }
}

const byBrand = [
  'accounts',
  'fans',
  'reports',
  'issues',
  'issue_acts',
  'waves',
  'issue_watch',
  'helpers',
  'erase_keys',
  'erased',
  'works',
  'own_links',
  'links',
  'link_requests',
  'link_misses',
  'crises',
  'announcements',
  'insight_days',
  'duty',
  'cursors',
  'key_values',
  'access_links',
  'access_sessions',
  'audit',
] as const
