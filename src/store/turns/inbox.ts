/** The inbox: who answers a conversation holds its lease; whoever lost it changes nothing any more. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import { overheard } from '../../domain/weight.ts'
import type { Claim, Inbox } from '../../ports/inbox.ts'
import { byThread, type StoreContext, statement, text } from '../database/context.ts'
import { createGroupCommit, type GroupCommit } from '../database/group-commit.ts'
import { indexable } from '../database/text.ts'
import { acceptAll } from '../heard/accept.ts'
import type { Delivery } from '../heard/delivery.ts'
import { askAgain } from './ask-again.ts'
import { conversationRows, conversationsOf, type Found } from './conversation-row.ts'
import { endTurns } from './end-turns.ts'
import { nextDueAt } from './next-due-at.ts'
import { readUnread } from './select-unread.ts'
import { setAside } from './set-aside.ts'
import { settleAll } from './settle.ts'
import type { Settlement } from './settlement.ts'

/** `groups` receives what must be written before the store closes. */
export function createInbox(context: StoreContext, groups: Pick<GroupCommit<never, unknown>, 'settled'>[]): Inbox {
  const accepts = createGroupCommit((deliveries: readonly Delivery[]) => acceptAll(context, deliveries))
  const settlements = createGroupCommit((items: readonly Settlement[]) => settleAll(context, items))
  groups.push(accepts, settlements)

  return {
    accept: (messages, options) => accepts.add({ messages, ...options }),

    async cursor(name) {
      const row = await context.db
        .selectFrom('cursors')
        .select('value')
        .where('brand', '=', context.brand)
        .where('name', '=', indexable(name))
        .executeTakeFirst()
      return row?.value
    },

    claim: (options) => claim(context, options),

    async renew(claims, { now, leaseMs }) {
      const held = claims
        .map(({ conversation: { id, threadId }, lease }) => ({ id, thread: threadId, lease }))
        .sort(byThread)
      const kept = await context.leasing((db) =>
        prolong(context, db, ...context.momentOf(now), leaseMs, JSON.stringify(held)),
      )
      const isKept = new Set(kept.map(({ id, lease }) => `${id} ${lease}`))
      return claims.filter(({ conversation, lease }) => !isKept.has(`${conversation.id} ${lease}`))
    },

    settle: (claim, turn, effects, now, sendOn) => settlements.add({ claim, turn, effects, now, sendOn }),

    async release({ conversation, lease }, dueAt, { isNoFailure = false } = {}) {
      const more = isNoFailure ? 0 : 1
      await context.db
        .updateTable('conversations')
        .set((row) => ({ lease_owner: null, lease_until: null, next_at: dueAt, failures: row('failures', '+', more) }))
        .where('id', '=', conversation.id)
        .where('lease_owner', '=', lease)
        .execute()
      context.notify('inbox')
    },

    askAgain: (options) => askAgain(context, options),
    setAside: (claim, rows, why) => setAside(context, claim, rows, why),
    nextDueAt: () => nextDueAt(context, 'inbox'),
  }
}

const prolong = statement<{ id: ConversationId; lease: string }>(
  (context) => sql`
    update conversations set lease_until = ${context.moment} + ${0}
    from (select ${text('id')} as id, ${text('lease')} as lease from ${context.rows([])}) as held
    where conversations.id = held.id and conversations.lease_owner = held.lease
    returning conversations.id, lease_owner as lease`,
)

const taking = (order: RawBuilder<unknown>) =>
  // A lease that ran out was never settled: the vanished holder counts as a failure too.
  statement<{ id: ConversationId }>(
    (context) => sql`
    with due as materialized (
      select id from conversations
      where brand = ${''} and next_at <= ${0} and (lease_until is null or lease_until <= ${context.moment})
      ${order} limit ${0} ${context.skipLocked})
    update conversations set
      lease_owner = ${''},
      lease_until = ${context.moment} + ${0},
      failures = failures + case when lease_owner is null then 0 else 1 end
    where id in (select id from due)
    returning id`,
  )
const take = taking(sql`order by weight desc, next_at`)
// By its first unread message: what a chat that floods us says next is not new.
const takeNewest = taking(sql`and weight > ${sql.lit(overheard)} order by unread_since desc`)
const selectTaken = statement((context) =>
  conversationRows(sql`conversations.id in (select ${text('id')} from ${context.rows([])})`),
)
async function claim(
  context: StoreContext,
  { now, leaseMs, limit, newest = 0 }: Parameters<Inbox['claim']>[0],
): Promise<Claim[]> {
  const lease = randomUUID()
  const { brand } = context
  const moment = context.momentOf(now)
  const held = [lease, ...moment, leaseMs]
  const inTurn = await context.leasing((db) => take(context, db, brand, now, ...moment, limit, ...held))
  if (inTurn.length === 0) return []
  const isMore = newest > 0 && inTurn.length === limit
  const besides = isMore
    ? await context.leasing((db) => takeNewest(context, db, brand, now, ...moment, newest, ...held))
    : []
  const taken = [...inTurn, ...besides]
  const ids = JSON.stringify(taken)
  const [rows, unread] = await Promise.all([selectTaken(context, context.db, ids), readUnread(context, ids)])
  const claims: Claim[] = []
  const isNew = new Set<string>(besides.map(({ id }) => id))
  const rank = ({ conversation: { id }, next_at }: Found) => (isNew.has(id) ? 0 : (next_at ?? 0))
  const inOrder = conversationsOf(rows).sort((a, b) => b.weight - a.weight || rank(a) - rank(b))
  for (const { conversation, failures } of inOrder) {
    const { id, threadId } = conversation
    const { messages = [], hasMore = false } = unread.get(id) ?? {}
    // Accepted in this thread, or where it was before it moved.
    const [first, ...others] = messages.map((message) => ({ ...message, threadId }))
    if (first) claims.push({ conversation, unread: [first, ...others], hasMore, lease, failures })
    else await giveBackEmpty(context, id, lease)
  }
  return claims
}

/** Its messages were forgotten while it waited. */
async function giveBackEmpty(context: StoreContext, id: ConversationId, lease: string): Promise<void> {
  await context.transaction(async (trx) => {
    const held = await trx
      .updateTable('conversations')
      .set({ lease_until: context.clock.now() })
      .where('id', '=', id)
      .where('lease_owner', '=', lease)
      .returning('id')
      .execute()
    if (held.length > 0) await endTurns(context, trx, [{ conversation: id, now: context.clock.now() }])
  })
}
