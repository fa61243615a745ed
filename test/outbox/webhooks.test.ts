/** Another program is told what happened: signed, in order, tried again while it fails, and nobody waits for it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/log.ts'
import { createWebhooks, type WebhookDeps } from '../../src/outbox/webhooks/send-announcements.ts'
import type { Store } from '../../src/ports/store.ts'
import { checkTarget, isPublicAddress } from '../../src/reach/public-address.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { accept, ana, claimOne, message, settle, sqliteTestDatabase, useStore } from '../support/store-harness.ts'
import { signatureOf, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

const under = useStore(sqliteTestDatabase)
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const older = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const dana = { id: 'desk:dana', name: 'Dana' }
const HOUR_MS = 3_600_000

let receiver: WebhookReceiver
let store: Store
let clock: ManualClock
let report = 0
let acts = 0
beforeEach(async () => {
  receiver = await startWebhookReceiver()
  store = await under.open({ isAnnouncing: true })
  clock = createManualClock({ startsAt: Date.parse('2026-11-18T10:30Z') })
  await accept(store, message('1', ana, { text: 'the lid leaks' }))
  const claim = await claimOne(store)
  const [{ row }] = claim.unread
  await settle(store, claim, { reports: [{ accountId: ana, row, at: 5_000, kind: 'complaint', lang: 'en' }] })
  report = (await store.issues.unheard(1))[0]?.id ?? 0
})
afterEach(() => receiver[Symbol.asyncDispose]())

const opened = (title: string) =>
  store.issues.act({ kind: 'open', title, reports: [report] }, dana, `act ${acts++}`, clock.now())
const renamed = (number: number, title: string) =>
  store.issues.act({ kind: 'set', number, set: { title }, what: 'title' }, dana, `act ${acts++}`, clock.now())

const aside: string[] = []
beforeEach(() => aside.splice(0))
function telling(more: Partial<WebhookDeps> = {}) {
  const webhooks = createWebhooks({
    ...{
      announcements: store.announcements,
      url: receiver.url,
      secrets: [secret],
      mayBePrivate: true,
      random: () => 1,
    },
    onSetAside: async (says) => void aside.push(says),
    log: createLog({ level: 'silent' }),
    clock,
    ...more,
  })
  return (signal = new AbortController().signal) => webhooks.round(signal)
}
const titles = () => receiver.received.map(({ body }) => String(JSON.parse(body).data.title))

describe('what is told', () => {
  it('is one JSON object, signed for its id and time with each secret', async () => {
    await opened('Grey lids')
    await telling({ secrets: [secret, older] })()
    const [told, ...more] = receiver.received
    if (!told) throw new Error('nothing was received')
    expect(more).toEqual([])
    expect(told.signatures).toEqual([signatureOf(secret, told), signatureOf(older, told)])
    expect(told.timestamp).toBe(clock.now() / 1000)
    expect(told.id).toMatch(/^msg_[\w-]+$/)
    expect(JSON.parse(told.body)).toMatchObject({
      type: 'issue.opened',
      timestamp: '2026-11-18T10:30:00.000Z',
      data: { number: 1, title: 'Grey lids', state: 'confirmed', people: 1 },
    })
    await telling()()
    expect(receiver.received).toHaveLength(1)
  })

  it('of one issue waits for what came before it, of another goes on', async () => {
    await opened('Lids')
    await renamed(1, 'Lid')
    await opened('Mugs')
    receiver.answers((response) => response.writeHead(titles().at(-1) === 'Mugs' ? 200 : 503).end())
    const tell = telling()
    await tell()
    await tell()
    expect(titles().toSorted()).toEqual(['Lids', 'Mugs'])
    receiver.answers((response) => response.writeHead(200).end())
    clock.advance(6_000)
    await tell()
    await tell()
    expect(titles().slice(2)).toEqual(['Lids', 'Lid'])
    const [first, again] = receiver.received.filter(({ body }) => body.includes('"Lids"'))
    expect(again?.id).toBe(first?.id)
    expect(again?.timestamp).toBe((first?.timestamp ?? 0) + 6)
  })
})

describe('a target', () => {
  it('that answers wrongly is asked again, at last set aside, and its operator told once', async () => {
    await opened('Lids')
    await opened('Mugs')
    receiver.answers((response) => response.writeHead(500).end('no'))
    const tell = telling()
    for (let hours = 0; hours < 120; hours++) {
      await tell()
      clock.advance(HOUR_MS)
    }
    expect(receiver.received).toHaveLength(20)
    expect(aside).toEqual([expect.stringMatching(/WEBHOOKS_URL .*issue\.opened.*answered 500/)])
    expect(await store.announcements.nextDueAt()).toBeUndefined()
  })

  it('that wants no more is not asked again, and one that asks for time is given it', async () => {
    await opened('Lids')
    receiver.answers((response) => response.writeHead(429, { 'retry-after': '600' }).end())
    const tell = telling()
    await tell()
    clock.advance(599_000)
    await tell()
    expect(receiver.received).toHaveLength(1)
    receiver.answers((response) => response.writeHead(410).end())
    clock.advance(1_000)
    await tell()
    expect(receiver.received).toHaveLength(2)
    expect(aside).toHaveLength(1)
  })

  it('that sends elsewhere is not followed', async () => {
    await opened('Lids')
    receiver.answers((response) => response.writeHead(307, { location: '/elsewhere' }).end())
    await telling()()
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
    expect(await store.announcements.nextDueAt()).toBe(clock.now() + 5_000)
  })

  it('that closes the connection, or is not there, is asked again', async () => {
    await opened('Lids')
    receiver.answers((_, socket) => socket.destroy())
    const tell = telling()
    await tell()
    expect(await store.announcements.nextDueAt()).toBe(clock.now() + 5_000)
    await receiver[Symbol.asyncDispose]()
    clock.advance(5_000)
    await tell()
    expect(await store.announcements.nextDueAt()).toBe(clock.now() + 300_000)
    receiver = await startWebhookReceiver()
  })

  it.each([
    ['hangs', () => undefined],
    [
      'answers its first letters for ever',
      (_: unknown, socket: { write(text: string): void }) => socket.write('HTTP/1.'),
    ],
  ])('that %s is given up when its time is over', async (_, how) => {
    await opened('Lids')
    await opened('Mugs')
    receiver.answers(how)
    const told = telling({ limitMs: 15_000 })()
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), 60_000)
    clock.advance(15_000)
    await told
    expect(await store.announcements.nextDueAt()).toBe(clock.now() + 5_000)
  })

  it('that is given up because the program ends is asked again at the next start, as if it had not been', async () => {
    await opened('Lids')
    receiver.answers(() => undefined)
    const ending = new AbortController()
    const told = telling()(ending.signal)
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 60_000)
    ending.abort()
    await told
    clock.advance(60_000)
    receiver.answers((response) => response.writeHead(200).end())
    await telling()()
    expect(titles()).toEqual(['Lids', 'Lids'])
  })
})

describe('an address that is not public', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]'])(
    '%s is never connected to, unless that is meant',
    async (host) => {
      await opened('Lids')
      const url = receiver.url.replace('127.0.0.1', host)
      await telling({ url, mayBePrivate: false })()
      expect(receiver.received).toEqual([])
      expect(await store.announcements.nextDueAt()).toBe(clock.now() + 5_000)
    },
  )

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['10.1.2.3', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['fec0::1', false],
    ['::127.0.0.1', false],
    ['::8.8.8.8', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:0:127.0.0.1', false],
    ['4000::1', false],
    ['5f00::1', false],
    ['3fff:fff::1', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['fe80::1%eth0', false],
    ['2a00:1450:4001:82f::200e', true],
    ['240.0.0.1', false],
    ['not an address', false],
  ])('%s: public is %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic))

  it.each(['127.0.0.1', '[::1]', '[fec0::1]', '[::127.0.0.1]', '2130706433', '0x7f.1', 'localhost', 'hooks.localhost'])(
    '%s is told at the start, unless it is meant',
    (host) => {
      const target = (mayBePrivate: boolean) => () => checkTarget({ url: `https://${host}/hook`, mayBePrivate })
      expect(target(false)).toThrow(/WEBHOOKS_URL leads to an address that is not public/)
      expect(target(true)).not.toThrow()
    },
  )

  it.each(['hooks.example', '8.8.8.8', '[2606:4700::1111]'])('%s is a target', (host) =>
    expect(() => checkTarget({ url: `https://${host}/hook`, mayBePrivate: false })).not.toThrow(),
  )
})
