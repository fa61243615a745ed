/**
 * Several real processes of one brand on PostgreSQL, Telegram's wire and Discord's, with everything that can happen to them: killed, cut off
 * from the database, frozen, replaced; the database crashing under them; their clocks apart. Counts what fans hear.
 * `node bench/many-processes.ts [--processes 2,4] [--fans 12] [--rate 6]`: messages a second, over both platforms.
 */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { lineTo } from '../test/support/line-to.ts'
import { type OneOfMany, startOneOfMany } from '../test/support/many-processes.ts'
import { startPostgres } from '../test/support/postgres-server.ts'
import { startTalk, type Talk } from './many-processes/talk.ts'
import { asked, sum, tally } from './many-processes/tally.ts'

const { values } = parseArgs({
  options: {
    processes: { type: 'string', default: '2,4' },
    fans: { type: 'string', default: '12' },
    rate: { type: 'string', default: '6' },
  },
})
const MOST_WAIT_MS = 180_000
const SKEWS_MS = [0, 25_000, -25_000, 3_600_000, -3_600_000, 5_000, -5_000, 60_000]
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Running {
  readonly line: Awaited<ReturnType<typeof lineTo>>
  one: OneOfMany
  restart(): Promise<void>
}

async function startAll(count: number, url: string, env: Readonly<Record<string, string>>): Promise<Running[]> {
  const all: Running[] = []
  for (let at = 0; at < count; at++) {
    const line = await lineTo(url)
    const start = () => startOneOfMany({ ...env, DATABASE_URL: line.url }, SKEWS_MS[at])
    const running: Running = {
      line,
      one: start(),
      async restart() {
        running.one = start()
        await running.one.ready
      },
    }
    all.push(running)
  }
  await Promise.all(all.map(({ one }) => one.ready))
  return all
}

/** A backend that is killed takes every other connection with it, and the server recovers as after a power cut. */
async function crash(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const closed = new Promise((resolve) => client.once('end', resolve))
  if (rows[0]) process.kill(rows[0].pid, 'SIGKILL')
  await closed
}

/** Each fault, and how long it is left to work. */
function faultsOf(all: Running[], url: string, talk: Talk): readonly (readonly [string, () => Promise<void>])[] {
  const poller = () => all.find(({ one }) => one.holds.has(talk.poll)) ?? all[0]
  const other = () => all.find((running) => running !== poller()) ?? all[0]
  const killed = async (running: Running | undefined) => {
    await running?.one.kill()
    await sleep(6_000)
    await running?.restart()
  }
  return [
    ['kill -9 of the one that polls', () => killed(poller())],
    ['kill -9 of another', () => killed(other())],
    [
      'the line to the database cut for 12 s',
      async () => {
        const running = poller()
        running?.line.cut()
        await sleep(12_000)
        running?.line.mend()
        await sleep(6_000)
      },
    ],
    [
      'frozen for 10 s',
      async () => {
        const running = poller()
        running?.one.signal('SIGSTOP')
        await sleep(10_000)
        running?.one.signal('SIGCONT')
        await sleep(3_000)
      },
    ],
    [
      'PostgreSQL crashes and recovers',
      async () => {
        await crash(url)
        await sleep(8_000)
      },
    ],
    [
      'replaced one by one',
      async () => {
        for (const running of all) {
          await running.one.kill('SIGTERM')
          await running.restart()
        }
      },
    ],
    ['all killed at once', async () => void (await Promise.all(all.map((running) => killed(running))))],
  ]
}

async function run(count: number, server: string): Promise<void> {
  const name = `many_${count}_${Date.now()}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = server.replace(/postgres$/, name)
  await using talk = await startTalk(Number(values.fans))
  const all = await startAll(count, url, talk.env)
  const asking = new AbortController()
  const done = talk.ask(Number(values.rate), asking.signal)
  const row = (what: string) => {
    const [telegram, discord] = talk
      .heard()
      .map((fans) => sum(fans.map(({ questions, texts }) => tally(questions, texts))))
    const cells = [telegram, discord].map((one) => `${one?.asked} / ${one?.doubled}`)
    process.stdout.write(`| ${count} | ${what} | ${cells.join(' | ')} |\n`)
  }
  await sleep(3_000)
  for (const [what, fault] of faultsOf(all, url, talk)) {
    await fault()
    row(what)
  }
  asking.abort()
  await done
  const until = Date.now() + MOST_WAIT_MS
  const whole = () => sum(talk.heard().flatMap((fans) => fans.map(({ questions, texts }) => tally(questions, texts))))
  while (whole().lost > 0 && Date.now() < until) await sleep(500)
  const [telegram, discord] = talk
    .heard()
    .map((fans) => sum(fans.map(({ questions, texts }) => tally(questions, texts))))
  process.stdout.write(`${JSON.stringify({ processes: count, telegram, discord, conflicts: talk.conflicts() })}\n`)
  for (const { one, line } of all) {
    await one.kill()
    await line[Symbol.asyncDispose]()
  }
}

const server = await startPostgres({ fsync: true })
process.stdout.write(
  '| processes | what happened | Telegram: asked / doubled so far | Discord: asked / doubled so far |\n|---:|---|---:|---:|\n',
)
for (const count of values.processes.split(',').map(Number)) await run(count, server.url)
await server.stop()
process.stdout.write(
  `${asked.length} questions in turn, ${values.fans} fans on each platform, ${values.rate} a second\n`,
)
