/** Links, sessions and the audit of the staff's pages. Whoever reads these tables can sign in with none of what stands there. */
import { sql } from 'kysely'
import type { AuditEntry } from '../../ports/access.ts'
import type { AccessStore, KeptSession } from '../../ports/access-store.ts'
import type { StoreContext } from '../database/context.ts'
import type { AccessSessionTable, AuditTable } from '../database/tables/staff.ts'
import { indexable, storable } from '../database/text.ts'

export function createAccessStore({ db, brand, transaction, notify }: StoreContext): AccessStore {
  return {
    async keepLink(hash, { staff, role, expiresAt }) {
      const row = { hash, brand, staff_id: indexable(staff.id), staff_name: storable(staff.name), role }
      await db
        .insertInto('access_links')
        .values({ ...row, expires_at: expiresAt })
        .execute()
    },

    async signIn(linkHash, { id, hash, csrf, openedAt, expiresAt, browser }) {
      return await transaction(async (trx) => {
        const link = await trx
          .deleteFrom('access_links')
          .where('brand', '=', brand)
          .where('hash', '=', linkHash)
          .returningAll()
          .executeTakeFirst()
        if (link === undefined || Number(link.expires_at) <= openedAt) return undefined
        const { staff_id, staff_name, role } = link
        const row: AccessSessionTable = {
          ...{ id, brand, hash, staff_id, staff_name, role, csrf, browser: storable(browser), ended_at: null },
          ...{ opened_at: openedAt, seen_at: openedAt, expires_at: expiresAt },
        }
        await trx.insertInto('access_sessions').values(row).execute()
        return sessionOf(row)
      })
    },

    async session(hash, now) {
      const row = await db
        .selectFrom('access_sessions')
        .selectAll()
        .where('brand', '=', brand)
        .where('hash', '=', hash)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row && sessionOf(row)
    },

    async sessions(now) {
      const rows = await db
        .selectFrom('access_sessions')
        .selectAll()
        .where('brand', '=', brand)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(sessionOf)
    },

    async seen(id, now) {
      await sql`update access_sessions set seen_at = ${now} where brand = ${brand} and id = ${indexable(id)}`.execute(
        db,
      )
    },

    async end(id, now) {
      const ended = await db
        .updateTable('access_sessions')
        .set({ ended_at: now })
        .where('brand', '=', brand)
        .where('id', '=', indexable(id))
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('id')
        .execute()
      if (ended.length > 0) notify('access')
      return ended.length > 0
    },

    async endOver(now) {
      const { rows } = await sql<AccessSessionTable>`update access_sessions set ended_at = expires_at
        where brand = ${brand} and ended_at is null and expires_at <= ${now} returning *`.execute(db)
      return rows.map(sessionOf)
    },

    async endOf(staffId, now) {
      const ids = await transaction(async (trx) => {
        const theirs = sql`brand = ${brand} and staff_id = ${indexable(staffId)}`
        await sql`delete from access_links where ${theirs}`.execute(trx)
        const { rows } = await sql<{ id: string }>`update access_sessions set ended_at = ${now}
          where ${theirs} and ended_at is null and expires_at > ${now} returning id`.execute(trx)
        return rows.map(({ id }) => id)
      })
      if (ids.length > 0) notify('access')
      return ids
    },

    async record({ at, who, what, about, detail }) {
      await db
        .insertInto('audit')
        .values({
          ...{ brand, at, staff_id: storable(who.id), staff_name: storable(who.name), what },
          about: about === undefined ? null : indexable(about),
          detail: detail === undefined ? null : storable(detail),
        })
        .execute()
    },

    async audit({ limit, about }) {
      const isMeant = about === undefined ? sql`true` : sql`about = ${indexable(about)}`
      const { rows } = await sql<AuditTable>`
        select * from audit where brand = ${brand} and ${isMeant} order by id desc limit ${limit}`.execute(db)
      return rows.map(entryOf)
    },
  }
}

function sessionOf(row: AccessSessionTable): KeptSession {
  return {
    ...{ id: row.id, role: row.role, csrf: row.csrf, browser: row.browser },
    staff: { id: row.staff_id, name: row.staff_name },
    openedAt: Number(row.opened_at),
    seenAt: Number(row.seen_at),
    expiresAt: Number(row.expires_at),
  }
}

function entryOf(row: Omit<AuditTable, 'id'>): AuditEntry {
  return {
    at: Number(row.at),
    who: { id: row.staff_id, name: row.staff_name },
    what: row.what,
    ...(row.about !== null && { about: row.about }),
    ...(row.detail !== null && { detail: row.detail }),
  }
}
