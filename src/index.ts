/** `#mascot`: the names an adapter may use. The only barrel. */

export { type Command, readCommand } from './domain/command.ts'
export type { ThreadEvent } from './domain/event.ts'
export type { AccountId, ThreadId } from './domain/ids.ts'
export { accountId, parseThreadId, threadId } from './domain/ids.ts'
export type {
  Attachment,
  Author,
  Button,
  InboundMessage,
  Lang,
  OutboundMessage,
  Surface,
} from './domain/message.ts'
export type { Speaker } from './domain/speaker.ts'
export { MascotError, SendError } from './errors.ts'
export type {
  Adapter,
  AdapterContext,
  AdapterLog,
  Cursor,
  Face,
  Heard,
  Receive,
  Route,
  Sent,
  SurfaceAbilities,
} from './ports/adapter.ts'
export type { Clock } from './ports/clock.ts'
export { createPost, type Post } from './post.ts'
