/** Who may come in at the web chat, how often, with what, and what a forged word is worth. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { addressOf, createLimits } from '../../../adapters/web/door/limits.ts'
import { createRiddles } from '../../../adapters/web/door/riddles.ts'
import { issueToken, visitorOf } from '../../../adapters/web/door/tokens.ts'
import { createWebAdapter } from '../../../adapters/web/index.ts'
import { sha256 } from '../../../adapters/web/page/state/sha256.ts'
import { dirOf, pageLangOf, pageLangs, wordsFor } from '../../../adapters/web/words/words.ts'
import { MINUTE_MS } from '../../../src/domain/durations.ts'
import { threadId } from '../../../src/domain/ids.ts'
import type { AdapterContext } from '../../../src/ports/adapter.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { words } from '../../support/outbound-message.ts'
import { createVisitor } from '../../support/web-visitor.ts'

const SECRET = 'a secret of this test'

async function open(options: Partial<Parameters<typeof createWebAdapter>[0]> = {}, more: Partial<AdapterContext> = {}) {
  const clock = createManualClock()
  const host = createAdapterHost({ clock })
  const adapter = createWebAdapter({ origins: [], proofBits: 0, proxies: 0, ...options })
  const stop = new AbortController()
  await adapter.start({ ...host.context(), secret: async () => SECRET, ...more }, stop.signal)
  const token = issueToken(SECRET)
  const visitor = createVisitor(token)
  visitor.meets(adapter)
  const say = (text: string, id = `id-${text.length}-${Math.trunc(clock.now())}`) =>
    visitor.asks('say', { method: 'POST', body: JSON.stringify({ id, text }) })
  return {
    ...{ adapter, host, clock, token, visitor, say },
    async [Symbol.asyncDispose]() {
      visitor.leaves()
      stop.abort()
      await adapter.stop()
    },
  }
}

describe('a token', () => {
  it('names its visitor by a digest that gives nothing of it away, and is worth nothing when anything of it is changed', () => {
    const token = issueToken(SECRET)
    const visitor = visitorOf(token, SECRET)
    expect(visitor).toMatch(/^[\w-]{22}$/)
    expect(token).not.toContain(visitor)
    expect(visitorOf(token, 'another secret')).toBeUndefined()
    for (let at = 0; at < token.length; at += 7) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(visitorOf(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, SECRET)).not.toBe(visitor)
    }
    for (const wrong of ['', '.', 'x'.repeat(87), `${token} `, `${token}${token}`])
      expect(visitorOf(wrong, SECRET)).toBeUndefined()
  })

  it('is needed for all that is a visitor’s own', async () => {
    await using chat = await open()
    const forged = { authorization: `Bearer ${issueToken('made up')}` }
    for (const path of ['lines', 'stream', 'file/1/0'])
      expect((await chat.visitor.asks(path, { headers: forged })).status).toBe(401)
    for (const path of ['say', 'press', 'file?id=abcdefgh'])
      expect((await chat.visitor.asks(path, { method: 'POST', body: '{}', headers: forged })).status).toBe(401)
    expect(chat.host.offered).toEqual([])
  })
})

describe('what is said', () => {
  it('twice under one id is one message, and a command is heard as one', async () => {
    await using chat = await open()
    await chat.say('/help me', 'once-once')
    await chat.say('/help me', 'once-once')
    expect(chat.host.messages).toHaveLength(1)
    expect(chat.host.messages[0]).toMatchObject({ isMention: true, command: { name: 'help', args: 'me' } })
  })

  it.each([
    ['no JSON', 'say', 'hello', 400],
    ['a list', 'say', '[]', 400],
    ['no id', 'say', '{"text":"hi"}', 400],
    ['an id with a path in it', 'say', '{"id":"../../etc/passwd","text":"hi"}', 400],
    ['nothing but blanks', 'say', '{"id":"abcdefgh","text":" \\u0000 \\n"}', 400],
    ['more letters than are taken', 'say', JSON.stringify({ id: 'abcdefgh', text: 'x'.repeat(4_001) }), 413],
    ['more bytes than are read', 'say', JSON.stringify({ id: 'abcdefgh', text: 'x'.repeat(50_000) }), 413],
    ['an empty file', 'file?id=abcdefgh', '', 400],
    ['a button that never was', 'press', '{"id":"abcdefgh","line":"desk","nth":0,"label":"desk:take:1"}', 400],
    ['a button by a value of their own', 'press', '{"id":"abcdefgh","value":"desk:take:1","label":"x"}', 400],
  ])('%s is refused in words a page can use, and nobody hears it', async (_, path, body, status) => {
    await using chat = await open()
    const answer = await chat.visitor.asks(path, { method: 'POST', body })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/^[a-z-]+$/) })
    expect(chat.host.offered).toEqual([])
  })

  it('from another site’s page is refused, whatever it was given', async () => {
    await using chat = await open()
    const headers = { 'sec-fetch-site': 'cross-site' }
    const answer = await chat.visitor.asks('say', { method: 'POST', body: '{"id":"abcdefgh","text":"hi"}', headers })
    expect(answer.status).toBe(403)
    expect(chat.host.offered).toEqual([])
  })

  it('too often has to wait a minute, each visitor for themselves, and an address for all of its visitors', async () => {
    await using chat = await open()
    const statuses: number[] = []
    for (let nth = 0; nth < 21; nth += 1) statuses.push((await chat.say(`line ${nth}`, `number-${nth}-x`)).status)
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429])
    const refused = await chat.say('more', 'number-more')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    chat.clock.advance(MINUTE_MS)
    expect((await chat.say('again', 'number-again')).status).toBe(200)
    const limits = createLimits(chat.clock)
    for (let nth = 0; nth < 120; nth += 1) expect(limits.take('say', { address: 'a', visitor: `v${nth}` })).toBe(0)
    expect(limits.take('say', { address: 'a', visitor: 'another' })).toBeGreaterThan(0)
    expect(limits.take('say', { address: 'b', visitor: 'another' })).toBe(0)
  })
})

describe('a picture of ours', () => {
  it('can be fetched as soon as its line is told, whatever is written down by then', async () => {
    await using chat = await open()
    const to = threadId('web', visitorOf(chat.token, SECRET) ?? '')
    const file = fileURLToPath(new URL('../../../docs/desk-phone.png', import.meta.url))
    await chat.adapter.send(words(to, 'Like this one?', { id: '7-abc', media: { kind: 'photo', path: file } }))
    const answer = await chat.visitor.asks('file/7/0')
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect((await chat.visitor.asks('file/7/1')).status).toBe(404)
    const other = await chat.visitor.asks('file/7/0', { headers: { authorization: `Bearer ${issueToken(SECRET)}` } })
    expect(other.status).toBe(404)
  })
})

it('a product’s picture on another site comes from us, and only where it is one', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
  const asked: string[] = []
  await using chat = await open(
    {},
    {
      async picture(url) {
        asked.push(url)
        return url.endsWith('.jpg') ? png : Buffer.from('<html>')
      },
    },
  )
  const to = threadId('web', visitorOf(chat.token, SECRET) ?? '')
  const url = 'https://tidewater.example/tamper.jpg'
  const card = (id: string, address: string) =>
    words(to, 'Skipper Tamper · £18', { id, isCard: true, media: { kind: 'photo', url: address } })
  await chat.adapter.send(card('7-abc', url))
  await chat.adapter.send(card('8-abc', 'https://tidewater.example/tamper.html'))
  await chat.visitor.reads()
  expect(chat.visitor.lines[0]).toMatchObject({ isCard: true, files: [{ isPicture: true, path: 'file/7/0' }] })
  const answer = await chat.visitor.asks('file/7/0')
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect((await chat.visitor.asks('file/8/0')).status).toBe(404)
  expect(asked).toEqual([url, 'https://tidewater.example/tamper.html'])
})

describe('an address', () => {
  it('is believed from the operator’s own proxies alone', () => {
    const headers = new Headers({ 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.1' })
    expect(addressOf(headers, '10.0.0.2', 0)).toBe('10.0.0.2')
    expect(addressOf(headers, '10.0.0.2', 1)).toBe('10.0.0.1')
    expect(addressOf(headers, '10.0.0.2', 2)).toBe('203.0.113.9')
    expect(addressOf(new Headers(), '10.0.0.2', 1)).toBe('10.0.0.2')
  })
})

describe('a riddle', () => {
  const solve = (challenge: string, bits: number) => {
    for (let nth = 0; ; nth += 1) if (Math.clz32(sha256(`${challenge}:${nth}`)) >= bits) return String(nth)
  }

  it('is solved once, in time, by who was asked, with the digest that the page makes', () => {
    const clock = createManualClock()
    const riddles = createRiddles(10, clock, () => SECRET)
    const { challenge = '' } = riddles.pose() ?? {}
    const answer = solve(challenge, 10)
    expect(riddles.isSolved(challenge, `${answer}0`)).toBe(false)
    expect(riddles.isSolved(challenge, answer)).toBe(true)
    expect(riddles.isSolved(challenge, answer)).toBe(false)
    const late = riddles.pose()?.challenge ?? ''
    const solved = solve(late, 10)
    clock.advance(11 * MINUTE_MS)
    expect(riddles.isSolved(late, solved)).toBe(false)
    const forged = createRiddles(10, clock, () => 'made up').pose()?.challenge ?? ''
    expect(riddles.isSolved(forged, solve(forged, 10))).toBe(false)
    for (const text of ['', 'a', 'abc', 'a'.repeat(60), '{"x":1}:17.a.b'])
      expect(sha256(text).toString(16).replace(/^-/, '')).toBe(
        (createHash('sha256').update(text).digest().readUInt32BE() >>> 0).toString(16),
      )
  })

  it('stands before the token where one is asked', async () => {
    await using chat = await open({ proofBits: 8 })
    const asked = await chat.visitor.asks('hello', { method: 'POST', body: '{}', headers: { authorization: '' } })
    const { riddle } = (await asked.json()) as { riddle: { challenge: string; bits: number } }
    expect(riddle.bits).toBe(8)
    const visit = (body: object) => chat.visitor.asks('visit', { method: 'POST', body: JSON.stringify(body) })
    expect((await visit({})).status).toBe(403)
    const given = await visit({ challenge: riddle.challenge, answer: solve(riddle.challenge, 8) })
    expect(visitorOf(((await given.json()) as { token: string }).token, SECRET)).toBeDefined()
  })
})

describe('the page', () => {
  it('may be framed by the sites that the operator names, and by no other', async () => {
    await using chat = await open({ origins: ['https://shop.example'] })
    const answer = await chat.visitor.asks('../')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://shop.example")
    await using alone = await open()
    expect((await alone.visitor.asks('../')).headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/)
  })

  it('sets no cookie, and its script may be loaded by every site', async () => {
    await using chat = await open()
    for (const path of ['../', '../embed.js', 'lines'])
      expect((await chat.visitor.asks(path)).headers.has('set-cookie')).toBe(false)
    expect((await chat.visitor.asks('../embed.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect((await chat.visitor.asks('../../../package.json')).status).toBe(404)
  })

  it('has all its words in every language that the persona may speak, and knows which are written from the right', () => {
    for (const lang of pageLangs)
      for (const text of Object.values(wordsFor(lang, 'Pip'))) expect(text, lang).toMatch(/\S/)
    expect(pageLangOf(['xx-YY', 'nb-NO', 'de'], ['en'])).toBe('no')
    expect(pageLangOf(['tlh'], ['fr', 'en'])).toBe('fr')
    expect([dirOf('ar'), dirOf('de')]).toEqual(['rtl', 'ltr'])
    expect(wordsFor('en', '$& {name}').title).toBe('Chat with $& {name}')
  })

  it('that has too many streams open loses the oldest', async () => {
    await using chat = await open()
    const streams = await Promise.all(Array.from({ length: 7 }, () => chat.visitor.asks('stream')))
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200))
    await chat.adapter.send(words(threadId('web', visitorOf(chat.token, SECRET) ?? ''), 'hello'))
    const [oldest] = streams
    expect(await oldest?.text()).not.toContain('hello')
  })
})
