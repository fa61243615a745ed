/** A fan on QQ, in private and in a group, staff in Telegram's topics; an hour that passes, and a program that is killed: only the servers are ours. */
import { expect, it } from 'vitest'
import { createQQAdapter } from '../../adapters/qq/index.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { houseBrand } from '../support/house-brand.ts'
import { bot, startQQ } from '../support/qq-server.ts'
import { serveRoutes } from '../support/serve-routes.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

const MINUTE_MS = 60_000

it('what staff say after the hour waits, and leaves once when the fan writes again; a group is answered within its minutes', async () => {
  await using undo = new AsyncDisposableStack()
  const clock = createChatClock('2026-11-18T10:30Z')
  const telegram = undo.use(await startTelegramServer({ now: () => clock.now() }))
  const qq = undo.use(await startQQ({ clock }))
  const web = undo.use(await serveRoutes())
  const care = telegram.group('Care', { isForum: true })
  const config = parseConfig({
    ...{ DATABASE_URL: 'sqlite::memory:', WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_RATE: 'off' },
    ...{ TELEGRAM_STAFF_CHAT: String(care.chatId), QQ_APP_ID: bot.appId, QQ_SECRET: bot.secret },
    ...{ QQ_API_ROOT: qq.root, QQ_TOKEN_ROOT: qq.root },
  })
  if (!config.telegram || !config.qq) throw new Error('both are configured')
  const fanSide = createQQAdapter(config.qq)
  const loaded = await houseBrand('coffee')
  const errors: string[] = []
  const mascot = await startMascot({
    config,
    persona: { ...loaded, manners: { ...loaded.manners, burstMs: 0, limits: 'off' } },
    adapters: [createTelegramAdapter(config.telegram), fanSide],
    clock,
    log: createLog({ level: 'error', destination: { write: (line) => void errors.push(line) } }),
  })
  undo.defer(() => mascot.stop())
  web.serve(fanSide.routes?.() ?? [])
  await qq.serve(web.url)
  const dana = telegram.fan('Dana')
  const toAna = () => qq.sent.filter(({ to }) => to === 'users/U0ANA').map(({ text }) => text)

  qq.saysIn('G0TEA', 'M0BEN', 'what are your opening hours?')
  await qq.until(() => qq.sent.some(({ to }) => to === 'groups/G0TEA'))
  qq.says('U0ANA', 'can I speak to a person please')
  await qq.until(() => toAna().length > 0)
  await telegram.until(() => telegram.sent().some(({ text }) => /Waiting/.test(text)))
  await mascot.settled()
  const topic = { chatId: care.chatId, topicId: [...care.chat.topics.keys()][0] ?? 0 }

  clock.advance(61 * MINUTE_MS)
  await mascot.settled()
  await dana.presses('Take', { in: topic })
  await telegram.until(() => telegram.calls('editMessageText').length > 0)
  const before = toAna().length
  await dana.says('/r A new lid leaves today.', { in: topic })
  await telegram.until(() => telegram.sent(topic).some(({ text }) => /It waits/.test(text)))
  await mascot.settled()
  expect(toAna()).toHaveLength(before)

  qq.says('U0ANA', 'hello? my lid?')
  await qq.until(() => toAna().some((text) => text.includes('A new lid leaves today.')))
  await mascot.settled()
  await qq.redeliver()
  await mascot.settled()
  const after = toAna().slice(before)
  expect(after.filter((text) => text.includes('A new lid leaves today.'))).toHaveLength(1)
  expect(after.length).toBeLessThanOrEqual(4)
  expect(errors).toEqual([])
})
