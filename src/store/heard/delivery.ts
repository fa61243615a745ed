/** What an accepted batch is stored with. */
import type { ThreadEvent } from '../../domain/event.ts'
import type { ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Surface } from '../../domain/message.ts'
import type { ReplyWindow } from '../../domain/reply-window.ts'
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
  readonly windowOf?: (place: { readonly threadId: ThreadId; readonly surface: Surface }) => ReplyWindow | undefined
  readonly cursor?: Cursor
  readonly events?: readonly ThreadEvent[]
  readonly handOver?: HandedOver
}
