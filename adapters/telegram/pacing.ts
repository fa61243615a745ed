/**
 * Keeps to the platform's limits before it has to complain. Words come first: a reaction or a typing sign goes only when no
 * words wait, so a reply is never held up by them.
 */
import { type Clock, SendError } from '#mascot'
import type { TelegramOptions } from './index.ts'

export interface Pacing {
  /**
   * Resolves when the words may go: at once, or within a second. `key` names them over retries, so that they keep their
   * place in the line of their chat.
   * @throws {SendError} temporary, with the wait, when their turn is further off
   */
  words(chatId: number, key: string): Promise<void>
  /** @throws {SendError} temporary while words wait; permanent when it would be long: a late reaction only holds up what is said next */
  reaction(chatId: number): Promise<void>
  /** False: leave it out. */
  isTypingFree(chatId: number): boolean
  /** The server asked for silence in this chat. */
  holdChat(chatId: number, ms: number): void
}

/** Waiting here costs no throughput while it stays under a second: the outbox sends 32 at once, the platform takes 30 a second. */
const PATIENCE_MS = 1_000
const REACTION_PATIENCE_MS = 10_000
const MINUTE_MS = 60_000
const FORGET_AFTER = 1_000

export function createPacing(rate: TelegramOptions['rate'], clock: () => Clock): Pacing {
  const overall = rate === 'off' ? unlimited : createWindow(rate.overallPerSecond, 1_000)
  const chats = new Map<number, Window>()
  const heldUntil = new Map<number, number>()
  const turns = new Map<string, number>()

  function windowOf(chatId: number): Window {
    if (rate === 'off') return unlimited
    const known = chats.get(chatId)
    if (known) return known
    if (chats.size > FORGET_AFTER) forget()
    const perSecond = createWindow(rate.chatPerSecond, 1_000)
    // Groups and channels have negative ids.
    const window = chatId < 0 ? both(perSecond, createWindow(rate.groupPerMinute, MINUTE_MS)) : perSecond
    chats.set(chatId, window)
    return window
  }

  function forget(): void {
    const now = clock().now()
    for (const [chatId, window] of chats) if (window.isIdle(now)) chats.delete(chatId)
    for (const [chatId, until] of heldUntil) if (until <= now) heldUntil.delete(chatId)
    for (const [key, turn] of turns) if (turn < now - 10 * MINUTE_MS) turns.delete(key)
  }

  const held = (chatId: number) => heldUntil.get(chatId) ?? 0

  return {
    async words(chatId, key) {
      const now = clock().now()
      const window = windowOf(chatId)
      const reserved = turns.get(key)
      const turn = Math.max(reserved ?? window.next(now), held(chatId), now)
      if (turn - now > PATIENCE_MS) {
        if (reserved === undefined) {
          window.take(turn)
          turns.set(key, turn)
        }
        throw new SendError('the chat’s limit is used up for now', { isPermanent: false, retryAfterMs: turn - now })
      }
      const start = Math.max(turn, overall.next(now))
      overall.take(start)
      if (reserved === undefined) window.take(start)
      turns.delete(key)
      if (start > now) await clock().sleep(start - now)
    },
    async reaction(chatId) {
      const now = clock().now()
      const wait = held(chatId) - now
      if (wait > REACTION_PATIENCE_MS)
        throw new SendError('left out: the chat has to be quiet too long for a reaction', { isPermanent: true })
      if (wait > PATIENCE_MS || overall.next(now) > now)
        throw new SendError('words go first', { isPermanent: false, retryAfterMs: Math.max(wait, PATIENCE_MS) })
      overall.take(now)
      if (wait > 0) await clock().sleep(wait)
    },
    isTypingFree(chatId) {
      const now = clock().now()
      if (held(chatId) > now || overall.next(now) > now) return false
      overall.take(now)
      return true
    },
    holdChat(chatId, ms) {
      heldUntil.set(chatId, Math.max(held(chatId), clock().now() + ms))
    },
  }
}

/** At most so many in any stretch of `periodMs`: stricter than a bucket, which lets twice as many through around its refill. */
interface Window {
  /** The earliest time, not before `now`, at which one more may go. */
  next(now: number): number
  take(at: number): void
  isIdle(now: number): boolean
}

const unlimited: Window = { next: (now) => now, take() {}, isIdle: () => true }

/** `limit` may be a fraction: 0.5 a second is one in two seconds. */
function createWindow(limit: number, periodMs: number): Window {
  const count = Math.max(1, Math.floor(limit))
  const length = limit > 0 ? (count / limit) * periodMs : periodMs
  const taken: number[] = []
  return {
    next: (now) => Math.max(now, taken.length < count ? now : Math.ceil((taken.at(-count) ?? 0) + length)),
    take(at) {
      taken.push(at)
      if (taken.length > count) taken.shift()
    },
    isIdle: (now) => (taken.at(-1) ?? 0) + length < now,
  }
}

function both(one: Window, other: Window): Window {
  return {
    next: (now) => Math.max(one.next(now), other.next(now)),
    take(at) {
      one.take(at)
      other.take(at)
    },
    isIdle: (now) => one.isIdle(now) && other.isIdle(now),
  }
}
