/** What stands beside a case: its timers, its history, and what the fan was promised. */
import { sql } from 'kysely'
import type { CaseChange, CaseEvent, Promised, TimerKind, Timers } from '../domain/case.ts'
import type { ConversationId, HandoffId } from '../domain/ids.ts'
import type { Connection } from './context.ts'
import { storable } from './text.ts'

export async function keepEvents(
  trx: Connection,
  id: HandoffId,
  events: readonly Omit<CaseEvent, 'at'>[],
  at: number,
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ who, what, detail }) => ({
    handoff_id: id,
    at,
    who: storable(who),
    what,
    detail: detail === undefined ? null : storable(detail),
  }))
  await trx.insertInto('case_events').values(rows).execute()
}

/** `isKept`: a timer that runs already keeps its time. */
export async function keepTimers(
  trx: Connection,
  id: HandoffId,
  timers: CaseChange['timers'] | Timers = {},
  { isKept = false } = {},
): Promise<void> {
  for (const [kind, due] of Object.entries(timers) as [TimerKind, number | null | undefined][]) {
    if (due === undefined) continue
    if (due === null) await trx.deleteFrom('timers').where('handoff_id', '=', id).where('kind', '=', kind).execute()
    else
      await trx
        .insertInto('timers')
        .values({ handoff_id: id, kind, due_at: due })
        .onConflict((row) => {
          const same = row.columns(['handoff_id', 'kind'])
          return isKept ? same.doNothing() : same.doUpdateSet({ due_at: due })
        })
        .execute()
  }
}

/** A new promise takes the place of one that is still open. */
export async function keepPromise(
  trx: Connection,
  id: HandoffId,
  promise: Promised | 'kept' | 'broken',
  now: number,
): Promise<void> {
  const isKept = promise === 'kept' ? 1 : 0
  await sql`update promises set ended_at = ${now}, kept = ${isKept} where handoff_id = ${id} and ended_at is null`.execute(
    trx,
  )
  if (promise === 'kept' || promise === 'broken') return
  const { owner, text, dueAt } = promise
  await trx
    .insertInto('promises')
    .values({
      handoff_id: id,
      owner: owner ?? null,
      text: storable(text),
      due_at: dueAt,
      made_at: now,
      ended_at: null,
      kept: null,
    })
    .execute()
}

/** Cards quote what was said in the conversation: they are brought up to date, those of closed cases too. */
export async function showAnew(trx: Connection, conversation: ConversationId, now: number): Promise<void> {
  await sql`update handoffs set card_at = ${now}, version = version + 1
    where conversation_id = ${conversation} and staff_thread is not null`.execute(trx)
}
