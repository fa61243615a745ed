/** Signatures of LINE's pushes: an HMAC of the body exactly as it came, with the channel's secret, in base64. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export function isSigned(secret: string, body: Uint8Array, signature: string): boolean {
  const right = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === right.length && timingSafeEqual(given, right)
}
