/** What every way out to Telegram works with. */
import type { RawApi } from '../wire/api.ts'
import type { Pacing } from '../wire/pacing.ts'
import type { Presence } from '../wire/presence.ts'
import type { TopicMemory } from '../wire/topic-memory.ts'
import type { Report } from './tell.ts'

export interface OutboundDeps {
  readonly api: RawApi
  readonly token: string
  readonly pacing: Pacing
  readonly presence: Presence
  readonly topics: TopicMemory
  readonly report: Report
}
