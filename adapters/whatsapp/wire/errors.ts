/** What WhatsApp's error codes mean to us (Meta's list of codes for the Cloud API), each with its consequence. */
import { HOUR_MS, MINUTE_MS, SECOND_MS, SendError } from '#mascot'

const windows: Readonly<Record<number, string>> = {
  131047: 'the fan wrote more than 24 hours ago',
}
const gone: Readonly<Record<number, string>> = {
  131026: 'WhatsApp cannot reach the fan: no account, too old a program, or we are blocked',
}
const media: Readonly<Record<number, string>> = {
  131051: 'WhatsApp does not take this kind of message',
  131052: 'WhatsApp could not take the file',
  131053: 'WhatsApp could not take the file',
}
const operator: Readonly<Record<number, string>> = {
  10: 'the token may not send: give it the right in the console',
  190: 'WhatsApp refuses the token: check WHATSAPP_TOKEN',
  200: 'the token may not send: give it the right in the console',
  368: 'WhatsApp has blocked the account: look into the console',
  131031: 'WhatsApp has locked the account: look into the console',
  131042: 'WhatsApp waits for a means of payment: look into the console',
  132001: 'WhatsApp knows no such template in that language: compare WHATSAPP_TEMPLATE with the console',
  132007: 'WhatsApp has refused the template: look into the console',
  132015: 'WhatsApp has paused the template, as fans did not like it: look into the console',
  132016: 'WhatsApp has switched the template off: look into the console',
  133010: 'the number is not registered: register it in the console',
}
const waits: Readonly<Record<number, number>> = {
  // About one in six seconds to one fan.
  131056: 6 * SECOND_MS,
  4: MINUTE_MS,
  80007: MINUTE_MS,
  130429: 30 * SECOND_MS,
  131048: HOUR_MS,
}
const faults = new Set([1, 2, 131000, 131016, 133004])

export interface Refused {
  readonly status: number
  readonly code: number
  /** As the answer's header asks, in ms. */
  readonly retryAfterMs?: number
}

export const isOperators = (code: number) => code in operator
export const isWindow = (code: number) => code in windows

export function reasonOf(code: number): string {
  return windows[code] ?? gone[code] ?? media[code] ?? operator[code] ?? `WhatsApp refused it with the code ${code}`
}

export function sendErrorOf({ status, code, retryAfterMs }: Refused): SendError {
  const reason = reasonOf(code)
  if (code in windows) return new SendError(reason, { isPermanent: false, isWindowClosed: true })
  if (code in gone) return new SendError(reason, { isPermanent: true, isThreadGone: true })
  if (code in media) return new SendError(reason, { isPermanent: true, isMediaRefused: true })
  if (code in operator || status === 401)
    return new SendError(code in operator ? reason : 'WhatsApp refuses the token: check WHATSAPP_TOKEN', {
      ...{ isPermanent: false, retryAfterMs: 5 * MINUTE_MS },
    })
  const wait = retryAfterMs ?? waits[code]
  if (wait !== undefined || status === 429)
    return new SendError('too many messages at once', { isPermanent: false, retryAfterMs: wait ?? MINUTE_MS })
  if (faults.has(code) || status >= 500) return new SendError('WhatsApp is busy', { isPermanent: false })
  return new SendError(reason, { isPermanent: true })
}
