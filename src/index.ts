/** `#mascot`: the names an adapter may use. The only barrel. */

export { type Backoff, backoffMs } from './domain/backoff.ts'
export { attachmentName, besideInWords } from './domain/beside.ts'
export { type Card, readCard } from './domain/card.ts'
export type { Case, StaffMember } from './domain/case.ts'
export { atDesk, nameAtDesk } from './domain/colleague.ts'
export { type Command, readCommand } from './domain/command.ts'
export type { CostRow } from './domain/cost.ts'
export type { Crisis } from './domain/crisis.ts'
export { type Draft, whyDrafted, wordsOfDraft } from './domain/draft.ts'
export { DAY_MS, HOUR_MS, lengthWords, MINUTE_MS, SECOND_MS } from './domain/durations.ts'
export { EDIT_CALLS_WITHIN_MS, type ThreadEvent } from './domain/event.ts'
export { seenName } from './domain/fan-called.ts'
export type { AccountId, CaseId, ConversationId, ThreadId } from './domain/ids.ts'
export { accountId, caseId, draftId, idOnPlatform, parseThreadId, platformOf, threadId } from './domain/ids.ts'
export { type CasePlace, placeOf } from './domain/inbox-order.ts'
export type { AskedShown, HappenedShown } from './domain/insight.ts'
export { type Issue, type IssueState, issueStates } from './domain/issue.ts'
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
export type { Allowance, Opening, ReplyWindow } from './domain/reply-window.ts'
export { replyClock } from './domain/reply-window.ts'
export { type ProposedScene, type WrongKind, wrongKinds } from './domain/scene.ts'
export { sound, soundEvent, soundOnes } from './domain/sound.ts'
export type { Speaker } from './domain/speaker.ts'
export type { Spent } from './domain/spent.ts'
export type { EvidenceWhat } from './domain/standing.ts'
export { tagOf } from './domain/tag.ts'
export { creditForStaff, OWN_PATH, quoteOf, WITHDRAW_PATH, type Work } from './domain/work.ts'
export { MascotError, SendError } from './errors.ts'
export { type Brought, bringFile, broughtBytes, extensionIn, MOST_BROUGHT, tooLarge } from './http/bring-file.ts'
export { createAssets } from './http/built-page.ts'
export { keptValues } from './http/kept-values.ts'
export { bytesBegin, mediaBytes, mediaRefused } from './http/media-bytes.ts'
export { bytesUpTo, createPushRoute, jsonObjectIn, type PushRoute, plainAnswer } from './http/pushes.ts'
export { createPost, type Post } from './model/post.ts'
export type { Access, Role, Session } from './ports/access.ts'
export type {
  Adapter,
  AdapterContext,
  AdapterLog,
  ButtonLimits,
  Cursor,
  Examined,
  Face,
  Heard,
  MenuEntry,
  PolledVote,
  Receive,
  Route,
  Sent,
  SurfaceAbilities,
  TalkLine,
} from './ports/adapter.ts'
export type { AnswerDesk, AskedGroup } from './ports/answer-desk.ts'
export type { CaseStory, RecentPlace, SaidLine } from './ports/case-reader.ts'
export type { Clock } from './ports/clock.ts'
export type { CommunityView, OwnPage } from './ports/community-view.ts'
export type { CostReport } from './ports/cost.ts'
export type { Act, Acted, AskedBack, Desk, DeskChange } from './ports/desk.ts'
export type { DeskView } from './ports/desk-view.ts'
export type { FanPageWords } from './ports/fan-page-words.ts'
export type { FanHeld } from './ports/fan-views.ts'
export type { AmongProcesses, Hold } from './ports/holds.ts'
export type {
  AskedRange,
  Compared,
  DayRow,
  Figure,
  InsightReport,
  Lengths,
  Listed,
} from './ports/insight-report.ts'
export type { CrisisWish, IssueStory, IssueWish, LeadDesk } from './ports/lead-desk.ts'
export type { Lookers } from './ports/lookers.ts'
export type { Pace } from './ports/paces.ts'
export type { Page, PageContext } from './ports/page.ts'
export type { Playground } from './ports/playground.ts'
export type { OwedPromise } from './ports/promises.ts'
export type { BesideCase, ShopDesk } from './ports/shop-desk.ts'
export { cutText } from './words/cut-text.ts'
