/**
 * What a message costs without a model: processor time, bytes in the database, memory of the process, and what a brand costs that
 * nobody writes to. `node bench/cost.ts [--messages 3000] [--fans 300] [--watched] [--postgres]`; figures of docs/scale.md.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { systemClock } from '../src/clock.ts'
import { parseConfig } from '../src/config.ts'
import { accountId, threadId } from '../src/domain/ids.ts'
import type { InboundMessage } from '../src/domain/message.ts'
import { createLog } from '../src/log.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import type { Adapter, Receive } from '../src/ports/adapter.ts'
import { startMascot } from '../src/program/mascot.ts'
import { startPostgres } from '../test/support/postgres-server.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '3000' },
    fans: { type: 'string', default: '300' },
    postgres: { type: 'boolean', default: false },
    watched: { type: 'boolean', default: false },
  },
})
const messages = Number(values.messages)
const fans = Number(values.fans)
const WARM = 400
const IDLE_MS = 20_000
const MB = 1e6

const folder = mkdtempSync(path.join(tmpdir(), 'mascot-cost-'))
const file = path.join(folder, 'mascot.db')
const server = values.postgres ? await startPostgres({ fsync: true }) : undefined
const url = server?.url ?? `sqlite:${file}`
const loaded = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
const persona = { ...loaded, manners: { ...loaded.manners, burst: 'each', limits: 'off' } } as const
const asks = persona.answers.flatMap((answer) => answer.asks)

let receive: Receive = async () => {}
let sent = 0
const adapter: Adapter = {
  platform: 'bench',
  abilities: { maxLength: 4000, markdown: 'none', buttons: false },
  async start(context) {
    receive = context.receive
  },
  async send({ id }) {
    sent += 1
    return { messageId: id }
  },
  async stop() {},
}

async function databaseBytes(): Promise<number> {
  if (!server) return statSync(file).size
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size')
    return Number(rows[0]?.size)
  } finally {
    await client.end()
  }
}

let nth = 0
function message(): InboundMessage {
  const fan = `fan-${nth % fans}`
  const text = `${asks[nth % asks.length]} (${nth})`
  nth += 1
  return {
    ...{
      threadId: threadId('bench', fan),
      id: String(nth),
      sentAt: Date.now(),
      surface: 'direct',
      text,
      isMention: false,
    },
    author: { accountId: accountId('bench', fan), name: `Fan ${fan}`, isBot: false },
  }
}

const config = parseConfig({ DATABASE_URL: url, HTTP_PORT: '0' })
const log = createLog({ level: 'silent' })
const serving = values.watched ? { isServing: true } : {}
const mascot = await startMascot({ config, persona, adapters: [adapter], clock: systemClock, log, ...serving })

/** Ten at a time, as a busy hour brings them. */
async function hear(count: number): Promise<void> {
  for (let done = 0; done < count; done += 10) {
    await receive({ messages: Array.from({ length: 10 }, message) })
    await mascot.settled()
  }
}

function row(what: string, value: string): void {
  process.stdout.write(`| ${what} | ${value} |\n`)
}

await hear(WARM)
const [bytesBefore, cpuBefore, sentBefore] = [await databaseBytes(), process.cpuUsage(), sent]
await hear(messages)
const { user, system } = process.cpuUsage(cpuBefore)
const bytes = (await databaseBytes()) - bytesBefore
row('messages heard, and words sent', `${messages}, ${sent - sentBefore}`)
row('processor time a message, all threads', `${((user + system) / 1000 / messages).toFixed(2)} ms`)
row('database a message and its answer', `${Math.round(bytes / messages)} bytes`)
row('memory of the process', `${Math.round(process.memoryUsage.rss() / MB)} MB`)
const idle = process.cpuUsage()
await sleep(IDLE_MS)
const rest = process.cpuUsage(idle)
row('a brand that nobody writes to', `${((rest.user + rest.system) / 10 / IDLE_MS).toFixed(2)} % of a core`)
await mascot.stop()
await server?.stop()
rmSync(folder, { recursive: true, force: true })
