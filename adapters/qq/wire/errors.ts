/** What QQ's error codes mean to us (its list of codes, and answers seen of late), each with its consequence. */
import { MINUTE_MS, SECOND_MS, SendError } from '#mascot'

const windows: Readonly<Record<number, string>> = {
  22009: 'QQ takes no more replies to this message',
  304026: 'QQ does not know the message that is answered',
  304027: 'the message that is answered is too old for QQ',
  304028: 'QQ takes no reply to this message',
  40034024: 'QQ does not know the message that is answered',
  40034102: 'QQ takes words only as a reply to a fan',
  40034105: 'QQ takes words only as a reply to a fan',
}
const gone: Readonly<Record<number, string>> = {
  304031: 'the fan takes no messages of the bot',
  304032: 'there is no such talk any more',
  304034: 'the bot is not in this talk any more',
}
const media: Readonly<Record<number, string>> = {
  304020: 'the file is too large for QQ',
  304082: 'QQ could not take the file',
  304083: 'QQ could not take the file',
  40093002: 'the files of this day are used up',
}
const operator: Readonly<Record<number, string>> = {
  11241: 'QQ refuses the access: check QQ_APP_ID and QQ_SECRET',
  11243: 'QQ refuses the access: check QQ_APP_ID and QQ_SECRET',
  11251: 'QQ does not know this AppID: check QQ_APP_ID',
  11253: 'the bot may not do this: ask for it in the console',
  11254: 'QQ has blocked this for the bot: look into the console',
  11265: 'QQ has banned the bot: look into the console',
  100016: 'QQ refuses the secret: check QQ_APP_ID and QQ_SECRET',
}
const BUSY_MS = 10 * SECOND_MS

/** It was taken, and waits for an examiner of theirs. */
export const isInAudit = (code: number) => code === 304023 || code === 304024
/** The same reply was sent before, and has arrived. */
export const isSaidAlready = (code: number) => code === 40054005
/** It holds a link to a domain that is not registered. */
export const isLinkRefused = (code: number) => code === 304003
/** Markdown or buttons were not granted. */
export const areButtonsRefused = (code: number) =>
  code === 50055 || code === 50056 || code === 304036 || code === 304037

const refusalOf = (code: number): string =>
  windows[code] ?? gone[code] ?? media[code] ?? operator[code] ?? `QQ refused it with the code ${code}`

export interface Refused {
  readonly status: number
  readonly code: number
  /** As the answer's header asks, in ms. */
  readonly retryAfterMs?: number
}

export function sendErrorOf({ status, code, retryAfterMs }: Refused): SendError {
  const reason = refusalOf(code)
  if (code in windows) return new SendError(reason, { isPermanent: false, isWindowClosed: true })
  if (code in gone) return new SendError(reason, { isPermanent: true, isThreadGone: true })
  if (code in media) return new SendError(reason, { isPermanent: true, isMediaRefused: true })
  if (code in operator || status === 401)
    return new SendError(code in operator ? reason : 'QQ refuses the access token', {
      ...{ isPermanent: false, retryAfterMs: 5 * MINUTE_MS },
    })
  if (status === 429 || code === 20028 || code === 100001)
    return new SendError('too many calls at once', { isPermanent: false, retryAfterMs: retryAfterMs ?? BUSY_MS })
  if (status >= 500) return new SendError('QQ is busy', { isPermanent: false })
  return new SendError(reason, { isPermanent: true })
}
