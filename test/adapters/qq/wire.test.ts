/** What comes over QQ's wire and what leaves: signatures, pushes that are refused, what a line of a group is, links, files, numbers of replies. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createQQAdapter, type QQOptions } from '../../../adapters/qq/index.ts'
import { withoutLinks } from '../../../adapters/qq/out/text.ts'
import { createSigning } from '../../../adapters/qq/wire/sign.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import type { Adapter } from '../../../src/ports/adapter.ts'
import { cutText } from '../../../src/words/cut-text.ts'
import { type AdapterHost, createAdapterHost } from '../../support/adapter-host.ts'
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts'
import { words } from '../../support/outbound-message.ts'
import { bot, type QQRules, type QQServer, startQQ } from '../../support/qq-server.ts'
import { type RouteServer, serveRoutes } from '../../support/serve-routes.ts'

const MINUTE_MS = 60_000
const ana = threadId('qq', 'user', 'U0ANA')
const group = threadId('qq', 'group', 'G0TEA')

describe('a signature', () => {
  // Worked out by hand from the rules: the seed is the secret said again to 32 bytes.
  const signing = createSigning('demo-secret-1')
  const push =
    '3c46e466fe36e56d43eca454f05335762762839281b6d2b292b832bc4b8a03c6d848f4d793a0ebd158a4326589b9e32e3381ea7b68eb801f0e150ff40e3b5405'

  it('is of the time and the body, and of the time and the token where QQ asks whether we are it', () => {
    expect(signing.sign('1700000000', '{"op":12}')).toBe(push)
    expect(signing.sign('1700000000', 'demo123')).toBe(
      '9c84dd33db1a88ce52c45389034923d138c11df5c626c3206ee2427867309bcb79ff81415d4e50b8e1c12020d61d1efaa189a4f37027d1e11a3085e23dc16d03',
    )
    expect(signing.isSigned(push, '1700000000', Buffer.from('{"op":12}'))).toBe(true)
  })

  it.each([
    ['of other words', push, '1700000000', '{"op":13}'],
    ['of another time', push, '1700000001', '{"op":12}'],
    ['cut short', push.slice(2), '1700000000', '{"op":12}'],
    ['no hex', 'x'.repeat(128), '1700000000', '{"op":12}'],
    ['out of range', `${push.slice(0, -2)}e5`, '1700000000', '{"op":12}'],
    ['none', '', '1700000000', '{"op":12}'],
  ])('%s is refused', (_, signature, timestamp, body) => {
    expect(signing.isSigned(signature, timestamp, body)).toBe(false)
  })

  it('a secret of any length makes one', () => {
    for (const secret of ['a', 'x'.repeat(32), 'y'.repeat(90)]) {
      const own = createSigning(secret)
      expect(own.isSigned(own.sign('1', '2'), '12')).toBe(true)
    }
  })
})

describe('words', () => {
  it.each([
    ['see tidewater.example/lids?a=1, or not', 'see tidewater．example/lids?a=1, or not'],
    ['https://www.tidewater.example', 'www．tidewater．example'],
    ['用 a.cn 看看。好', '用 a．cn 看看。好'],
    ['it is 2.5 kg, e.g. this one... ok', 'it is 2.5 kg, e.g. this one... ok'],
    ['mail pip@tidewater.example', 'mail pip@tidewater．example'],
  ])('that look like a link are written so that nobody taps them: %s', (text, shown) => {
    expect(withoutLinks(text, [])).toBe(shown)
  })

  it('of a registered domain stay as they are, and of what lies below it, and of no other that ends alike', () => {
    const text = 'https://shop.tidewater.example/lids tidewater.example nottidewater.example'
    expect(withoutLinks(text, ['tidewater.example'])).toBe(
      'https://shop.tidewater.example/lids tidewater.example nottidewater．example',
    )
  })

  it('are cut between letters, and lose none', () => {
    const long = '啊😀'.repeat(1_000)
    expect(cutText(long, 1_500).join('')).toBe(long)
    for (const part of cutText(long, 1_500)) expect(part.isWellFormed() && part.length <= 1_500).toBe(true)
  })
})

describe('the bot', () => {
  let clock: ManualClock
  let server: QQServer
  let web: RouteServer
  let host: AdapterHost
  let adapter: Adapter
  let listening: AbortController

  async function start(rules: Partial<QQRules> = {}, more: Partial<QQOptions> = {}): Promise<void> {
    server = await startQQ({ clock, ...rules })
    const options = { ...bot, mostReplies: 4, domains: [], hasButtons: false, ...more }
    adapter = createQQAdapter({ ...options, apiRoot: server.root, tokenRoot: server.root })
    await adapter.start(host.context(), listening.signal)
    web.serve(adapter.routes?.() ?? [])
    await server.serve(web.url)
  }
  const hears = async (text: string) => {
    await host.until(() => host.messages.some((one) => one.text === text))
    const found = host.messages.find((one) => one.text === text)
    if (!found) throw new Error(`not heard: ${text}`)
    return found
  }

  beforeEach(async () => {
    clock = createManualClock()
    web = await serveRoutes()
    host = createAdapterHost({ clock })
    listening = new AbortController()
  })
  afterEach(async () => {
    listening.abort()
    await server[Symbol.asyncDispose]()
    await web[Symbol.asyncDispose]()
  })

  it('takes what is signed, of now and for it, and nothing else', async () => {
    await start()
    const body = JSON.stringify({ id: 'X:1', op: 0, t: 'FRIEND_DEL', d: { openid: 'U0BEN', timestamp: 1_700_000_000 } })
    const good = server.headersOf(body)
    expect((await server.post(web.url, body)).status).toBe(200)
    expect(host.events).toHaveLength(1)
    const another = { ...good, 'x-bot-appid': '102000002' }
    const forged = { ...good, 'x-signature-ed25519': `${'ab'.repeat(63)}05` }
    for (const headers of [another, forged])
      expect((await server.post(web.url, body, undefined, headers)).status).toBe(401)
    clock.advance(6 * MINUTE_MS)
    expect((await server.post(web.url, body, undefined, good)).status).toBe(401)
    for (const [status, wrong] of [
      [413, 'x'.repeat(300_000)],
      [400, 'nonsense'],
      [400, '[]'],
    ] as const)
      expect((await server.post(web.url, wrong)).status).toBe(status)
    expect((await server.post(web.url, '{"op":1,"d":7}')).text).toBe('{"op":11,"d":7}')
    expect(host.events).toHaveLength(1)
    for (const { message, details } of host.logged)
      expect(`${message} ${JSON.stringify(details)}`).not.toMatch(/demo-secret|QTOKEN/)
  })

  it('a line of a group that comes in two ways is one, without the blank where it was named', async () => {
    await start()
    server.saysIn('G0TEA', 'M0ANA', 'how are you?', { isBoth: true })
    server.saysIn('G0TEA', 'M0ANA', '/help lids')
    const help = await hears('/help lids')
    expect(help).toMatchObject({
      ...{ threadId: group, surface: 'group', isMention: true, command: { name: 'help', args: 'lids' } },
      author: { accountId: accountId('qq', 'M0ANA') },
    })
    expect(host.messages.map(({ text }) => text)).toEqual(['how are you?', '/help lids'])
  })

  it('hears faces by their names, voice by its words, and knows files by their address', async () => {
    await start()
    const face = Buffer.from(JSON.stringify({ text: '呲牙' })).toString('base64')
    server.says('U0ANA', `hi <faceType=1,faceId="13",ext="${face}"><faceType=3,ext="!!">`)
    expect((await hears('hi [呲牙]')).threadId).toBe(ana)
    const voice = { content_type: 'voice', url: '//files.example/v', voice_wav_url: 'https://files.example/v.wav' }
    server.says('U0ANA', '', { attachments: [{ ...voice, asr_refer_text: 'my lid is cracked' }] })
    expect((await hears('my lid is cracked')).attachments).toEqual([
      { kind: 'voice', ref: expect.stringMatching(/\/0$/), url: 'https://files.example/v.wav' },
    ])
    server.says('U0ANA', 'look', { attachments: [{ content_type: 'image/png', url: 'files.example/p', size: 9 }] })
    expect((await hears('look')).attachments).toEqual([
      { kind: 'photo', ref: expect.any(String), url: 'https://files.example/p', mime: 'image/png', size: 9 },
    ])
  })

  it('brings files of QQ’s own servers here, and asks nobody else', async () => {
    await start()
    const url = `${server.root}/files/lid.png`
    server.says('U0ANA', 'look', { attachments: [{ content_type: 'image/png', filename: 'lid.png', url }] })
    const [file] = (await hears('look')).attachments ?? []
    if (!file) throw new Error('no file')
    // A file that was brought once is not asked for again, also by the test before.
    const fresh = { ...file, ref: randomUUID() }
    expect(await readFile((await adapter.fetchFile?.(fresh)) ?? '', 'utf8')).toContain('bytes of lid.png')
    const elsewhere = adapter.fetchFile?.({ ...file, ref: 'other', url: 'http://169.254.169.254/latest' })
    await expect(elsewhere).rejects.toMatchObject({ isPermanent: true })
  })

  it('who adds it is greeted in answer to that, and who drops it is gone', async () => {
    await start()
    server.happens('FRIEND_ADD', 'U0BEN')
    const started = await hears('/start')
    expect(started).toMatchObject({ opens: 'follow', command: { name: 'start' } })
    await adapter.send(words(started.threadId, 'Hello.', { replyTo: started.id }))
    expect(server.sent.at(-1)).toMatchObject({ to: 'users/U0BEN', text: 'Hello.' })
    server.happens('FRIEND_DEL', 'U0BEN')
    await host.until(() => host.events.some(({ kind }) => kind === 'closed'))
  })

  it('what was sent before a crash is not said twice: QQ knows its number', async () => {
    await start()
    server.says('U0ANA', 'hello?')
    const { id } = await hears('hello?')
    const message = words(ana, 'Here I am.', { replyTo: id })
    await adapter.send(message)
    await adapter.send(message)
    await adapter.send(words(ana, 'Here I am.', { replyTo: id }))
    expect(server.sent.map(({ text }) => text)).toEqual(['Here I am.', 'Here I am.'])
    expect(new Set(server.sent.map(({ seq }) => seq)).size).toBe(2)
  })

  it('words that answer nothing wait for the fan, as QQ would refuse them', async () => {
    await start()
    const error = await adapter.send(words(ana, 'News!')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ isWindowClosed: true, isPermanent: false })
    expect(server.calls.filter((call) => call.endsWith('/messages'))).toEqual([])
  })

  it('a link to a domain that the console does not have after all is written out', async () => {
    await start({ domains: [] }, { domains: ['tidewater.example'] })
    server.says('U0ANA', 'where?')
    const { id } = await hears('where?')
    await adapter.send(words(ana, 'At tidewater.example/lids', { replyTo: id }))
    expect(server.sent.at(-1)?.text).toBe('At tidewater．example/lids')
  })

  it('what is examined is on its way, and a no comes back as undelivered', async () => {
    await start()
    server.says('U0ANA', 'hello?')
    const { id } = await hears('hello?')
    server.examines(1)
    const { messageId } = await adapter.send(words(ana, 'Here I am.', { replyTo: id }))
    expect(messageId).toMatch(/^audit:A-/)
    server.pushed('MESSAGE_AUDIT_REJECT', { audit_id: messageId.slice('audit:'.length), user_openid: 'U0ANA' })
    await host.until(() => host.events.some(({ kind }) => kind === 'undelivered'))
    expect(host.events.at(-1)).toMatchObject({ kind: 'undelivered', threadId: ana, messageId })
  })

  it('a token that was replaced behind its back is asked for once more', async () => {
    await start()
    server.says('U0ANA', 'hello?')
    const { id } = await hears('hello?')
    server.replaceToken()
    await adapter.send(words(ana, 'Here I am.', { replyTo: id }))
    expect(server.sent).toHaveLength(1)
  })

  it('a secret that QQ refuses is the operator’s to set right, at the start', async () => {
    await start()
    const wrong = createQQAdapter({
      ...{ appId: bot.appId, secret: 'guessed', mostReplies: 4, domains: [], hasButtons: false },
      ...{ apiRoot: server.root, tokenRoot: server.root },
    })
    await expect(wrong.start(host.context(), listening.signal)).rejects.toThrow(/check QQ_APP_ID and QQ_SECRET/)
    await expect(wrong.examine?.()).resolves.toContainEqual(expect.objectContaining({ isGood: false }))
    await expect(adapter.examine?.()).resolves.toContainEqual({ says: 'AppID and secret are taken', isGood: true })
  })

  it('a picture goes with its words as one reply; another file does not, and its words alone are said', async () => {
    await start()
    const folder = await mkdtemp(join(tmpdir(), 'qq-'))
    await writeFile(join(folder, 'lid.png'), Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1'))
    await writeFile(join(folder, 'lid.pdf'), '%PDF-1.7')
    server.says('U0ANA', 'how does it look?')
    const { id } = await hears('how does it look?')
    const picture = { kind: 'photo', path: join(folder, 'lid.png') } as const
    await adapter.send(words(ana, 'Like this.', { replyTo: id, media: picture }))
    expect(server.sent).toMatchObject([{ type: 7, text: 'Like this.', file: expect.stringMatching(/^FILE-/) }])
    await adapter.send(
      words(ana, 'On paper.', { replyTo: id, media: { kind: 'document', path: join(folder, 'lid.pdf') } }),
    )
    expect(server.sent.at(-1)).toMatchObject({ type: 0, text: 'On paper.' })
  })

  it.each([true, false])(
    'a product is one reply of the few: picture, words, address (buttons: %s)',
    async (hasButtons) => {
      await start({ hasButtons, domains: ['shop.example'] }, { hasButtons, domains: ['shop.example'] })
      const folder = await mkdtemp(join(tmpdir(), 'qq-'))
      await writeFile(join(folder, 'tamper.png'), Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1'))
      server.says('U0ANA', 'tampers?')
      const { id } = await hears('tampers?')
      const buttons = [{ label: 'Take a look', url: 'https://shop.example/tamper' }]
      const media = { kind: 'photo', path: join(folder, 'tamper.png') } as const
      await adapter.send(words(ana, 'Skipper Tamper · £18', { replyTo: id, isCard: true, media, buttons }))
      expect(server.sent).toMatchObject([
        { type: 7, text: 'Skipper Tamper · £18\nTake a look: https://shop.example/tamper' },
      ])
    },
  )

  it('a pressed button is acknowledged, so that the fan’s QQ stops waiting; without the right to them they are words', async () => {
    await start({ hasButtons: true }, { hasButtons: true })
    server.says('U0ANA', 'help')
    const { id } = await hears('help')
    const buttons = [
      { label: 'Yes *really*', value: 'yes' },
      { label: 'Shop', url: 'https://tidewater.example' },
    ]
    await adapter.send(words(ana, 'A *person*?', { replyTo: id, buttons }))
    expect(server.sent.at(-1)).toMatchObject({ type: 2, text: 'A *person*?' })
    expect(server.sent.at(-1)?.buttons.map(({ isLink }) => isLink)).toEqual([false, true])
    server.presses('U0ANA', 'Yes *really*')
    await hears('Yes *really*')
    await server.until(() => server.acknowledged.length > 0)
  })

  it('buttons that were not granted after all are said as words', async () => {
    await start({ hasButtons: false }, { hasButtons: true })
    server.says('U0ANA', 'help')
    const { id } = await hears('help')
    await adapter.send(
      words(ana, 'Here.', { replyTo: id, buttons: [{ label: 'Shop', url: 'https://tidewater.example' }] }),
    )
    expect(server.sent.at(-1)).toMatchObject({ type: 0, text: 'Here.\nShop: tidewater．example' })
  })

  it('what is for one member of a group alone is never shown to all: its open words are', async () => {
    await start()
    server.saysIn('G0TEA', 'M0ANA', 'my order?')
    const { id } = await hears('my order?')
    const alone = { replyTo: id, surface: 'group', onlyFor: accountId('qq', 'M0ANA') } as const
    await expect(adapter.send(words(group, 'Order 4411 …', alone))).rejects.toMatchObject({ isPermanent: true })
    const openly = { text: words(group, 'Write to me in private.').text }
    await adapter.send(words(group, 'Order 4411 …', { ...alone, openly }))
    expect(server.sent.map(({ text }) => text)).toEqual(['Write to me in private.'])
  })
})
