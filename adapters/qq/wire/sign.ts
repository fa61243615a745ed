/**
 * Signatures of QQ's pushes: Ed25519, from a seed that is the bot's secret, said again until it has 32 bytes. The platform has the same key, and
 * is answered with it when it asks whether the address is ours.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

const SEED_BYTES = 32
/** PKCS #8 of an Ed25519 key, up to its seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SIGNATURE = /^[\da-f]{128}$/i
/** Set in none that a reader of RFC 8032 takes. */
const TOO_HIGH = 0b1110_0000

export interface Signing {
  /** Hex. */
  sign(...parts: readonly (string | Uint8Array)[]): string
  /** `signature`: hex, as the header has it. */
  isSigned(signature: string, ...parts: readonly (string | Uint8Array)[]): boolean
}

export function createSigning(secret: string): Signing {
  const key = privateKey(secret)
  const shown = createPublicKey(key)
  const whole = (parts: readonly (string | Uint8Array)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  return {
    sign: (...parts) => sign(null, whole(parts), key).toString('hex'),
    isSigned(signature, ...parts) {
      if (!SIGNATURE.test(signature)) return false
      const bytes = Buffer.from(signature, 'hex')
      if (((bytes.at(-1) ?? 0) & TOO_HIGH) !== 0) return false
      return verify(null, whole(parts), shown, bytes)
    },
  }
}

function privateKey(secret: string): KeyObject {
  const bytes = Buffer.from(secret)
  const again = Math.max(1, Math.ceil(SEED_BYTES / Math.max(1, bytes.length)))
  const seed = Buffer.concat(Array.from({ length: again }, () => bytes)).subarray(0, SEED_BYTES)
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}
