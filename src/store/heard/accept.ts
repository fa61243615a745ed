/** accept: messages, events and cursors become durable, conversations become due. Several calls share a transaction. */

import { sql, type Transaction } from 'kysely'
import type { ThreadId } from '../../domain/ids.ts'
import { MascotError } from '../../errors.ts'
import type { Claim } from '../../ports/inbox.ts'
import { int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { indexable, storable } from '../database/text.ts'
import { applyEvents, lockThreads } from './apply-events.ts'
import type { Delivery } from './delivery.ts'
import { writeMessages } from './write-messages.ts'

/** Writes all deliveries in one transaction; returns how many messages of each were new. */
export async function acceptAll(context: StoreContext, deliveries: readonly Delivery[]): Promise<number[]> {
  const { accepted, notices, claims } = await context.transaction(async (trx) => {
    const notices = new Set<'inbox' | 'outbox'>()
    await keepHolds(context, trx, deliveries)
    await lockThreads(context, trx, threadsWithEvents(deliveries))
    const accepted: number[] = []
    const claims: Claim[] = []
    for (const part of partsOf(deliveries)) {
      const [{ events, now, windowOf }] = part
      const work = { context, trx, now, notices, ...(windowOf && { windowOf }) }
      const missed = events ? await applyEvents(work, events) : []
      const written = await writeMessages(context, trx, part, notices)
      accepted.push(...written.accepted)
      claims.push(...written.claims)
      if (written.isLeft) notices.add('inbox')
      await applyEvents(work, missed)
    }
    await writeCursors(context, trx, deliveries)
    return { accepted, notices, claims }
  })
  for (const what of notices) context.notify(what)
  if (claims.length > 0) context.notify('heard')
  const handOver = deliveries.find((delivery) => delivery.handOver)?.handOver
  for (const claim of claims) handOver?.taken(claim)
  return accepted
}

const selectHeld = statement<{ name: string }>(
  (context) => sql`
    select holds.name from (select ${text('brand')} as brand, ${text('name')} as name, ${int('fence')} as fence from ${context.rows([])}) as named
    join holds on holds.brand = named.brand and holds.name = named.name and holds.fence = named.fence
    order by holds.name ${context.lockHolds}`,
)

/**
 * What was read under a hold is written under it: nobody takes it until the commit.
 * @throws {MascotError} `hold-lost`
 */
async function keepHolds(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const fences = new Map(
    deliveries.flatMap(({ cursor }) =>
      cursor?.hold ? [[`${cursor.hold.name} ${cursor.hold.fence}`, cursor.hold]] : [],
    ),
  )
  if (fences.size === 0) return
  const rows = [...fences.values()].map(({ name, fence }) => ({ brand: context.brand, name: indexable(name), fence }))
  const held = await selectHeld(context, trx, JSON.stringify(rows))
  if (held.length < fences.size)
    throw new MascotError('hold-lost', 'Another process listens there by now; what was heard is heard by it.')
}

type Part = [Delivery, ...Delivery[]]

/** What may be written together: a delivery with events stands alone, so that all happens in the order in which it was heard. */
function partsOf(deliveries: readonly Delivery[]): Part[] {
  const parts: Part[] = []
  let open: Part | undefined
  for (const delivery of deliveries) {
    const hasEvents = delivery.events !== undefined && delivery.events.length > 0
    if (open && !hasEvents) open.push(delivery)
    else {
      const part: Part = [delivery]
      parts.push(part)
      open = hasEvents ? undefined : part
    }
  }
  return parts
}

/** Every thread of the deliveries if any has events, which take locks of their own; else none. */
function threadsWithEvents(deliveries: readonly Delivery[]): ThreadId[] {
  const events = deliveries.flatMap((delivery) => delivery.events ?? [])
  if (events.length === 0) return []
  const ofMessages = deliveries.flatMap(({ messages }) => messages.map(({ threadId }) => threadId))
  return [
    ...ofMessages,
    ...events.flatMap((event) => (event.kind === 'moved' ? [event.threadId, event.to] : [event.threadId])),
  ]
}

const insertCursors = statement(
  (context) => sql`
    insert into cursors (brand, name, value)
    select ${context.brand}, ${text('name')}, ${text('value')} from ${context.rows([])}
    where true
    on conflict (brand, name) do update set value = excluded.value`,
)

async function writeCursors(
  context: StoreContext,
  trx: Transaction<Database>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const values = new Map(deliveries.flatMap(({ cursor }) => (cursor ? [[cursor.name, cursor.value] as const] : [])))
  if (values.size === 0) return
  const rows = [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name: indexable(name), value: storable(value) }))
  await insertCursors(context, trx, context.brand, JSON.stringify(rows))
}
