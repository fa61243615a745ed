/** What `drain` is handed: a turn goes in, what it changes comes out. */
import type { Effects } from '../domain/effects.ts'
import type { ThreadId } from '../domain/ids.ts'
import type { Attachment, InboundMessage } from '../domain/message.ts'
import type { Spent } from '../domain/spent.ts'
import type { Timed } from '../domain/timed.ts'
import type { Onlooker } from '../domain/trace.ts'
import type { Turn } from '../domain/turn.ts'
import type { SurfaceAbilities } from './adapter.ts'

export interface DecideOptions {
  readonly signal: AbortSignal
  /** If absent, a plain surface without markdown. */
  readonly abilities?: SurfaceAbilities
  /** A link into a private talk with us, if the platform has such; `payload` comes back with the fan. */
  readonly privateLink?: (payload: string) => string | undefined
  /** A link into a group of ours, for one person. If absent, or undefined where we may not make one, somebody lets them in. */
  readonly invitesTo?: (threadId: ThreadId) => Promise<string | undefined>
  /** Whether what answers this message of a group can be shown to its author alone. If absent, nothing can. */
  readonly tellsAlone?: (message: InboundMessage) => boolean
  /** We may write first to a member of a group: what is for one alone reaches them there, where it cannot be shown in the group. */
  readonly writesFirst?: boolean
  /** A photo as a model can be shown it: a URL, or the file itself as a data URL; undefined when it cannot be had. If absent, what has a URL is shown. */
  readonly pictureOf?: (attachment: Attachment) => Promise<string | undefined>
  /**
   * Runs what waits for a model, so that turns which need none are taken up meanwhile. If absent, it is simply run.
   * @throws {ModelError} where too many wait
   */
  readonly waiting?: <T>(ask: () => Promise<T>, signal: AbortSignal) => Promise<T>
  /** Waits a little for what is out of order for now; false once that was waited for long enough. If absent, nothing is waited for. */
  readonly patience?: () => Promise<boolean>
  /** Called once, after the decision to speak and before the thinking. */
  readonly onSpeaking?: () => void
  /** If absent, nobody watches how long its stations take. */
  readonly timed?: Timed
  /** If absent, nobody looks on. */
  readonly onlooker?: Onlooker
}

export interface Decided {
  readonly effects: Effects
  /** What the model took for it. Absent where it was not asked. */
  readonly spent?: Spent
  /** Writes what short-term state keeps of this turn; called after it settled. */
  afterSettle(): Promise<void>
  /** Work beside all others, for which neither a fan nor the next turn waits; the signal ends it. Absent where there is none. */
  readonly aside?: (signal: AbortSignal) => Promise<void>
}

export type Decide = (turn: Turn, options: DecideOptions) => Promise<Decided>
