/** `mascot desk`: a link that the running program honours, for whoever has the machine; and what the page's address is. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { deskBase, exposure, uploadsFolder, whoSignsIn } from '../../src/program/desk-page.ts'
import { firstDeskLink } from '../../src/verbs/desk.ts'
import { createDeskClient, secretOf, signIn } from '../support/desk-client.ts'
import { startDeskHost } from '../support/desk-host.ts'
import { testPersona } from '../support/persona.ts'
import { runMascot } from '../support/run-mascot.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

describe('mascot desk', () => {
  test('prints a link that the running program honours through the database, once', async () => {
    await using database = await sqliteTestDatabase()
    await using host = await startDeskHost({ databaseUrl: database.url })
    const env = { DATABASE_URL: database.url, MASCOT_PERSONA: coffee }
    const { code, out, err } = await runMascot(['desk'], { env })
    expect([code, err]).toEqual([0, ''])
    const [link = ''] = /http:\S+/.exec(out) ?? []
    expect(link.startsWith(`${host.url}/desk/#in=`)).toBe(true)
    const operator = await signIn(link)
    expect(operator.me).toMatchObject({ staffId: 'desk:operator', name: 'Operator', role: 'operator' })
    expect((await createDeskClient(host.url).post('/sign-in', { secret: secretOf(link) })).status).toBe(401)
    const dana = await runMascot(['desk', '--as', 'desk:dana'], { env })
    expect((await signIn(/http:\S+/.exec(dana.out)?.[0] ?? '')).me).toMatchObject({ name: 'dana', role: 'staff' })
  })

  test('says what is wrong with who is named, and with a database no other process sees', async () => {
    await using database = await sqliteTestDatabase()
    const env = { DATABASE_URL: database.url, MASCOT_PERSONA: coffee }
    expect(await runMascot(['desk', '--as', 'dana'], { env })).toMatchObject({
      ...{ code: 2, out: '', err: expect.stringContaining('desk:dana') },
    })
    const inMemory = await runMascot(['desk'], { env: { ...env, DATABASE_URL: 'sqlite::memory:' } })
    expect(inMemory).toMatchObject({ code: 2, err: expect.stringContaining('DATABASE_URL') })
  })

  test('warns where the page would go over the network in the open', async () => {
    await using database = await sqliteTestDatabase()
    const env = { DATABASE_URL: database.url, MASCOT_PERSONA: coffee, HTTP_HOST: '0.0.0.0' }
    const { out, err } = await runMascot(['desk'], { env })
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:8787\/desk\/#in=/)
    expect(err).toMatch(/without https.*PUBLIC_URL/)
  })
})

describe('the first start', () => {
  /** What it shows, as if standard output were a terminal, or not. */
  async function shown(isTTY: boolean, isDeskKnown: boolean): Promise<string | undefined> {
    const before = process.stdout.isTTY
    process.stdout.isTTY = isTTY
    try {
      return await firstDeskLink({
        isDeskKnown: async () => isDeskKnown,
        deskLink: async () => 'http://x/desk/#in=secret',
      })
    } finally {
      process.stdout.isTTY = before
    }
  }

  test('shows the operator a link while nobody ever signed in, and on a terminal only', async () => {
    expect(await shown(true, false)).toContain('http://x/desk/#in=secret')
    expect(await shown(true, true)).toBeUndefined()
    expect(await shown(false, false)).toBeUndefined()
  })

  test('is known to be the first until somebody signed in', async () => {
    await using database = await sqliteTestDatabase()
    const first: boolean[] = []
    const round = async () => {
      await using host = await startDeskHost({
        databaseUrl: database.url,
        onServing: async (http) => void first.push(!(await http.isDeskKnown())),
      })
      if (first.length === 2) await signIn(await host.signInLink())
    }
    for (let nth = 0; nth < 3; nth++) await round()
    expect(first).toEqual([true, true, false])
  })
})

describe('who the terminal signs in', () => {
  const dana = { name: 'Dana', accounts: ['telegram:77', 'desk:dana'], role: 'staff' }
  const max = { name: 'Max', accounts: ['desk:max'], role: 'operator' }
  const list = (...staff: readonly object[]) => testPersona({ handoff: { staff } })

  test('is the operator of the list, else the operator of this machine', () => {
    expect(whoSignsIn(undefined, list(dana, max))).toEqual({
      ...{ staff: { id: 'desk:max', name: 'Max' }, role: 'operator' },
    })
    expect(whoSignsIn(undefined, list(dana))).toMatchObject({ staff: { id: 'desk:operator' }, role: 'operator' })
    expect(whoSignsIn(undefined, list())).toMatchObject({ staff: { id: 'desk:operator' }, role: 'operator' })
  })

  test('is whoever is named, as the list knows them', () => {
    expect(whoSignsIn('desk:dana', list(dana, max))).toEqual({
      ...{ staff: { id: 'telegram:77', name: 'Dana' }, role: 'staff' },
    })
    const listed = list(dana, max)
    expect(() => whoSignsIn('desk:eve', listed)).toThrow(/Dana \(telegram:77, desk:dana\); Max \(desk:max\)/)
    expect(whoSignsIn('desk:eve', list())).toEqual({ staff: { id: 'desk:eve', name: 'eve' }, role: 'staff' })
  })
})

describe('the address of the page', () => {
  test.each([
    ['http://127.0.0.1:8787', undefined, 'http://127.0.0.1:8787'],
    ['http://0.0.0.0:8787', undefined, 'http://127.0.0.1:8787'],
    ['http://[::]:8787', undefined, 'http://[::1]:8787'],
    ['http://127.0.0.1:8787', 'https://desk.example', 'https://desk.example'],
  ])('served at %s with PUBLIC_URL %s is %s', (served, publicUrl, base) => {
    expect(deskBase(publicUrl ? { publicUrl } : {}, served)).toBe(base)
  })

  test.each([
    ['127.0.0.1', undefined, false],
    ['localhost', undefined, false],
    ['::1', undefined, false],
    ['0.0.0.0', undefined, true],
    ['192.168.1.5', 'http://desk.example', true],
    ['0.0.0.0', 'https://desk.example', false],
  ])('on %s with PUBLIC_URL %s is dangerous: %s', (host, publicUrl, isDangerous) => {
    const danger = exposure({ http: { host, port: 8787 }, ...(publicUrl ? { publicUrl } : {}) })
    expect(danger !== undefined).toBe(isDangerous)
  })

  test('uploads are kept beside the database, or under data', () => {
    expect(uploadsFolder({ databaseUrl: 'sqlite:/srv/pip/mascot.db' })).toBe('/srv/pip/uploads')
    expect(uploadsFolder({ databaseUrl: 'postgres://x/y' })).toMatch(/\/data\/uploads$/)
    expect(uploadsFolder({ databaseUrl: 'sqlite::memory:' })).toMatch(/\/data\/uploads$/)
  })
})
