/** What the desk's loop has to do, as it stands in rows. */
import { sql } from 'kysely'
import type { TimerKind } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { DeskWork, DueTimer } from '../../ports/desk-work.ts'
import type { StoreContext } from '../database/context.ts'
import { selectCases } from './case-row.ts'
import { keepCards } from './keep-cards.ts'
import { lostThreads } from './lost-threads.ts'
import { relayLines } from './relay-lines.ts'
import { relayTasks } from './relay-tasks.ts'
import { createIsIdle, createNextDueAt } from './work-due.ts'

export function createDeskWork(context: StoreContext): DeskWork {
  return {
    ...keepCards(context),
    ...lostThreads(context),
    ...relayLines(context),
    ...relayTasks(context),
    dueTimers: (now, limit) => dueTimers(context, now, limit),
    nextDueAt: createNextDueAt(context),
    isIdle: createIsIdle(context),
  }
}

async function dueTimers(context: StoreContext, now: number, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<{ handoff_id: CaseId; kind: TimerKind; due_at: number }>`
    select handoff_id, kind, timers.due_at from timers cross join handoffs
    where handoffs.id = handoff_id and of_brand = ${context.brand} and timers.due_at <= ${now}
    order by timers.due_at, kind limit ${limit}`.execute(context.db)
  const due: DueTimer[] = []
  for (const { handoff_id, kind, due_at } of rows) {
    const [found] = await selectCases(context, context.db, sql`handoffs.id = ${handoff_id}`)
    if (found) due.push({ case: found, kind, dueAt: Number(due_at) })
  }
  return due
}
