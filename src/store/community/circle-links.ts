/** Links into the circle: one at a time for a fan, and taken back on their platform once they must let in nobody. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { circleLinkMs } from '../../domain/circle.ts'
import type { AccountId, ThreadId } from '../../domain/ids.ts'
import type { CircleLinks, OverLink } from '../../ports/circle.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { joinedAccounts } from './joined-accounts.ts'

export function createCircleLinks(context: StoreContext): CircleLinks {
  const { db, brand } = context
  return {
    async liveFor(account, threadId, now) {
      const accounts = await joinedAccounts(context, db, account)
      const { rows } = await sql<{ link: string }>`select link from circle_links
        where brand = ${brand} and account_id in (${sql.join(accounts)}) and thread_id = ${threadId} and over_at is null
          and made_at > cast(${now - circleLinkMs} as bigint) order by made_at desc limit 1`.execute(db)
      return rows[0]?.link
    },
    async over(now, limit) {
      const { rows } = await sql<{ id: string; thread_id: ThreadId; link: string; made_at: number }>`
        select id, thread_id, link, made_at from circle_links where brand = ${brand}
          and (over_at <= cast(${now} as bigint) or made_at <= cast(${now - circleLinkMs} as bigint))
        order by made_at limit ${limit}`.execute(db)
      return rows.map(
        ({ id, thread_id: threadId, link, made_at }): OverLink => ({
          ...{ id, threadId, link, isDead: Number(made_at) <= now - circleLinkMs },
        }),
      )
    },
    async drop(id) {
      await db.deleteFrom('circle_links').where('id', '=', id).where('brand', '=', brand).execute()
    },
    async later(id, until) {
      await sql`update circle_links set over_at = cast(${until} as bigint) where id = ${id} and brand = ${brand}`.execute(
        db,
      )
    },
  }
}

/** Within settle. */
export async function keepCircleLink(
  { brand }: StoreContext,
  trx: Connection,
  { account, threadId, link }: { readonly account: AccountId; readonly threadId: ThreadId; readonly link: string },
  now: number,
): Promise<void> {
  const ids = { id: randomUUID(), brand, account_id: account, thread_id: threadId }
  const { rows } = await sql`select 1 from circle_links where brand = ${brand} and link = ${link}`.execute(trx)
  if (rows.length > 0) return
  await trx
    .insertInto('circle_links')
    .values({ ...ids, link, made_at: now, over_at: null })
    .execute()
}

/** They let in nobody from now on. */
export async function endCircleLinks(
  { brand }: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
  now: number,
): Promise<void> {
  await sql`update circle_links set over_at = cast(${now} as bigint)
    where brand = ${brand} and account_id in (${sql.join(accounts)}) and over_at is null`.execute(trx)
}

/** Of fans who are forgotten: what is still to be taken back tells no more whose it was. */
export async function loosenLinks(
  context: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
  now: number,
): Promise<void> {
  if (accounts.length === 0) return
  await endCircleLinks(context, trx, accounts, now)
  await sql`update circle_links set account_id = null
    where brand = ${context.brand} and account_id in (${sql.join(accounts)})`.execute(trx)
}
