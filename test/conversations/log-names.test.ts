/** The log of a whole conversation names nobody: at info, fans and their chats have short names that stay the same, and at debug their ids. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { threadId } from '../../src/domain/ids.ts'
import { createLog } from '../../src/log.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { createPseudonyms } from '../../src/words/personal-data/pseudonyms.ts'
import { houseBrand } from '../support/house-brand.ts'
import { runMascot } from '../support/run-mascot.ts'
import type { Fan } from '../support/telegram/people.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

type Server = Awaited<ReturnType<typeof startTelegramServer>>

/** Starts the program, lets `talk` happen, stops it; what it logged. */
async function logOf(
  server: Server,
  level: 'info' | 'debug',
  talk: (settled: () => Promise<void>) => Promise<unknown>,
): Promise<string[]> {
  const config = parseConfig({
    DATABASE_URL: `sqlite:${join(folder, 'chat.db')}`,
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
    TELEGRAM_RATE: 'off',
  })
  if (!config.telegram) throw new Error('Telegram is configured')
  const loaded = await houseBrand('coffee')
  const persona = { ...loaded, manners: { ...loaded.manners, burstMs: 0 } }
  const lines: string[] = []
  const pseudonyms = createPseudonyms()
  const log = createLog({ level, pseudonyms, destination: { write: (line) => void lines.push(line) } })
  const adapters = [createTelegramAdapter(config.telegram)]
  await using mascot = await startMascot({ config, persona, adapters, clock: systemClock, log, pseudonyms })
  const settled = async () => {
    await server.drained()
    await mascot.settled()
  }
  await talk(settled)
  await settled()
  return lines
}

/** A whole talk: answers, a group, a case, a chat that refuses us. */
async function wholeTalk(server: Server, ana: Fan, bo: Fan, settled: () => Promise<void>): Promise<void> {
  const group = server.group('Regulars')
  for (const words of ['hello', 'how long do I have to return beans?', 'I want to talk to a person']) {
    await ana.says(words)
    await settled()
  }
  await bo.says('Pip, are you a bot?', { in: group })
  await settled()
  await bo.says('hello')
  await bo.blocks()
}

/** Of each decision in private, how its chat is named. */
function threadsIn(lines: readonly string[]): string[] {
  return lines.map((line) => JSON.parse(line)).flatMap(({ msg, thread }) => (msg === 'decided' ? [String(thread)] : []))
}

it('names no fan at info, and the same fan alike in every line and after a restart', async () => {
  await using server = await startTelegramServer({})
  const [ana, bo] = [server.fan('Anastasia'), server.fan('Bohumil')]
  const first = await logOf(server, 'info', (settled) => wholeTalk(server, ana, bo, settled))
  const again = await logOf(server, 'info', () => ana.says('hello again'))
  const text = [...first, ...again].join('')
  expect(threadsIn(first).length).toBeGreaterThan(4)
  for (const { id, chatId, person } of [ana, bo])
    for (const personal of [id, chatId, person.first_name, ...(person.username ? [person.username] : [])])
      expect(text).not.toMatch(new RegExp(`(?<!\\w)${personal}(?!\\w)`))
  const [anaName, ...others] = threadsIn(again)
  expect(others).toEqual([])
  expect(anaName).toMatch(/^telegram:#\w{10}$/)
  expect(threadsIn(first).filter((name) => name === anaName)).toHaveLength(3)
  expect(new Set(threadsIn(first)).size).toBe(3)
})

it('names them in full at debug', async () => {
  await using server = await startTelegramServer({})
  const ana = server.fan('Anastasia')
  const lines = await logOf(server, 'debug', () => ana.says('hello'))
  expect(threadsIn(lines)).toEqual([threadId('telegram', ana.chatId)])
})

it('a name out of the log leads the operator to the reasons, and one that was made up to none', async () => {
  await using server = await startTelegramServer({})
  const ana = server.fan('Anastasia')
  const [name = ''] = threadsIn(await logOf(server, 'info', () => ana.says('hello')))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'chat.db')}`, MASCOT_PERSONA: coffee }
  expect(await runMascot(['doctor', '--why', name], { env })).toMatchObject({
    code: 0,
    out: expect.stringContaining('it was greeted'),
  })
  expect(await runMascot(['doctor', '--why', 'telegram:#0000000000'], { env })).toMatchObject({ code: 1 })
})

it('another installation names the same people otherwise', () => {
  const [one, other, same] = [createPseudonyms(), createPseudonyms(), createPseudonyms()]
  one.useKey('key of one')
  same.useKey('key of one')
  expect(one.of('telegram:77')).toBe(same.of('telegram:77'))
  expect(one.of('telegram:77')).not.toBe(other.of('telegram:77'))
  expect(one.of('telegram:77')).not.toBe(one.of('telegram:78'))
  expect(one.of(one.of('telegram:77'))).toBe(one.of('telegram:77'))
  expect(one.within('no chat telegram:-100:7, try db.example:5432')).toBe(
    `no chat ${one.of('telegram:-100:7')}, try db.example:5432`,
  )
})
