/** The store's part of carrying a community elsewhere. */
import { sql } from 'kysely'
import type { Portables } from '../../ports/portables.ts'
import type { StoreContext } from '../database/context.ts'
import { erasedHere, erasures } from './erased.ts'
import { exportCommunity } from './export-community.ts'
import { importCommunity } from './import-community.ts'

/** Read at once. */
const ERASURES = 500

export function createPortables(context: StoreContext): Portables {
  return {
    async count() {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from accounts where brand = ${context.brand}`.execute(context.db)
      return Number(rows[0]?.count ?? 0)
    },
    erasures: () => erasures(context, ERASURES),
    erasedHere: () => erasedHere(context),
    all: () => exportCommunity(context),
    take: (records, now) => importCommunity(context, records, now),
  }
}
