/** What each part of the desk's loop works with. */
import type { Log } from '../../log.ts'
import type { Wake } from '../../ports/clock.ts'
import type { DeskCore, DeskDeps } from '../acts/desk-deps.ts'

export interface DeskLoopDeps extends DeskDeps {
  readonly desk: DeskCore
  readonly wake: Wake
  /** Every platform there is. */
  readonly platforms: readonly string[]
  readonly log: Log
  /** Writes an approved proposal where answers stand; resolves when it is there. */
  readonly writeAnswers: () => Promise<number>
}
