/** From the staff chat to the desk page and back: /desk, who was let in, /signout, and who gets nothing. */
import { describe, expect, it } from 'vitest'
import { deskPage } from '../../adapters/desk/index.ts'
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { threadId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { createDeskClient, secretOf, signIn } from '../support/desk-client.ts'
import { startDeskHost } from '../support/desk-host.ts'
import { startDiscord } from '../support/discord-server.ts'
import { houseBrand } from '../support/house-brand.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

const LINK = /http:\/\/127\.0\.0\.1:\d+\/desk\/#in=[\w-]{43}(?=\s|$)/

function linkIn(text: string): string {
  const [link = ''] = LINK.exec(text) ?? []
  expect(link).not.toBe('')
  return link
}

/** A fan called for a person, so that staff have a thread. */
async function open(options: Parameters<typeof startDeskHost>[0] = {}) {
  const host = await startDeskHost({ hasStaffChat: true, ...options })
  const dana = host.chat.staff('Dana')
  await host.chat.fan('Ana').says('can I talk to a human please?')
  await dana.hears()
  await host.mascot.settled()
  return { host, dana }
}

const listed: NonNullable<Parameters<typeof startDeskHost>[0]>['tune'] = (persona) => ({
  ...persona,
  handoff: { ...persona.handoff, staff: [{ name: 'Dana K', accounts: ['desk:dana', 'test:Dana'], role: 'lead' }] },
})

describe('/desk in the staff chat', () => {
  it('brings a link that is good once, for who asked; the chat is told when it was used', async () => {
    const { host, dana } = await open({ tune: listed })
    await using _ = host
    await dana.says('/desk')
    const heard = await dana.hears(/good once, for ten minutes, and for Dana K alone/)
    const link = linkIn(heard.kind === 'text' ? heard.text : '')
    const page = await signIn(link)
    expect(page.me).toMatchObject({ staffId: 'desk:dana', name: 'Dana K', role: 'lead' })
    await dana.hears(/Dana K signed in to the desk on a browser\. Not you\? \/signout/)
    expect((await createDeskClient(host.url).post('/sign-in', { secret: secretOf(link) })).status).toBe(401)
  })

  it('leaves no secret in the database or the log', async () => {
    await using database = await sqliteTestDatabase()
    const { host, dana } = await open({ databaseUrl: database.url })
    await using _ = host
    await dana.says('/desk')
    const heard = await dana.hears(LINK)
    const link = linkIn(heard.kind === 'text' ? heard.text : '')
    const { cookie } = await signIn(link)
    await host.mascot.settled()
    const tables = await database.tableNames()
    const kept = JSON.stringify(await Promise.all(tables.map((table) => database.query(`select * from ${table}`))))
    expect(kept).toContain('signed-in')
    for (const secret of [secretOf(link), cookie.slice(cookie.indexOf('=') + 1)]) {
      expect(kept).not.toContain(secret)
      expect(host.chat.logged.join('')).not.toContain(secret)
    }
  })

  it('brings nothing to who is not on the staff list, and nothing to a fan', async () => {
    const { host, dana } = await open({ tune: listed })
    await using _ = host
    await host.chat.staff('Mallory').says('/desk')
    await dana.hears(/not on the staff list; nothing was done/)
    const ben = host.chat.fan('Ben')
    await ben.says('/desk')
    await ben.says('!desk')
    await host.mascot.settled()
    expect(host.chat.shown(ben.threadId).join('\n')).not.toMatch(/#in=/)
    expect(await host.mascot.access.audit({ limit: 9 })).toMatchObject([
      { who: { id: 'test:Mallory', name: 'Mallory' }, what: 'refused' },
    ])
  })

  it('tells who was signed in from the terminal, where they have talked with the bot', async () => {
    const { host } = await open({ tune: listed })
    await using _ = host
    const own = host.chat.fan('Dana')
    await own.says('do you have wifi?')
    await own.hears()
    await host.mascot.settled()
    await signIn(await host.signInLink('Dana'))
    await own.hears(/Dana K signed in to the desk on a browser\. Not you\? \/signout in the staff chat/)
  })

  it('says so where no page is served', async () => {
    const { host, dana } = await open({ pages: [], env: {} })
    await using _ = host
    await dana.says('/desk')
    await dana.hears(/not served here/)
  })
})

describe('the staff chat', () => {
  it('is no conversation to step into, also where staff have talked with the bot as fans do', async () => {
    const { host, dana } = await open()
    await using _ = host
    const own = host.chat.fan('Dana')
    await own.says('do you have wifi?')
    await own.hears()
    const general = threadId('test', 'staff', 'general')
    for (const place of [general, dana.threadId ?? general]) {
      dana.goesTo(place)
      await dana.says('morning all')
      await host.mascot.settled()
      const acted = await host.mascot.desk.stepIn(place, { id: 'test:Dana', name: 'Dana' })
      expect(acted).toMatchObject({ isDone: false, says: expect.stringContaining('no such conversation') })
    }
    const talks = await host.mascot.desk.recent()
    expect(talks.map(({ conversation }) => conversation.threadId).sort()).toEqual(['test:Ana', 'test:Dana'])
    const page = await signIn(await host.signInLink())
    expect((await page.post('/talks/step-in', { threadId: general })).status).toBe(409)
  })
})

describe('/signout in the staff chat', () => {
  it('ends all one’s sessions and unused links, those of others stay', async () => {
    const { host, dana } = await open()
    await using _ = host
    const [one, two] = [
      await signIn(await host.signInLink({ id: 'test:Dana', name: 'Dana' })),
      await signIn(await host.signInLink({ id: 'test:Dana', name: 'Dana' })),
    ]
    const lee = await signIn(await host.signInLink('Lee'))
    const unused = await host.signInLink({ id: 'test:Dana', name: 'Dana' })
    await dana.says('/signout')
    await dana.hears(/All 2 are ended/)
    for (const page of [one, two]) expect((await page.get('/me')).status).toBe(401)
    expect((await createDeskClient(host.url).post('/sign-in', { secret: secretOf(unused) })).status).toBe(401)
    expect((await lee.get('/me')).status).toBe(200)
  })
})

async function start(env: Record<string, string>, adapters: readonly Adapter[]): Promise<Mascot> {
  const persona = await houseBrand('coffee')
  const { hours: _, ...handoff } = persona.handoff
  return await startMascot({
    config: parseConfig({ DATABASE_URL: 'sqlite::memory:', HTTP_PORT: '0', ...env }),
    persona: { ...persona, handoff, manners: { ...persona.manners, burstMs: 0, limits: 'off' } },
    adapters,
    clock: systemClock,
    log: createLog({ level: 'silent' }),
    isServing: true,
    pages: [deskPage],
  })
}

describe('over the wire', () => {
  it('Telegram: the link comes whole, in the topic; in private where the staff member has talked with the bot', async () => {
    await using server = await startTelegramServer()
    const group = server.group('Care', { isForum: true })
    const options = { token: server.token, apiRoot: server.root, rate: 'off', staffChat: String(group.chatId) } as const
    await using mascot = await start({}, [createTelegramAdapter(options)])
    const dana = server.fan('Dana')
    const topic = group.topic('General talk')
    const links: string[] = []
    // Whatever characters the secret has: nothing of it is read as markup.
    for (let nth = 1; nth <= 12; nth++) {
      await dana.says('/desk', { in: topic })
      await server.until(() => server.sent(topic).length === nth)
      links.push(linkIn(server.sent(topic).at(-1)?.text ?? ''))
    }
    expect((await signIn(links.at(-1) ?? '')).me).toMatchObject({ staffId: `telegram:${dana.id}`, name: 'Dana' })
    await server.until(() => server.sent(topic).at(-1)?.text?.includes('Dana signed in to the desk') === true)
    await dana.says('hello', {})
    await server.until(() => server.sent({ chatId: dana.chatId }).length > 0)
    await mascot.settled()
    const before = server.sent({ chatId: dana.chatId }).length
    await dana.says('/desk', { in: topic })
    await server.until(() => /private chat with me/.test(server.sent(topic).at(-1)?.text ?? ''))
    expect(server.sent({ chatId: dana.chatId }).length).toBe(before + 1)
    linkIn(server.sent({ chatId: dana.chatId }).at(-1)?.text ?? '')
    expect(server.sent(topic).at(-1)?.text).not.toMatch(/#in=/)
  })

  it('Telegram: a fan whose client forges a press of the desk’s buttons does nothing', async () => {
    await using server = await startTelegramServer()
    const group = server.group('Care', { isForum: true })
    const options = { token: server.token, apiRoot: server.root, rate: 'off', staffChat: String(group.chatId) } as const
    await using mascot = await start({}, [createTelegramAdapter(options)])
    const ana = server.fan('Ana')
    await ana.says('can I talk to a human please?')
    await server.until(() => server.sent({ chatId: ana.chatId }).length > 0)
    await mascot.settled()
    const [one] = await mascot.desk.list()
    if (one === undefined) throw new Error('a case was opened')
    const message = [...(server.world.chats.get(ana.chatId)?.messages.values() ?? [])].at(-1)
    const forged = [`desk:take:${one.id}`, `desk:resolve:${one.id}`, `desk:send:${one.id}`, 'desk:yes:x', 'desk:in:x']
    for (const [nth, data] of forged.entries())
      server.push({ callback_query: { id: `forged-${nth}`, from: ana.person, message, chat_instance: '1', data } })
    await server.drained()
    await mascot.settled()
    expect(await mascot.desk.read(one.id)).toMatchObject({ case: { status: 'waiting' } })
    const decisions = await mascot.store.records.decisions(one.threadId, 9)
    expect(decisions.map(({ reason }) => reason)).toContain('not-allowed')
  })

  it('Discord: the link comes in private', async () => {
    await using server = await startDiscord()
    const staff = server.channel(server.guild('House'), 'care')
    const options = { token: server.token, apiRoot: server.apiRoot, staffChannel: staff.id, shards: 1 } as const
    await using _ = await start({}, [createDiscordAdapter(options)])
    const dana = server.fan('Dana')
    dana.says(staff, '!desk')
    await server.until(() => server.sent(staff).length > 0)
    expect(server.sent(staff)[0]?.content).toContain('private chat with me')
    const page = await signIn(linkIn(server.sent(dana.direct)[0]?.content ?? ''))
    expect(page.me).toMatchObject({ name: 'Dana' })
    await server.until(() => server.sent(staff).length > 1)
    expect(server.sent(staff)[1]?.content).toContain('signed in to the desk')
  })
})
