/** Killed while pushes of four platforms come in: what was pushed is heard once and answered, on QQ and Slack exactly once, elsewhere at most once more a kill. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { freePort } from '../support/free-port.ts'
import { compiled } from '../support/keep-compiled.ts'
import { bot, startQQ } from '../support/qq-server.ts'
import { app, startSlack } from '../support/slack-server.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'
import { account, startWeChat } from '../support/wechat-server.ts'
import { business, startWhatsApp } from '../support/whatsapp-server.ts'

const program = fileURLToPath(new URL('../support/webhook-program.ts', import.meta.url))
const KILLS = 2
const questions = ['do you have wifi', 'can i bring my dog', 'do you do oat milk', 'what are your opening hours']

it('killed in the middle of talk, it loses nothing, and what a platform knows again is not said twice', async () => {
  await using database = await sqliteTestDatabase()
  const clock = systemClock
  await using qq = await startQQ({ clock, mostReplies: 5 })
  await using whatsapp = await startWhatsApp({ clock })
  await using wechat = await startWeChat({ clock, mode: 'safe' })
  await using slack = await startSlack({ clock })
  const platforms = [qq, whatsapp, wechat, slack]
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...{ PATH: process.env['PATH'], DATABASE_URL: database.url, WEB_CHAT: 'off' },
    ...{ QQ_APP_ID: bot.appId, QQ_SECRET: bot.secret, QQ_API_ROOT: qq.root, QQ_TOKEN_ROOT: qq.root },
    ...{ WHATSAPP_TOKEN: business.token, WHATSAPP_APP_SECRET: business.appSecret, WHATSAPP_API_ROOT: whatsapp.root },
    ...{ WHATSAPP_VERIFY_TOKEN: business.verifyToken, WHATSAPP_NUMBERS: business.numbers.join(',') },
    ...{ WECHAT_APP_ID: account.appId, WECHAT_APP_SECRET: account.secret, WECHAT_TOKEN: account.token },
    ...{ WECHAT_AES_KEY: account.aesKey, WECHAT_API_ROOT: wechat.root },
    ...{ SLACK_BOT_TOKEN: app.token, SLACK_SIGNING_SECRET: app.signingSecret, SLACK_API_ROOT: `${slack.root}/api` },
  }
  async function launch(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [...compiled(program), String(port)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const over = once(child, 'close').then(() => {
      throw new Error('the program ended by itself')
    })
    over.catch(() => {})
    await Promise.race([once(child.stdout ?? child, 'data'), over])
    for (const platform of platforms) await platform.serve(url)
    return child
  }
  async function kill(child: ChildProcess): Promise<void> {
    for (const platform of platforms) platform.away()
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  const heard = async () => {
    const [row] = await database.query("select count(*) as count from messages where direction = 'in'")
    return Number(row?.['count'])
  }
  const fans = { qq: 'U0ANA', whatsapp: '447700900123', wechat: 'oAna0001', slack: 'U0ANA' }
  slack.member(fans.slack, { display_name: 'Ana' })
  const asked: string[] = []
  function ask(): void {
    for (const question of questions) {
      asked.push(qq.says(fans.qq, question))
      whatsapp.says(fans.whatsapp, question)
      wechat.says(fans.wechat, question)
      slack.says(fans.slack, question)
    }
  }
  const toSlack = () => slack.sent('D0ANA')
  const answers = () => [qq.sent, whatsapp.sent, wechat.sent, toSlack()].map(({ length }) => length)

  let child = await launch()
  for (let kills = 1; kills <= KILLS; kills++) {
    const before = await heard()
    ask()
    await vi.waitFor(async () => expect(await heard()).toBeGreaterThan(before + kills), {
      timeout: 60_000,
      interval: 5,
    })
    await kill(child)
    child = await launch()
    const all = kills * questions.length
    await vi.waitFor(
      async () => {
        expect(await heard()).toBe(platforms.length * all)
        for (const many of answers()) expect(many).toBeGreaterThanOrEqual(all)
      },
      { timeout: 60_000, interval: 20 },
    )
    await vi.waitFor(
      async () => {
        const [row] = await database.query(
          "select count(*) as count from messages where state in ('unread', 'pending')",
        )
        expect(Number(row?.['count'])).toBe(0)
      },
      { timeout: 60_000, interval: 20 },
    )
  }
  await kill(child)
  // Which of the fan's messages an answer hangs on is for the window to say; QQ takes none twice, and on Slack it is looked up.
  expect(qq.sent).toHaveLength(asked.length)
  expect(toSlack()).toHaveLength(asked.length)
  for (const many of answers()) expect(many).toBeLessThanOrEqual(asked.length + KILLS)
})
