/** A fan on Slack, staff in Telegram's topics, and in a channel of a community: the whole program, only the platforms' servers are ours. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createSlackAdapter } from '../../adapters/slack/index.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { serveRoutes } from '../support/serve-routes.ts'
import { app, startSlack } from '../support/slack-server.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

it('a fan is answered, talks with a person through the topic, corrects their words, and is mentioned in a channel', async () => {
  await using undo = new AsyncDisposableStack()
  const clock = createChatClock('2026-11-18T10:30Z')
  const telegram = undo.use(await startTelegramServer({ now: () => clock.now() }))
  const slack = undo.use(await startSlack({ clock }))
  const web = undo.use(await serveRoutes())
  const care = telegram.group('Care', { isForum: true })
  const [ana, talk] = ['U0ANA', 'C0TALK']
  slack.member(ana, { display_name: 'Ana' })
  slack.channel(talk, [ana, app.user])
  const config = parseConfig({
    ...{ DATABASE_URL: 'sqlite::memory:', WEB_CHAT: 'off' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_RATE: 'off' },
    ...{ TELEGRAM_STAFF_CHAT: String(care.chatId), SLACK_BOT_TOKEN: app.token },
    ...{ SLACK_SIGNING_SECRET: app.signingSecret, SLACK_API_ROOT: `${slack.root}/api` },
  })
  if (!config.telegram || !config.slack) throw new Error('both are configured')
  const fanSide = createSlackAdapter(config.slack)
  const loaded = await loadPersona(coffee)
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
  slack.goTo(web.url)
  const dana = telegram.fan('Dana')
  const toAna = () => slack.sent('D0ANA').map(({ text }) => text)
  const inTopics = () => telegram.sent().map(({ text }) => text)

  slack.says(ana, 'what are your opening hours?')
  await slack.until(() => toAna().length > 0)
  slack.says(ana, 'can I speak to a person please')
  await telegram.until(() => inTopics().some((text) => /Waiting/.test(text ?? '')))
  await mascot.settled()
  const topic = { chatId: care.chatId, topicId: [...care.chat.topics.keys()][0] ?? 0 }

  const ts = slack.says(ana, 'my lid is red & broken')
  await telegram.until(() => inTopics().some((text) => (text ?? '').includes('my lid is red')))
  await dana.presses('Take', { in: topic })
  await telegram.until(() => telegram.calls('editMessageText').length > 0)
  slack.edits('D0ANA', ts, 'my lid is blue &amp; broken')
  await telegram.until(() => inTopics().some((text) => (text ?? '').includes('my lid is blue')))
  await dana.says('/r A new lid leaves *today*.', { in: topic })
  await slack.until(() => toAna().some((text) => text.includes('A new lid leaves')))
  await slack.redeliver()

  slack.says(ana, `<@${app.user}> do you have wifi?`, { in: talk, isRaw: true })
  await slack.until(() => slack.sent(talk).length > 0)
  await mascot.settled()
  expect(slack.sent(talk)).toHaveLength(1)
  expect(toAna().filter((text) => text.includes('A new lid leaves'))).toHaveLength(1)
  expect(errors).toEqual([])
})
