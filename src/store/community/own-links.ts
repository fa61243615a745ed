/** One-time links to a fan's own page. */
import type { AccountId } from '../../domain/ids.ts'
import type { OwnLinks } from '../../ports/own-links.ts'
import type { StoreContext } from '../database/context.ts'

export function createOwnLinks(context: StoreContext): OwnLinks {
  const { db, brand } = context
  return {
    async keep(hash, account, expiresAt) {
      await context.transaction(async (trx) => {
        await trx.deleteFrom('own_links').where('brand', '=', brand).where('account_id', '=', account).execute()
        await trx
          .insertInto('own_links')
          .values({ hash, brand, account_id: account, expires_at: expiresAt, opened_as: null })
          .execute()
      })
    },
    async open(hash, openedAs, now, until) {
      const row = await db
        .updateTable('own_links')
        .set({ opened_as: openedAs, expires_at: until })
        .where('hash', '=', hash)
        .where('brand', '=', brand)
        .where('opened_as', 'is', null)
        .where('expires_at', '>', now)
        .returning('account_id')
        .executeTakeFirst()
      return row?.account_id
    },
    async opened(openedAs, now): Promise<AccountId | undefined> {
      const row = await db
        .selectFrom('own_links')
        .select('account_id')
        .where('opened_as', '=', openedAs)
        .where('brand', '=', brand)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row?.account_id
    },
  }
}
