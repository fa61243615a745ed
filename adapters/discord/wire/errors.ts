/** What Discord answers when it refuses, read as: try again or not, is the place gone, and what the operator can do. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { SendError } from '#mascot'

export interface Failure {
  /** Says what happened and what to do; never the text sent, a URL or a token. */
  readonly reason: string
  readonly isPermanent: boolean
  /** We cannot speak in that place any more. */
  readonly isGone: boolean
  readonly retryAfterMs?: number
  /** Discord's error code, where it gave one. */
  readonly code?: number
}

type Kind = 'gone' | 'permanent' | 'temporary'

const SLOW_MODE_MS = 30_000

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const known: Readonly<Record<number, readonly [Kind, string]>> = {
  10003: ['gone', 'the channel does not exist any more'],
  10004: ['gone', 'the server does not exist any more, or the bot is no longer in it'],
  10008: ['permanent', 'the message does not exist any more'],
  10014: ['permanent', 'Discord does not know this emoji'],
  20009: ['permanent', 'Discord takes the content for explicit and does not deliver it'],
  20016: ['temporary', 'slow mode: the channel takes no message from the bot yet'],
  20022: ['temporary', 'the announcement limit is reached'],
  20028: ['temporary', 'the channel is being written to too fast'],
  20029: ['temporary', 'the server is being written to too fast'],
  30010: ['permanent', 'the message has as many different reactions as Discord allows'],
  40005: ['permanent', 'the file is larger than Discord takes'],
  40062: ['temporary', 'Discord is limiting its service'],
  50001: ['gone', 'the bot cannot see the channel: give it View Channel there'],
  50006: ['permanent', 'the message is empty'],
  50007: ['gone', 'the fan takes no direct messages from the bot (blocked, or closed to members of the server)'],
  50008: ['gone', 'this kind of channel holds no messages'],
  50013: [
    'permanent',
    'a permission is missing in the channel (Send Messages, Send Messages in Threads, Attach Files, Add ReactionSets, Manage Messages)',
  ],
  50035: ['permanent', 'Discord finds the message malformed'],
  50083: ['gone', 'the thread is archived and closed to the bot'],
  50278: ['gone', 'the fan shares no server with the bot any more'],
  90001: ['permanent', 'the author of the message has blocked the bot, so it cannot react to it'],
  130000: ['temporary', 'Discord is overloaded'],
  160005: ['gone', 'the thread is locked'],
  200000: ['permanent', "the server's AutoMod blocked the message: allow the bot's words or exempt its role"],
  200001: ['permanent', "the server's AutoMod blocked the title: allow its words or exempt the bot's role"],
  240000: ['permanent', 'Discord takes a link in the message for harmful'],
}

export function failureOf(error: unknown): Failure {
  if (error instanceof SendError) return { ...plain(error.message, error.isPermanent), ...waitOf(error.retryAfterMs) }
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout)
    return { ...plain('Discord asks to wait (rate limit or slow mode)', false), retryAfterMs }
  }
  if (error instanceof DiscordAPIError) return readApiError(error)
  if (error instanceof HTTPError) return plain(`Discord is in trouble (HTTP ${error.status})`, false)
  const cause = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return plain(`Discord could not be reached${cause}`, false)
}

function readApiError({ code, status, rawError }: DiscordAPIError): Failure {
  if (status === 401)
    return plain(
      'Discord refuses the token: check DISCORD_BOT_TOKEN (Bot → Reset Token in the developer portal)',
      false,
    )
  const number = Number(code)
  const [kind, what] = known[number] ?? [status >= 500 || status === 429 ? 'temporary' : 'permanent', 'Discord refused']
  const fields = number === 50035 && 'errors' in rawError ? fieldsOf(rawError.errors) : ''
  return {
    reason: `${what} (Discord error ${number || `HTTP ${status}`}${fields})`,
    isPermanent: kind !== 'temporary',
    isGone: kind === 'gone',
    ...(Number.isFinite(number) ? { code: number } : {}),
    ...(number === 20016 || number === 20028 ? { retryAfterMs: SLOW_MODE_MS } : {}),
  }
}

/** `{content: {_errors: [{code: 'BASE_TYPE_MAX_LENGTH'}]}}` → `: content BASE_TYPE_MAX_LENGTH`: names, and no text of ours. */
function fieldsOf(errors: unknown, path = ''): string {
  if (typeof errors !== 'object' || errors === null) return ''
  return Object.entries(errors)
    .map(([key, value]) => {
      if (key !== '_errors') return fieldsOf(value, path === '' ? key : `${path}.${key}`)
      const codes = Array.isArray(value) ? value.map((one: unknown) => codeOf(one)) : []
      return `: ${path} ${codes.join(' ')}`
    })
    .join('')
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'invalid'
}

function plain(reason: string, isPermanent: boolean): Failure {
  return { reason, isPermanent, isGone: false }
}

function waitOf(retryAfterMs: number | undefined): { retryAfterMs?: number } {
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}

/** The SDK's error holds the request (text, URL), so it does not travel along as a cause. */
export function sendErrorOf({ reason, isPermanent, retryAfterMs }: Failure): SendError {
  return new SendError(reason, { isPermanent, ...waitOf(retryAfterMs) })
}

/** Discord does not know the token. */
export function isUnauthorised(error: unknown): boolean {
  // A token with characters that no header may hold fails before it is sent.
  return (
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof Error && /invalid .*header/i.test(error.message))
  )
}
