/** What stands beside a case: its timers, its history, and what the fan was promised. */
import { type Selectable, sql, type UpdateQueryBuilder, type UpdateResult } from 'kysely'
import type { CaseChange, CaseEvent, CasePromise, GivenWord, Promised, TimerKind, Timers } from '../../domain/case.ts'
import type { CaseId, ConversationId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import type { PromiseTable } from '../database/tables/cases.ts'
import { storable } from '../database/text.ts'

export async function keepEvents(
  trx: Connection,
  id: CaseId,
  events: readonly Omit<CaseEvent, 'at'>[],
  at: number,
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ who, whoId, what, detail }) => ({
    handoff_id: id,
    at,
    who: storable(who),
    who_id: whoId === undefined ? null : storable(whoId),
    what,
    detail: detail === undefined ? null : storable(detail),
  }))
  await trx.insertInto('case_events').values(rows).execute()
}

/** The latest of their notes on the case that reads so. */
export async function changeNote(
  trx: Connection,
  id: CaseId,
  { staffId, from, to }: NonNullable<CaseChange['renote']>,
): Promise<void> {
  await sql`update notes set text = ${storable(to)} where id = (select max(id) from notes
    where handoff_id = ${id} and staff_id = ${staffId} and text = ${storable(from)})`.execute(trx)
}

/** Of a timer that runs already: the new time holds, or its own, or the sooner of both. */
type Running = 'replaced' | 'kept' | 'sooner'

export async function keepTimers(
  trx: Connection,
  id: CaseId,
  timers: CaseChange['timers'] | Timers = {},
  running: Running = 'replaced',
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
          if (running === 'kept') return same.doNothing()
          const set = same.doUpdateSet({ due_at: due })
          return running === 'sooner' ? set.where('timers.due_at', '>', due) : set
        })
        .execute()
  }
}

/** Oldest first. */
export async function readPromises(db: Connection, id: CaseId): Promise<CasePromise[]> {
  const rows = await db.selectFrom('promises').selectAll().where('handoff_id', '=', id).orderBy('id').execute()
  return rows.map(promiseOf)
}

function promiseOf({ owner, text, due_at, made_at, kept }: Selectable<PromiseTable>): CasePromise {
  return {
    ...(owner === null ? {} : { owner }),
    text,
    dueAt: due_at,
    madeAt: made_at,
    ...(kept === null ? {} : { outcome: kept === 1 ? 'kept' : 'broken' }),
  }
}

export async function openPromise(db: Connection, id: CaseId): Promise<number | undefined> {
  const row = await db
    .selectFrom('promises')
    .select('due_at')
    .where('handoff_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('due_at')
    .executeTakeFirst()
  return row?.due_at
}

/**
 * A new promise takes the place of the same one, if that is still open. `kept` ends all that are open; `broken` those that
 * are due.
 */
export async function keepPromise(
  trx: Connection,
  id: CaseId,
  promise: Promised | 'kept' | 'broken',
  now: number,
): Promise<readonly Broken[]> {
  if (promise === 'kept' || promise === 'broken') {
    const open = trx
      .updateTable('promises')
      .set({ ended_at: now, kept: promise === 'kept' ? 1 : 0 })
      .where('handoff_id', '=', id)
      .where('ended_at', 'is', null)
      .where('by_person', '=', 0)
    return await brokenBy(promise === 'kept' ? open : open.where('due_at', '<=', now))
  }
  const { owner, text, dueAt } = promise
  // The answer that keeps it may be due sooner already, by a time that runs on the case.
  const running = await trx
    .selectFrom('timers')
    .select('due_at')
    .where('handoff_id', '=', id)
    .where('kind', 'in', ['first-response', 'next-response'])
    .orderBy('due_at')
    .executeTakeFirst()
  await trx
    .updateTable('promises')
    .set({ ended_at: now })
    .where('handoff_id', '=', id)
    .where('ended_at', 'is', null)
    .where('text', '=', storable(text))
    .execute()
  await trx
    .insertInto('promises')
    .values({
      handoff_id: id,
      owner: owner ?? null,
      text: storable(text),
      due_at: Math.min(dueAt, running?.due_at ?? dueAt),
      made_at: now,
      ended_at: null,
      kept: null,
    })
    .execute()
  return []
}

/** A promise that was not kept. */
export type Broken = Pick<Selectable<PromiseTable>, 'owner' | 'due_at' | 'by_person'>

/** What ended, if it was broken by it. */
async function brokenBy(
  ending: UpdateQueryBuilder<Database, 'promises', 'promises', UpdateResult>,
): Promise<readonly Broken[]> {
  const rows = await ending.returning(['owner', 'due_at', 'by_person', 'kept']).execute()
  return rows.filter(({ kept }) => Number(kept) === 0)
}

/** A person's own word: it stands beside those of the case's times. */
export async function keepWord(
  trx: Connection,
  id: CaseId,
  { owner, text, dueAt }: Promised,
  now: number,
): Promise<void> {
  await trx
    .insertInto('promises')
    .values({
      ...{ handoff_id: id, owner: owner === undefined ? null : storable(owner), text: storable(text) },
      ...{ due_at: dueAt, made_at: now, ended_at: null, kept: null, by_person: 1 },
    })
    .execute()
}

/** What became of words that persons gave on a case: of those with these numbers, or of all that are open. */
export async function endWords(
  trx: Connection,
  id: CaseId,
  { became, numbers }: Partial<NonNullable<CaseChange['owed']>>,
  now: number,
): Promise<readonly Broken[]> {
  if (numbers?.length === 0) return []
  const open = trx
    .updateTable('promises')
    .set({ ended_at: now, kept: became === 'kept' ? 1 : 0 })
    .where('handoff_id', '=', id)
    .where('ended_at', 'is', null)
    .where('by_person', '=', 1)
  return await brokenBy(numbers === undefined ? open : open.where('id', 'in', [...numbers]))
}

export async function readWordsGiven(db: Connection, id: CaseId): Promise<GivenWord[]> {
  const rows = await db
    .selectFrom('promises')
    .selectAll()
    .where('handoff_id', '=', id)
    .where('by_person', '=', 1)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    number: Number(row.id),
    ...promiseOf(row),
    ...(row.ended_at === null ? {} : { endedAt: Number(row.ended_at) }),
  }))
}

/** Cards quote what was said in the conversation: they are brought up to date, those of closed cases too. */
export async function showAnew(trx: Connection, conversation: ConversationId, now: number): Promise<void> {
  await sql`update handoffs set card_at = ${now}, changed_at = ${now}, version = version + 1
    where conversation_id = ${conversation} and staff_thread is not null`.execute(trx)
}
