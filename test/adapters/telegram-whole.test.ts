/** The whole program on Telegram: a fan writes, the persona answers. Only Telegram's server is ours. */
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { type Mascot, startMascot } from '../../src/mascot.ts'
import { loadPersona } from '../../src/persona/load.ts'
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

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

  async function start(): Promise<Mascot> {
    const config = parseConfig({
      DATABASE_URL: 'sqlite::memory:',
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
    })
    if (!config.telegram) throw new Error('Telegram is not configured')
    const persona = await loadPersona(coffee)
    return await startMascot({
      config,
      persona: { ...persona, manners: { ...persona.manners, burstMs: 0 } },
      adapters: [createTelegramAdapter(config.telegram)],
      clock: systemClock,
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
})
