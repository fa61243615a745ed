/** What sets a fan apart and what they chose about it. Changes are written by settle. */
import type { AccountId } from '../domain/ids.ts'
import type { Standing } from '../domain/standing.ts'

export interface Standings {
  /** Over all joined accounts; of who wants none of it nothing but that. */
  of(account: AccountId): Promise<Standing>
}
