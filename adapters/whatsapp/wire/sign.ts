/** Signatures of WhatsApp's pushes: an HMAC of the body exactly as it came, with the app's secret. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export function signatureOf(appSecret: string, body: Uint8Array): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}

export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
