/** What comes over WeChat's wire: signatures, its cipher, its XML; and what is refused. The values are WeChat's rules worked out by hand. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWeChatAdapter, type WeChatOptions } from '../../../adapters/wechat/index.ts'
import { cut, plain } from '../../../adapters/wechat/out/text.ts'
import { decrypt, encrypt, keyOf, signatureOf } from '../../../adapters/wechat/wire/crypt.ts'
import { readJson, readXml, writeXml } from '../../../adapters/wechat/wire/xml.ts'
import type { Route } from '../../../src/ports/adapter.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { account, seal } from '../../support/wechat-server.ts'

const APP = 'wxdemo0000000001'
const key = keyOf(account.aesKey)

describe('the cipher', () => {
  it('signs and encrypts as WeChat does, padded to 32 bytes', () => {
    expect(signatureOf('demotoken', '1700000000', '42')).toBe('9d49fbe770d1d39c3ad29dacfb018a700618af4e')
    const random = Buffer.from('0123456789abcdef')
    const encrypted = encrypt('<xml><A>喵</A></xml>', key, APP, random)
    expect(encrypted).toBe('egLyinfT2N/Sw53YN7EyfSNtSK1cDbFs7Zhu8iijjrV0wnVhg42ZgPDYMRvUtU5DOhbZ59FPLbTAhFesJGhhZA==')
    expect(signatureOf('demotoken', '1700000000', '42', encrypted)).toBe('2ff2148234ded6ef108715ac433025ecb8af6301')
    expect(decrypt(encrypt('x'.repeat(28), key, APP), key, APP)).toBe('x'.repeat(28))
  })

  it('refuses another account’s words, another key’s, and a padding that is none', () => {
    expect(decrypt(seal('hello', 'wxother'), key, APP)).toBeUndefined()
    expect(decrypt(seal('hello'), keyOf('c'.repeat(43)), APP)).toBeUndefined()
    for (const wrong of ['', 'AAAA', 'not base64 !']) expect(decrypt(wrong, key, APP)).toBeUndefined()
    const bytes = Buffer.from(seal('hello'), 'base64')
    const last = bytes.length - 17
    bytes[last] = (bytes[last] ?? 0) ^ 1
    expect(decrypt(bytes.toString('base64'), key, APP)).toBeUndefined()
  })
})

describe('the XML', () => {
  it.each(['007', '1e3', '0x1F', 'true', ' two  blanks ', 'a ]]> b', '<!DOCTYPE x>', '&amp; &#20320;'])(
    'what a fan wrote stays letter by letter: %j',
    (words) => {
      expect(readXml(writeXml({ Content: words, N: 7 }))).toEqual({ Content: words, N: '7' })
    },
  )

  it('references are read outside of CDATA alone, and no entity is expanded', () => {
    expect(readXml('<xml><A>&#20320;&#x597D; &lt;3 &bomb;</A></xml>')).toEqual({ A: '你好 <3 &bomb;' })
  })

  it.each([
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>',
    '<?xml version="1.0"?><!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><A>1</A></xml>',
    '<xml><A>',
    '<html></html>',
    '',
    'nonsense',
  ])('is refused: %j', (text) => {
    expect(readXml(text)).toBeUndefined()
  })

  it('an id of JSON keeps every digit', () => {
    expect(readJson('{"MsgId": 7300000000000000001, "Content": "a"}')?.MsgId).toBe('7300000000000000001')
  })
})

describe('words on their way out', () => {
  it('are cut by bytes between letters, and lose none', () => {
    const long = '啊😀'.repeat(400)
    const parts = cut(long)
    expect(parts.join('')).toBe(long)
    for (const part of parts) {
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(1800)
      expect(part.isWellFormed()).toBe(true)
    }
  })

  it('hold no link that somebody else wrote', () => {
    expect(plain('see <a href="https://evil.example">here</A>')).not.toMatch(/<\/?a\b/i)
    expect(plain('1 < 2, <b>')).toBe('1 < 2, <b>')
  })
})

describe('the webhook', () => {
  const clock = createManualClock()
  let host: ReturnType<typeof createAdapterHost>
  let listening: AbortController
  let routes: readonly Route[]

  async function start(more: Partial<WeChatOptions> = {}): Promise<void> {
    host = createAdapterHost({ clock })
    const adapter = createWeChatAdapter({
      ...{ appId: APP, token: account.token, aesKeys: [account.aesKey], isPassive: true, originalId: account.gh },
      ...more,
    })
    await adapter.start(host.context(), listening.signal)
    routes = adapter.routes?.() ?? []
  }
  const fields = (more: Readonly<Record<string, string | number>> = {}) => ({
    ...{ ToUserName: account.gh, FromUserName: 'oAna', CreateTime: Math.floor(clock.now() / 1000) },
    ...{ MsgType: 'event', Event: 'unsubscribe' },
    ...more,
  })
  function query({ at = clock.now(), encrypted = '', token = account.token as string, nonce = '7' } = {}) {
    const timestamp = String(Math.floor(at / 1000))
    const all = { timestamp, nonce, signature: signatureOf(token, timestamp, nonce) }
    return new URLSearchParams({ ...all, msg_signature: signatureOf(token, timestamp, nonce, encrypted) })
  }
  async function push(body: string, asked: URLSearchParams): Promise<number> {
    const route = routes.find(({ method }) => method === 'POST')
    const answer = await route?.handle(new Request(`http://mascot/wechat?${asked}`, { method: 'POST', body }))
    return answer?.status ?? 0
  }
  const sealed = (words: string, appId?: string) => {
    const encrypted = seal(words, appId)
    return { body: writeXml({ ToUserName: account.gh, Encrypt: encrypted }), encrypted }
  }

  beforeEach(() => {
    listening = new AbortController()
  })
  afterEach(() => listening.abort())

  it('takes what is signed, encrypted and for us, and nothing else', async () => {
    await start()
    const good = sealed(writeXml(fields()))
    expect(await push(good.body, query(good))).toBe(200)
    expect(host.events).toHaveLength(1)
    const isForOther = sealed(writeXml(fields({ ToUserName: 'gh_other' })))
    const ofOther = sealed(writeXml(fields()), 'wxother')
    const refused: [string, string, URLSearchParams][] = [
      ['forged', good.body, query({ ...good, token: 'guessed' })],
      ['old', good.body, query({ ...good, at: clock.now() - 600_000 })],
      ['of tomorrow', good.body, query({ ...good, at: clock.now() + 86_400_000 })],
      ['signed for other words', good.body, query({ encrypted: 'other' })],
      ['in plain words', writeXml(fields()), query()],
      ['for another account', isForOther.body, query(isForOther)],
      ['encrypted for another AppID', ofOther.body, query(ofOther)],
    ]
    for (const [what, body, asked] of refused) expect(await push(body, asked), what).toBe(401)
    expect(await push('x'.repeat(300_000), query())).toBe(413)
    expect(await push('nonsense', query())).toBe(400)
    expect(host.events).toHaveLength(1)
    for (const { message, details } of host.logged)
      expect(`${message} ${JSON.stringify(details)}`).not.toMatch(new RegExp(`${account.token}|${account.aesKey}`))
  })

  it('the key before the present one is still taken, as long as it stands there', async () => {
    await start({ aesKeys: ['c'.repeat(43), account.aesKey] })
    const old = sealed(writeXml(fields()))
    expect(await push(old.body, query(old))).toBe(200)
  })

  it('in plain mode a signature carries the words it came with, also again, and no others', async () => {
    await start({ aesKeys: [] })
    const asked = query()
    expect(await push(writeXml(fields()), asked)).toBe(200)
    expect(await push(writeXml(fields()), asked)).toBe(200)
    expect(await push(writeXml(fields({ FromUserName: 'oBen' })), asked)).toBe(401)
  })
})
