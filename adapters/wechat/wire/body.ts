/** A push as it comes over the wire: signed, perhaps encrypted, of no more than a size. */
import { MINUTE_MS, SECOND_MS } from '#mascot'
import type { WeChatOptions } from '../options.ts'
import { decrypt, encrypt, isSame, keyOf, signatureOf } from './crypt.ts'
import { type Fields, readJson, readXml, writeXml } from './xml.ts'

/** Far above any push: words have at most some thousand bytes, and stand there three times in compatible mode. */
export const MOST_BYTES = 256 * 1024
/** Retries come within seconds; the rest is the difference of two clocks. */
const OLDEST_MS = 5 * MINUTE_MS

export interface Push {
  readonly fields: Fields
  /** Writes an answer as it has to leave: encrypted with the key that the push came with. */
  write(fields: Readonly<Record<string, string | number>>): string
}

export interface Refused {
  readonly status: number
  readonly why: string
}

export interface ReadPush {
  /** The address is checked, once it is saved in the console. The words to answer with, or why not. */
  check(query: URLSearchParams): string | Refused
  /** `bytes` undefined: there were more than it may have. */
  read(request: Request, bytes: Uint8Array | undefined): Push | Refused
}

export function createReadPush(options: WeChatOptions, now: () => number): ReadPush {
  const { token, appId } = options
  const keys = options.aesKeys.map(keyOf)
  /** Signatures of the last minutes, each with what it came with. The plain one covers no words, and must not carry others. */
  const seen = new Map<string, { readonly body: string; readonly at: number }>()

  function isFresh(query: URLSearchParams): boolean {
    const timestamp = query.get('timestamp') ?? ''
    return /^\d{1,12}$/.test(timestamp) && Math.abs(now() - Number(timestamp) * SECOND_MS) <= OLDEST_MS
  }
  function isSigned(query: URLSearchParams, name: string, ...more: readonly string[]): boolean {
    const [timestamp = '', nonce = ''] = [query.get('timestamp') ?? '', query.get('nonce') ?? '']
    return isSame(query.get(name) ?? '', signatureOf(token, timestamp, nonce, ...more))
  }
  function isReplayed(query: URLSearchParams, body: string): boolean {
    const signature = query.get('signature') ?? ''
    for (const [one, { at }] of seen) {
      if (now() - at <= 2 * OLDEST_MS) break
      seen.delete(one)
    }
    const before = seen.get(signature)
    if (before) return before.body !== body
    seen.set(signature, { body, at: now() })
    return false
  }

  return {
    check(query) {
      if (!isSigned(query, 'signature')) return { status: 401, why: 'wrong signature' }
      return query.get('echostr') ?? ''
    },
    read(request, bytes) {
      const query = new URL(request.url).searchParams
      if (!isSigned(query, 'signature') && keys.length === 0) return { status: 401, why: 'wrong signature' }
      if (!isFresh(query)) return { status: 401, why: 'the time of it is not now: check the clock of this machine' }
      if (bytes === undefined) return { status: 413, why: 'too large' }
      const body = Buffer.from(bytes).toString()
      const readFields = /^\s*\{/.test(body) ? readJson : readXml
      const outer = readFields(body)
      if (outer === undefined) return { status: 400, why: 'not readable' }
      if (keys.length === 0) {
        if (outer.Encrypt !== undefined && outer.MsgType === undefined)
          return { status: 401, why: 'encrypted, and WECHAT_AES_KEY is not set' }
        // Words may be long; what they were is enough.
        if (isReplayed(query, signatureOf(body))) return { status: 401, why: 'a signature was used for other words' }
        return { fields: outer, write: writeXml }
      }
      const encrypted = outer.Encrypt
      if (encrypted === undefined) return { status: 401, why: 'in plain words, though WECHAT_AES_KEY is set' }
      if (!isSigned(query, 'msg_signature', encrypted)) return { status: 401, why: 'wrong signature' }
      for (const key of keys) {
        const words = decrypt(encrypted, key, appId)
        const fields = words === undefined ? undefined : /^\s*\{/.test(words) ? readJson(words) : readXml(words)
        if (fields) return { fields, write: (answer) => sealed(writeXml(answer), key) }
      }
      return { status: 401, why: 'not encrypted with WECHAT_AES_KEY for WECHAT_APP_ID' }
    },
  }

  function sealed(words: string, key: Buffer): string {
    const encrypted = encrypt(words, key, appId)
    const timestamp = Math.floor(now() / SECOND_MS)
    const nonce = String(timestamp % 1_000_003)
    const signature = signatureOf(token, String(timestamp), nonce, encrypted)
    return writeXml({ Encrypt: encrypted, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce })
  }
}
