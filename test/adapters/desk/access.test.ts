/** Who gets into the desk page and who does not: links, sessions, roles, and requests that are not from our page. */
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditList, CaseList } from '../../../adapters/desk/wire.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import type { Role } from '../../../src/ports/access.ts'
import { createChatClock } from '../../support/chat-clock.ts'
import { createDeskClient, type DeskClient, secretOf, signIn } from '../../support/desk-client.ts'
import { type DeskHost, type DeskHostOptions, startDeskHost } from '../../support/desk-host.ts'
import { freshPostgresUrl } from '../../support/fresh-postgres.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

function withStaff(...staff: Persona['handoff']['staff']) {
  return (persona: Persona): Persona => ({ ...persona, handoff: { ...persona.handoff, staff } })
}
function member(name: string, role: Role) {
  return { name, accounts: [`desk:${name.toLowerCase()}`, `test:${name}`], role }
}
const dana = member('Dana', 'staff')
const lee = member('Lee', 'staff')
const max = member('Max', 'lead')

async function openCase({ chat, mascot }: DeskHost, name: string): Promise<string> {
  await chat.fan(name).says('can I talk to a human please?')
  await mascot.settled()
  const found = (await mascot.desk.list()).find(({ fanName }) => fanName === name)
  if (found === undefined) throw new Error('a case was opened')
  return found.id
}

describe('a link', () => {
  const clock = createChatClock('2026-11-18T10:30Z')
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({ clock })
  })
  afterAll(() => host[Symbol.asyncDispose]())
  const open = (link: string) => createDeskClient(host.url).post('/sign-in', { secret: secretOf(link) })

  test('works once: who stole it later has nothing', async () => {
    const link = await host.signInLink('Dana')
    expect(secretOf(link)).toMatch(/^[\w-]{43}$/)
    expect((await open(link)).status).toBe(200)
    const again = await open(link)
    expect([again.status, again.body.error?.code]).toEqual([401, 'link-refused'])
    expect(again.headers.get('set-cookie')).toBeNull()
  })

  test('opened by two at once lets exactly one in', async () => {
    const link = await host.signInLink('Dana')
    const tries = await Promise.all(Array.from({ length: 5 }, () => open(link)))
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401])
    clock.advance(MINUTE_MS)
  })

  test('is void after ten minutes', async () => {
    const [early, late] = [await host.signInLink('Dana'), await host.signInLink('Dana')]
    clock.advance(10 * MINUTE_MS - 1)
    expect((await open(early)).status).toBe(200)
    clock.advance(1)
    expect((await open(late)).status).toBe(401)
  })

  test('is kept as a hash only, as is the token; the cookie is out of reach of scripts and other sites', async () => {
    const link = await host.signInLink('Dana')
    const { headers } = await open(link)
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^mascot-desk-\d+=[\w-]{43}; Max-Age=28\d+; Path=\/desk; HttpOnly; SameSite=Strict$/)
    const [, token = ''] = /=([\w-]{43});/.exec(cookie) ?? []
    const kept = JSON.stringify([await host.mascot.access.sessions(), await host.mascot.access.audit({ limit: 100 })])
    for (const secret of [secretOf(link), token]) {
      expect(kept).not.toContain(secret)
      expect(host.chat.logged.join('')).not.toContain(secret)
    }
  })

  test('cannot be guessed for long from one address', async () => {
    clock.advance(5 * MINUTE_MS)
    const guess = () => createDeskClient(host.url).post('/sign-in', { secret: 'A'.repeat(43) })
    for (let nth = 0; nth < 10; nth++) expect((await guess()).status).toBe(401)
    expect((await guess()).status).toBe(429)
    clock.advance(MINUTE_MS)
    expect((await guess()).status).toBe(401)
    const entries = await host.mascot.access.audit({ limit: 100 })
    expect(entries.filter(({ what }) => what === 'link-refused').length).toBeGreaterThanOrEqual(11)
  })
})

describe('a session', () => {
  const clock = createChatClock('2026-11-18T10:30Z')
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({ clock })
  })
  afterAll(() => host[Symbol.asyncDispose]())
  const isIn = async (client: DeskClient) => (await client.get('/me')).status === 200

  test('ends an hour after its page was last heard, and is kept by being heard', async () => {
    const client = await signIn(await host.signInLink())
    for (let hour = 0; hour < 3; hour++) {
      clock.advance(HOUR_MS - MINUTE_MS)
      expect(await isIn(client)).toBe(true)
    }
    clock.advance(HOUR_MS)
    expect(await isIn(client)).toBe(false)
    expect((await host.mascot.access.audit({ limit: 1 }))[0]).toMatchObject({ what: 'session-ended' })
  })

  test('ends after eight hours, however busy', async () => {
    const client = await signIn(await host.signInLink())
    for (let half = 0; half < 16; half++) {
      expect(await isIn(client)).toBe(true)
      clock.advance(HOUR_MS / 2)
    }
    expect(await isIn(client)).toBe(false)
  })

  test('that was over is in the record, though nobody came back', async () => {
    const client = await signIn(await host.signInLink('Max'))
    clock.advance(8 * HOUR_MS)
    const ended = async () =>
      (await host.mascot.access.audit({ limit: 50 })).find(
        ({ who, detail }) => who.name === 'Max' && detail === 'its time was over',
      )
    // The hourly round sees to it.
    while ((await ended()) === undefined) await setImmediate()
    expect(await ended()).toMatchObject({ what: 'session-ended', about: expect.any(String) })
    expect(await isIn(client)).toBe(false)
  })

  test('once ended from elsewhere does nothing any more', async () => {
    const id = await openCase(host, 'Ana')
    const client = await signIn(await host.signInLink())
    expect(await host.mascot.access.endSessionsOf('desk:dana')).toBe(1)
    expect((await client.act(id, { kind: 'claim' })).status).toBe(401)
    expect((await client.get('/events')).status).toBe(401)
    expect((await client.get(`/cases/${id}/media/1/0`)).status).toBe(401)
    expect(await host.mascot.desk.list({ status: 'assigned' })).toEqual([])
  })

  test('is replaced by signing in anew in the same browser', async () => {
    const client = await signIn(await host.signInLink())
    const link = await host.signInLink()
    const { status } = await client.post('/sign-in', { secret: secretOf(link) })
    expect(status).toBe(200)
    expect(await isIn(client)).toBe(false)
  })

  test.each(['', 'NAME=', `NAME=${'A'.repeat(43)}`, 'NAME=../../etc', "NAME=' or 1=1 --", 'other=x'])(
    'is not forged by the cookie %j',
    async (cookie) => {
      const client = createDeskClient(host.url)
      const { cookie: real } = await signIn(await host.signInLink('Eve'))
      client.cookie = cookie.replace('NAME', real.slice(0, real.indexOf('=')))
      for (const path of ['/me', '/cases', '/events', '/audit', '/sessions'])
        expect((await client.get(path)).status).toBe(401)
      expect((await client.post('/duty', { isOn: true })).status).toBe(401)
    },
  )
})

describe('the staff list', () => {
  test('decides the role as it is now, and whoever is taken from it is out at once', async () => {
    await using host = await startDeskHost({ tune: withStaff(dana, lee, max) })
    const [one, two] = [
      await signIn(await host.signInLink('Dana')),
      await signIn(await host.signInLink('Lee', 'operator')),
    ]
    expect([one.me.role, two.me.role]).toEqual(['staff', 'staff'])
    await using events = await two.events()
    await host.mascot.reload(withStaff({ ...dana, role: 'lead' as const, name: 'Dana K.' })(host.chat.persona))
    expect((await one.get('/me')).body).toMatchObject({ role: 'lead', name: 'Dana K.' })
    expect((await one.get('/audit')).status).toBe(200)
    expect((await two.get('/me')).status).toBe(401)
    await events.next(({ event }) => event === 'ended')
    await events.ended
    expect(
      (await createDeskClient(host.url).post('/sign-in', { secret: secretOf(await host.signInLink('Lee')) })).status,
    ).toBe(401)
    // Listed again, the session of before stays ended.
    await host.mascot.reload(withStaff(dana, lee)(host.chat.persona))
    expect((await two.get('/me')).status).toBe(401)
  })

  test('lets whoever has the machine in while it names no operator', async () => {
    await using host = await startDeskHost({ tune: withStaff(dana) })
    const link = await host.signInLink({ id: 'desk:operator', name: 'Operator' }, 'operator')
    const operator = await signIn(link)
    expect(operator.me.role).toBe('operator')
    await host.mascot.reload(withStaff(dana, member('Max', 'operator'))(host.chat.persona))
    expect((await operator.get('/me')).status).toBe(401)
  })

  test('ends a session by the time a reload is done, also if another reload overtakes it', async () => {
    await using host = await startDeskHost({ tune: withStaff(dana) })
    const operator = await signIn(await host.signInLink({ id: 'desk:operator', name: 'Operator' }, 'operator'))
    const next = withStaff(dana, member('Max', 'operator'))(host.chat.persona)
    const first = host.mascot.reload(next)
    const second = host.mascot.reload(next)
    await first
    expect(host.mascot.desk.staffMember('desk:max', 'somebody')?.name).toBe('Max')
    expect((await operator.get('/me')).status).toBe(401)
    await second
  })

  test('only a lead takes a case over, reads the record, ends others’ sessions and changes others’ words; only an operator approves', async () => {
    const pat = member('Pat', 'operator')
    await using host = await startDeskHost({ tune: withStaff(dana, lee, max, pat) })
    const [staff, other, lead] = [
      await signIn(await host.signInLink('Dana')),
      await signIn(await host.signInLink('Lee')),
      await signIn(await host.signInLink('Max')),
    ]
    const id = await openCase(host, 'Ana')
    expect((await staff.act(id, { kind: 'reply', text: 'Mine.' })).status).toBe(200)
    await host.mascot.settled()
    const taking = await other.act(id, { kind: 'claim', takesOver: true })
    expect([taking.status, taking.body.error?.message]).toEqual([403, expect.stringContaining('Dana has this case')])
    const row = (await staff.read(id)).lines.at(-1)?.row ?? 0
    expect((await other.act(id, { kind: 'edit', row, text: 'Not mine.' })).status).toBe(403)
    expect((await other.act(id, { kind: 'delete', row })).status).toBe(403)
    const fanRow = (await staff.read(id)).lines[0]?.row ?? 0
    expect((await other.act(id, { kind: 'edit', row: fanRow, text: 'Words put into a mouth.' })).status).toBe(403)
    expect((await lead.act(id, { kind: 'edit', row: fanRow, text: 'Words put into a mouth.' })).status).toBe(409)
    expect((await lead.act(id, { kind: 'claim', takesOver: true })).status).toBe(200)
    expect((await staff.read(id)).case.assignee?.name).toBe('Max')
    expect((await staff.get('/audit')).status).toBe(403)
    expect((await lead.post('/proposals/any', { isApproved: true })).status).toBe(403)
    const record = (await lead.get<AuditList>('/audit')).body.entries
    expect(record.filter(({ what }) => what === 'refused').map(({ who, detail }) => `${who} ${detail}`)).toEqual(
      expect.arrayContaining(['Lee lead-only', 'Lee not-yours', 'Max operator-only']),
    )
  })
})

describe('a request that is not from our page', () => {
  let host: DeskHost
  let client: DeskClient
  let id: string
  beforeAll(async () => {
    host = await startDeskHost()
    client = await signIn(await host.signInLink('Dana', 'lead'))
    id = await openCase(host, 'Ana')
  })
  afterAll(() => host[Symbol.asyncDispose]())

  test.each([
    ['from another origin', { origin: 'https://evil.example' }, 403],
    ['from our host at another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['from an origin that hides', { origin: 'null' }, 403],
    ['that does not say from where', { origin: '' }, 403],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['without csrf', { 'x-mascot-csrf': '' }, 403],
    ['with another csrf', { 'x-mascot-csrf': 'A'.repeat(43) }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text', { 'content-type': 'text/plain' }, 415],
    ['as nothing', { 'content-type': '' }, 415],
  ])('is refused: %s', async (_, headers, status) => {
    const answer = await client.post(`/cases/${id}/act`, { kind: 'claim' }, headers)
    expect(answer.status).toBe(status)
    expect(answer.body.error?.message).toBeTruthy()
    expect((await client.read(id)).case.status).toBe('waiting')
  })

  test('is refused at the sign-in too: nobody is signed in by another site as somebody else', async () => {
    const secret = secretOf(await host.signInLink('Eve'))
    const stranger = createDeskClient(host.url)
    expect((await stranger.post('/sign-in', { secret }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await stranger.post('/sign-in', { secret }, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await stranger.post('/sign-in', { secret })).status).toBe(200)
  })

  test('cannot even read: no answer may be used by another site', async () => {
    expect((await client.get('/cases', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const { headers } = await client.get('/cases', { origin: 'https://evil.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  test.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example', '10.1.2.3'])(
    'under the foreign name %s is refused: the page, the API and the sign-in',
    async (name) => {
      const { port } = new URL(host.url)
      const ask = (path: string, method = 'GET') =>
        new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
          const headers = { host: name, cookie: client.cookie, origin: `http://${name}` }
          request({ host: '127.0.0.1', port, path, method, headers }, async (response) =>
            resolve({ status: response.statusCode, body: await text(response) }),
          )
            .on('error', reject)
            .end()
        })
      for (const path of ['/desk/', '/desk', '/desk/api/me', '/desk/api/cases'])
        expect((await ask(path)).status).toBe(403)
      expect((await ask('/desk/api/sign-in', 'POST')).status).toBe(403)
      expect((await ask('/desk/api/me')).body).not.toContain('Dana')
    },
  )

  test('a script in a fan’s name and words comes back as data, and as nothing else', async () => {
    const name = '<script>alert(1)</script>'
    await host.chat.fan(name).says('<img src=x onerror=alert(1)> can I talk to a human please?')
    await host.mascot.settled()
    const { headers, body } = await client.get<CaseList>('/cases')
    expect(body.cases.find(({ fanName }) => fanName === name)?.summary).toContain('<img src=x')
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  test('an error shows nothing of the program', async () => {
    const raw = await fetch(`${host.url}/desk/api/cases/${id}/act`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: host.url,
        cookie: client.cookie,
        'x-mascot-csrf': client.me.csrf,
      },
      body: '{"kind":',
    })
    expect([raw.status, await raw.json()]).toEqual([
      400,
      { error: { code: 'bad-request', message: 'That is no JSON.' } },
    ])
    for (const path of ['/cases/%00', '/cases/%ff', `/cases/${id}/media/x/y`, `/cases/${'x'.repeat(9_000)}`]) {
      const { status, body } = await client.get(path)
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(body)).not.toMatch(/\.ts|node_modules|at .*:\d+/)
    }
  })
})

describe('behind https', () => {
  test('the cookie is for https alone, links lead to PUBLIC_URL, and only its name and this machine’s are served', async () => {
    const env = { PUBLIC_URL: 'https://desk.tidewater.example' }
    await using host = await startDeskHost({ env })
    const client = createDeskClient(host.url)
    const answer = await client.post(
      '/sign-in',
      { secret: secretOf(await host.signInLink()) },
      { origin: 'https://desk.tidewater.example' },
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Secure-mascot-desk=.*; HttpOnly; Secure; SameSite=Strict$/)
    const guess = (from: string) =>
      client.post(
        '/sign-in',
        { secret: 'A'.repeat(43) },
        { origin: 'https://desk.tidewater.example', 'x-forwarded-for': from },
      )
    for (let nth = 0; nth < 10; nth++) expect((await guess(`10.0.0.${nth}, 198.51.100.7`)).status).toBe(401)
    expect((await guess('198.51.100.7')).status).toBe(429)
    expect((await guess('198.51.100.8')).status).toBe(401)
  })
})

describe('on PostgreSQL', () => {
  async function pair(options: DeskHostOptions): Promise<[DeskHost, DeskHost]> {
    return [await startDeskHost(options), await startDeskHost(options)]
  }

  test('a session opened in one process works in another, and ends in both', async () => {
    const [here, there] = await pair({ databaseUrl: await freshPostgresUrl() })
    await using _here = here
    await using _there = there
    const client = await signIn(await here.signInLink())
    const abroad = createDeskClient(there.url)
    // As behind one address: there the cookie's name is the same.
    const cookie = client.cookie.replace(new URL(here.url).port, new URL(there.url).port)
    Object.assign(abroad, { me: client.me, cookie })
    expect((await abroad.get('/me')).status).toBe(200)
    await using events = await abroad.events()
    expect((await client.post('/sign-out')).status).toBe(200)
    await events.next(({ event }) => event === 'ended')
    expect((await abroad.get('/me')).status).toBe(401)
  })

  test('ids of any shape are none', async () => {
    const decoded = (id: string) => (id.includes('%ED') ? 'lone \ud800' : decodeURIComponent(id))
    await using host = await startDeskHost({ databaseUrl: await freshPostgresUrl() })
    const client = await signIn(await host.signInLink('Dana', 'operator'))
    for (const id of ['%00', 'a%00b', '%ED%A0%80', "'%20or%201=1--", 'x'.repeat(3_000), '..%2f..']) {
      for (const path of [`/cases/${id}`, `/cases/${id}/media/1/0`, `/cases/${id}/answers?words=%00`])
        expect([400, 404]).toContain((await client.get(path)).status)
      expect((await client.post(`/cases/${id}/act`, { kind: 'claim' })).status).toBe(404)
      expect((await client.post(`/proposals/${id}`, { isApproved: true })).status).toBe(404)
      expect((await client.post(`/sessions/${id}/end`)).status).toBe(404)
      expect((await client.post('/talks/step-in', { threadId: decoded(id) })).status).toBeGreaterThanOrEqual(400)
      expect((await client.post('/talks/step-in', { threadId: decoded(id) })).status).toBeLessThan(500)
      expect((await client.get(`/audit?about=${id}`)).status).toBe(200)
      expect((await client.get(`/cases?team=${id}&status=${id}`)).status).toBe(200)
    }
    const ana = await openCase(host, 'Ana')
    for (const text of ['nul \0', 'lone \ud800', '😀'.repeat(1_000)]) {
      expect((await client.act(ana, { kind: 'note', text })).status).toBe(200)
      expect((await client.act(ana, { kind: 'reply', text })).status).toBe(200)
      expect((await client.post(`/cases/${ana}/draft`, { text })).status).toBe(200)
      expect((await client.read(ana)).case.id).toBe(ana)
    }
  })

  test('of two staff at two processes who reach for one case, exactly one wins', async () => {
    const [here, there] = await pair({ databaseUrl: await freshPostgresUrl() })
    await using _here = here
    await using _there = there
    const [one, other] = [await signIn(await here.signInLink('Dana')), await signIn(await there.signInLink('Lee'))]
    for (let round = 0; round < 5; round++) {
      const id = await openCase(here, `Ana ${round}`)
      const claims = await Promise.all([one.act(id, { kind: 'claim' }), other.act(id, { kind: 'claim' })])
      expect(claims.map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })
})
