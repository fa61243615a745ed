/** When something of ours or of the platform's fails: nothing accepted is lost, nothing is said twice, the order holds, and nobody waits for ever. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { SendError } from '../../src/errors.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, type ChatOptions, startChat } from '../support/chat.ts'
import { createChatClock, passTime } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'
import { everyLine, latest } from './reading.ts'

let clock: ManualClock
beforeEach(() => {
  clock = createChatClock('2026-11-18T10:30Z')
})
const started: Chat[] = []
async function start(brand: string, options: ChatOptions = {}): Promise<Chat> {
  const chat = await startChat(brand, { clock, ...options })
  started.push(chat)
  return chat
}
afterEach(async () => {
  for (const chat of started.splice(0)) await chat.mascot.stop()
})

describe('the database is busy for a moment', () => {
  it('a message that comes meanwhile is accepted and answered once it is free', async () => {
    await using database = await sqliteTestDatabase()
    const chat = await start('coffee', { databaseUrl: database.url })
    const other = new DatabaseSync(database.url.replace('sqlite:', ''))
    other.exec('begin immediate')
    const ana = chat.fan('Ana')
    const said = ana.says('do you have wifi?')
    other.exec("update conversations set lang = lang where id = 'nobody'")
    other.exec('commit')
    await said
    // And again while it is thought about or sent.
    other.exec('begin immediate')
    const heard = ana.hears()
    other.exec('commit')
    other.close()
    await heard
    await ana.hearsNothing()
    expect(await chat.reasons(ana)).toHaveLength(1)
  })
})

describe('thinking fails', () => {
  /** Saying thanks breaks; everything else works. */
  const broken = (times: number) => {
    let left = times
    return (persona: Persona): Persona => {
      const lines = { ...persona.lines }
      const { thanks } = lines
      Object.defineProperty(lines, 'thanks', {
        get() {
          if (left-- > 0) throw new Error('a bug of ours')
          return thanks
        },
      })
      return { ...persona, lines }
    }
  }

  it('once: tried again, and the fan notices nothing', async () => {
    const chat = await start('coffee', { tune: broken(1) })
    const ana = chat.fan('Ana')
    await ana.says('thanks')
    await passTime(clock, ana.hears())
    expect(await latest(chat, ana)).toMatchObject({ reason: 'thanks' })
    expect(chat.errors).toHaveLength(1)
    expect(chat.errors[0]).toMatch(/turn failed, will be tried again.*/)
  })

  it('for good: the honest line in the end, and the talk goes on', async () => {
    const chat = await start('coffee', { tune: broken(1_000) })
    const ana = chat.fan('Ana')
    await ana.says('thanks')
    await passTime(clock, ana.hears(everyLine(chat.persona.lines.error, 'en', 'Ana')))
    expect(await latest(chat, ana)).toMatchObject({ reason: 'gave-up' })
    await ana.says('do you have wifi?')
    await passTime(clock, ana.hears())
    expect(await latest(chat, ana)).toMatchObject({ answerId: 'wifi-laptops' })
  })

  it('and the honest line too: the turn ends in silence, and the talk goes on', async () => {
    const speechless = (persona: Persona): Persona => {
      const tuned = broken(1_000)(persona)
      Object.defineProperty(tuned.lines, 'error', {
        get() {
          throw new Error('another bug of ours')
        },
      })
      return tuned
    }
    const chat = await start('coffee', { tune: (persona) => speechless(withBurst(persona, 'each')) })
    const ana = chat.fan('Ana')
    await ana.says('thanks')
    await ana.says('do you have wifi?')
    await passTime(clock, ana.hears())
    const decisions = await chat.reasons(ana)
    expect(decisions.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'reply approved-answer',
      'silent gave-up',
    ])
  })

  it('for one fan: others are answered meanwhile, what this fan adds waits in order', async () => {
    const chat = await start('coffee', { tune: (persona) => broken(1_000)(withBurst(persona, 'each')) })
    const ana = chat.fan('Ana')
    await ana.says('thanks')
    await ana.says('do you have wifi?')
    const bo = chat.fan('Bo')
    await bo.says('do you have decaf?')
    expect(await bo.hears()).toMatchObject({ speaker: { answerId: 'decaf-process' } })
    await passTime(clock, ana.hears(everyLine(chat.persona.lines.error, 'en', 'Ana')))
    expect(await passTime(clock, ana.hears())).toMatchObject({ speaker: { answerId: 'wifi-laptops' } })
  })
})

describe('the platform does not take a message', () => {
  const asked = ['do you have wifi?', 'how long do I have to return beans?', 'do you have decaf?']
  const answers = ['wifi-laptops', 'returns-beans', 'decaf-process']
  const answerOf = ({ speaker }: OutboundMessage) => (speaker.kind === 'approved' ? speaker.answerId : speaker.kind)

  /** Fails the sends for which `error` gives something. */
  async function refusing(error: (message: OutboundMessage, attempt: number) => Error | undefined) {
    const attempts: string[] = []
    const chat = await start('coffee', {
      tune: (persona) => withBurst(persona, 'each'),
      beforeSend(message) {
        attempts.push(answerOf(message))
        const failure = error(message, attempts.length)
        if (failure) throw failure
      },
    })
    const ana = chat.fan('Ana')
    for (const text of asked) await ana.says(text)
    return { chat, ana, attempts }
  }

  it('for a while: tried again, in order, once each', async () => {
    const { ana, attempts, chat } = await refusing((_, attempt) => (attempt <= 4 ? new Error('offline') : undefined))
    for (const answer of answers) expect(answerOf(await passTime(clock, ana.hears()))).toBe(answer)
    await passTime(clock, ana.hearsNothing())
    expect(attempts).toEqual(['wifi-laptops', 'wifi-laptops', 'wifi-laptops', 'wifi-laptops', ...answers])
    expect(chat.errors).toEqual([])
  })

  it('and says how long to wait: it is left in peace that long', async () => {
    let refusedAt = 0
    const { ana } = await refusing((_, attempt) => {
      if (attempt > 1) return undefined
      refusedAt = clock.now()
      return new SendError('too many requests', { isPermanent: false, retryAfterMs: 30_000 })
    })
    for (const answer of answers) expect(answerOf(await passTime(clock, ana.hears()))).toBe(answer)
    expect(clock.now() - refusedAt).toBeGreaterThanOrEqual(30_000)
  })

  it('ever: dead-lettered with the reason, and what comes after it leaves', async () => {
    const { ana, chat } = await refusing((message) =>
      answerOf(message) === 'wifi-laptops' ? new SendError('the text is refused', { isPermanent: true }) : undefined,
    )
    for (const answer of answers.slice(1)) expect(answerOf(await ana.hears())).toBe(answer)
    await ana.hearsNothing()
    expect(await chat.mascot.store.records.deadLetters(10)).toMatchObject([
      { reason: 'the text is refused', message: { speaker: { answerId: 'wifi-laptops' } } },
    ])
  })

  it('for hours: given up in the end, and other threads never noticed', async () => {
    const { ana, chat } = await refusing((message) =>
      message.threadId === 'test:Ana' ? new Error('still offline') : undefined,
    )
    const bo = chat.fan('Bo')
    await bo.says('do you have wifi?')
    await bo.hears()
    await passTime(clock, ana.hearsNothing(), 5_000)
    const dead = await chat.mascot.store.records.deadLetters(10)
    expect(dead).toHaveLength(3)
    expect(dead[0]).toMatchObject({ reason: 'still offline' })
  })

  it('because the fan blocked us: all that waits there is given up, and a fan who writes again is answered', async () => {
    let isBlocked = true
    const { ana, chat } = await refusing(() =>
      isBlocked ? new SendError('blocked by the fan', { isPermanent: true, isThreadGone: true }) : undefined,
    )
    await ana.hearsNothing()
    expect(await chat.mascot.store.records.deadLetters(10)).toHaveLength(3)
    expect((await chat.mascot.store.records.conversation(ana.threadId))?.closed).toMatchObject({
      reason: 'blocked by the fan',
    })
    isBlocked = false
    await ana.says('do you have decaf?')
    expect(answerOf(await ana.hears())).toBe('decaf-process')
  })

  it('for longer than a send is held: it is not sent twice, and the next one leaves right after it', async () => {
    const leaving = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const attempts: string[] = []
    const chat = await start('coffee', {
      tune: (persona) => withBurst(persona, 'each'),
      async beforeSend(message) {
        attempts.push(answerOf(message))
        if (attempts.length > 1) return
        leaving.resolve()
        await go.promise
      },
    })
    const ana = chat.fan('Ana')
    for (const text of asked) await ana.says(text)
    await leaving.promise
    await vi.waitFor(async () => expect(await chat.reasons(ana)).toHaveLength(3), { timeout: 60_000 })
    for (let n = 0; n < 30; n++) {
      clock.advance(2_000)
      await chat.mascot.store.outbox.nextDueAt()
    }
    go.resolve()
    for (const answer of answers) expect(answerOf(await ana.hears())).toBe(answer)
    expect(attempts).toEqual(answers)
  })
})

describe('a persona saved with a mistake while running', () => {
  let folder = ''
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'mascot-persona-')), 'coffee')
    cpSync(fileURLToPath(new URL('../../personas/coffee', import.meta.url)), folder, { recursive: true })
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

  it('keeps the old one, tells the line, and takes the mended one', async () => {
    const chat = await start(folder, { isWatching: true })
    const file = join(folder, 'persona.yaml')
    const yaml = readFileSync(file, 'utf8')
    const save = async (text: string, noticed: RegExp) => {
      writeFileSync(file, text)
      await vi.waitFor(() => expect(chat.logged.some((entry) => noticed.test(entry))).toBe(true), { timeout: 60_000 })
    }
    await save(yaml.replace('distance: close', 'distance: clsoe'), /persona\.yaml:\d+:\d+ voice\.distance/)
    const ana = chat.fan('Ana')
    await ana.says('hi pip')
    await passTime(clock, ana.hears(/Pip|Tidewater|kettle|bot/i))
    await save(
      yaml.replace("Rinsed. I don't know you from a gull now. Nice to meet you.", 'All gone, says the new bird.'),
      /persona reloaded/,
    )
    await ana.says('/forget')
    await passTime(clock, ana.hears())
    await ana.says('yes')
    await passTime(clock, ana.hears('All gone, says the new bird.'))
  })
})

function withBurst(persona: Persona, burst: 'each' | 'together'): Persona {
  return { ...persona, manners: { ...persona.manners, burst } }
}
