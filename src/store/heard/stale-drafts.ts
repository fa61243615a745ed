/** A draft whose question is no longer what it was can be sent by nobody. */
import { sql } from 'kysely'
import type { CaseId, TurnId } from '../../domain/ids.ts'
import { touchCase } from '../cases/end-drafts.ts'
import type { EventWork } from './event-work.ts'

/** Whether the turn's reply waited as a draft. Who decided on its case before decides anew. */
export async function makeStale({ trx, now, notices }: EventWork, turn: TurnId): Promise<boolean> {
  const { rows } = await sql<{ handoff_id: CaseId }>`
    update drafts set state = 'stale', ended_at = ${now} where turn_id = ${turn} and state = 'open'
    returning handoff_id`.execute(trx)
  for (const { handoff_id: id } of rows) await touchCase(trx, id, now)
  if (rows.length > 0) notices.add('outbox')
  return rows.length > 0
}
