/** What members of groups say, for what it is about. */
import type { ThreadId } from '../domain/ids.ts'

export interface SaidByMember {
  /** One fan, whatever accounts are theirs. */
  readonly fan: string
  /** As the platform shows them. */
  readonly name: string
  readonly text: string
}

export interface Interests {
  /** Of members who did not refuse it, latest first; `groups`: those whose talk may be looked at. */
  saidIn(
    groups: readonly ThreadId[] | 'all',
    options: { readonly since: number; readonly limit: number },
  ): Promise<readonly SaidByMember[]>
}
