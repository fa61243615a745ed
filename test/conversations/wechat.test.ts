/** A fan on WeChat, staff in Telegram's topics, and a window that closes while they sleep: the whole program, only the platforms' servers are ours. */
import { expect, it } from 'vitest'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { createWeChatAdapter } from '../../adapters/wechat/index.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { houseBrand } from '../support/house-brand.ts'
import { serveRoutes } from '../support/serve-routes.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { account, startWeChat } from '../support/wechat-server.ts'

const HOUR_MS = 3_600_000

it('what staff say after two days waits, and leaves first, once, when the fan writes again', async () => {
  await using undo = new AsyncDisposableStack()
  const clock = createChatClock('2026-11-18T10:30Z')
  const telegram = undo.use(await startTelegramServer({ now: () => clock.now() }))
  const wechat = undo.use(await startWeChat({ clock, mode: 'safe' }))
  const web = undo.use(await serveRoutes())
  const care = telegram.group('Care', { isForum: true })
  const config = parseConfig({
    ...{ DATABASE_URL: 'sqlite::memory:', WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_RATE: 'off' },
    ...{ TELEGRAM_STAFF_CHAT: String(care.chatId), WECHAT_APP_ID: account.appId, WECHAT_APP_SECRET: account.secret },
    ...{ WECHAT_TOKEN: account.token, WECHAT_AES_KEY: account.aesKey, WECHAT_ORIGINAL_ID: account.gh },
    WECHAT_API_ROOT: wechat.root,
  })
  if (!config.telegram || !config.wechat) throw new Error('both are configured')
  const fanSide = createWeChatAdapter(config.wechat)
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
  await wechat.serve(web.url)
  const [ana, dana] = ['oAna0001', telegram.fan('Dana')]
  const toAna = () => wechat.sent.filter(({ to }) => to === ana).map(({ text }) => text)

  wechat.says(ana, 'can I speak to a person please')
  await wechat.until(() => toAna().length > 0)
  await telegram.until(() => telegram.sent().some(({ text }) => /Waiting/.test(text)))
  await mascot.settled()
  const card = telegram.sent().find(({ text }) => /Waiting/.test(text))
  expect(card?.text).toMatch(/⏳ Your words reach them until Fri \d\d:\d\d, [45] messages more/)
  const topic = { chatId: care.chatId, topicId: [...care.chat.topics.keys()][0] ?? 0 }

  clock.advance(49 * HOUR_MS)
  await mascot.settled()
  await dana.presses('Take', { in: topic })
  await telegram.until(() => telegram.calls('editMessageText').length > 0)
  const before = toAna().length
  await dana.says('/r A new lid leaves today.', { in: topic })
  await telegram.until(() => telegram.sent(topic).some(({ text }) => /It waits/.test(text)))
  await mascot.settled()
  expect(toAna()).toHaveLength(before)

  wechat.says(ana, 'hello? my lid?')
  await wechat.until(() => toAna().some((text) => text.includes('A new lid leaves today.')))
  await mascot.settled()
  await wechat.redeliver()
  await mascot.settled()
  const after = toAna().slice(before)
  expect(after.filter((text) => text.includes('A new lid leaves today.'))).toHaveLength(1)
  expect(after.length).toBeLessThanOrEqual(5)
  expect(wechat.pushes.map(({ outcome }) => outcome)).toEqual(['silent', 'silent'])
  expect(errors).toEqual([])
})
