/** What several processes agree upon. */

/** One row a name; a free one keeps its fence. `until`: epoch ms by the database's clock. */
export interface HoldTable {
  brand: string
  name: string
  owner: string
  fence: number
  until: number
}
