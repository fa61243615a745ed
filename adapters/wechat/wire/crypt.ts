/** How WeChat signs and encrypts what it pushes (its documentation of message encryption). */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Padding goes to blocks of 32 bytes, where AES itself has 16. */
const BLOCK = 32
const RANDOM = 16

/** Lower-case hex SHA-1 of the parts, sorted by their bytes and joined. */
export function signatureOf(...parts: readonly string[]): string {
  const sorted = parts.map((part) => Buffer.from(part)).sort(Buffer.compare)
  return createHash('sha1').update(Buffer.concat(sorted)).digest('hex')
}

export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** 43 letters and digits → 32 bytes. The last letter holds two bits too many, which are dropped. */
export function keyOf(text: string): Buffer {
  return Buffer.from(`${text}=`, 'base64').subarray(0, 32)
}

/** The words, or undefined where it was not made with this key for this account, letter by letter. */
export function decrypt(encrypted: string, key: Buffer, appId: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return undefined
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([cipher.update(bytes), cipher.final()])
  const pad = plain.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK || !plain.subarray(-pad).every((byte) => byte === pad)) return undefined
  const content = plain.subarray(0, -pad)
  if (content.length < RANDOM + 4) return undefined
  const end = RANDOM + 4 + content.readUInt32BE(RANDOM)
  if (end > content.length || !isSame(content.subarray(end).toString(), appId)) return undefined
  return content.subarray(RANDOM + 4, end).toString()
}

export function encrypt(words: string, key: Buffer, appId: string, random = randomBytes(RANDOM)): string {
  const body = Buffer.from(words)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const content = Buffer.concat([random, length, body, Buffer.from(appId)])
  const pad = BLOCK - (content.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    'base64',
  )
}
