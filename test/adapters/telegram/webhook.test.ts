/** The webhook, from the outside: what Telegram gets for what it posts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTelegramAdapter } from '../../../adapters/telegram/index.ts'
import { type AdapterHost, createAdapterHost } from '../../support/adapter-host.ts'
import { type RouteServer, serveRoutes } from '../../support/serve-routes.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'

const SECRET = 'a-secret-of-16-or-more'
const update = {
  update_id: 5,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 501, type: 'private' },
    from: { id: 501, first_name: 'Ana' },
    text: 'hi',
  },
}

describe('the Telegram webhook', () => {
  let server: TelegramServer
  let web: RouteServer
  let host: AdapterHost
  let adapter: ReturnType<typeof createTelegramAdapter>
  beforeEach(async () => {
    server = await startTelegramServer()
    web = await serveRoutes()
    host = createAdapterHost()
    const webhook = { url: `${web.url}/hooks/telegram?x=1`, secret: SECRET }
    adapter = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off', webhook })
    web.serve(adapter.routes?.() ?? [])
  })
  afterEach(async () => {
    await adapter.stop()
    await server[Symbol.asyncDispose]()
    await web[Symbol.asyncDispose]()
  })
  const start = () => adapter.start(host.context(), new AbortController().signal)
  const post = async (body: string, secret: string | undefined = SECRET) => {
    const headers = {
      'content-type': 'application/json',
      ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
    }
    const response = await fetch(`${web.url}/hooks/telegram`, { method: 'POST', headers, body })
    await response.body?.cancel()
    return response.status
  }

  it('is announced at the start with its secret and the kinds of update', async () => {
    await start()
    expect(server.calls('setWebhook')).toMatchObject([
      {
        payload: {
          url: `${web.url}/hooks/telegram?x=1`,
          secret_token: SECRET,
          allowed_updates: expect.arrayContaining(['message']),
        },
      },
    ])
    expect(server.calls('getUpdates')).toEqual([])
  })

  it('says 200 once what it brought is durable, and 500 while it is not', async () => {
    await start()
    host.failNext(1)
    expect(await post(JSON.stringify(update))).toBe(500)
    expect(await post(JSON.stringify(update))).toBe(200)
    expect(host.messages.map(({ text }) => text)).toEqual(['hi'])
  })

  it('says 401 to a wrong secret and to none, whatever the body', async () => {
    await start()
    expect(await post(JSON.stringify(update), 'wrong')).toBe(401)
    expect(await post(JSON.stringify(update), '')).toBe(401)
    expect(await post(JSON.stringify(update), `${SECRET}x`)).toBe(401)
    expect(host.offered).toEqual([])
  })

  it('says 400 to what is no update and 413 to too much', async () => {
    await start()
    expect(await post('{"update_id":')).toBe(400)
    expect(await post('42')).toBe(400)
    expect(await post('')).toBe(400)
    expect(await post(JSON.stringify({ ...update, padding: 'x'.repeat(1024 * 1024) }))).toBe(413)
  })

  it('says 200 to an update it cannot read, so that Telegram does not send it for ever', async () => {
    await start()
    expect(await post('{"update_id":6,"message":{"text":5}}')).toBe(200)
    expect(await post('{"hello":"world"}')).toBe(200)
  })

  it('says 503 before the start and after the end', async () => {
    expect(await post(JSON.stringify(update))).toBe(503)
    await start()
    await adapter.stop()
    expect(await post(JSON.stringify(update))).toBe(503)
    expect(host.offered).toEqual([])
  })

  it('listens as soon as Telegram is in reach, and stops while it is not', async () => {
    server.fail('getMe', { times: 2, isDropped: true })
    await start()
    await server.until(() => server.calls('setWebhook').length > 0)
    await server.fan('Ana').says('hello')
    await host.until(() => host.messages.length > 0)
    await adapter.stop()
  })

  it('an address Telegram refuses stops the start, naming the variable', async () => {
    server.fail('setWebhook', {
      code: 400,
      description: 'Bad Request: bad webhook: HTTPS url must be provided for webhook',
    })
    await expect(start()).rejects.toMatchObject({ code: 'config-invalid', message: /TELEGRAM_WEBHOOK_URL/ })
  })
})
