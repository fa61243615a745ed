/** Whether a request is signed as Standard Webhooks asks; throws where it is not. */
import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export function verifyWebhook(headers: IncomingHttpHeaders, body: string, secret: string): void {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  if (!String(headers['webhook-signature']).split(' ').includes(wanted)) throw new Error('a request that is not signed')
}
