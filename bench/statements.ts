/**
 * What a message that comes alone asks of the database, counted: statements, transactions that wait for the disk, and which they are.
 * `node bench/statements.ts [--messages 40] [--each]`: SQLite, approved answers, no model; exact, whatever else the machine does.
 */
import { StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { systemClock } from '../src/clock.ts'
import { parseConfig } from '../src/config.ts'
import { accountId, threadId } from '../src/domain/ids.ts'
import { createLog } from '../src/log.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import type { Adapter, Receive } from '../src/ports/adapter.ts'
import { startMascot } from '../src/program/mascot.ts'

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '40' }, each: { type: 'boolean', default: false } },
})
const messages = Number(values.messages)
const WARM = 20
const FANS = 10

const counts = new Map<string, number>()
const { all, run } = StatementSync.prototype
const count = ({ sourceSQL }: StatementSync) => {
  const sql = sourceSQL.replaceAll(/\s+/g, ' ').trim().slice(0, 110)
  counts.set(sql, (counts.get(sql) ?? 0) + 1)
}
Object.assign(StatementSync.prototype, {
  all(this: StatementSync, ...given: unknown[]) {
    count(this)
    return Reflect.apply(all, this, given)
  },
  run(this: StatementSync, ...given: unknown[]) {
    count(this)
    return Reflect.apply(run, this, given)
  },
})

const loaded = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
const persona = { ...loaded, manners: { ...loaded.manners, burst: 'each', limits: 'off' } } as const
const asks = persona.answers.flatMap((answer) => answer.asks)
/** After a reply, for what follows on it. */
const AFTERWARDS_MS = 150
let receive: Receive = async () => {}
let onSent = () => {}
const adapter: Adapter = {
  platform: 'bench',
  abilities: { maxLength: 4000, markdown: 'none', buttons: false },
  async start(context) {
    receive = context.receive
  },
  async send({ id }) {
    onSent()
    return { messageId: id }
  },
  async stop() {},
}
const config = parseConfig({ DATABASE_URL: 'sqlite::memory:', HTTP_PORT: '0' })
const log = createLog({ level: 'silent' })
await using _mascot = await startMascot({ config, persona, adapters: [adapter], clock: systemClock, log })

async function hear(from: number, to: number): Promise<void> {
  for (let nth = from; nth < to; nth++) {
    const fan = `fan-${nth % FANS}`
    const message = {
      ...{ threadId: threadId('bench', fan), id: String(nth), sentAt: Date.now(), surface: 'direct' as const },
      ...{ text: `${asks[nth % asks.length]} (${nth})`, isMention: false },
      author: { accountId: accountId('bench', fan), name: `Fan ${fan}`, isBot: false },
    }
    const sent = new Promise<void>((resolve) => {
      onSent = resolve
    })
    await receive({ messages: [message] })
    await sent
    await sleep(AFTERWARDS_MS)
  }
}

await hear(0, WARM)
counts.clear()
await hear(WARM, WARM + messages)
const total = [...counts.values()].reduce((sum, one) => sum + one, 0)
console.log(`${(total / messages).toFixed(1)} statements a message, begin and commit among them`)
console.log(`${((counts.get('commit') ?? 0) / messages).toFixed(1)} transactions a message`)
if (values.each)
  for (const [sql, times] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log((times / messages).toFixed(2).padStart(6), sql)
