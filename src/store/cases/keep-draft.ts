/** A reply that is held back: its row, and the case that holds it, within the settle of its turn. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Effects } from '../../domain/effects.ts'
import type { AccountId, CaseId, ConversationId, DraftId, FanId, TurnId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { storable } from '../database/text.ts'
import { fanOf } from '../fans/fans.ts'
import { keepEvents, keepTimers } from './case-records.ts'
import { touchCase } from './end-drafts.ts'

type Kept = NonNullable<Effects['draft']>

/** Of one fan in one conversation the newest draft alone is open. */
export async function keepDraft(
  context: StoreContext,
  trx: Connection,
  draft: Kept,
  { conversation, turn, now }: { readonly conversation: ConversationId; readonly turn: TurnId; readonly now: number },
): Promise<void> {
  const { accountId, summary: _, timers: __, team: ___, expiresAt, ...record } = draft
  const fan = await fanOf(context, trx, accountId, now)
  const held = await caseFor(trx, draft, { conversation, fan, now })
  await sql`update drafts set state = 'stale', ended_at = ${now} where handoff_id = ${held} and account_id = ${accountId}
    and state = 'open'`.execute(trx)
  await trx
    .insertInto('drafts')
    .values({
      id: randomUUID() as string as DraftId,
      handoff_id: held,
      conversation_id: conversation,
      turn_id: turn,
      account_id: accountId,
      state: 'open',
      topic: storable(record.grounds.topic),
      record: JSON.stringify(record),
      made_at: now,
      expires_at: expiresAt,
      ended_at: null,
      by_staff: null,
      staff_row: null,
      shown: null,
    })
    .execute()
}

interface Place {
  readonly conversation: ConversationId
  readonly fan: FanId
  readonly now: number
}

/** The open case of this fan here; else the last in which drafts waited, so that they share one thread; else a new one. */
async function caseFor(trx: Connection, draft: Kept, place: Place): Promise<CaseId> {
  const { conversation, fan, now } = place
  const { rows: open } = await sql<{ id: CaseId; reason: string }>`
    select handoffs.id, reason from handoffs join conversations on conversations.id = conversation_id
    where conversation_id = ${conversation} and status <> 'closed' and (fan_id = ${fan} or surface = 'direct') limit 1`.execute(
    trx,
  )
  const [found] = open
  if (found) {
    await touchCase(trx, found.id, now)
    if (found.reason === 'draft') await keepTimers(trx, found.id, draft.timers, 'kept')
    return found.id
  }
  const { rows: again } = await sql<{ id: CaseId }>`
    update handoffs set status = 'waiting', handler = 'bot', assignee = null, assignee_id = null, outcome = null, closed_at = null,
      opened_at = ${now}, first_response_at = null, breaches = 0, summary = ${storable(draft.summary)}, team = ${draft.team ?? null},
      version = version + 1, card_at = ${now}
    where id = (select id from handoffs where conversation_id = ${conversation} and fan_id = ${fan} and reason = 'draft'
      order by opened_at desc limit 1)
    returning id`.execute(trx)
  const id = again[0]?.id ?? (await opened(trx, draft, place))
  await keepTimers(trx, id, draft.timers)
  return id
}

async function opened(trx: Connection, draft: Kept, { conversation, fan, now }: Place): Promise<CaseId> {
  const id = randomUUID() as string as CaseId
  const account: AccountId = draft.accountId
  await sql`
    insert into handoffs (id, conversation_id, fan_id, account_id, reason, team, summary, status, handler, opened_at, card_at)
    values (${id}, ${conversation}, ${fan}, ${account}, 'draft', ${draft.team ?? null}, ${storable(draft.summary)},
      'waiting', 'bot', ${now}, ${now})`.execute(trx)
  await keepEvents(trx, id, [{ who: 'bot', what: 'drafted' }], now)
  return id
}
