/**
 * The whole program as a process that can be killed: `node program.ts DATABASE_URL SENT_FILE [DRAFTS]`. Standard input is the
 * platform (`{"id","thread","fan","text"}` a line; with `"staff": true` it is said in a staff thread), standard output says `durable ID` once a message is, and the file
 * holds what left, a JSON line each, as a platform would have it.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { accountId, threadId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Adapter, AdapterContext } from '../../src/ports/adapter.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { keepCompiled } from './keep-compiled.ts'

const [url = '', sentPath = '', drafts] = process.argv.slice(2)
const sent = openSync(sentPath, 'a')

async function listen({ receive }: AdapterContext): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, thread, fan, text, staff } = JSON.parse(line) as Record<'id' | 'thread' | 'fan' | 'text', string> & {
      readonly staff?: boolean
    }
    const author = { accountId: accountId('pipe', fan), name: fan, isBot: false }
    const message = {
      threadId: threadId('pipe', thread),
      id,
      sentAt: Date.now(),
      author,
      surface: staff ? 'group' : 'direct',
      text,
      isMention: false,
      ...(staff ? { isStaffThread: true } : {}),
    } as const
    await receive({ messages: [message] })
    process.stdout.write(`durable ${id}\n`)
  }
}

const adapter: Adapter = {
  platform: 'pipe',
  abilities: { maxLength: 4000, markdown: 'none', buttons: false },
  async start(context) {
    void listen(context)
  },
  async send(message) {
    const { id, threadId: thread, speaker } = message
    const answerId = speaker.kind === 'approved' ? speaker.answerId : undefined
    const words = message.kind === 'text' ? message.text : message.kind
    writeSync(sent, `${JSON.stringify({ id, thread, answerId, words })}\n`)
    fsyncSync(sent)
    return { messageId: message.id }
  },
  async openThread() {
    return threadId('pipe', 'staff')
  },
  async stop() {
    closeSync(sent)
  },
}

const loaded = await loadPersona(fileURLToPath(new URL('../../personas/coffee', import.meta.url)))
const persona = {
  ...loaded,
  manners: { ...loaded.manners, burst: 'each', limits: 'off', drafts: drafts === 'all' ? 'all' : 'off' },
} as const
keepCompiled()
await startMascot({
  config: parseConfig({ DATABASE_URL: url }),
  persona,
  adapters: [adapter],
  clock: systemClock,
  log: createLog({ level: 'error' }),
  leaseMs: 600,
})
process.stdout.write('started\n')
