/** One-time links to a fan's own page: only hashes are kept. Times are epoch ms. */
import type { AccountId } from '../domain/ids.ts'

export interface OwnLinks {
  /** An account has one at a time: an older one ends here. */
  keep(hash: string, account: AccountId, expiresAt: number): Promise<void>
  /** The link is used up; the page is known by `openedAs` until then. Undefined: it was used, is over, or is none. */
  open(hash: string, openedAs: string, now: number, until: number): Promise<AccountId | undefined>
  /** Whose page it is, while it is open. */
  opened(openedAs: string, now: number): Promise<AccountId | undefined>
}
