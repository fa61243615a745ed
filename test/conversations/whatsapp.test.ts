/** A fan on WhatsApp, staff in Telegram's topics, and a day that passes: the whole program, only the platforms' servers are ours. */
import { expect, it } from 'vitest'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { createWhatsAppAdapter } from '../../adapters/whatsapp/index.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { houseBrand } from '../support/house-brand.ts'
import { serveRoutes } from '../support/serve-routes.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { business, startWhatsApp } from '../support/whatsapp-server.ts'

const HOUR_MS = 3_600_000

it('a fan is answered, asks for a person by a button, and what is said a day later waits, asks them to write, and leaves once', async () => {
  await using undo = new AsyncDisposableStack()
  const clock = createChatClock('2026-11-18T10:30Z')
  const telegram = undo.use(await startTelegramServer({ now: () => clock.now() }))
  const whatsapp = undo.use(await startWhatsApp({ clock }))
  const web = undo.use(await serveRoutes())
  const care = telegram.group('Care', { isForum: true })
  const config = parseConfig({
    ...{ DATABASE_URL: 'sqlite::memory:', WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_RATE: 'off' },
    ...{ TELEGRAM_STAFF_CHAT: String(care.chatId), WHATSAPP_TOKEN: business.token },
    ...{ WHATSAPP_APP_SECRET: business.appSecret, WHATSAPP_VERIFY_TOKEN: business.verifyToken },
    ...{ WHATSAPP_NUMBERS: business.numbers.join(', '), WHATSAPP_API_ROOT: whatsapp.root },
    WHATSAPP_TEMPLATE: 'answer_waiting:en_GB,zh_CN',
  })
  if (!config.telegram || !config.whatsapp) throw new Error('both are configured')
  const fanSide = createWhatsAppAdapter(config.whatsapp)
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
  await whatsapp.serve(web.url)
  const [ana, dana] = ['GB.1502576394655843', telegram.fan('Dana')]
  const toAna = () => whatsapp.sent.filter(({ to, template }) => to === ana && !template).map(({ text }) => text)
  const asked = () => whatsapp.sent.flatMap(({ to, template }) => (to === ana && template ? [template] : []))

  whatsapp.says(ana, 'what are your opening hours?')
  await whatsapp.until(() => toAna().length > 0)
  whatsapp.says(ana, 'can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => /Waiting/.test(text)))
  await mascot.settled()
  const topic = { chatId: care.chatId, topicId: [...care.chat.topics.keys()][0] ?? 0 }

  clock.advance(25 * HOUR_MS)
  await mascot.settled()
  await dana.presses('Take', { in: topic })
  await telegram.until(() => telegram.calls('editMessageText').length > 0)
  const before = toAna().length
  await dana.says('/r A new lid leaves today.', { in: topic })
  await telegram.until(() => telegram.sent(topic).some(({ text }) => /It waits/.test(text)))
  await mascot.settled()
  expect(toAna()).toHaveLength(before)
  await whatsapp.until(() => asked().length > 0)
  const waiting = () => telegram.sent(topic).filter(({ text }) => /It waits/.test(text)).length
  const told = waiting()
  await dana.says('/r With a second one for your sister.', { in: topic })
  await telegram.until(() => waiting() > told)
  await mascot.settled()
  expect(asked()).toEqual(['answer_waiting en_GB'])

  // The quick reply below the template.
  whatsapp.sends(ana, 'button', { payload: 'Read it', text: 'Read it' })
  await whatsapp.until(() => toAna().some((text) => text.includes('With a second one')))
  await mascot.settled()
  await whatsapp.redeliver()
  await mascot.settled()
  const after = toAna().slice(before)
  expect(after.filter((text) => text.includes('A new lid leaves today.'))).toHaveLength(1)
  expect(errors).toEqual([])
})
