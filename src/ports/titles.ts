/** Who holds which title in which group. */
import type { AccountId, ConversationId, ThreadId } from '../domain/ids.ts'
import type { HeldTitle, TitleShown } from '../domain/title.ts'

export interface GroupOfFan {
  readonly conversation: ConversationId
  readonly threadId: ThreadId
}

export interface Titles {
  /** Accounts whose titles are to be looked at by now, longest due first. */
  due(now: number, limit: number): Promise<readonly AccountId[]>
  /** Looked at; again then, or when there is something new. */
  looked(account: AccountId, now: number, again: number | undefined): Promise<void>
  /** Groups in which this very account wrote. */
  groupsOf(account: AccountId): Promise<readonly GroupOfFan[]>
  /** Those that are not over, of these accounts. */
  heldBy(accounts: readonly AccountId[]): Promise<readonly HeldTitle[]>
  /** In place of one held there. */
  give(title: Omit<HeldTitle, 'id' | 'threadId' | 'endedAt'>): Promise<void>
  /** `isQuiet`: nobody is told. */
  end(id: string, now: number, isQuiet: boolean): Promise<void>
  show(id: string, shown: TitleShown): Promise<void>
  /** Of which the fan of this account was not told yet: given and shown, or ended. */
  toTell(account: AccountId): Promise<readonly HeldTitle[]>
}
