/**
 * Keeps to the platform's limits before it has to complain. Words come first: a reaction or a typing sign goes only when no
 * words wait, so a reply is never held up by them.
 */
import { type Clock, MINUTE_MS, SendError } from '#mascot'
import type { TelegramOptions } from '../options.ts'
import type { SharedPace } from './shared-pace.ts'
import { both, type Counted, createWindow, unlimited, type Window } from './window.ts'

export interface Pacing {
  /**
   * Resolves when the words may go: at once, or within about a second. `key` names them over retries, so that they keep
   * their place in the line of their chat. The function it resolves to must be called when the server has answered.
   * @throws {SendError} temporary, with the wait, when their turn is further off
   */
  words(chatId: number, key: string): Promise<() => void>
  /**
   * `key` names it over retries. @throws {SendError} temporary while words wait; permanent when that is so again and again,
   * or would be long: a late reaction only holds up what is said next in its chat
   */
  reaction(chatId: number, key: string): Promise<void>
  /** False: leave it out. */
  isTypingFree(chatId: number): boolean
  /** The server asked for silence in this chat. */
  holdChat(chatId: number, ms: number): void
}

/** Waiting here costs no throughput while it stays under a second: the outbox sends many at once, the platform takes 30 a second. */
const PATIENCE_MS = 1_000
const REACTION_PATIENCE_MS = 10_000
const REACTION_TRIES = 3
const FORGET_AFTER = 1_000

/** A place in the line of a chat, for words that were sent away. */
interface Turn {
  readonly at: number
  readonly counted: Counted
}

/** `shared`: absent where no other process speaks for the bot. */
export function createPacing(rate: TelegramOptions['rate'], clock: () => Clock, shared?: SharedPace): Pacing {
  const overall = rate === 'off' ? unlimited : createWindow(rate.overallPerSecond, 1_000)
  const chats = new Map<number, Window>()
  const heldUntil = new Map<number, number>()
  const turns = new Map<string, Turn>()
  /** How often each reaction gave way to words. */
  const gaveWay = new Map<string, number>()
  let waiting = 0
  let lastInLine: Promise<void> = Promise.resolve()

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
    for (const [key, { at }] of turns) if (at < now - 10 * MINUTE_MS) turns.delete(key)
  }

  const held = (chatId: number) => heldUntil.get(chatId) ?? 0

  /** First come, first served; each looks anew when it is the first, as only then it is known what was counted. */
  async function throughTheLine(): Promise<Counted> {
    const before = lastInLine
    const { promise, resolve } = Promise.withResolvers<void>()
    lastInLine = promise
    waiting += 1
    await before
    for (let wait = 1; wait > 0; ) {
      wait = overall.next(clock().now()) - clock().now()
      if (wait > 0) await clock().sleep(wait)
    }
    const counted = overall.take(clock().now())
    counted.begin()
    waiting -= 1
    resolve()
    return counted
  }

  return {
    async words(chatId, key) {
      const now = clock().now()
      const window = windowOf(chatId)
      const reserved = turns.get(key)
      const turn = Math.max(reserved?.at ?? window.next(now), held(chatId), now)
      if (turn - now > PATIENCE_MS) {
        if (!reserved) turns.set(key, { at: turn, counted: window.take(turn) })
        throw new SendError('the chat’s limit is used up for now', { isPermanent: false, retryAfterMs: turn - now })
      }
      turns.delete(key)
      const inChat = reserved?.counted ?? window.take(turn)
      if (turn > now) await clock().sleep(turn - now)
      await shared?.turn(chatId).catch((error: unknown) => {
        const waitMs = error instanceof SendError ? (error.retryAfterMs ?? 0) : 0
        turns.set(key, { at: clock().now() + waitMs, counted: inChat })
        throw error
      })
      const inAll = await throughTheLine()
      inChat.begin()
      return () => {
        inChat.end(clock().now())
        inAll.end(clock().now())
      }
    },
    async reaction(chatId, key) {
      const now = clock().now()
      const wait = held(chatId) - now
      const tries = (gaveWay.get(key) ?? 0) + 1
      gaveWay.delete(key)
      if (wait > REACTION_PATIENCE_MS)
        throw new SendError('left out: the chat has to be quiet too long for a reaction', { isPermanent: true })
      if (wait > 0 || waiting > 0 || overall.next(now) > now) {
        if (tries >= REACTION_TRIES) throw new SendError('left out: words went first', { isPermanent: true })
        if (gaveWay.size > FORGET_AFTER) gaveWay.clear()
        gaveWay.set(key, tries)
        throw new SendError('words go first', { isPermanent: false, retryAfterMs: Math.max(wait, PATIENCE_MS) })
      }
      overall.take(now)
      await shared?.turn()
    },
    isTypingFree(chatId) {
      const now = clock().now()
      if (held(chatId) > now || waiting > 0 || overall.next(now) > now) return false
      overall.take(now)
      return true
    },
    holdChat(chatId, ms) {
      heldUntil.set(chatId, Math.max(held(chatId), clock().now() + ms))
    },
  }
}
