/** Signatures of Slack's pushes: an HMAC of the time and the body exactly as it came (docs.slack.dev/authentication/verifying-requests-from-slack). */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { MINUTE_MS, SECOND_MS } from '#mascot'

/** How far the time in a signature may be from ours; what was signed longer ago may have been overheard. */
const TOLERANCE_MS = 5 * MINUTE_MS

/** `at`: epoch seconds, as it stands in the header. */
export function signatureOf(secret: string, at: string, body: Uint8Array): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex')}`
}

export type Signed = 'yes' | 'wrong' | 'too old'

/** `now`: epoch ms. */
export function isSigned(secret: string, body: Uint8Array, headers: Headers, now: number): Signed {
  const at = headers.get('x-slack-request-timestamp') ?? ''
  const given = Buffer.from(headers.get('x-slack-signature') ?? '')
  const right = Buffer.from(signatureOf(secret, at, body))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'wrong'
  return Math.abs(now - Number(at) * SECOND_MS) <= TOLERANCE_MS ? 'yes' : 'too old'
}
