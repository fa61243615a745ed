/** Cases that open and close, and promises that were not kept: which, never what the fan said. */
import type { CaseId } from '../../domain/ids.ts'
import type { Broken } from '../cases/case-records.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { announce } from './announce.ts'

/** As the case is now. */
export async function announceCase(
  context: StoreContext,
  trx: Connection,
  id: CaseId,
  type: 'case.opened' | 'case.closed',
  at: number,
): Promise<void> {
  if (!context.isAnnouncing) return
  const row = await trx
    .selectFrom('handoffs')
    .select(['reason', 'team', 'assignee', 'outcome', 'opened_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return
  const { opened_at: openedAt, outcome, ...rest } = row
  const more = type === 'case.closed' ? { outcome } : {}
  const data = { id, ...rest, ...more, openedAt: new Date(Number(openedAt)).toISOString() }
  await announce(context, trx, `case ${id}`, { type, at, data })
}

export async function announceBroken(
  context: StoreContext,
  trx: Connection,
  id: CaseId,
  broken: readonly Broken[],
  at: number,
): Promise<void> {
  for (const { owner, due_at: dueAt, by_person: byPerson } of broken) {
    const due = new Date(Number(dueAt)).toISOString()
    const data = { case: id, owner, dueAt: due, by: Number(byPerson) === 1 ? 'person' : 'bot' }
    await announce(context, trx, `case ${id}`, { type: 'promise.broken', at, data })
  }
}
