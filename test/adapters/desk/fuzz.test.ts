/** Requests that the page would never make: each is answered, none with a fault of ours, and the desk is as before. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signIn } from '../../support/desk-client.ts'
import { startDeskHost } from '../../support/desk-host.ts'
import { oddText, oddValue, runs, spoilt } from '../../support/fuzz.ts'

const wire = readFileSync(new URL('../../../adapters/desk/wire.ts', import.meta.url), 'utf8')
/** All that there is, as the table of the wire has it; the open line of events is no request that ends. */
const routes = [...wire.matchAll(/^ \* \| (GET|POST)\s+`([^`?]+)/gm)]
  .map(([, method = '', path = '']) => ({ method, path }))
  .filter(({ path }) => !['/events', '/sign-out'].includes(path))

const acts = [
  { kind: 'reply', text: 'hello' },
  { kind: 'note', text: 'hm' },
  { kind: 'claim', expects: 3 },
  { act: { kind: 'snooze', untilMs: 5 }, version: 1 },
  { isApproved: true },
  { isOn: true },
  { threadId: 'telegram:1' },
  { text: 'draft' },
  { secret: 'x' },
]

it('is read with the session’s right, and answered without a fault', async () => {
  expect(routes.length).toBeGreaterThan(15)
  await using host = await startDeskHost()
  await host.chat.fan('Ana').says('I want to talk to a person')
  await host.chat.fan('Ana').hears()
  await host.mascot.settled()
  const client = await signIn(await host.signInLink('Dana', 'operator'))
  const [one] = await host.mascot.store.cases.list()
  const part = fc.oneof(
    fc.constant(one?.id ?? ''),
    oddText,
    fc.constantFrom('..', '%2e%2e', '%', '%00', '0', '-1', '1e9'),
  )
  const request = fc.record({
    route: fc.constantFrom(...routes),
    parts: fc.array(part, { minLength: 3, maxLength: 3 }),
    query: fc.option(oddText, { nil: undefined }),
    body: fc.oneof(spoilt(acts), oddValue),
  })
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ route, parts, query, body }) => {
      let nth = 0
      const path = route.path.replace(/:\w+/g, () => encodeURIComponent((parts[nth++] ?? '').toWellFormed()) || 'x')
      const asked =
        query === undefined ? path : `${path}?about=${encodeURIComponent(query.toWellFormed())}&status=x&words=y`
      const answer = route.method === 'GET' ? await client.get(asked) : await client.post(asked, body)
      statuses.add(answer.status)
      // Only what nobody expected is a 500.
      expect([answer.status, answer.body.error?.code]).not.toEqual([500, expect.anything()])
      expect(answer.status).toBeLessThan(500)
      if (answer.status >= 400 && answer.status !== 404) expect(answer.body.error?.message ?? answer.body).toBeTruthy()
    }),
    runs(400),
  )
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 404]))
  expect(host.chat.errors).toEqual([])
  const again = await signIn(await host.signInLink('Dana', 'operator'))
  expect((await again.get('/me')).status).toBe(200)
})
