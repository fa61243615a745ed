/** What turns say, as rows that are to leave; and the first of them for whoever sends it at once. */
import { sql, type Transaction } from 'kysely'
import type { Effects } from '../../domain/effects.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Parcel } from '../../ports/outbox.ts'
import { inParts, int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import type { MessageState } from '../database/tables/talk.ts'
import { outboundMessage } from '../sent/outbox.ts'
import { keepToldOf, toldOf, withoutToldOf } from '../sent/told-of.ts'
import type { TurnEnded } from './end-turns.ts'
import type { Settlement } from './settlement.ts'

const insertPending = statement<{ id: number; conversation_id: ConversationId }>(
  (context) => sql`
    insert into messages (conversation_id, direction, state, said, turn_id, at, done_at, attempts, reason, body)
    select ${text('conversation')}, 'out', ${text('state')}, ${int('said')}, ${text('turn')}, ${int('at')}, ${int('done')}, 0,
      ${text('reason')}, ${text('body')}
    from ${context.rows([])}
    returning id, conversation_id`,
)

/** Returns the row of each conversation's first message. */
export async function insertReplies(
  context: StoreContext,
  trx: Transaction<Database>,
  settlements: readonly Settlement[],
  closedReason: (settlement: Settlement) => string | null,
): Promise<ReadonlyMap<ConversationId, number>> {
  const rows = settlements.flatMap((settlement) => {
    const { claim, turn, effects, now } = settlement
    const reason = closedReason(settlement)
    return effects.outbox.map((outgoing) => ({
      conversation: claim.conversation.id,
      turn: turn.id,
      at: now,
      said: outgoing.kind === 'text' && outgoing.onlyFor === undefined ? 1 : 0,
      body: JSON.stringify(stamped(outgoing, effects)),
      state: (reason === null ? 'pending' : 'dead') satisfies MessageState,
      ...(reason !== null && { reason, done: now }),
    }))
  })
  const firsts = new Map<ConversationId, number>()
  for (const part of inParts(rows)) {
    for (const { id, conversation_id: conversation } of await insertPending(context, trx, JSON.stringify(part)))
      firsts.set(conversation, Math.min(Number(id), firsts.get(conversation) ?? Number(id)))
  }
  for (const settlement of settlements) await keepWhomTheyShow(trx, settlement)
  return firsts
}

async function keepWhomTheyShow(trx: Transaction<Database>, { claim, turn, effects }: Settlement): Promise<void> {
  if (effects.outbox.every((outgoing) => toldOf(outgoing).length === 0)) return
  const { rows } = await sql<{ id: number }>`select id from messages where conversation_id = ${claim.conversation.id}
    and turn_id = ${turn.id} and direction = 'out' order by id`.execute(trx)
  for (const [index, { id }] of rows.entries()) {
    const outgoing = effects.outbox[index]
    if (outgoing) await keepToldOf(trx, Number(id), toldOf(outgoing))
  }
}

/** What leaves first, held by whoever settled it; where the platform has no reply windows. */
export function parcelOf(
  { effects, now }: Settlement,
  place: TurnEnded,
  firsts: ReadonlyMap<ConversationId, number>,
  lease: string,
): Parcel | undefined {
  const [outgoing] = effects.outbox
  const id = firsts.get(place.id)
  if (outgoing === undefined || id === undefined) return undefined
  const body = JSON.stringify(stamped(outgoing, effects))
  const { thread_id, surface } = place
  const message = outboundMessage({ id, at: now, body, thread_id, surface })
  return { message, attempts: 0, lease, windows: [], isLate: false, wasHeld: false }
}

/** What was said at once by whom is told by the version: a person's words have none. */
function stamped(given: Outgoing, { personaVersion, forget }: Effects): Outgoing {
  const outgoing = withoutToldOf(given)
  if (outgoing.kind !== 'text') return outgoing
  const words = personaVersion === undefined ? outgoing : { ...outgoing, personaVersion }
  return forget === undefined ? words : { ...words, isLast: true }
}
