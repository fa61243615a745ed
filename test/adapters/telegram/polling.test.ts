/** Starting, polling and stopping, with everything that goes wrong on the way. */
import { describe, expect, it } from 'vitest'
import { createTelegramAdapter } from '../../../adapters/telegram/index.ts'
import { MascotError } from '../../../src/errors.ts'
import { createAdapterHost } from '../../support/adapter-host.ts'
import { runTelegram } from '../../support/telegram-adapter.ts'
import { startTelegramServer } from '../../support/telegram-server.ts'

const forever = () => new AbortController().signal

describe('Telegram, polled', () => {
  it('asks for more only behind what is durable, and after a restart goes on there', async () => {
    await using running = await runTelegram()
    const { server, host, adapter } = running
    const ana = server.fan('Ana')
    await ana.says('one')
    await ana.says('two')
    await host.until(() => host.messages.length === 2)
    const cursor = Number(host.cursors.get('telegram:7000000001'))
    await server.until(() => server.calls('getUpdates').some(({ payload }) => payload.offset === cursor))
    await adapter.stop()
    const before = server.calls('getUpdates').length
    const next = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off' })
    await next.start(host.context(), forever())
    await server.until(() => server.calls('getUpdates').length > before)
    expect(server.calls('getUpdates')[before]?.payload.offset).toBe(cursor)
    expect(host.offered.length).toBe(2)
    await next.stop()
  })

  it('asks again from the same place when saving failed', async () => {
    await using running = await runTelegram()
    const { server, host } = running
    await server.until(() => server.calls('getUpdates').length > 0)
    const offset = server.calls('getUpdates')[0]?.payload.offset
    host.failNext(3)
    await server.fan('Ana').says('keep this')
    await host.until(() => host.messages.length === 1)
    const offsets = server.calls('getUpdates').map(({ payload }) => payload.offset)
    expect(offsets.slice(0, 4)).toEqual([offset, offset, offset, offset])
    expect(host.logged.filter(({ level }) => level === 'error').length).toBe(3)
  })

  it('asks for exactly the kinds of update it understands, and takes a webhook away', async () => {
    await using running = await runTelegram()
    const { server } = running
    await server.until(() => server.calls('getUpdates').length > 0)
    expect(server.calls('getUpdates')[0]?.payload.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'poll_answer',
      'my_chat_member',
    ])
    expect(server.calls().map(({ method }) => method)).toContain('deleteWebhook')
  })

  it.each([
    ['a fault of the server', { code: 502, description: 'Bad Gateway' }],
    ['a dropped connection', { isDropped: true }],
    ['an answer that is no JSON', { raw: '<html>502</html>', code: 502 }],
    ['an answer that is no list', { raw: '{"ok":true,"result":"hm"}' }],
    ['a limit', { code: 429, description: 'Too Many Requests: retry after 5', parameters: { retry_after: 5 } }],
    ['a token that is refused for a while', { code: 401, description: 'Unauthorized' }],
  ])('goes on after %s, and no log line shows the token', async (_, failure) => {
    await using server = await startTelegramServer()
    const host = createAdapterHost()
    const adapter = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off' })
    server.fail('getUpdates', { times: 3, ...failure })
    await adapter.start(host.context(), forever())
    await server.fan('Ana').says('still there?')
    await host.until(() => host.messages.length > 0)
    expect(host.logged.some(({ message }) => /nothing can be heard|no list/.test(message))).toBe(true)
    const shown = host.logged.map(({ details, message }) => `${message} ${JSON.stringify(details)}`).join('\n')
    expect(shown).not.toContain(server.token)
    await adapter.stop()
  })

  it('another program with the same token is named in the log, and this one goes on trying', async () => {
    await using running = await runTelegram()
    const { server, host } = running
    await server.until(() => server.calls('getUpdates').length > 0)
    const intruder = fetch(`${server.root}/bot${server.token}/getUpdates?timeout=30`)
    await host.until(() => host.logged.some(({ message }) => /another program polls/.test(message)))
    await server.fan('Ana').says('hello')
    await host.until(() => host.messages.length > 0)
    await intruder.then((response) => response.body?.cancel())
  })

  it('a webhook left behind by somebody is taken away again', async () => {
    await using running = await runTelegram()
    const { server, host } = running
    await server.until(() => server.calls('getUpdates').length > 0)
    await fetch(`${server.root}/bot${server.token}/setWebhook?url=https://127.0.0.1:9/x`)
    await server.fan('Ana').says('hello')
    await host.until(() => host.messages.length > 0)
  })

  it('a token Telegram never issued stops the start, naming the variable and not the token', async () => {
    await using server = await startTelegramServer()
    const token = '7000000001:AAF-not_the_token_at_all_000000'
    const adapter = createTelegramAdapter({ token, apiRoot: server.root, rate: 'off' })
    const error = await adapter.start(createAdapterHost().context(), forever()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(MascotError)
    expect(error).toMatchObject({ code: 'config-invalid', message: /TELEGRAM_BOT_TOKEN/ })
    expect(`${error instanceof Error ? error.stack : ''} ${JSON.stringify(error)}`).not.toContain('not_the_token')
  })

  it('starts without Telegram in reach, and connects when it comes back', async () => {
    await using server = await startTelegramServer()
    server.fail('getMe', { times: 3, isDropped: true })
    const host = createAdapterHost()
    const adapter = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off' })
    await adapter.start(host.context(), forever())
    await server.fan('Ana').says('hello')
    await host.until(() => host.messages.length > 0)
    expect(host.connections).toEqual([false, true])
    server.fail('getUpdates', { times: 1, isDropped: true })
    await server.fan('Ana').says('ends the wait')
    await host.until(() => host.connections.length === 3)
    await server.fan('Ana').says('ends the next')
    await host.until(() => host.connections.length === 4)
    expect(host.connections).toEqual([false, true, false, true])
    expect(host.logged[0]).toMatchObject({ level: 'error', message: /not connected yet/ })
    await adapter.stop()
  })

  it('stops at once while it cannot connect', async () => {
    await using server = await startTelegramServer()
    server.fail('getMe', { times: 1_000_000, isDropped: true })
    const host = createAdapterHost()
    const adapter = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off' })
    await adapter.start(host.context(), forever())
    await adapter.stop()
  })

  it('the outer signal ends the polling too', async () => {
    await using server = await startTelegramServer()
    const host = createAdapterHost()
    const adapter = createTelegramAdapter({ token: server.token, apiRoot: server.root, rate: 'off' })
    const listening = new AbortController()
    await adapter.start(host.context(), listening.signal)
    await server.until(() => server.calls('getUpdates').length > 0)
    listening.abort()
    await adapter.stop()
    await server.fan('Ana').says('too late')
    expect(host.offered).toEqual([])
  })

  it('says when privacy mode keeps groups from it, and hears mentions all the same', async () => {
    await using running = await runTelegram({ server: { hasPrivacyMode: true } })
    const { server, host } = running
    expect(host.logged.map(({ message }) => message).join()).toMatch(/privacy mode is on/)
    const group = server.group('Regulars')
    const ana = server.fan('Ana')
    await ana.says('nobody hears this', { in: group })
    await ana.says('@TidewaterPipBot hello', { in: group })
    await host.until(() => host.messages.length > 0)
    expect(host.messages.map(({ text }) => text)).toEqual(['@Pip hello'])
  })

  it('a staff chat that cannot be reached is an error in the log and no reason not to start', async () => {
    await using running = await runTelegram({ adapter: { staffChat: '-1009' } })
    const { host, adapter, server } = running
    expect(host.logged.filter(({ level }) => level === 'error')).toMatchObject([{ message: /TELEGRAM_STAFF_CHAT/ }])
    await expect(adapter.openThread?.('Ana')).rejects.toMatchObject({ code: 'send-failed' })
    await server.fan('Ana').says('hello')
    await host.until(() => host.messages.length > 0)
  })
})
