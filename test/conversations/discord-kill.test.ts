/** Killed in the middle of catching up with an hour of talk, the program reads on where it was: every fresh question is answered once, no stale one ever. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import type { Channel, Message } from '../support/discord/world.ts'
import { startDiscord } from '../support/discord-server.ts'
import { compiled } from '../support/keep-compiled.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

const program = fileURLToPath(new URL('../support/discord-program.ts', import.meta.url))
const MINUTE = 60_000
const questions = ['do you have wifi', 'can i bring my dog', 'do you do oat milk']

/** Rejects when the program ends by itself. */
async function ending(child: ChildProcess): Promise<never> {
  await once(child, 'close')
  if (child.killed) return await new Promise(() => {})
  throw new Error('the program ended by itself')
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'close')
}

it('killed three times while it catches up, it answers what is fresh once and leaves what is stale', async () => {
  await using database = await sqliteTestDatabase()
  // Discord's ids only ever grow, so its time begins in the past.
  let ago = 70 * MINUTE
  await using server = await startDiscord({ now: () => Date.now() - ago })
  const fans = server.guild('Fans')
  const [general, side] = [server.channel(fans, 'general'), server.channel(fans, 'side')]
  const ana = server.fan('Ana')
  const people = Array.from({ length: 7 }, (_, index) => server.fan(`Fan ${index}`))
  const launch = () =>
    spawn(process.execPath, [...compiled(program), database.url, server.apiRoot, server.token], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const count = async (where: string) =>
    Number((await database.query(`select count(*) as count from messages where ${where}`))[0]?.['count'])
  const posts = () => server.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')).length
  const pages = () => server.calls.filter(({ path }) => path === `/channels/${general.id}/messages`).length

  const first = launch()
  await Promise.race([server.until(() => server.gateway.connections > 0), ending(first)])
  for (const channel of [general, side, ana.direct]) ana.says(channel, 'good morning')
  await vi.waitFor(async () => expect(await count("direction = 'in' and state = 'read'")).toBe(3), { timeout: 60_000 })
  await kill(first)
  server.gateway.state.refusesResume = true

  const [fresh, stale]: [Message[], Message[]] = [[], []]
  /** Talk among `people`, with a question to the bot in every tenth line. */
  function talk(channel: Channel, lines: number, asked: Message[]): void {
    for (let n = 0; n < lines; n++) {
      const question = n % 10 === 9 ? `Pip, ${questions[n % questions.length]}?` : `the tide was lovely on day ${n}`
      const said = people[n % people.length]?.says(channel, question)
      if (said && n % 10 === 9) asked.push(said)
    }
  }
  ago = 60 * MINUTE
  talk(general, 120, stale)
  ago = 5 * MINUTE
  talk(general, 180, fresh)
  talk(side, 30, fresh)
  fresh.push(ana.says(ana.direct, 'do you have wifi'))
  ago = 0

  const until: ((before: { posts: number; pages: number }) => boolean)[] = [
    (before) => pages() > before.pages,
    (before) => posts() >= before.posts + 3,
    (before) => posts() >= before.posts + 8,
  ]
  for (const isEnough of until) {
    const before = { posts: posts(), pages: pages() }
    const child = launch()
    await Promise.race([server.until(() => isEnough(before) || posts() >= fresh.length), ending(child)])
    await kill(child)
  }
  const last = launch()
  const heard = 3 + 120 + 180 + 30 + 1
  await vi.waitFor(
    async () => {
      expect(await count("direction = 'in' and state = 'read'")).toBe(heard)
      expect(await count("state in ('unread', 'pending')")).toBe(0)
    },
    { timeout: 120_000, interval: 50 },
  )
  await kill(last)

  const answered = (message: Message) =>
    server.sent(message.channel).filter(({ more }) => {
      const reference = more.message_reference
      return (
        typeof reference === 'object' &&
        reference !== null &&
        'message_id' in reference &&
        reference.message_id === message.id
      )
    }).length
  const inServer = fresh.filter(({ channel }) => channel !== ana.direct)
  expect(inServer.map(answered)).toEqual(inServer.map(() => 1))
  expect(stale.map(answered)).toEqual(stale.map(() => 0))
  expect(server.sent(general).length + server.sent(side).length).toBe(inServer.length)
  expect(server.sent(ana.direct).filter(({ content }) => /wifi/i.test(content))).toHaveLength(1)
  const reasons = await database.query("select count(*) as count from decisions where reason = 'too-old'")
  expect(Number(reasons[0]?.['count'])).toBe(stale.length)
})

it('killed three times in the middle of talk, it resumes its one session: nothing is acknowledged before it is durable, nothing is lost', async () => {
  await using database = await sqliteTestDatabase()
  await using server = await startDiscord()
  const fans = server.guild('Fans')
  const channels = [server.channel(fans, 'general'), server.channel(fans, 'side')]
  const people = ['Ana', 'Ben', 'Cleo'].map((name) => server.fan(name))
  const launch = () =>
    spawn(process.execPath, [...compiled(program), database.url, server.apiRoot, server.token], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const durable = async () => {
    const rows = await database.query("select message_id as id from messages where direction = 'in'")
    return rows.map(({ id }) => String(id))
  }
  const resumes = () => server.gateway.heard.filter(({ op }) => op === 6)
  const said: string[] = []
  /** In two channels and three private talks, from the test and while nobody listens. */
  function talk(lines: number): void {
    for (let n = 0; n < lines; n++) {
      const fan = people[n % people.length]
      const channel = n % 2 === 0 ? channels[(n / 2) % 2] : fan?.direct
      if (fan && channel) said.push(fan.says(channel, `the tide was lovely on day ${said.length}`).id)
    }
  }

  let child = launch()
  await Promise.race([server.until(() => server.gateway.connections > 0), ending(child)])
  for (let kills = 1; kills <= 3; kills++) {
    const before = (await durable()).length
    talk(30)
    await vi.waitFor(async () => expect((await durable()).length).toBeGreaterThan(before + 5), {
      timeout: 60_000,
      interval: 5,
    })
    await kill(child)
    const kept = new Set(await durable())
    talk(10)
    child = launch()
    await Promise.race([server.until(() => resumes().length === kills), ending(child)])
    const seq = Number(objectOf(resumes().at(-1)?.d).seq)
    const acknowledged = server.gateway.dispatched.filter(({ t, s }) => t === 'MESSAGE_CREATE' && s <= seq)
    expect(acknowledged.map(({ d }) => String(objectOf(d).id)).filter((id) => !kept.has(id))).toEqual([])
  }
  await vi.waitFor(async () => expect((await durable()).length).toBe(said.length), { timeout: 60_000, interval: 50 })
  await kill(child)
  expect((await durable()).toSorted()).toEqual(said.toSorted())
  expect(server.gateway.heard.filter(({ op }) => op === 2)).toHaveLength(1)
  expect(server.calls.filter(({ method, path }) => method === 'GET' && path.endsWith('/messages'))).toEqual([])
})

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
