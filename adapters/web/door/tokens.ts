/**
 * A visitor is whoever holds a token that only their browser has. We keep none: it is random, signed by us, and the account is a digest of
 * it, so that nobody who reads the database can be the visitor.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const TOKEN = /^([\w-]{43})\.([\w-]{43})$/

export function issueToken(secret: string): string {
  const word = randomBytes(32).toString('base64url')
  return `${word}.${signature(word, secret)}`
}

/** The visitor's id on this platform; undefined for what we never gave out. */
export function visitorOf(token: string, secret: string): string | undefined {
  const [, word = '', sign = ''] = TOKEN.exec(token) ?? []
  if (word === '' || !timingSafeEqual(Buffer.from(sign), Buffer.from(signature(word, secret)))) return undefined
  return createHash('sha256').update(word).digest('base64url').slice(0, 22)
}

function signature(text: string, secret: string): string {
  return createHmac('sha256', secret).update(`visitor ${text}`).digest('base64url')
}
