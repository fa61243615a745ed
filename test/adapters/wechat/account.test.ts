/** An account on the wire: what opens its talk, how it keeps its token, files both ways, codes, and an account that may only answer. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWeChatAdapter, type WeChatOptions } from '../../../adapters/wechat/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import type { Adapter, AdapterContext } from '../../../src/ports/adapter.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { words } from '../../support/outbound-message.ts'
import { serveRoutes } from '../../support/serve-routes.ts'
import { account, startWeChat, type WeChatServer } from '../../support/wechat-server.ts'

const FAN = 'oAna0001'
const thread = threadId('wechat', FAN)
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')

let running: AsyncDisposableStack
let server: WeChatServer
let web: Awaited<ReturnType<typeof serveRoutes>>
let clock: ReturnType<typeof createManualClock>
let host: ReturnType<typeof createAdapterHost>

beforeEach(async () => {
  running = new AsyncDisposableStack()
  clock = createManualClock()
  host = createAdapterHost({ clock })
  server = running.use(await startWeChat({ clock, mode: 'safe' }))
  web = running.use(await serveRoutes())
})
afterEach(() => running.disposeAsync())

async function start(more: Partial<WeChatOptions> = {}, context: Partial<AdapterContext> = {}): Promise<Adapter> {
  const adapter = createWeChatAdapter({
    ...{ appId: account.appId, appSecret: account.secret, token: account.token, aesKeys: [account.aesKey] },
    ...{ isPassive: false, apiRoot: server.root },
    ...more,
  })
  const listening = new AbortController()
  running.defer(async () => {
    listening.abort()
    await adapter.stop()
  })
  await adapter.start({ ...host.context(), ...context }, listening.signal)
  web.serve(adapter.routes?.() ?? [])
  await server.serve(web.url)
  return adapter
}
/** What processes of one brand share. */
function shared(): NonNullable<AdapterContext['keyValues']> {
  const values = new Map<string, { value: string; expiresAt?: number }>()
  return {
    get: async (key) => values.get(key),
    set: async (key, value, expiresAt) => void values.set(key, { value, ...(expiresAt && { expiresAt }) }),
    async add(key, amount, expiresAt) {
      const before = values.get(key)
      const isOver = before?.expiresAt !== undefined && before.expiresAt <= clock.now()
      const sum = (isOver ? 0 : Number(before?.value ?? 0)) + amount
      values.set(key, { value: String(sum), expiresAt })
      return sum
    },
  }
}

describe('what opens a talk', () => {
  it('a follow and a scan in one second are two, each heard as /start with its scene', async () => {
    await start()
    server.happens(FAN, 'subscribe', { EventKey: 'qrscene_shop7', Ticket: 'gQ' })
    server.happens(FAN, 'SCAN', { EventKey: 'shop7', Ticket: 'gQ' })
    await host.until(() => host.messages.length === 2)
    expect(host.messages).toMatchObject([
      { command: { name: 'start', args: 'shop7' }, opens: 'follow' },
      { command: { name: 'start', args: 'shop7' }, opens: 'scan' },
    ])
    expect(host.events).toMatchObject([{ kind: 'opened', threadId: thread }])
  })

  it('a menu is heard by its key, what opens nothing is not heard, and who leaves is closed', async () => {
    const adapter = await start()
    server.happens(FAN, 'CLICK', { EventKey: '/help' })
    server.happens(FAN, 'VIEW', { EventKey: 'https://shop.example' })
    server.happens(FAN, 'unsubscribe')
    await host.until(() => host.events.some(({ kind }) => kind === 'closed'))
    expect(host.messages).toMatchObject([{ command: { name: 'help' }, opens: 'menu' }])
    await expect(adapter.send(words(thread, 'hello'))).rejects.toMatchObject({ isWindowClosed: true })
  })

  it('after a tap alone three messages are taken, for a minute', async () => {
    const adapter = await start()
    server.happens(FAN, 'CLICK', { EventKey: 'hours' })
    await host.until(() => host.messages.length === 1)
    const most = adapter.replyWindow?.('direct')?.opens.menu?.messages ?? 0
    for (let nth = 0; nth < most; nth += 1) await adapter.send(words(thread, `line ${nth}`))
    await expect(adapter.send(words(thread, 'more'))).rejects.toMatchObject({ isWindowClosed: true })
    server.happens(FAN, 'CLICK', { EventKey: 'hours' })
    await server.idle()
    clock.advance(61_000)
    await expect(adapter.send(words(thread, 'late'))).rejects.toMatchObject({ isWindowClosed: true })
  })
})

describe('the menu', () => {
  const menu = [
    { label: '帮助', value: '/help' },
    {
      label: 'Visit',
      items: [
        { label: 'When are you open?', value: 'answer:hours' },
        { label: 'Shop', url: 'https://shop.example' },
      ],
    },
  ]
  const changes = () => server.calls.filter((path) => path.endsWith('menu/create')).length

  it('is set from the persona where WeChat has none or another, and is heard as what it reads', async () => {
    const adapter = await start()
    await adapter.setMenu?.(undefined)
    expect(server.calls.filter((path) => path.includes('menu'))).toEqual([])
    await adapter.setMenu?.(menu)
    await adapter.setMenu?.(menu)
    expect(changes()).toBe(1)
    expect(server.menu()).toMatchObject({
      button: [
        { type: 'click', name: '帮助', key: '/help' },
        { name: 'Visit', sub_button: [{ key: 'answer:hours' }, { type: 'view', url: 'https://shop.example' }] },
      ],
    })
    server.happens(FAN, 'CLICK', { EventKey: 'answer:hours' })
    await host.until(() => host.messages.length === 1)
    expect(host.messages[0]).toMatchObject({ text: 'When are you open?', button: 'answer:hours', opens: 'menu' })
    await adapter.setMenu?.(menu.slice(1))
    expect(changes()).toBe(2)
  })

  it('that WeChat refuses is told to the operator, and the talk goes on', async () => {
    const adapter = await start()
    await adapter.setMenu?.([{ label: 'far too long for WeChat', value: '/help' }])
    expect(host.logged).toContainEqual({
      ...{ level: 'warn', message: 'the menu was not set' },
      details: { reason: 'WeChat refuses the menu (40018): a label is too long; see image.menu in persona.yaml' },
    })
    const passive = createWeChatAdapter({ appId: account.appId, token: account.token, aesKeys: [], isPassive: true })
    await passive.start(host.context(), new AbortController().signal)
    await passive.setMenu?.(menu)
    expect(host.logged.at(-1)?.message).toMatch(/^image\.menu is not set/)
  })
})

describe('the token', () => {
  const asked = () => server.calls.filter((path) => path.endsWith('stable_token')).length

  it('is one for all processes, and is asked for once', async () => {
    const keyValues = shared()
    const [one, other] = [await start({}, { keyValues }), await start({}, { keyValues })]
    server.says(FAN, 'hi')
    await host.until(() => host.messages.length === 1)
    await one.send(words(thread, 'one'))
    await other.send(words(thread, 'two'))
    expect(asked()).toBe(1)
  })

  it('that was replaced or has ended is asked for anew, and the message is sent once', async () => {
    const adapter = await start({}, { keyValues: shared() })
    server.says(FAN, 'hi')
    await host.until(() => host.messages.length === 1)
    server.replaceToken()
    await adapter.send(words(thread, 'after a replacement'))
    clock.advance(7_300_000)
    await adapter.send(words(thread, 'after its end'))
    expect(server.sent.map(({ text }) => text)).toEqual(['after a replacement', 'after its end'])
  })

  it('that is given out and refused again and again is replaced by force, once in half a minute', async () => {
    const adapter = await start({}, { keyValues: shared() })
    server.says(FAN, 'hi')
    await host.until(() => host.messages.length === 1)
    server.replaceToken(true)
    await adapter.send(words(thread, 'at last'))
    expect(server.sent).toHaveLength(1)
    server.replaceToken(true)
    await expect(adapter.send(words(thread, 'too soon'))).rejects.toMatchObject({ isPermanent: false })
  })

  it.each([
    [{ appSecret: 'wrong' }, /WECHAT_APP_SECRET/],
    [{ appId: 'wxother' }, /WECHAT_APP_ID/],
  ])('that is refused to us for good ends the start with what to set: %j', async (wrong, says) => {
    await expect(start(wrong)).rejects.toMatchObject({ code: 'config-invalid', message: expect.stringMatching(says) })
    const adapter = createWeChatAdapter({
      ...{ appId: account.appId, appSecret: account.secret, token: account.token, aesKeys: [], isPassive: false },
      ...{ apiRoot: server.root, ...wrong },
    })
    expect(await adapter.examine?.()).toContainEqual({ says: expect.stringMatching(says), isGood: false })
  })
})

describe('files and codes', () => {
  it('a fan’s picture is brought here, and one of ours is uploaded by what it is', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mascot-wechat-'))
    running.defer(() => rm(folder, { recursive: true }))
    const adapter = await start({}, { fileFor: (ref) => path.join(folder, ref) })
    server.media.set('IN-1', { bytes: Buffer.from('a picture'), type: 'image', at: clock.now() })
    server.sends(FAN, { MsgType: 'image', MediaId: 'IN-1', PicUrl: 'http://mmbiz.example/1' })
    server.sends(FAN, { MsgType: 'voice', MediaId: 'IN-2', Format: 'amr', Recognition: 'where is my cup' })
    await host.until(() => host.messages.length === 2)
    const [picture] = host.messages[0]?.attachments ?? []
    expect(host.messages[1]).toMatchObject({ text: 'where is my cup', attachments: [{ kind: 'voice' }] })
    if (!picture || !adapter.fetchFile) throw new Error('there is a picture')
    expect(await readFile(await adapter.fetchFile(picture), 'utf8')).toBe('a picture')

    const [good, wrong] = [path.join(folder, 'good.txt'), path.join(folder, 'wrong.png')]
    await writeFile(good, PNG)
    await writeFile(wrong, 'no picture at all')
    const sent = await adapter.send(words(thread, 'look', { media: { kind: 'photo', path: good } }))
    expect(sent.parts).toHaveLength(2)
    expect(server.sent.map(({ type }) => type)).toEqual(['image', 'text'])
    expect(server.media.get(server.sent[0]?.mediaId ?? '')?.bytes).toEqual(PNG)
    await adapter.send(words(thread, 'look here', { media: { kind: 'photo', path: wrong } }))
    expect(server.sent.at(-1)).toMatchObject({ type: 'text', text: 'look here' })
    await expect(adapter.send(words(thread, '', { media: { kind: 'photo', path: wrong } }))).rejects.toMatchObject({
      ...{ isPermanent: true, isMediaRefused: true },
    })
  })

  it('a video goes both ways: brought from where WeChat says it lies, and sent with a still of its own', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mascot-wechat-'))
    running.defer(() => rm(folder, { recursive: true }))
    const adapter = await start({}, { fileFor: (ref) => path.join(folder, ref) })
    const film = Buffer.from('\0\0\0\x18ftypmp42 and so on', 'latin1')
    server.media.set('FILM-1', { bytes: film, type: 'video', at: clock.now() })
    server.sends(FAN, { MsgType: 'video', MediaId: 'FILM-1', ThumbMediaId: 'STILL-1' })
    await host.until(() => host.messages.length === 1)
    const [video] = host.messages[0]?.attachments ?? []
    if (!video || !adapter.fetchFile) throw new Error('there is a video')
    const brought = await adapter.fetchFile(video)
    expect(path.extname(brought)).toBe('.mp4')
    expect(await readFile(brought)).toEqual(film)
    const own = path.join(folder, 'own.mp4')
    await writeFile(own, film)
    await adapter.send(words(thread, 'this way', { media: { kind: 'video', path: own } }))
    expect(server.sent.map(({ type, text }) => [type, text])).toEqual([
      ['video', ''],
      ['text', 'this way'],
    ])
    expect(await adapter.mostBytes?.('video', thread)).toBe(10 * 1024 * 1024)
    await writeFile(own, Buffer.concat([film, Buffer.alloc(10 * 1024 * 1024)]))
    await adapter.send(words(thread, 'too large', { media: { kind: 'video', path: own } }))
    expect(server.sent.at(-1)).toMatchObject({ type: 'text', text: 'too large' })
  })

  it('what was sent in part goes on behind it at the next try', async () => {
    const adapter = await start()
    server.says(FAN, 'hi')
    await host.until(() => host.messages.length === 1)
    for (let nth = 0; nth < 4; nth += 1) await adapter.send(words(thread, `line ${nth}`))
    const long = words(thread, `${'first '.repeat(280)}\n${'second '.repeat(200)}`)
    await expect(adapter.send(long)).rejects.toMatchObject({ isWindowClosed: true })
    server.says(FAN, 'go on')
    await host.until(() => host.messages.length === 2)
    expect((await adapter.send(long)).parts).toHaveLength(2)
    const said = server.sent.slice(4).map(({ text }) => text.slice(0, 6).trim())
    expect(said).toEqual(['first', 'second'])
  })

  it('a link of ours leads to a code with its scene, and nobody else makes one', async () => {
    const adapter = await start({ publicUrl: web.url }, { secret: async () => 'a-secret' })
    const link = adapter.privateLink?.('link-abc') ?? ''
    const answer = await fetch(link, { redirect: 'manual' })
    expect(answer.headers.get('location')).toMatch(
      /^https:\/\/mp\.weixin\.qq\.com\/cgi-bin\/showqrcode\?ticket=gQ\d+%3D%3D$/,
    )
    const calls = server.calls.length
    expect((await fetch(link.replace('link-abc', 'link-xyz'), { redirect: 'manual' })).status).toBe(404)
    expect(server.calls).toHaveLength(calls)
  })
})

describe('an account that may only answer', () => {
  const passive = { isPassive: true }

  it('says its answer in the push, encrypted as it came, and asks nothing of WeChat', async () => {
    const adapter = await start(passive)
    const push = server.says(FAN, 'are you open?')
    await host.until(() => host.messages.length === 1)
    const replyTo = host.messages[0]?.id ?? ''
    await adapter.send(words(thread, 'Until six ]]> today.', { replyTo }))
    await server.idle()
    expect(push.outcome).toBe('said: Until six ]]> today.')
    await expect(adapter.send(words(thread, 'and more', { replyTo }))).rejects.toMatchObject({ isWindowClosed: true })
    expect(server.calls).toEqual([])
  })

  it('an answer after WeChat’s first five seconds leaves with the next push', async () => {
    const adapter = await start(passive)
    const push = server.says(FAN, 'are you open?')
    await host.until(() => host.messages.length === 1)
    server.goTo(web.url)
    await host.until(() => host.offered.length === 2)
    await adapter.send(words(thread, 'Until six.', { replyTo: host.messages[0]?.id ?? '' }))
    await server.idle()
    expect(push.outcome).toBe('said: Until six.')
    expect(host.messages).toHaveLength(1)
  })

  it('says honestly that it could not, when all three are over; what comes then waits for the fan’s word', async () => {
    const adapter = await start(passive)
    const push = server.says(FAN, 'are you open?')
    for (const nth of [1, 2]) {
      await host.until(() => host.offered.length === nth)
      server.goTo(web.url)
    }
    await host.until(() => host.offered.length === 3)
    await expect.poll(() => clock.sleeps.at(-1)).toBe(4_500)
    clock.advance(4_500)
    await server.idle()
    expect(push.outcome).toMatch(/^said: I have your message/)
    const replyTo = host.messages[0]?.id ?? ''
    await expect(adapter.send(words(thread, 'Until six.', { replyTo }))).rejects.toMatchObject({ isWindowClosed: true })
  })
})
