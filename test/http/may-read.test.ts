/** Who reads the figures of the business: whoever the operator lets, and nobody else. */
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { serve } from '../../src/http/serve.ts'
import { createLog } from '../../src/log.ts'

const watched = {
  metrics: async () => 'mascot_messages_received_total 7\n',
  ready: () => Promise.reject(new Error('nobody asks')),
}
const log = createLog({ level: 'silent' })
const token = 'a-token-of-a-test-long'

/** As written on the wire: fetch would not let a test say what host it means. */
async function ask(url: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url)
  return await new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: '/metrics', headers }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, text: (await answer.toArray()).join('') })
    })
    asked.on('error', reject).end()
  })
}

const open = (more: Partial<Parameters<typeof serve>[0]> = {}) =>
  serve({ host: '127.0.0.1', port: 0, routes: [], watched, log, ...more })

describe('metrics beside all else, with no token', () => {
  it('are answered to who asks on this machine by one of its names', async () => {
    await using server = await open()
    const port = new URL(server.url).port
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`])
      expect(await ask(server.url, { host })).toMatchObject({ status: 200, text: expect.stringContaining('received') })
  })

  it.each([
    ['a page whose name was made to lead here', { host: 'evil.example' }],
    ['a name that begins like ours', { host: 'localhost.evil.example' }],
    ['a proxy in front, for somebody elsewhere', { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy in front that says so as the standard does', { forwarded: 'for=203.0.113.7' }],
    ['who shows a token that is none', { authorization: `Bearer ${token}`, host: 'bot.example' }],
  ])('are refused to %s, without a figure', async (_, headers) => {
    await using server = await open()
    const answer = await ask(server.url, headers)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('METRICS_TOKEN')
    expect(answer.text).not.toContain('received')
  })
})

describe('metrics with a token', () => {
  it('are answered to who shows it, wherever they ask from, and to nobody else, this machine included', async () => {
    await using server = await open({ metricsFor: { token } })
    expect((await ask(server.url, { authorization: `Bearer ${token}`, host: 'bot.example' })).status).toBe(200)
    for (const authorization of ['', 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`, token])
      expect((await ask(server.url, { authorization })).status).toBe(401)
    expect((await ask(server.url)).status).toBe(401)
  })
})

it('metrics on an address of their own are nobody’s on the other', async () => {
  await using server = await open({ metricsFor: 'nobody' })
  expect((await ask(server.url)).status).toBe(401)
})

it('an address of their own that is taken names its own variable', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const variables = { host: 'METRICS_HOST', port: 'METRICS_PORT' }
  await expect(open({ port, variables })).rejects.toThrow(/set METRICS_PORT to another port/)
  other.close()
})
