/** The whole program on Telegram: a fan writes, the persona answers. Only Telegram's server is ours. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTelegramAdapter } from '../../../adapters/telegram/index.ts'
import { systemClock } from '../../../src/clock.ts'
import { parseConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { type Mascot, startMascot } from '../../../src/program/mascot.ts'
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'

const coffee = fileURLToPath(new URL('../../../personas/coffee', import.meta.url))

describe('Mascot on Telegram', () => {
  let server: TelegramServer
  let mascot: Mascot
  const logged: string[] = []
  beforeEach(async () => {
    server = await startTelegramServer()
    logged.length = 0
    mascot = await start()
  })
  afterEach(async () => {
    await mascot.stop()
    await server[Symbol.asyncDispose]()
    expect(logged.join('')).not.toContain(server.token)
  })

  async function start(more: Record<string, string> = {}): Promise<Mascot> {
    const config = parseConfig({
      DATABASE_URL: 'sqlite::memory:',
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ...more,
    })
    if (!config.telegram) throw new Error('Telegram is not configured')
    const persona = await loadPersona(coffee)
    return await startMascot({
      config,
      persona: { ...persona, manners: { ...persona.manners, burstMs: 0 } },
      adapters: [createTelegramAdapter(config.telegram)],
      clock: systemClock,
      isServing: more.HTTP_PORT !== undefined,
      log: createLog({
        level: 'debug',
        secrets: config.secrets,
        destination: { write: (line) => void logged.push(line) },
      }),
    })
  }

  it('a fan who presses Start is greeted', async () => {
    const ana = server.fan('Ana')
    await ana.says('/start')
    await server.until(() => server.sent().length > 0)
    expect(server.sent()[0]).toMatchObject({ method: 'sendMessage', chatId: ana.chatId })
  })

  it('in a group it answers who mentions it, in reply, and leaves the others alone', async () => {
    const group = server.group('Regulars')
    const ana = server.fan('Ana')
    await ana.says('anyone around today?', { in: group })
    const asked = await ana.says('@TidewaterPipBot are you a bot?', { in: group })
    await server.until(() => server.sent().length > 0)
    await mascot.settled()
    expect(server.sent()).toMatchObject([{ chatId: group.chatId, replyTo: asked.messageId }])
  })

  it('a fan who blocked us costs one try and no noise', async () => {
    const ana = server.fan('Ana')
    await server.until(() => server.calls('getUpdates').length > 0)
    server.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' })
    await ana.says('/start')
    await server.until(() => server.calls('sendMessage').length > 0)
    await mascot.settled()
    expect(await mascot.store.records.deadLetters(10)).toMatchObject([{ reason: /the fan blocked the bot/ }])
  })

  it('by webhook it hears on its own HTTP server, and nobody without the secret', async () => {
    await mascot.stop()
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/hooks/telegram`
    const TELEGRAM_WEBHOOK_SECRET = 'a-secret-of-16-or-more'
    mascot = await start({ HTTP_PORT: String(port), TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET })
    const ana = server.fan('Ana')
    await ana.says('do you have wifi')
    await server.until(() => server.sent().length === 1)
    expect(server.calls('getUpdates').at(-1)?.at ?? 0).toBeLessThanOrEqual(server.calls('setWebhook')[0]?.at ?? 0)
    const body = JSON.stringify({
      update_id: 1,
      message: { message_id: 9, date: 1, chat: { id: 5, type: 'private' }, text: 'x' },
    })
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401)
    expect((await fetch(url)).status).toBe(405)
    await mascot.settled()
    expect(server.sent()).toHaveLength(1)
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
