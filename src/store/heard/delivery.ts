/** What an accepted batch is stored with. */
import type { ThreadEvent } from '../../domain/event.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { Weight } from '../../domain/weight.ts'
import type { Cursor } from '../../ports/adapter.ts'
import type { HandedOver } from '../../ports/inbox.ts'

/** One call of `accept`. */
export interface Delivery {
  readonly messages: readonly InboundMessage[]
  readonly now: number
  readonly burstMs: number
  readonly weigh?: (message: InboundMessage) => Weight
  readonly mayAnswer?: (message: InboundMessage) => boolean
  readonly cursor?: Cursor
  readonly events?: readonly ThreadEvent[]
  readonly handOver?: HandedOver
}
