/** One request of QQ → what it pushes: of its size, its time, its bot, its signature, and its JSON. */
import { jsonObjectIn, MINUTE_MS, SECOND_MS } from '#mascot'
import type { Signing } from '../wire/sign.ts'

export const MOST_BYTES = 256 * 1024
/** A push is signed with its time: what is older was kept by somebody. */
const SKEW_MS = 5 * MINUTE_MS

export interface Push {
  /** Of the payload; of an event it is what a reply may hang on. */
  readonly id: string
  readonly op: number
  /** Empty where it is no event. */
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}
export interface NoPush {
  readonly status: number
  readonly why: string
}

/** `body` undefined: it was larger than it may be. `now`: epoch ms. */
export function readPush(
  { headers }: Request,
  body: Uint8Array | undefined,
  { appId, signing, now }: { readonly appId: string; readonly signing: Signing; readonly now: number },
): Push | NoPush {
  if (body === undefined) return { status: 413, why: 'too large' }
  const timestamp = headers.get('x-signature-timestamp') ?? ''
  if (!signing.isSigned(headers.get('x-signature-ed25519') ?? '', timestamp, body))
    return { status: 401, why: 'wrong signature' }
  if (!/^\d{9,11}$/.test(timestamp) || Math.abs(Number(timestamp) * SECOND_MS - now) > SKEW_MS)
    return { status: 401, why: 'the time of it is not now' }
  const other = headers.get('x-bot-appid')
  if (other !== null && other !== appId) return { status: 401, why: 'for another bot than QQ_APP_ID' }
  const read = jsonObjectIn(body)
  if (read === undefined) return { status: 400, why: 'no JSON object' }
  const { id, op, t, d } = read
  return {
    ...{ id: typeof id === 'string' ? id : '', op: typeof op === 'number' ? op : -1 },
    type: typeof t === 'string' ? t : '',
    // A heartbeat has a number there.
    data: typeof d === 'object' && d !== null ? (d as Push['data']) : { value: d },
  }
}
