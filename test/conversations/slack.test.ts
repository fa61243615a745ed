/** Fans on Slack, on WeChat and on the web with staff in Telegram's topics, and staff on Slack: the whole program, only the platforms' servers are ours. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { catalog } from '../../adapters/catalog.ts'
import { issueToken } from '../../adapters/web/door/tokens.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { adaptersOf, webOf } from '../../src/verbs/adapters-of.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { serveRoutes } from '../support/serve-routes.ts'
import { app, startSlack } from '../support/slack-server.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { createVisitor } from '../support/web-visitor.ts'
import { account, startWeChat } from '../support/wechat-server.ts'

const persona = await loadPersona(fileURLToPath(new URL('../../personas/coffee', import.meta.url)))
const SECRET = 'of the chat on the web'

/** Everything, configured as an operator does it. `more`: of the environment. */
async function open(more: Readonly<Record<string, string>> = {}) {
  await using undo = new AsyncDisposableStack()
  const clock = createChatClock('2026-11-18T10:30Z')
  const telegram = undo.use(await startTelegramServer({ now: () => clock.now() }))
  const slack = undo.use(await startSlack({ clock }))
  const wechat = undo.use(await startWeChat({ clock, mode: 'safe' }))
  const web = undo.use(await serveRoutes())
  const care = telegram.group('Care', { isForum: true })
  const config = parseConfig({
    DATABASE_URL: 'sqlite::memory:',
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_RATE: 'off' },
    ...{ SLACK_BOT_TOKEN: app.token, SLACK_SIGNING_SECRET: app.signingSecret, SLACK_API_ROOT: `${slack.root}/api` },
    ...{ WECHAT_APP_ID: account.appId, WECHAT_APP_SECRET: account.secret, WECHAT_TOKEN: account.token },
    ...{ WECHAT_AES_KEY: account.aesKey, WECHAT_ORIGINAL_ID: account.gh, WECHAT_API_ROOT: wechat.root },
    ...(Object.keys(more).length === 0 ? { TELEGRAM_STAFF_CHAT: String(care.chatId) } : more),
  })
  const adapters = [...(await adaptersOf(config, catalog)), ...(await webOf(config, catalog)).map(withSecret)]
  const errors: string[] = []
  const mascot = await startMascot({
    ...{ config, adapters, clock },
    persona: { ...persona, manners: { ...persona.manners, burstMs: 0, limits: 'off' } },
    log: createLog({ level: 'error', destination: { write: (line) => void errors.push(line) } }),
  })
  undo.defer(() => mascot.stop())
  web.serve(adapters.flatMap((adapter) => adapter.routes?.() ?? []))
  await slack.serve(web.url)
  await wechat.serve(web.url)
  const visitor = createVisitor(issueToken(SECRET))
  const page = adapters.find(({ platform }) => platform === 'web')
  if (page) visitor.meets(page)
  undo.defer(() => visitor.leaves())
  const opened = undo.move()
  const inTopics = () => telegram.sent().map(({ text = '' }) => text)
  const topicOf = (words: string) => telegram.sent().find(({ text = '' }) => text.includes(words))?.topicId ?? 0
  return {
    ...{ telegram, slack, wechat, care, mascot, visitor, errors, inTopics, topicOf },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** A browser that came before comes again. */
const withSecret = (adapter: Adapter): Adapter => ({
  ...adapter,
  start: (context, signal) => adapter.start({ ...context, secret: async () => SECRET }, signal),
})

it('fans on Slack, on WeChat and on the web each have a topic, and a person’s words reach each where they are', async () => {
  await using talk = await open()
  const { telegram, slack, wechat, care, mascot, visitor, errors, inTopics, topicOf } = talk
  const [ana, room] = ['U0ANA', 'C0TALK']
  slack.member(ana, { display_name: 'Ana' })
  slack.channel(room, [ana, app.user])
  const dana = telegram.fan('Dana')
  const toAna = () => slack.sent('D0ANA').map(({ text }) => text)
  const toWei = () => wechat.sent.map(({ text }) => text)

  slack.says(ana, 'what are your opening hours?')
  await slack.until(() => toAna().length > 0)
  slack.says(ana, 'can I speak to a person please')
  wechat.says('oWei0001', 'can I speak to a person please')
  visitor.says('can I speak to a person please')
  await telegram.until(() => inTopics().filter((text) => /Waiting/.test(text)).length === 3)
  await mascot.settled()

  const ts = slack.says(ana, 'my lid is red & broken')
  wechat.says('oWei0001', 'my kettle drips')
  visitor.says('my grinder hums')
  await telegram.until(() => ['my lid', 'my kettle', 'my grinder'].every((one) => topicOf(one) !== 0))
  slack.edits('D0ANA', ts, 'my lid is blue &amp; broken')
  await telegram.until(() => inTopics().some((text) => text.includes('my lid is blue')))
  for (const [about, answer] of [
    ['my lid', 'A new lid leaves *today*.'],
    ['my kettle', 'A new spout leaves today.'],
    ['my grinder', 'A new burr leaves today.'],
  ] as const)
    await dana.says(`/r ${answer}`, { in: { chatId: care.chatId, topicId: topicOf(about) } })
  await slack.until(() => toAna().some((text) => text.includes('A new lid leaves')))
  await wechat.until(() => toWei().some((text) => text.includes('A new spout leaves today.')))
  await mascot.settled()
  await visitor.reads()
  expect(visitor.lines.some(({ text }) => text.includes('A new burr leaves today.'))).toBe(true)
  await slack.redeliver()

  slack.says(ana, `<@${app.user}> do you have wifi?`, { in: room, isRaw: true })
  await slack.until(() => slack.sent(room).length > 0)
  await mascot.settled()
  expect(slack.sent(room)).toHaveLength(1)
  expect(toAna().filter((text) => text.includes('A new lid leaves'))).toHaveLength(1)
  expect(toAna().join('\n')).not.toMatch(/spout|burr/)
  expect(errors).toEqual([])
})

it('staff work on Slack: a case is a thread there, taken by its button and answered behind a space', async () => {
  const room = 'C0CARE1'
  await using talk = await open({ SLACK_STAFF_CHANNEL: room })
  const { telegram, slack, mascot, errors } = talk
  const [mia, ana] = ['U0MIA', telegram.fan('Ana')]
  slack.member(mia, { display_name: 'Mia' })
  slack.channel(room, [mia, app.user])
  const inRoom = () => slack.sent(room)

  await ana.says('can I speak to a person please')
  await slack.until(() => inRoom().some(({ text }) => /Waiting/.test(text)))
  await mascot.settled()
  const thread = inRoom().find(({ text }) => /Waiting/.test(text))?.thread ?? ''
  expect(slack.messages(room)[0]?.ts).toBe(thread)
  await slack.presses(mia, room, 'Take')
  await slack.until(() => inRoom().some(({ text }) => /Mia has this case/.test(text)))
  slack.says(mia, 'is she the one with the red lid?', { in: room, on: thread })
  const ts = slack.says(mia, ' /r A new lid leaves today.', { in: room, on: thread })
  await telegram.until(() => telegram.sent().some(({ text = '' }) => text.includes('A new lid leaves today.')))
  slack.edits(room, ts, ' /r A new lid leaves on Friday.')
  await telegram.until(() =>
    telegram.calls('editMessageText').some((call) => JSON.stringify(call).includes('on Friday')),
  )
  await mascot.settled()
  expect(telegram.sent().some(({ text = '' }) => text.includes('the one with the red lid'))).toBe(false)
  expect(errors).toEqual([])
})
