/** Who gets into the pages for leads, and what their forms refuse. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDeskPage } from '../../../adapters/desk/index.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import type { Role } from '../../../src/ports/access.ts'
import { createDeskClient, type DeskClient, signIn } from '../../support/desk-client.ts'
import { type DeskHost, startDeskHost } from '../../support/desk-host.ts'
import { sampleLeadPage } from '../../support/sample-lead-page.ts'

const samples = '/desk/lead/samples'

function member(name: string, role: Role) {
  return { name, accounts: [`desk:${name.toLowerCase()}`], role }
}

/** As a browser sends a form of the page. */
async function send(
  client: DeskClient,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const own = { origin: client.url, 'sec-fetch-site': 'same-origin', cookie: client.cookie }
  const all = Object.entries({ 'content-type': 'application/x-www-form-urlencoded', ...own, ...headers })
  const body = new URLSearchParams(fields).toString()
  const response = await fetch(`${client.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: Object.fromEntries(all),
    body,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('with leads listed', () => {
  const names: string[] = []
  let host: DeskHost
  let max: DeskClient
  beforeAll(async () => {
    const staff = [member('Dana', 'staff'), member('Max', 'lead')]
    host = await startDeskHost({
      pages: [createDeskPage([sampleLeadPage(names)])],
      tune: (persona: Persona): Persona => ({ ...persona, handoff: { ...persona.handoff, staff } }),
    })
    max = await signIn(await host.signInLink('Max'))
  })
  afterAll(() => host[Symbol.asyncDispose]())

  test('a lead sees the pages, who is staff alone does not, and a stranger is told how to come in', async () => {
    const dana = await signIn(await host.signInLink('Dana'))
    expect((await max.get(samples)).status).toBe(200)
    expect((await dana.get(samples)).status).toBe(403)
    const stranger = await createDeskClient(host.url).get<{ text: string }>(samples)
    expect(stranger.status).toBe(401)
    expect(stranger.body.text).toContain(`href="${samples}"`)
    expect((await max.get('/desk/lead')).status).toBe(200)
    expect((await max.get('/desk/lead/')).headers.get('location')).toBe('/desk/lead')
    expect((await max.get('/desk/lead/nothing')).status).toBe(404)
  })

  test('no script may run, and forms go home alone', async () => {
    for (const path of [samples, '/desk/lead/nothing', '/desk/lead/style.css']) {
      const { headers } = await max.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'/)
      expect(policy).toContain("form-action 'self'")
      expect(policy).not.toContain('script-src')
      expect(headers.get('x-frame-options')).toBe('DENY')
    }
  })

  test('a form without the session’s own value, from another page or of another type changes nothing', async () => {
    const csrf = max.me.csrf
    const fields = { name: 'one', kind: 'bean', csrf }
    const tries = [
      send(max, `${samples}/add`, { ...fields, csrf: '' }),
      send(max, `${samples}/add`, { ...fields, csrf: `${csrf.slice(1)}x` }),
      send(max, `${samples}/add`, fields, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      send(max, `${samples}/add`, fields, { origin: 'null' }),
      send(max, `${samples}/add`, fields, { cookie: '' }),
      send(max, `${samples}/add`, fields, { 'content-type': 'text/plain' }),
      send(max, `${samples}/add`, { ...fields, kind: 'pot' }),
      send(max, `${samples}/add`, { ...fields, name: 'x'.repeat(300_000) }),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 401, 415, 400, 413])
    expect(names).toEqual([])
    const { status, headers } = await send(max, `${samples}/add`, fields)
    expect([status, headers.get('location')]).toEqual([303, samples])
    expect(names).toEqual(['one'])
  })
})

test('where nobody is listed as a lead, everybody who signed in sees the pages', async () => {
  await using host = await startDeskHost({ pages: [createDeskPage([sampleLeadPage([])])] })
  const dana = await signIn(await host.signInLink('Dana'))
  expect((await dana.get(samples)).status).toBe(200)
})
