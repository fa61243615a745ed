/**
 * Signs what is sent to a webhook as Standard Webhooks asks (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md):
 * HMAC-SHA256 of `id.timestamp.body`, so that nobody can change it, or send it once more later under another id or time. Pure.
 */
import { createHmac } from 'node:crypto'

export interface Signed {
  readonly 'webhook-id': string
  /** In seconds: whoever receives it refuses what is too old. */
  readonly 'webhook-timestamp': string
  /** One for each secret, so that an old and a new one can be in use at once. */
  readonly 'webhook-signature': string
}

export function sign(secrets: readonly string[], { id, body }: { id: string; body: string }, now: number): Signed {
  const timestamp = String(Math.floor(now / 1000))
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`)
    return `v1,${hmac.digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}
