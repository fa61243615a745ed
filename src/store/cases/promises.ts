/** Promises of all cases, read for the lead and for reminders. */
import { type RawBuilder, sql } from 'kysely'
import type { CaseId } from '../../domain/ids.ts'
import type { OwedPromise, Promises } from '../../ports/promises.ts'
import type { StoreContext } from '../database/context.ts'
import type { PromiseTable } from '../database/tables/cases.ts'
import { selectCases } from './case-row.ts'

type Row = Omit<PromiseTable, 'id' | 'by_person'> & { readonly id: number; readonly by_person: number }

export function createPromises(context: StoreContext): Promises {
  const { db, brand } = context
  const isOpen = sql`promises.ended_at is null`

  async function read(which: RawBuilder<unknown>, limit: number): Promise<OwedPromise[]> {
    const { rows } = await sql<Row>`
      select promises.* from promises join handoffs on handoffs.id = promises.handoff_id
      where handoffs.of_brand = ${brand} and ${which} order by promises.due_at, promises.id limit ${limit}`.execute(db)
    const ids = [...new Set(rows.map(({ handoff_id }) => handoff_id))]
    if (ids.length === 0) return []
    const cases = await selectCases(context, db, sql`handoffs.id in (${sql.join(ids)})`)
    const byId = new Map<CaseId, OwedPromise['case']>(cases.map((one) => [one.id, one]))
    return rows.flatMap((row) => {
      const one = byId.get(row.handoff_id)
      return one ? [owed(row, one)] : []
    })
  }

  return {
    open: (limit) => read(isOpen, limit),
    async ended(since) {
      const { rows } = await sql<{ kept: number; count: number }>`
        select kept, count(*) as count from promises join handoffs on handoffs.id = promises.handoff_id
        where handoffs.of_brand = ${brand} and kept is not null and promises.ended_at >= cast(${since} as bigint) group by kept`.execute(
        db,
      )
      const of = (kept: number) => Number(rows.find((row) => Number(row.kept) === kept)?.count ?? 0)
      return { kept: of(1), broken: of(0) }
    },
    toRemind: (now, by, limit) =>
      read(
        sql`${isOpen} and by_person = 1 and reminded_at is null and promises.due_at > ${now} and promises.due_at <= ${by}`,
        limit,
      ),
    async reminded(id, now) {
      const done = await db
        .updateTable('promises')
        .set({ reminded_at: now })
        .where('id', '=', id)
        .where('reminded_at', 'is', null)
        .returning('id')
        .execute()
      return done.length > 0
    },
    overdue: (now, limit) => read(sql`${isOpen} and by_person = 1 and promises.due_at <= ${now}`, limit),
  }
}

function owed({ id, owner, text, due_at, made_at, by_person }: Row, one: OwedPromise['case']): OwedPromise {
  return {
    id: Number(id),
    case: one,
    text,
    dueAt: Number(due_at),
    madeAt: Number(made_at),
    isByPerson: Number(by_person) === 1,
    ...(owner === null ? {} : { owner }),
  }
}
