/** What each part of the desk's loop works with. */
import type { Log } from '../../log.ts'
import type { CaseChanges } from '../../ports/case-changes.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Wake } from '../../ports/clock.ts'
import type { DeskWork } from '../../ports/desk-work.ts'
import type { Drafts } from '../../ports/drafts.ts'
import type { DeskCore, DeskDeps } from '../acts/desk-deps.ts'
import type { ContextLink } from '../people/context-link.ts'

export interface DeskLoopDeps extends Pick<DeskDeps, 'wits' | 'adapterOf' | 'clock'> {
  readonly cases: Pick<CaseReader, 'story' | 'changedSince' | 'relayed' | 'inPrivate'>
  readonly changes: CaseChanges
  readonly work: DeskWork
  readonly drafts: Drafts
  readonly desk: DeskCore
  readonly contextLink: ContextLink
  readonly wake: Wake
  /** Every platform there is. */
  readonly platforms: readonly string[]
  readonly log: Log
  /** Writes an approved proposal where answers stand; resolves when it is there. */
  readonly writeAnswers: () => Promise<number>
}
