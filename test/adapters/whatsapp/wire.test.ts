/** What comes over WhatsApp's wire and what leaves: signatures over bytes, many messages in one push, who a fan is, buttons, files, late failures. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWhatsAppAdapter, type WhatsAppOptions } from '../../../adapters/whatsapp/index.ts'
import { signatureOf } from '../../../adapters/whatsapp/wire/sign.ts'
import { DAY_MS } from '../../../src/domain/durations.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import type { OutboundMessage } from '../../../src/domain/message.ts'
import type { Adapter } from '../../../src/ports/adapter.ts'
import { type AdapterHost, createAdapterHost } from '../../support/adapter-host.ts'
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts'
import { reaction, words } from '../../support/outbound-message.ts'
import { type RouteServer, serveRoutes } from '../../support/serve-routes.ts'
import { business, startWhatsApp, type WhatsAppServer } from '../../support/whatsapp-server.ts'

const [first, second] = business.numbers
const phone = '447700900123'
const ana = threadId('whatsapp', first, phone)

it('a signature is of the bytes as they came', () => {
  // Worked out by hand: HMAC-SHA256 of the body with the app's secret.
  expect(signatureOf('appsecret', Buffer.from('{"object":"whatsapp_business_account","entry":[]}'))).toBe(
    'sha256=09eceea024af6e6343b760cc9bd3ae7c056938dd636e24e92109eb8219500384',
  )
})

describe('a number', () => {
  let clock: ManualClock
  let server: WhatsAppServer
  let web: RouteServer
  let host: AdapterHost
  let adapter: Adapter
  let listening: AbortController

  function made(more: Partial<WhatsAppOptions> = {}): Adapter {
    const { template: _, ...own } = business
    return createWhatsAppAdapter({ ...own, numbers: [first, second], apiRoot: server.root, ...more })
  }
  const hears = async (text: string) => {
    await host.until(() => host.messages.some((one) => one.text === text))
    const found = host.messages.find((one) => one.text === text)
    if (!found) throw new Error(`not heard: ${text}`)
    return found
  }
  const opened = async (fan = phone) => {
    server.says(fan, 'hello there')
    return (await hears('hello there')).threadId
  }

  beforeEach(async () => {
    clock = createManualClock()
    web = await serveRoutes()
    host = createAdapterHost({ clock })
    listening = new AbortController()
    server = await startWhatsApp({ clock })
    adapter = made()
    await adapter.start(host.context(), listening.signal)
    web.serve(adapter.routes?.() ?? [])
    await server.serve(web.url)
  })
  afterEach(async () => {
    listening.abort()
    await server[Symbol.asyncDispose]()
    await web[Symbol.asyncDispose]()
  })

  it('asks a fan to write again by a template, in their language or else in the first, and only where one is set up', async () => {
    const thread = await opened()
    clock.advance(DAY_MS)
    await expect(adapter.send(words(thread, 'hello'))).rejects.toMatchObject({ isWindowClosed: true })
    const asking = made({ template: business.template })
    await asking.knock?.(thread, 'zh')
    await asking.knock?.(thread, 'fr')
    await asking.knock?.(thread, undefined)
    const shown = server.sent.map(({ template }) => template)
    expect(shown).toEqual(['answer_waiting zh_CN', 'answer_waiting en_GB', 'answer_waiting en_GB'])
    const unknown = made({ template: { name: 'answer_waiting', langs: ['pt_BR'] } }).knock?.(thread, 'pt')
    await expect(unknown).rejects.toThrow(/compare WHATSAPP_TEMPLATE with the console/)
    expect(await made().knock?.(thread, 'en')).toBe(false)
  })

  it('takes what is signed, whatever letters it holds, and nothing else', async () => {
    server.says(phone, 'Grüße 😀')
    await hears('Grüße 😀')
    const body = server.escaped({ object: 'whatsapp_business_account', entry: [] })
    expect((await server.post(web.url, body)).status).toBe(200)
    for (const signature of [
      '',
      'sha256=',
      signatureOf('guessed', Buffer.from(body)),
      `${signatureOf(business.appSecret, Buffer.from(body))}0`,
    ])
      expect((await server.post(web.url, body, undefined, signature)).status).toBe(401)
    for (const [status, wrong] of [
      [400, 'nonsense'],
      [400, '[]'],
      [413, 'x'.repeat(5_000_000)],
    ] as const)
      expect((await server.post(web.url, wrong)).status).toBe(status)
    const asked = { 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': 'guessed' }
    expect((await fetch(`${web.url}/whatsapp?${new URLSearchParams(asked)}`)).status).toBe(403)
    for (const { message, details } of host.logged)
      expect(`${message} ${JSON.stringify(details)}`).not.toMatch(/appsecret|EAAG|verify-demo/)
  })

  it('one push may hold many lines, of several numbers, and one that is not ours is left', async () => {
    const text = (id: string, body: string) => ({ id, type: 'text', text: { body } })
    server.pushed(
      server.valueFrom(phone, text('w1', 'one')),
      server.valueFrom('447700900456', text('w2', 'two'), second),
      server.valueFrom(phone, text('w3', 'for another'), '999999999999'),
    )
    await hears('two')
    expect(host.messages.map(({ threadId: thread, text: said }) => [thread, said])).toEqual([
      [ana, 'one'],
      [threadId('whatsapp', second, '447700900456'), 'two'],
    ])
    expect(host.logged.some(({ message }) => message.includes('WHATSAPP_NUMBERS'))).toBe(true)
  })

  it('a fan who keeps the number to themselves is known, and answered, by what WhatsApp calls them', async () => {
    server.says('GB.1502576394655843', 'hi')
    const { threadId: thread, author } = await hears('hi')
    expect(author).toMatchObject({ accountId: accountId('whatsapp', 'GB.1502576394655843'), name: 'Ana' })
    await adapter.send(words(thread, 'Hello Ana.'))
    expect(server.sent).toMatchObject([{ to: 'GB.1502576394655843', text: 'Hello Ana.' }])
  })

  it('who shows the number first and hides it later is one fan, where WhatsApp says both', async () => {
    const both = server.valueFrom(phone, { id: 'w1', type: 'text', text: { body: 'with it' } })
    const [contact] = both.contacts
    server.pushed({ ...both, contacts: [{ ...contact, user_id: 'GB.15' }] })
    server.says('GB.15', 'without it')
    expect((await hears('with it')).threadId).toBe((await hears('without it')).threadId)
  })

  it('hears files, places, cards, buttons, replies, what was passed on, and says what it cannot read', async () => {
    server.sends(phone, 'image', { id: '9001', mime_type: 'image/jpeg', caption: 'my lid' })
    expect((await hears('my lid')).attachments).toEqual([{ kind: 'photo', ref: '9001', mime: 'image/jpeg' }])
    server.sends(phone, 'audio', { id: '9002', mime_type: 'audio/ogg; codecs=opus', voice: true })
    server.sends(phone, 'location', { latitude: 1.5, longitude: 2, name: 'Harbour' })
    server.sends(phone, 'contacts', {})
    server.sends(phone, 'unsupported', {})
    server.sends(phone, 'button', { payload: 'yes', text: 'Yes please' })
    expect(await hears('Yes please')).toMatchObject({ button: 'yes' })
    server.says(phone, '/start join', { context: { id: 'wamid.x', from: '442079460000', forwarded: true } })
    const passed = await hears('/start join')
    expect(passed).toMatchObject({ forwarded: {}, replyTo: { messageId: 'wamid.x', isToBot: true } })
    expect(passed.command).toBeUndefined()
    server.says(phone, '/start join-7')
    expect((await hears('/start join-7')).command).toEqual({ name: 'start', args: 'join-7' })
    const kinds = host.messages.flatMap(({ attachments = [], unreadable }) => [
      ...attachments.map(({ kind }) => kind),
      unreadable ?? '',
    ])
    expect(kinds.filter(Boolean)).toEqual(['photo', 'voice', 'location', 'unsupported'])
  })

  it('a reaction is no line to answer, and one that is taken back is empty', async () => {
    server.sends(phone, 'reaction', { message_id: 'wamid.ours', emoji: '❤️' })
    server.sends(phone, 'reaction', { message_id: 'wamid.ours' })
    await host.until(() => host.events.length === 2)
    expect(host.events.map((event) => 'emojis' in event && event.emojis)).toEqual([['❤️'], []])
    expect(host.messages).toEqual([])
    await opened()
    await adapter.send(reaction(ana, 'wamid.theirs', '👍'))
    expect(server.reactions).toEqual([{ message_id: 'wamid.theirs', emoji: '👍' }])
  })

  it('who changes the number goes on with the same talk', async () => {
    server.sends(phone, 'system', { type: 'user_changed_number', wa_id: '447700900999' })
    await host.until(() => host.events.length > 0)
    expect(host.events).toMatchObject([
      { kind: 'moved', threadId: ana, to: threadId('whatsapp', first, '447700900999') },
    ])
  })

  it('what was taken and fails later is undelivered, and waits where only the window is closed', async () => {
    await opened()
    const { messageId } = await adapter.send(words(ana, 'Here.'))
    server.reports({ id: messageId, status: 'delivered', recipient_id: phone })
    server.reports({ id: messageId, status: 'failed', recipient_id: phone, errors: [{ code: 131047 }] })
    server.reports({ id: messageId, status: 'failed', recipient_id: phone, errors: [{ code: 131026 }] })
    await host.until(() => host.events.length === 2)
    expect(host.events).toMatchObject([
      { kind: 'undelivered', threadId: ana, messageId, isWindowClosed: true },
      { kind: 'undelivered', threadId: ana, messageId, reason: expect.stringMatching(/cannot reach the fan/) },
    ])
    expect(host.events[1]).not.toHaveProperty('isWindowClosed')
  })

  it('a message of a shape that nobody foresaw is passed over and told, and those beside it are heard', async () => {
    const bad = { id: 'null', type: 'text', text: { body: 'strange' } }
    const good = { id: 'wamid.good', type: 'text', text: { body: 'plain' } }
    server.pushed(server.valueFrom(phone, bad), server.valueFrom('447700900456', good))
    await hears('plain')
    expect(host.messages).toHaveLength(1)
    expect(host.logged).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'a message could not be read' }),
    )
  })

  it('three choices are buttons, more are a list, and long words stand before them', async () => {
    await opened()
    const choices = ['One', 'Two', 'Three', 'Four'].map((label) => ({ label, value: label.toLowerCase() }))
    await adapter.send(words(ana, 'Which?', { buttons: choices.slice(0, 3) }))
    await adapter.send(words(ana, 'Which?', { buttons: choices, lang: 'de' }))
    expect(server.sent.map(({ buttons }) => buttons.length)).toEqual([3, 4])
    const { parts = [] } = await adapter.send(
      words(ana, `${'word '.repeat(400)}\nWhich?`, { buttons: choices.slice(0, 2) }),
    )
    expect(parts).toHaveLength(2)
    expect(server.sent.at(-1)).toMatchObject({ type: 'interactive', buttons: [{ title: 'One' }, { title: 'Two' }] })
    await adapter.send(words(ana, 'See:', { buttons: [{ label: 'Shop', url: 'https://shop.example' }] }))
    expect(server.sent.at(-1)).toMatchObject({ type: 'text', text: 'See:\nShop: https://shop.example' })
  })

  it('what left before a fault is not said again when the rest is', async () => {
    await opened()
    const message = words(ana, `${'one '.repeat(1_500)}`)
    server.fails({ status: 200, code: 0 })
    await expect(adapter.send(message)).rejects.toThrow()
    await adapter.send(message)
    expect(server.sent).toHaveLength(2)
  })

  it('a picture goes with its words below it, and what is too large is refused before it leaves', async () => {
    await opened()
    const folder = await mkdtemp(join(tmpdir(), 'whatsapp-'))
    await writeFile(join(folder, 'lid.png'), Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1'))
    await writeFile(
      join(folder, 'huge.png'),
      Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(6_000_000)]),
    )
    await adapter.send(words(ana, 'Like this.', { media: { kind: 'photo', path: join(folder, 'lid.png') } }))
    expect(server.sent).toMatchObject([{ type: 'image', text: 'Like this.' }])
    await adapter.send(words(ana, 'Like that.', { media: { kind: 'photo', path: join(folder, 'huge.png') } }))
    expect(server.sent.at(-1)).toMatchObject({ type: 'text', text: 'Like that.' })
  })

  it('a product is one message: picture, words, and a button to its page; where that is refused, the address stands in its words', async () => {
    await opened()
    const folder = await mkdtemp(join(tmpdir(), 'whatsapp-'))
    const file = join(folder, 'tamper.png')
    await writeFile(file, Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1'))
    const said = 'Skipper Tamper · £18.00\nPresses flat.'
    const card = {
      isCard: true,
      media: { kind: 'photo', path: file },
      buttons: [{ label: 'Take a look', url: 'https://shop.example/tamper' }],
    } as const
    await adapter.send(words(ana, said, card))
    expect(server.sent).toMatchObject([
      {
        ...{ type: 'interactive', text: said, file: expect.stringMatching(/^\d+$/) },
        page: { label: 'Take a look', url: 'https://shop.example/tamper' },
      },
    ])
    const asWords = `${said}\nTake a look: https://shop.example/tamper`
    server.fails({ status: 400, code: 131009 })
    await adapter.send(words(ana, said, card))
    expect(server.sent.slice(1)).toMatchObject([{ type: 'image', text: asWords }])
    await adapter.send(words(ana, said, { ...card, media: { kind: 'photo', path: join(folder, 'gone.png') } }))
    expect(server.sent.at(-1)).toMatchObject({ type: 'interactive', text: said, page: { label: 'Take a look' } })
    await adapter.send(words(ana, 'Just words.', { buttons: card.buttons }))
    expect(server.sent.at(-1)).toMatchObject({ type: 'text' })
  })

  it('a file of a fan is brought here, and our token is shown to no other server', async () => {
    // A file that was brought once is not asked for again, also by the test before.
    const ref = randomUUID()
    server.media.set(ref, { name: 'lid.jpg', bytes: Buffer.from('the lid'), mime: 'image/jpeg' })
    const file = await adapter.fetchFile?.({ kind: 'photo', ref, mime: 'image/jpeg' })
    expect(file).toMatch(/\.jpg$/)
    expect(await readFile(file ?? '', 'utf8')).toBe('the lid')
    await expect(adapter.fetchFile?.({ kind: 'photo', ref: '9404' })).rejects.toMatchObject({ name: 'SendError' })
  })

  it('shows that it thinks, on the fan’s last message', async () => {
    await adapter.showTyping?.(ana)
    const before = server.calls.length
    await opened()
    await adapter.showTyping?.(ana)
    expect(server.calls.slice(before)).toEqual([`POST /${first}/messages`])
  })

  it('its link opens a talk that begins with our words', () => {
    expect(adapter.privateLink?.('case-7')).toBe('https://wa.me/442079460000?text=%2Fstart%20case-7')
  })

  it('a token that is refused is the operator’s to set right, at the start, and doctor says who each number is', async () => {
    await opened()
    server.fails({ status: 401, code: 190 })
    await expect(adapter.send(words(ana, 'taken back mid-way'))).rejects.toMatchObject({
      ...{ isPermanent: false, retryAfterMs: 300_000, message: expect.stringMatching(/check WHATSAPP_TOKEN/) },
    })
    const wrong = made({ token: 'guessed' })
    await expect(wrong.start(host.context(), listening.signal)).rejects.toThrow(/check WHATSAPP_TOKEN/)
    expect(await wrong.examine?.()).toContainEqual({ says: expect.stringMatching(/WHATSAPP_TOKEN/), isGood: false })
    expect(await adapter.examine?.()).toContainEqual({ says: `${first} is +44 20 7946 0000, Tidewater`, isGood: true })
  })

  it('deletes nothing, and says so for good', async () => {
    const deletion = {
      kind: 'deletion',
      id: '1',
      threadId: ana,
      messageId: 'w',
      surface: 'direct',
    } as unknown as OutboundMessage
    await expect(adapter.send(deletion)).rejects.toMatchObject({ isPermanent: true })
  })
})
