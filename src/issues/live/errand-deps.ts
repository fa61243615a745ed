/** What whoever watches issues needs for what it does now and then. */
import type { ThreadId } from '../../domain/ids.ts'
import type { Log } from '../../log.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IssueStore } from '../../ports/issues.ts'

export interface ErrandDeps {
  readonly issues: IssueStore
  readonly persona: () => Persona
  /** Where staff are told of issues; undefined where they have no chat. */
  readonly thread: () => Promise<ThreadId | undefined>
  readonly clock: Clock
  readonly log: Log
}
