/** What comes over LINE's wire and what leaves: signatures, several fans in one push, reply tokens and pushes, groups, names, files. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLineAdapter, type LineOptions } from '../../../adapters/line/index.ts'
import { isSigned } from '../../../adapters/line/wire/sign.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import type { Adapter } from '../../../src/ports/adapter.ts'
import { type AdapterHost, createAdapterHost } from '../../support/adapter-host.ts'
import { channel, type LineServer, startLine } from '../../support/line-server.ts'
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts'
import { words } from '../../support/outbound-message.ts'
import { type RouteServer, serveRoutes } from '../../support/serve-routes.ts'

const ana = threadId('line', 'user', 'U0ANA')
const group = threadId('line', 'group', 'C0TEA')

it('a signature is of the bytes as they came, in base64', () => {
  // Worked out by hand: HMAC-SHA256 of the body with the channel's secret.
  const body = Buffer.from('{"destination":"Udemo","events":[]}')
  expect(isSigned('linesecret', body, '54IhaMWqwm9HKU6PqFu4nhcfDVQU2aph2dJwSB33zkU=')).toBe(true)
  for (const wrong of ['', '64IhaMWqwm9HKU6PqFu4nhcfDVQU2aph2dJwSB33zkU=', 'not base64 !'])
    expect(isSigned('linesecret', body, wrong)).toBe(false)
})

describe('the account', () => {
  let clock: ManualClock
  let server: LineServer
  let web: RouteServer
  let host: AdapterHost
  let adapter: Adapter
  let listening: AbortController

  async function start(quota?: number, more: Partial<LineOptions> = {}): Promise<void> {
    server = await startLine({ clock, ...(quota !== undefined && { quota }) })
    adapter = createLineAdapter({ ...channel, apiRoot: server.root, dataRoot: server.root, ...more })
    await adapter.start(host.context(), listening.signal)
    web.serve(adapter.routes?.() ?? [])
    await server.serve(web.url)
  }
  const hears = async (text: string) => {
    await host.until(() => host.messages.some((one) => one.text === text))
    const found = host.messages.findLast((one) => one.text === text)
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

  it('takes what is signed and nothing else', async () => {
    await start()
    const body = JSON.stringify({ destination: 'Udemo', events: [server.textEvent('U0ANA', 'hello')] })
    expect((await server.post(web.url, body, undefined, 'Zm9yZ2Vk')).status).toBe(401)
    expect(host.messages).toEqual([])
    for (const [status, wrong] of [
      [400, 'nonsense'],
      [400, '[]'],
      [413, 'x'.repeat(3_000_000)],
    ] as const)
      expect((await server.post(web.url, wrong)).status).toBe(status)
    expect((await server.post(web.url, body)).status).toBe(200)
    for (const { message, details } of host.logged)
      expect(`${message} ${JSON.stringify(details)}`).not.toMatch(/linesecret|channel-token/)
  })

  it('one push may hold words of several fans, in any order, and what another program answers is left', async () => {
    await start()
    server.names.set('U0ANA', 'Ana 安')
    const late = server.textEvent('U0ANA', 'second')
    server.pushed(
      { ...late, timestamp: clock.now() + 5 },
      server.textEvent('U0BEN', 'of another'),
      { ...server.textEvent('U0ANA', 'first'), timestamp: clock.now() - 5 },
      { ...server.textEvent('U0ANA', 'not for us'), mode: 'standby' },
      { type: 'somethingNew', mode: 'active', source: { type: 'user', userId: 'U0ANA' } },
    )
    await hears('second')
    expect(host.messages.map(({ text, author }) => [text, author.name])).toEqual([
      ['first', 'Ana 安'],
      ['of another', ''],
      ['second', 'Ana 安'],
    ])
  })

  it('an event of a shape that nobody foresaw is passed over and told, and those beside it are heard', async () => {
    await start()
    const said = (fan: string, id: string, text: string) => ({
      ...server.textEvent(fan, text),
      message: { type: 'text', id, text },
    })
    server.pushed(said('U0ANA', 'null', 'strange'), said('U0BEN', '78', 'plain'))
    await hears('plain')
    expect(host.messages).toHaveLength(1)
    expect(host.logged).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'a message could not be read' }),
    )
  })

  it('answers at no charge while it can, once, and counts a push of the month afterwards', async () => {
    await start()
    server.says('U0ANA', 'hello')
    await hears('hello')
    await adapter.send(words(ana, 'At once.'))
    await adapter.send(words(ana, 'And more.'))
    server.says('U0ANA', 'still there?')
    await hears('still there?')
    clock.advance(55_000)
    await adapter.send(words(ana, 'Late.'))
    expect(server.sent.map(({ text, how }) => [text, how])).toEqual([
      ['At once.', 'reply'],
      ['And more.', 'push'],
      ['Late.', 'push'],
    ])
    expect(server.used()).toBe(2)
  })

  it('an answer that was lost on its way is not said twice, whether as a reply or as a push', async () => {
    await start()
    server.says('U0ANA', 'hello')
    await hears('hello')
    for (const text of ['A reply.', 'A push.']) {
      const message = words(ana, text)
      server.fails('lose the answer')
      await expect(adapter.send(message)).rejects.toMatchObject({ isPermanent: false })
      await adapter.send(message)
    }
    expect(server.sent.map(({ text }) => text)).toEqual(['A reply.', 'A push.'])
  })

  it('a month that is used up is told in words, and tried again an hour later', async () => {
    await start(1)
    await adapter.send(words(ana, 'The only one.'))
    const error = await adapter.send(words(ana, 'Too many.')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      isPermanent: false,
      retryAfterMs: 3_600_000,
      message: expect.stringMatching(/month/),
    })
    expect(await adapter.examine?.()).toContainEqual({ says: '0 of 1 messages of this month are left', isGood: false })
  })

  it('in a group it is called by its mention alone, knows members apart, and one who is unknown is heard too', async () => {
    await start()
    server.says('C0TEA', 'nice weather', {}, 'U0ANA')
    const mention = { mentionees: [{ index: 0, length: 4, isSelf: true }] }
    server.says('C0TEA', '@Pip /help lids', { mention }, 'U0ANA')
    server.says('C0TEA', '@Pip who am I?', { mention }, 'anonymous')
    expect(await hears('/help lids')).toMatchObject({
      ...{ threadId: group, surface: 'group', isMention: true, command: { name: 'help', args: 'lids' } },
      author: { accountId: accountId('line', 'U0ANA') },
    })
    expect((await hears('nice weather')).isMention).toBe(false)
    expect((await hears('who am I?')).author.accountId).toBe(accountId('line', 'unknown-in-C0TEA'))
    const openly = { text: words(group, 'Write to me in private.').text }
    await adapter.send(words(group, 'Order 4411 …', { surface: 'group', onlyFor: accountId('line', 'U0ANA'), openly }))
    expect(server.sent.map(({ text }) => text)).toEqual(['Write to me in private.'])
  })

  it('hears who follows, blocks, leaves, joins and takes words back', async () => {
    await start()
    server.pushed(server.event('U0BEN', { type: 'follow', follow: { isUnblocked: false } }))
    expect(await hears('/start')).toMatchObject({ opens: 'follow', command: { name: 'start' } })
    server.pushed(
      server.event('U0BEN', { type: 'unfollow' }),
      server.event('C0TEA', { type: 'join' }, ''),
      server.event('C0TEA', { type: 'memberLeft', left: { members: [{ type: 'user', userId: 'U0ANA' }] } }, ''),
      server.event('U0ANA', { type: 'unsend', unsend: { messageId: '5000001' } }),
    )
    await host.until(() => host.events.some(({ kind }) => kind === 'deleted'))
    expect(host.events.map(({ kind }) => kind)).toEqual(['opened', 'closed', 'opened', 'left', 'deleted'])
  })

  it('files, places and stickers are heard, and a file is brought here once it is ready', async () => {
    await start()
    const message = (inner: object) => server.event('U0ANA', { type: 'message', message: inner })
    // A file that was brought once is not asked for again, also by the test before.
    const id = randomUUID()
    server.media.set(id, { bytes: Buffer.from('the lid'), isReady: false })
    server.pushed(
      message({ id, type: 'image', contentProvider: { type: 'line' } }),
      message({ id: '302', type: 'file', fileName: 'bill.pdf', fileSize: 9 }),
      message({ id: '303', type: 'location', title: 'Harbour', latitude: 1, longitude: 2 }),
      message({ id: '304', type: 'sticker', keywords: ['happy', 'tea'] }),
      message({ id: '305', type: 'hologram' }),
    )
    await host.until(() => host.messages.length === 5)
    expect(host.messages.map(({ attachments: [one] = [], unreadable }) => one?.kind ?? unreadable)).toEqual([
      ...['photo', 'document', 'location', 'sticker', 'hologram'],
    ])
    const file = { kind: 'photo', ref: id } as const
    await expect(adapter.fetchFile?.(file)).rejects.toMatchObject({ isPermanent: false })
    expect(await readFile((await adapter.fetchFile?.(file)) ?? '', 'utf8')).toBe('the lid')
  })

  it('a picture leaves by its address; a file that lies here does not, and its words alone are said', async () => {
    await start()
    await adapter.send(words(ana, 'Like this.', { media: { kind: 'photo', url: 'https://shop.example/lid.jpg' } }))
    await adapter.send(words(ana, 'Like that.', { media: { kind: 'photo', path: '/tmp/lid.jpg' } }))
    expect(server.sent.map(({ text, image }) => text || image)).toEqual([
      'https://shop.example/lid.jpg',
      'Like this.',
      'Like that.',
    ])
  })

  it('a product is one bubble: picture, name and price, words, and a button to its page; what LINE refuses of it is said in words', async () => {
    await start()
    const said = 'Skipper Tamper · £18.00\nPresses flat.\nComes as oak, ash.'
    const card = {
      isCard: true,
      media: { kind: 'photo', url: 'https://shop.example/tamper.jpg' },
      buttons: [{ label: 'Take a look', url: 'https://shop.example/tamper' }],
    } as const
    await adapter.send(words(ana, said, card))
    expect(server.sent).toMatchObject([
      {
        text: said,
        image: 'https://shop.example/tamper.jpg',
        buttons: [{ label: 'Take a look', data: 'https://shop.example/tamper' }],
      },
    ])
    await adapter.send(words(ana, said, { ...card, media: { kind: 'photo', path: '/tmp/tamper.jpg' } }))
    expect(server.sent[1]).toMatchObject({ text: said, buttons: [{ label: 'Take a look' }] })
    expect(server.sent[1]).not.toHaveProperty('image')
    server.fails({ status: 400, message: 'A message (messages[0]) in the request body is invalid' })
    await adapter.send(words(ana, said, card))
    expect(server.sent.slice(2).map(({ text, image }) => text || image)).toEqual([
      'https://shop.example/tamper.jpg',
      said,
    ])
  })

  it('long words and their buttons go in one call, and a token that is refused is the operator’s', async () => {
    await start()
    const buttons = [
      { label: 'A person', value: 'person' },
      { label: 'Shop', url: 'https://shop.example' },
    ]
    const { parts } = await adapter.send(words(ana, 'word '.repeat(2_500), { buttons }))
    expect(parts).toHaveLength(3)
    expect(server.sent.map(({ buttons: shown }) => shown.length)).toEqual([0, 0, 2])
    expect(server.used()).toBe(1)
    server.taps('U0ANA', 'A person')
    expect(await hears('A person')).toMatchObject({ button: 'person' })
    expect(adapter.privateLink?.('case-7')).toBe('https://line.me/R/oaMessage/%40tidewater/?%2Fstart%20case-7')
    server.fails({ status: 401 })
    await expect(adapter.send(words(ana, 'taken back mid-way'))).rejects.toMatchObject({
      ...{ isPermanent: false, retryAfterMs: 300_000, message: expect.stringMatching(/check LINE_TOKEN/) },
    })
    const wrong = createLineAdapter({ ...channel, token: 'guessed', apiRoot: server.root })
    await expect(wrong.start(host.context(), listening.signal)).rejects.toThrow(/check LINE_TOKEN/)
  })
})
