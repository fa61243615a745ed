/** Which accounts are one fan's, and the requests by which they become so. Changes are written by settle. */
import type { AccountId } from '../domain/ids.ts'
import type { JoinedAccount, LinkRequest } from '../domain/link.ts'

export interface Links {
  /** The other accounts of the same fan, first joined first. */
  joinedTo(account: AccountId): Promise<readonly JoinedAccount[]>
  /** By the hash of either of its codes, also one that is over. */
  byCode(hash: string): Promise<LinkRequest | undefined>
  /**
   * Requests that wait for a word of this account, the one it was asked about last first: taken by it, or agreed to by the other and
   * begun by it in private.
   */
  waitingFor(account: AccountId, now: number): Promise<readonly LinkRequest[]>
  /** Whatever became of it: the one with this id, or the newest, of those this account has a part in. */
  requestOf(account: AccountId, id?: string): Promise<LinkRequest | undefined>
  /** Wrong codes that this account gave since then (epoch ms). */
  missesSince(account: AccountId, since: number): Promise<number>
}
