/**
 * Reply windows: how long, and how many messages, a platform lets us send after a fan's word. What a surface allows is a `ReplyWindow`;
 * what stands open in a thread at the moment is its `Windows`, kept with the conversation. Pure.
 */
import { HOUR_MS } from './durations.ts'

/** What a fan does that lets us speak: writes, presses a button of ours, taps a menu, follows us, scans our code. */
export type Opening = 'message' | 'press' | 'menu' | 'follow' | 'scan'

export interface Allowance {
  /** How long after it we may write, in ms. */
  readonly forMs: number
  /** How many messages. If absent, any number. */
  readonly messages?: number
}

/** What a surface lets us say, and when. */
export interface ReplyWindow {
  /** What opens it, each with what it allows. What is not named opens nothing. */
  readonly opens: Readonly<Partial<Record<Opening, Allowance>>>
  /**
   * `thread`: one allowance for the whole talk; a further word never makes it shorter or smaller. `message`: each word of the fan has an
   * allowance of its own, and what we send names in `replyTo` the message on which it hangs, also in private.
   */
  readonly hangsOn: 'thread' | 'message'
  /** How long words of a person may be sent after the fan's, in ms. If absent, no longer than the bot's. */
  readonly personForMs?: number
}

/** One allowance that stands open. Times are epoch ms. */
export interface OpenWindow {
  /** The message of the fan that it hangs on; empty where it is the whole talk's. */
  readonly on: string
  /** The fan's last word of it, by the platform's clock. */
  readonly since: number
  readonly until: number
  /** Until when a person may write, where that is later. */
  readonly personUntil?: number
  /** Messages left. Absent: any number. */
  readonly left?: number
}

export type Windows = readonly OpenWindow[]

/** Who wants to speak, and when (epoch ms). */
export interface Asking {
  readonly isPerson: boolean
  readonly now: number
}

/** Most that are remembered of one thread, the newest. */
const MOST = 40

const endOf = ({ until, personUntil = until }: OpenWindow) => Math.max(until, personUntil)

/** What stands open once a fan did something. `at`: when, by the platform; a clock that is ahead of ours makes no window longer. */
export function opened(
  windows: Windows,
  rule: ReplyWindow,
  { by, at, on, now }: { readonly by: Opening; readonly at: number; readonly on: string; readonly now: number },
): Windows {
  const open = windows.filter((one) => endOf(one) > now)
  const allowance = rule.opens[by]
  if (allowance === undefined) return open
  const since = Math.min(at, now)
  const fresh: OpenWindow = {
    on: rule.hangsOn === 'thread' ? '' : on,
    since,
    until: since + allowance.forMs,
    ...(rule.personForMs !== undefined && { personUntil: since + Math.max(allowance.forMs, rule.personForMs) }),
    ...(allowance.messages !== undefined && { left: allowance.messages }),
  }
  if (endOf(fresh) <= now) return open
  const before = open.find((one) => one.on === fresh.on)
  if (rule.hangsOn === 'message') return before ? open : [...open, fresh].slice(-MOST)
  return [before ? larger(before, fresh) : fresh]
}

function larger(one: OpenWindow, other: OpenWindow): OpenWindow {
  const left = Math.max(one.left ?? Number.POSITIVE_INFINITY, other.left ?? Number.POSITIVE_INFINITY)
  const personUntil = Math.max(one.personUntil ?? 0, other.personUntil ?? 0)
  return {
    on: other.on,
    since: Math.max(one.since, other.since),
    until: Math.max(one.until, other.until),
    ...(personUntil > 0 && { personUntil }),
    ...(left < Number.POSITIVE_INFINITY && { left }),
  }
}

/** So many messages were sent on it. */
export function spent(windows: Windows, on: string, messages: number): Windows {
  return windows.map((one) =>
    one.on === on && one.left !== undefined ? { ...one, left: Math.max(0, one.left - messages) } : one,
  )
}

/** The platform says that this one is closed, whatever we thought. */
export function shut(windows: Windows, on: string): Windows {
  return windows.filter((one) => one.on !== on)
}

/** The window on which a message can leave: that of the message it answers if that is open, else the one open for longest. */
export function placeIn(windows: Windows, asking: Asking, wished?: string): OpenWindow | undefined {
  const open = windows.filter((one) => isOpen(one, asking))
  const asked = open.find(({ on }) => on === wished)
  return (
    asked ??
    open.reduce<OpenWindow | undefined>((best, one) => (best && best.until > one.until ? best : one), undefined)
  )
}

/** Until when one may write, and how many messages; undefined when nothing can be sent. */
export function roomIn(
  windows: Windows,
  asking: Asking,
): (Omit<Allowance, 'forMs'> & { readonly until: number }) | undefined {
  const open = windows.filter((one) => isOpen(one, asking))
  if (open.length === 0) return undefined
  const messages = open.reduce((sum, { left = Number.POSITIVE_INFINITY }) => sum + left, 0)
  return {
    until: Math.max(...open.map((one) => closesFor(one, asking))),
    ...(messages < Number.POSITIVE_INFINITY && { messages }),
  }
}

/**
 * What staff may still say. Undefined where anything may be said at any time; else until when (epoch ms) and how many messages; `closed`:
 * what is said waits until the fan writes.
 */
export function replyClock(
  { replyWindows }: { readonly replyWindows?: Windows },
  now: number,
): 'closed' | { readonly until: number; readonly messages?: number } | undefined {
  if (replyWindows === undefined) return undefined
  return roomIn(replyWindows, { isPerson: true, now }) ?? 'closed'
}

/** Epoch ms. */
export function closesFor({ until, personUntil = until }: OpenWindow, { isPerson }: Pick<Asking, 'isPerson'>): number {
  return isPerson ? Math.max(until, personUntil) : until
}

/** How long before it closes staff are told, of a window that is open for `leftMs`. */
export function warnBefore(leftMs: number): number {
  return Math.min(HOUR_MS, leftMs / 5)
}

function isOpen(one: OpenWindow, asking: Asking): boolean {
  return closesFor(one, asking) > asking.now && one.left !== 0
}
