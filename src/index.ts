/** `#mascot`: the names an adapter may use. The only barrel. */

export { type Backoff, backoffMs } from './domain/backoff.ts'
export { besideInWords } from './domain/beside.ts'
export type { Case, StaffMember } from './domain/case.ts'
export { type Command, readCommand } from './domain/command.ts'
export { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './domain/durations.ts'
export type { ThreadEvent } from './domain/event.ts'
export type { AccountId, CaseId, ThreadId } from './domain/ids.ts'
export { accountId, caseId, idOnPlatform, parseThreadId, platformOf, threadId } from './domain/ids.ts'
export type {
  Attachment,
  Author,
  Button,
  Forwarded,
  InboundMessage,
  Lang,
  Link,
  Media,
  OutboundMessage,
  RepliedTo,
  Surface,
} from './domain/message.ts'
export { mediaOf } from './domain/message.ts'
export { sound, soundEvent } from './domain/sound.ts'
export type { Speaker } from './domain/speaker.ts'
export { MascotError, SendError } from './errors.ts'
export { createPost, type Post } from './model/post.ts'
export type { Access, Role, Session } from './ports/access.ts'
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
export type { CaseStory, SaidLine } from './ports/case-reader.ts'
export type { Clock } from './ports/clock.ts'
export type { Act, Acted, Desk, DeskChange } from './ports/desk.ts'
export type { DeskView } from './ports/desk-view.ts'
export type { Page, PageContext } from './ports/page.ts'
