/** What WeChat's error codes mean to us (its list of return codes), each with its consequence. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SendError } from '#mascot'

/** Days and their quotas begin at midnight there. */
const BEIJING_MS = 8 * HOUR_MS

const windows: Readonly<Record<number, string>> = {
  45015: 'the fan wrote more than 48 hours ago, or does not follow the account any more',
  45047: 'WeChat takes so many messages only once the fan writes again',
}
const gone: Readonly<Record<number, string>> = {
  40003: 'this account knows no such fan',
  43004: 'the fan does not follow the account any more',
  43019: 'the fan is on the black list of the account',
  48002: 'the fan has switched off messages of the account',
  50002: 'WeChat has limited the account of the fan',
  50005: 'the fan does not follow the account any more',
}
const media: Readonly<Record<number, string>> = {
  40004: 'WeChat does not take a file of this kind',
  40005: 'WeChat does not take a file of this kind',
  40006: 'the file is too large for WeChat',
  40007: 'WeChat does not keep this file any longer',
  45001: 'the file is too large for WeChat',
}
const operator: Readonly<Record<number, string>> = {
  40013: 'WeChat does not know this AppID: check WECHAT_APP_ID',
  40125: 'WeChat refuses the secret: check WECHAT_APP_SECRET',
  41002: 'WeChat does not know this AppID: check WECHAT_APP_ID',
  41004: 'WeChat refuses the secret: check WECHAT_APP_SECRET',
  40164: 'WeChat does not take calls from this address: put it on the list of allowed addresses in the console',
  40243: 'the secret of the account is frozen: look into the console',
  48001: 'the account may not send by itself: set WECHAT_ACCOUNT=passive, or have it verified',
  48004: 'WeChat has blocked this for the account: look into the console',
  50004: 'WeChat has blocked this for the account: look into the console',
  89503: 'an administrator of the account has to confirm this address in WeChat first',
}
const menu: Readonly<Record<number, string>> = {
  40016: 'it has too many items',
  40018: 'a label is too long',
  40019: 'an answer has too long an id',
  40020: 'an address is too long',
  40023: 'too many items open above one',
  40025: 'a label is too long',
  40026: 'an answer has too long an id',
  40027: 'an address is too long',
  40054: 'it does not take the domain of an address',
  40055: 'it does not take the domain of an address',
}
/** Set right in the console and not here, so that what waits is sent then. */
const isMended = new Set([40164, 48001, 48004, 50004, 89503])

/** The token was replaced, ended, or never was one. */
export const isTokenRefused = (code: number) => code === 40001 || code === 40014 || code === 42001

export interface Refusal {
  readonly code: number
  readonly reason: string
  readonly isOperators: boolean
  readonly isGone: boolean
}

export function refusalOf(code: number): Refusal {
  const ofMenu = menu[code] && `WeChat refuses the menu (${code}): ${menu[code]}; see image.menu in persona.yaml`
  const reason =
    windows[code] ?? gone[code] ?? media[code] ?? operator[code] ?? ofMenu ?? `WeChat refused it with the code ${code}`
  return { code, reason, isOperators: code in operator, isGone: code in gone }
}

/** `now`: epoch ms. */
export function sendErrorOf(code: number, now: number): SendError {
  const { reason, isGone } = refusalOf(code)
  if (code in windows) return new SendError(reason, { isPermanent: false, isWindowClosed: true })
  if (isGone) return new SendError(reason, { isPermanent: true, isThreadGone: true })
  if (code in media) return new SendError(reason, { isPermanent: true, isMediaRefused: true })
  if (code === 45009) {
    const retryAfterMs = DAY_MS - ((now + BEIJING_MS) % DAY_MS)
    return new SendError('the calls of this day are used up until midnight in Beijing', {
      ...{ isPermanent: false, retryAfterMs },
    })
  }
  if (code === 45011)
    return new SendError('too many calls in this minute', { isPermanent: false, retryAfterMs: MINUTE_MS })
  if (isMended.has(code)) return new SendError(reason, { isPermanent: false, retryAfterMs: 5 * MINUTE_MS })
  if (code === -1 || isTokenRefused(code)) return new SendError('WeChat is busy', { isPermanent: false })
  return new SendError(reason, { isPermanent: true })
}
