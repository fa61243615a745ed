/** What fans made and offered, as far as it says what sets them apart. */
import type { AccountId } from '../domain/ids.ts'

/** A work that was offered to the brand, or one of those that was shown somewhere by it. */
export interface WorkMade {
  readonly what: 'offered' | 'used'
  /** Epoch ms. */
  readonly at: number
}

export interface WorksMade {
  /** Those of these accounts that are not withdrawn. */
  madeBy(accounts: readonly AccountId[]): Promise<readonly WorkMade[]>
}
