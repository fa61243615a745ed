/** What an import changes: what is new, other, gone and back; what is gone is kept for a while, and never shown. Pure. */
import type { CatalogueRow } from '../../persona/catalogue/read-catalogue.ts'

export interface Difference {
  readonly rows: readonly CatalogueRow[]
  readonly added: readonly CatalogueRow[]
  readonly changed: readonly { readonly before: CatalogueRow; readonly after: CatalogueRow }[]
  readonly gone: readonly CatalogueRow[]
  readonly same: number
}

/** Days that a product which the feed no longer has is remembered, and a name that it had. */
const GONE_DAYS = 30

/** `today`: `YYYY-MM-DD`. */
export function compare(before: readonly CatalogueRow[], after: readonly CatalogueRow[], today: string): Difference {
  const was = new Map(before.map((row) => [row.id, row]))
  const is = new Set(after.map(({ id }) => id))
  const added: CatalogueRow[] = []
  const changed: { before: CatalogueRow; after: CatalogueRow }[] = []
  for (const row of after) {
    const old = plain(was.get(row.id))
    if (!old || old.gone !== undefined) added.push(row)
    else if (JSON.stringify(sorted(old)) !== JSON.stringify(sorted(row))) changed.push({ before: old, after: row })
  }
  const gone = before.filter(({ id, gone: day }) => !is.has(id) && day === undefined)
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`))
  oldest.setUTCDate(oldest.getUTCDate() - GONE_DAYS)
  const since = oldest.toISOString().slice(0, 10)
  const remembered = before.filter(({ id, gone: day }) => !is.has(id) && day !== undefined && day >= since)
  return {
    rows: [
      ...after.map((row) => withOldName(row, was.get(row.id), today, since)),
      ...gone.map((row) => ({ ...row, gone: today })),
      ...remembered,
    ],
    ...{ added, changed, gone },
    same: after.length - added.length - changed.length,
  }
}

/** As a feed knows it. */
function plain(row: CatalogueRow | undefined): CatalogueRow | undefined {
  if (row === undefined) return undefined
  const { was: _, ...rest } = row
  return rest
}

function withOldName(row: CatalogueRow, before: CatalogueRow | undefined, today: string, since: string): CatalogueRow {
  if (before === undefined) return row
  const isRenamed = before.name !== row.name
  const was = isRenamed ? { name: before.name, until: today } : before.was
  return was !== undefined && was.until >= since && was.name !== row.name ? { ...row, was } : row
}

function sorted(row: CatalogueRow): unknown {
  return Object.entries(row).sort(([a], [b]) => a.localeCompare(b))
}
