/**
 * What a turn costs on each platform: the whole program as a process of its own, approved answers without a model, and the platforms' servers
 * of the tests beside it. Each fan asks four questions, one after the other; the platforms take turns, fan by fan.
 * `node bench/platforms.ts [--fans 4] [--only slack,line]`: processor time of the program, and requests to the platform, a turn.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { catalog } from '../adapters/catalog.ts'
import { systemClock } from '../src/clock.ts'
import { parseConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import { startMascot } from '../src/program/mascot.ts'
import { adaptersOf, webOf } from '../src/verbs/adapters-of.ts'
import { startDiscord } from '../test/support/discord-server.ts'
import { freePort } from '../test/support/free-port.ts'
import { channel, startLine } from '../test/support/line-server.ts'
import { bot, startQQ } from '../test/support/qq-server.ts'
import { app, startSlack } from '../test/support/slack-server.ts'
import { startTelegramServer } from '../test/support/telegram-server.ts'
import { account, startWeChat } from '../test/support/wechat-server.ts'
import { business, startWhatsApp } from '../test/support/whatsapp-server.ts'

const questions = ['do you have wifi', 'can i bring my dog', 'do you do oat milk', 'what are your opening hours']
const QUIET_MS = 150

/** What the bench asks of a platform. */
interface Platform {
  readonly name: string
  /** A new fan's way to speak. */
  fan(nth: number): Promise<(text: string) => unknown>
  /** Messages of ours that it has taken. */
  taken(): number
  /** Requests to it; undefined where it is ours. */
  calls?(): number
}

async function program(): Promise<void> {
  const config = parseConfig(process.env)
  const loaded = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
  const adapters = [...(await adaptersOf(config, catalog)), ...(await webOf(config, catalog))]
  const { url } = await startMascot({
    ...{ config, adapters, clock: systemClock, isServing: true, warmUp: 'before' },
    log: createLog({ level: 'error' }),
    persona: { ...loaded, manners: { ...loaded.manners, burst: 'each', burstMs: 0, limits: 'off' } },
  })
  process.on('message', () => process.send?.(process.cpuUsage()))
  process.send?.({ url })
}

async function bench(fans: number, only: readonly string[]): Promise<void> {
  await using undo = new AsyncDisposableStack()
  const clock = systemClock
  const folder = await mkdtemp(path.join(tmpdir(), 'mascot-platforms-'))
  undo.defer(() => rm(folder, { recursive: true, force: true }))
  const telegram = undo.use(await startTelegramServer())
  const discord = undo.use(await startDiscord())
  const wechat = undo.use(await startWeChat({ clock, mode: 'safe' }))
  const line = undo.use(await startLine({ clock }))
  const slack = undo.use(await startSlack({ clock }))
  const whatsapp = undo.use(await startWhatsApp({ clock }))
  const qq = undo.use(await startQQ({ clock, mostReplies: 5 }))
  const env = {
    ...{
      PATH: process.env['PATH'],
      DATABASE_URL: `sqlite:${path.join(folder, 'mascot.db')}`,
      HTTP_PORT: String(await freePort()),
    },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_RATE: 'off' },
    ...{ DISCORD_BOT_TOKEN: discord.token, DISCORD_API_ROOT: discord.apiRoot },
    ...{ WECHAT_APP_ID: account.appId, WECHAT_APP_SECRET: account.secret, WECHAT_TOKEN: account.token },
    ...{ WECHAT_AES_KEY: account.aesKey, WECHAT_API_ROOT: wechat.root },
    ...{ LINE_TOKEN: channel.token, LINE_SECRET: channel.secret, LINE_API_ROOT: line.root, LINE_DATA_ROOT: line.root },
    ...{ SLACK_BOT_TOKEN: app.token, SLACK_SIGNING_SECRET: app.signingSecret, SLACK_API_ROOT: `${slack.root}/api` },
    ...{ WHATSAPP_TOKEN: business.token, WHATSAPP_APP_SECRET: business.appSecret, WHATSAPP_API_ROOT: whatsapp.root },
    ...{ WHATSAPP_VERIFY_TOKEN: business.verifyToken, WHATSAPP_NUMBERS: business.numbers.join(',') },
    ...{ QQ_APP_ID: bot.appId, QQ_SECRET: bot.secret, QQ_API_ROOT: qq.root, QQ_TOKEN_ROOT: qq.root },
  }
  const child = fork(fileURLToPath(import.meta.url), ['--program'], { env })
  undo.defer(() => void child.kill('SIGKILL'))
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }]
  for (const platform of [wechat, line, slack, whatsapp, qq]) await platform.serve(url)
  async function cpuMs(): Promise<number> {
    child.send('cpu')
    const [{ user, system }] = (await once(child, 'message')) as [{ readonly user: number; readonly system: number }]
    return (user + system) / 1_000
  }
  let linesRead = 0
  /** A browser with the page open. */
  async function visitor(): Promise<(text: string) => unknown> {
    const ask = async (to: string, body?: object, token = '') => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      return await fetch(
        `${url}/chat/api/${to}`,
        body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
      )
    }
    const { token } = (await (await ask('visit', {})).json()) as { readonly token: string }
    const stream = await ask('stream', undefined, token)
    void (async () => {
      for await (const part of stream.body ?? [])
        linesRead += Buffer.from(part).toString().split('event: line').length - 1
    })().catch(() => {})
    return (text) => ask('say', { id: crypto.randomUUID(), text, lang: 'en' }, token)
  }
  const all: readonly Platform[] = [
    {
      name: 'telegram',
      fan: async (nth) => (text) => telegram.fan(`Fan ${nth}`).says(text),
      taken: () => telegram.sent().length,
    },
    {
      name: 'discord',
      async fan(nth) {
        const one = discord.fan(`Fan ${nth}`)
        return (text) => one.says(one.direct, text)
      },
      taken: () => discord.sent().length,
      calls: () => discord.calls.length,
    },
    { name: 'web', fan: visitor, taken: () => linesRead },
    {
      name: 'wechat',
      fan: async (nth) => (text) => wechat.says(`oFan${1_000 + nth}`, text),
      taken: () => wechat.sent.length,
      calls: () => wechat.calls.length,
    },
    {
      name: 'line',
      fan: async (nth) => (text) => line.says(`U${1_000 + nth}`, text),
      taken: () => line.sent.length,
      calls: () => line.calls.length,
    },
    {
      name: 'slack',
      async fan(nth) {
        slack.member(`U${1_000 + nth}`, { display_name: `Fan ${nth}` })
        return (text) => slack.says(`U${1_000 + nth}`, text)
      },
      taken: () => slack.calls.filter((call) => call === 'chat.postMessage').length,
      calls: () => slack.calls.length,
    },
    {
      name: 'whatsapp',
      fan: async (nth) => (text) => whatsapp.says(String(447_700_900_000 + nth), text),
      taken: () => whatsapp.sent.length,
      calls: () => whatsapp.calls.length,
    },
    {
      name: 'qq',
      fan: async (nth) => (text) => qq.says(`U0${1_000 + nth}`, text),
      taken: () => qq.sent.length,
      calls: () => qq.calls.length,
    },
  ]
  const platforms = all.filter(({ name }) => only.length === 0 || only.includes(name))
  const costs = new Map(platforms.map(({ name }) => [name, { turns: 0, cpuMs: 0, calls: 0 }]))
  // The first fan of each warms what is said for the first time.
  for (let nth = 0; nth <= fans; nth++)
    for (const platform of platforms) {
      const says = await platform.fan(nth)
      const [before, asked] = [await cpuMs(), platform.calls?.() ?? 0]
      for (const question of questions) {
        const taken = platform.taken()
        await says(question)
        while (platform.taken() === taken) await sleep(5)
        await sleep(QUIET_MS)
      }
      const cost = costs.get(platform.name)
      if (nth === 0 || !cost) continue
      cost.turns += questions.length
      cost.cpuMs += (await cpuMs()) - before
      cost.calls += (platform.calls?.() ?? 0) - asked
    }
  console.log('| platform | turns | processor time a turn, ms | requests to it a turn |\n| --- | --- | --- | --- |')
  for (const [name, cost] of costs) {
    const calls = all.find((one) => one.name === name)?.calls ? (cost.calls / cost.turns).toFixed(2) : '–'
    console.log(`| ${name} | ${cost.turns} | ${(cost.cpuMs / cost.turns).toFixed(1)} | ${calls} |`)
  }
}

const { values } = parseArgs({
  options: {
    fans: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    program: { type: 'boolean', default: false },
  },
})
if (values.program) await program()
else {
  await bench(Number(values.fans), values.only.split(',').filter(Boolean))
  process.exit(0)
}
