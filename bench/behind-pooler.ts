/**
 * Behind PgBouncer: two programs of one brand talk through it, pooled by session, by transaction and by statement.
 * `node bench/behind-pooler.ts --pgbouncer /usr/sbin/pgbouncer [--messages 40]`: how many were answered once, and what went wrong. PgBouncer
 * is not in npm; `apt install pgbouncer` has one. As root it is run as `nobody`.
 */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { freePort } from '../test/support/free-port.ts'
import { startPostgres } from '../test/support/postgres-server.ts'

const { values } = parseArgs({
  options: {
    pgbouncer: { type: 'string', default: '/usr/sbin/pgbouncer' },
    messages: { type: 'string', default: '40' },
    prepared: { type: 'string' },
  },
})
const messages = Number(values.messages)
const LONGEST_MS = 60_000
const loaded = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
const persona = { ...loaded, manners: { ...loaded.manners, burst: 'each', limits: 'off' } } as const
const asks = persona.answers.flatMap((answer) => answer.asks)

async function startPooler(url: string, mode: string) {
  const { hostname, port, username, password } = new URL(url)
  const folder = await mkdtemp(join(tmpdir(), 'mascot-pooler-'))
  await chmod(folder, 0o755)
  const at = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  const prepared = values.prepared === undefined ? '' : `max_prepared_statements = ${values.prepared}\n`
  await writeFile(
    file,
    `[databases]\npostgres = host=${hostname} port=${port} user=${username} password=${password}\n[pgbouncer]\n` +
      `listen_addr = 127.0.0.1\nlisten_port = ${at}\nunix_socket_dir =\nauth_type = any\npool_mode = ${mode}\n${prepared}` +
      'default_pool_size = 20\nignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout\n',
  )
  const isRoot = process.getuid?.() === 0
  const pooler = spawn(values.pgbouncer, [...(isRoot ? ['-u', 'nobody'] : []), '-q', file], { stdio: 'ignore' })
  for (let isThere = false; !isThere; )
    isThere = await new Promise<boolean>((resolve) => {
      const socket = createConnection(at, '127.0.0.1', () => resolve(!socket.destroy().connecting))
      socket.on('error', () => void sleep(50).then(() => resolve(false)))
    })
  return {
    url: `postgres://${username}@127.0.0.1:${at}/postgres`,
    async stop() {
      pooler.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** @returns how often each message was answered, and the errors that were logged */
async function talk(url: string, listenUrl: string) {
  const said = new Map<string, number>()
  const errors = new Set<string>()
  let receive: Receive = async () => {}
  const adapter = (hears: boolean): Adapter => ({
    platform: 'bench',
    abilities: { maxLength: 4000, markdown: 'none', buttons: false },
    async start(context) {
      if (hears) receive = context.receive
    },
    async send({ id, threadId: thread }) {
      said.set(thread, (said.get(thread) ?? 0) + 1)
      return { messageId: id }
    },
    async stop() {},
  })
  const destination = {
    write(line: string) {
      const { err, msg } = JSON.parse(line)
      errors.add(String(err?.message ?? msg).slice(0, 140))
    },
  }
  const log = createLog({ level: 'warn', destination })
  const config = parseConfig({ DATABASE_URL: url, DATABASE_LISTEN_URL: listenUrl, HTTP_PORT: '0' })
  const start = (hears: boolean) =>
    startMascot({ config, persona, adapters: [adapter(hears)], clock: systemClock, isOneOfMany: true, log })
  await using _one = await start(true)
  await using _other = await start(false)
  for (let nth = 0; nth < messages; nth++) {
    const fan = `fan-${nth}`
    const message = {
      ...{ threadId: threadId('bench', fan), id: String(nth), sentAt: Date.now(), surface: 'direct' as const },
      ...{ text: `${asks[nth % asks.length]}`, isMention: false },
      author: { accountId: accountId('bench', fan), name: `Fan ${fan}`, isBot: false },
    }
    await receive({ messages: [message] })
  }
  const until = Date.now() + LONGEST_MS
  while (said.size < messages && Date.now() < until) await sleep(100)
  return { said, errors }
}

const server = await startPostgres()
for (const mode of ['session', 'transaction', 'statement']) {
  const pooler = await startPooler(server.url, mode)
  try {
    const { said, errors } = await talk(pooler.url, server.url)
    console.log(`${mode}: ${said.size} of ${messages} answered`, [...errors].slice(0, 4))
  } catch (error) {
    console.log(`${mode}: does not start:`, error instanceof Error ? error.message : error)
  } finally {
    await pooler.stop()
  }
}
await server.stop()
process.exit(0)
