/** What several processes agree upon. */

/** One row a name; a free one keeps its fence. `until`: epoch ms by the database's clock. */
export interface HoldTable {
  brand: string
  name: string
  owner: string
  fence: number
  until: number
}

/** One row a pace, on PostgreSQL: when the last `most` places are used, oldest first, by the database's clock; and what the last taker asked. */
export interface PaceTable {
  brand: string
  name: string
  times: string
  most: number
  period_ms: number
  places: number
}
