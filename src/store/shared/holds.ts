/** Holds: who does what only one may do. Each statement reads the database's clock itself. */
import { sql } from 'kysely'
import type { Hold, Holds } from '../../ports/holds.ts'
import { type StoreContext, statement, text } from '../database/context.ts'
import { indexable } from '../database/text.ts'

const taken = statement<Hold>(
  (context) => sql`
    insert into holds (brand, name, owner, fence, until)
    select wanted.brand, wanted.name, ${''}, 1, ${context.moment} + ${0}
    from (select ${text('brand')} as brand, ${text('name')} as name from ${context.rows([])}) as wanted
    where not exists (select 1 from holds as held
      where held.brand = wanted.brand and held.name = wanted.name and held.until > ${context.moment})
    order by wanted.name limit ${0}
    on conflict (brand, name) do update set owner = excluded.owner, fence = holds.fence + 1, until = excluded.until
    where holds.until <= ${context.moment}
    returning name, fence`,
)

const renewed = statement<Hold>(
  (context) => sql`
    update holds set until = ${context.moment} + ${0} where brand = ${''} and owner = ${''} returning name, fence`,
)

export function createHolds(context: StoreContext): Holds {
  const { db, brand } = context
  const moment = () => context.momentOf(context.clock.now())
  const rowsOf = (names: readonly string[]) => names.map((name) => ({ brand, name: indexable(name) }))
  const numbered = (holds: readonly Hold[]) => holds.map(({ name, fence }) => ({ name, fence: Number(fence) }))
  return {
    async take({ owner, names, leaseMs, most = names.length }) {
      if (names.length === 0 || most <= 0) return []
      const rows = JSON.stringify(rowsOf(names))
      const got = await context.leasing((one) =>
        taken(context, one, owner, ...moment(), leaseMs, rows, ...moment(), most, ...moment()),
      )
      return numbered(got)
    },
    async renew({ owner, leaseMs }) {
      return numbered(await context.leasing((one) => renewed(context, one, ...moment(), leaseMs, brand, owner)))
    },
    async release({ owner, names }) {
      if (names.length === 0) return
      await sql`
        update holds set until = 0, owner = '' where brand = ${brand} and owner = ${owner}
        and name in (select ${text('name')} from ${context.rows(rowsOf(names))})`.execute(db)
      context.notify('holds')
    },
    async held() {
      const { rows } = await sql<{ name: string }>`
        select name from holds where brand = ${brand} and until > ${context.momentNow()} order by name`.execute(db)
      return rows.map(({ name }) => name)
    },
    async freeIn(names) {
      const { rows } = await sql<{ wait: number | null }>`
        select max(until - ${context.momentNow()}) as wait from holds where brand = ${brand}
        and name in (select ${text('name')} from ${context.rows(rowsOf(names))})`.execute(db)
      return Math.max(0, Number(rows[0]?.wait ?? 0))
    },
  }
}
