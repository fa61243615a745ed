/** What anybody on the internet may send to a webhook of ours, for every platform that pushes: forged, cut, endless, too large, old, said again. */
import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createLineAdapter } from '../../adapters/line/index.ts'
import { createQQAdapter } from '../../adapters/qq/index.ts'
import { createSigning } from '../../adapters/qq/wire/sign.ts'
import { createSlackAdapter } from '../../adapters/slack/index.ts'
import { createWeChatAdapter } from '../../adapters/wechat/index.ts'
import { signatureOf } from '../../adapters/wechat/wire/crypt.ts'
import { writeXml } from '../../adapters/wechat/wire/xml.ts'
import { createWhatsAppAdapter } from '../../adapters/whatsapp/index.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import { createAdapterHost } from '../support/adapter-host.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { account, seal } from '../support/wechat-server.ts'

/** Nobody listens there: a webhook hears also while its platform cannot be asked. */
const apiRoot = 'http://127.0.0.1:9'
const SECRET = 'the-right-secret-of-the-brand'
const MINUTE_MS = 60_000

interface Signed {
  readonly query?: URLSearchParams
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}
interface Platform {
  open(): Adapter
  /** A line of a fan, as it comes at this second. */
  said(at: number): string
  sign(body: string, secret: string, at: number): Signed
  /** Bytes that it reads at the most. */
  readonly most: number
  /** Its signature covers the time. */
  readonly knowsTime: boolean
}
const hmac = (secret: string, ...parts: readonly string[]) => createHmac('sha256', secret).update(parts.join(''))

const wechat = (aesKeys: readonly string[]): Platform => ({
  ...{ most: 256 * 1024, knowsTime: true },
  open: () => createWeChatAdapter({ appId: account.appId, token: SECRET, aesKeys, isPassive: false, apiRoot }),
  said: (at) =>
    writeXml({
      ...{ ToUserName: account.gh, FromUserName: 'oAna', CreateTime: at, MsgType: 'text' },
      ...{ Content: 'hello', MsgId: '7300000000000000001' },
    }),
  sign(words, token, at) {
    const [timestamp, nonce] = [String(at), '7']
    const encrypted = aesKeys.length > 0 ? seal(words) : undefined
    const body = encrypted === undefined ? words : writeXml({ ToUserName: account.gh, Encrypt: encrypted })
    const query = new URLSearchParams({ timestamp, nonce, signature: signatureOf(token, timestamp, nonce) })
    if (encrypted !== undefined) query.set('msg_signature', signatureOf(token, timestamp, nonce, encrypted))
    return { query, body }
  },
})

const platforms: Readonly<Record<string, Platform>> = {
  'wechat (plain)': wechat([]),
  'wechat (safe)': wechat([account.aesKey]),
  qq: {
    ...{ most: 256 * 1024, knowsTime: true },
    open: () =>
      createQQAdapter({
        ...{ appId: '1', secret: SECRET, mostReplies: 4, domains: [], hasButtons: false, apiRoot, tokenRoot: apiRoot },
      }),
    said: (at) => {
      const d = { id: 'M1', content: 'hello', timestamp: new Date(at * 1000).toISOString() }
      return JSON.stringify({ id: 'X1', op: 0, t: 'C2C_MESSAGE_CREATE', d: { ...d, author: { user_openid: 'U0ANA' } } })
    },
    sign: (body, secret, at) => ({
      headers: {
        ...{ 'x-signature-timestamp': String(at), 'x-bot-appid': '1' },
        'x-signature-ed25519': createSigning(secret).sign(String(at), body),
      },
      body,
    }),
  },
  line: {
    ...{ most: 2 * 1024 * 1024, knowsTime: false },
    open: () => createLineAdapter({ token: 'line-token', secret: SECRET, apiRoot, dataRoot: apiRoot }),
    said: (at) => {
      const message = { id: '501', type: 'text', text: 'hello' }
      const about = { type: 'message', mode: 'active', timestamp: at * 1000, webhookEventId: '01EVENT1' }
      return JSON.stringify({
        destination: 'Udemo',
        events: [{ ...about, source: { type: 'user', userId: 'U0ANA' }, message }],
      })
    },
    sign: (body, secret) => ({ headers: { 'x-line-signature': hmac(secret, body).digest('base64') }, body }),
  },
  whatsapp: {
    ...{ most: 4 * 1024 * 1024, knowsTime: false },
    open: () =>
      createWhatsAppAdapter({ token: 'EAAG', appSecret: SECRET, verifyToken: 'v', numbers: ['15550001'], apiRoot }),
    said: (at) => {
      const message = { id: 'wamid.1', from: '447700900001', timestamp: String(at), type: 'text' }
      const value = {
        ...{ messaging_product: 'whatsapp', metadata: { phone_number_id: '15550001' } },
        messages: [{ ...message, text: { body: 'hello' } }],
      }
      return JSON.stringify({
        ...{ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] },
      })
    },
    sign: (body, secret) => ({
      ...{ headers: { 'x-hub-signature-256': `sha256=${hmac(secret, body).digest('hex')}` }, body },
    }),
  },
  slack: {
    ...{ most: 4 * 1024 * 1024, knowsTime: true },
    open: () => createSlackAdapter({ token: 'xoxb-1', signingSecret: SECRET, apiRoot }),
    said: (at) => {
      const event = { type: 'message', channel: 'D0ANA', user: 'U0ANA', ts: `${at}.000001`, text: 'hello' }
      return JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event })
    },
    sign: (body, secret, at) => ({
      headers: {
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': `v0=${hmac(secret, `v0:${at}:`, body).digest('hex')}`,
      },
      body,
    }),
  },
}

describe.each(Object.entries(platforms))('a push to %s', (_, platform) => {
  const clock = createManualClock()
  const host = createAdapterHost({ clock })
  let running: { readonly adapter: Adapter; readonly listening: AbortController }

  afterEach(async () => {
    running.listening.abort()
    await running.adapter.stop()
  })

  it('is heard once, if it is whole, signed and of now; all else is refused, and nothing of it is kept', async () => {
    running = { adapter: platform.open(), listening: new AbortController() }
    const { adapter, listening } = running
    await adapter.start(host.context(), listening.signal)
    const route = adapter.routes?.().find(({ method }) => method === 'POST')
    if (!route) throw new Error('it takes pushes')
    const request = ({ query, headers, body }: Signed, stream?: ReadableStream) =>
      new Request(`http://mascot${route.path}?${query ?? ''}`, {
        ...{ method: 'POST', body: stream ?? body, duplex: 'half' },
        ...(headers && { headers }),
      } as RequestInit)
    const status = async (signed: Signed) => (await route.handle(request(signed))).status
    const now = Math.floor(clock.now() / 1000)
    const signed = (body: string, at = now) => platform.sign(body, SECRET, at)
    const good = signed(platform.said(now))

    expect(await status(platform.sign(platform.said(now), 'of another brand', now)), 'forged').toBe(401)
    expect(await status({ body: good.body }), 'unsigned').toBe(401)
    if (platform.knowsTime)
      for (const off of [-6 * MINUTE_MS, 6 * MINUTE_MS])
        expect(await status(signed(platform.said(now), now + off / 1000)), 'not of now').toBe(401)
    for (const body of ['', 'nonsense', '[]', '"hello"', '7', '{"a":', `${'[{"a":'.repeat(30_000)}`, '\0\uFFFF'])
      expect([400, 401], body.slice(0, 20)).toContain(await status(signed(body)))
    expect(await status({ ...good, body: 'x'.repeat(platform.most + 1) }), 'too large').toBe(413)

    // A body without an end is left as soon as it is too large, and one that stops coming holds nothing up.
    let given = 0
    const endless = new ReadableStream({
      pull(controller) {
        given += 64 * 1024
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    expect((await route.handle(request(good, endless))).status, 'endless').toBe(413)
    expect(given).toBeLessThan(platform.most + 1024 * 1024)
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) })
    expect((await route.handle(request(good, broken))).status, 'broken off').toBe(400)
    void route.handle(request(good, new ReadableStream({ pull: () => new Promise(() => {}) })))
    await adapter.stop()
    expect(host.offered).toEqual([])
    const logged = JSON.stringify(host.logged)
    for (const secret of [SECRET, account.aesKey, 'hello']) expect(logged).not.toContain(secret)
  })

  it('that was overheard and is said again is known', async () => {
    running = { adapter: platform.open(), listening: new AbortController() }
    const { adapter, listening } = running
    await adapter.start(host.context(), listening.signal)
    const route = adapter.routes?.().find(({ method }) => method === 'POST')
    const now = Math.floor(clock.now() / 1000)
    const { query, headers, body } = platform.sign(platform.said(now), SECRET, now)
    for (let nth = 0; nth < 2; nth += 1) {
      const init = { method: 'POST', body, ...(headers && { headers }) }
      const answer = await route?.handle(new Request(`http://mascot${route.path}?${query ?? ''}`, init))
      expect(answer?.status).toBe(200)
    }
    expect(host.messages.map(({ text }) => text)).toEqual(['hello'])
  })
})
