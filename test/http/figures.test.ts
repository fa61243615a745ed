/** Who reads the figures under /api, over real HTTP. */
import { expect, it } from 'vitest'
import { MascotError } from '../../src/errors.ts'
import { figureRoutes } from '../../src/http/figures.ts'
import { serve } from '../../src/http/serve.ts'
import { createLog } from '../../src/log.ts'

const watched = {
  metrics: async () => '',
  ready: () => Promise.reject(new Error('nobody asks')),
}
const token = 'a-token-of-a-test-long'
const open = (given: string | undefined) =>
  serve({
    host: '127.0.0.1',
    port: 0,
    watched,
    log: createLog({ level: 'silent' }),
    routes: figureRoutes(given, [
      {
        path: '/api/cups',
        async answer(query) {
          if (query.get('of') === 'tea') throw new MascotError('usage', 'There is no tea.')
          if (query.get('of') === 'mud') throw new Error('the secret of mud')
          return { cups: 3, of: query.get('of') }
        },
      },
    ]),
  })

it.each(['bearer', 'BEARER', 'Bearer '])('are sent to whoever shows the token, written %s', async (scheme) => {
  await using server = await open(token)
  const answer = await fetch(`${server.url}/api/cups`, { headers: { authorization: `${scheme} ${token}` } })
  expect(answer.status).toBe(200)
})

it.each(['POST', 'PUT', 'DELETE'])(
  'are read alone: %s is told how, and a path that is not there is not',
  async (method) => {
    await using server = await open(token)
    const answer = await fetch(`${server.url}/api/cups`, { method, headers: { authorization: `Bearer ${token}` } })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await fetch(`${server.url}/metrics`, { method })).status).toBe(405)
    expect((await fetch(`${server.url}/api/mugs`, { method })).status).toBe(404)
  },
)

it('are sent to whoever shows the token', async () => {
  await using server = await open(token)
  const answer = await fetch(`${server.url}/api/cups?of=coffee`, { headers: { authorization: `Bearer ${token}` } })
  expect([answer.status, await answer.json()]).toEqual([200, { cups: 3, of: 'coffee' }])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

it.each([
  ['no token', undefined],
  ['another', 'Bearer a-token-of-a-test-lonG'],
  ['a part of it', `Bearer ${token.slice(0, -1)}`],
  ['it as a password', `Basic ${token}`],
])('are refused to who shows %s, whatever they ask', async (_, authorization) => {
  await using server = await open(token)
  const answer = await fetch(`${server.url}/api/cups?of=tea`, authorization ? { headers: { authorization } } : {})
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  expect(await answer.text()).not.toContain('tea')
})

it('are for nobody where no token is set', async () => {
  await using server = await open(undefined)
  for (const shown of ['', 'undefined', 'null']) {
    const answer = await fetch(`${server.url}/api/cups`, { headers: { authorization: `Bearer ${shown}` } })
    expect(answer.status).toBe(401)
  }
})

it('tell what is wrong with a question, and nothing of a fault of ours', async () => {
  await using server = await open(token)
  const ask = (of: string) =>
    fetch(`${server.url}/api/cups?of=${of}`, { headers: { authorization: `Bearer ${token}` } })
  const wrong = await ask('tea')
  expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'There is no tea.' }])
  const fault = await ask('mud')
  expect(fault.status).toBe(500)
  expect(await fault.text()).not.toContain('secret of mud')
})
