/** Keeping to the platform's limits: with a clock that a test moves, and against a server that counts. */
import { describe, expect, it } from 'vitest'
import { createPacing, type Pacing } from '../../../adapters/telegram/wire/pacing.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { SendError } from '../../../src/errors.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { reaction, words } from '../../support/outbound-message.ts'
import { runTelegram } from '../../support/telegram-adapter.ts'

const rate = { overallPerSecond: 30, chatPerSecond: 1, groupPerMinute: 20 }
const GROUP = -100
const caught = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (error: unknown) => (error instanceof SendError ? error : undefined),
  )

/** Every wait passes at once and takes the time with it. */
function quick(limits: typeof rate | 'off' = rate) {
  const clock = createManualClock({ skipsBelowMs: Number.MAX_SAFE_INTEGER })
  return { clock, pacing: createPacing(limits, () => clock) }
}

/** Words that the server answers at once. */
async function say(pacing: Pacing, chatId: number, key: string): Promise<void> {
  const answered = await pacing.words(chatId, key)
  answered()
}

/** Whatever can go on without the clock has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('pacing', () => {
  it('a second message to a chat waits a second, in place', async () => {
    const { clock, pacing } = quick()
    const start = clock.now()
    const answered = await pacing.words(1, 'a')
    answered()
    expect(clock.now() - start).toBe(0)
    await say(pacing, 1, 'b')
    expect(clock.now() - start).toBe(1_000)
  })

  it('no minute has more than twenty messages to a group, however they come', async () => {
    const { clock, pacing } = quick()
    const sent: number[] = []
    for (let i = 0; i < 70; i++) {
      const error = await caught(say(pacing, GROUP, `m${i}`))
      if (error) {
        expect(error).toMatchObject({ isPermanent: false })
        clock.advance(error.retryAfterMs ?? 0)
        await say(pacing, GROUP, `m${i}`)
      }
      sent.push(clock.now())
    }
    for (const at of sent) expect(sent.filter((one) => one >= at && one < at + 60_000).length).toBeLessThanOrEqual(20)
    expect((sent.at(-1) ?? 0) - (sent[0] ?? 0)).toBeLessThan(4 * 60_000)
  })

  it('no second has more than thirty messages in all', async () => {
    const { clock, pacing } = quick()
    const sent: number[] = []
    for (let chat = 1; chat <= 100; chat++) {
      await say(pacing, chat, `m${chat}`)
      sent.push(clock.now())
    }
    for (const at of sent) expect(sent.filter((one) => one >= at && one < at + 1_000).length).toBeLessThanOrEqual(30)
  })

  it('who is sent away comes back to a place of their own: each waits once, in order', async () => {
    const { clock, pacing } = quick({ ...rate, chatPerSecond: 0.1 })
    await say(pacing, 1, 'first')
    const waits = await Promise.all(['second', 'third', 'fourth'].map((key) => caught(say(pacing, 1, key))))
    expect(waits.map((error) => error?.retryAfterMs)).toEqual([10_000, 20_000, 30_000])
    clock.advance(30_000)
    for (const key of ['second', 'third', 'fourth']) await say(pacing, 1, key)
    expect(clock.sleeps).toEqual([])
  })

  it('what is still on its way counts as just sent', async () => {
    const { clock, pacing } = quick()
    const answered = await pacing.words(1, 'slow')
    clock.advance(700)
    answered()
    const before = clock.now()
    await say(pacing, 1, 'next')
    expect(clock.now() - before).toBe(1_000)
  })

  it('a busy group holds nobody else up', async () => {
    const { clock, pacing } = quick()
    for (let i = 0; i < 60; i++) await caught(say(pacing, GROUP, `m${i}`))
    const before = clock.now()
    await say(pacing, 7, 'a fan who asked')
    expect(clock.now()).toBe(before)
  })

  it('reactions and typing go only where no words wait, and never take their place', async () => {
    const clock = createManualClock()
    const pacing = createPacing({ ...rate, overallPerSecond: 2 }, () => clock)
    await say(pacing, 1, 'a')
    await say(pacing, 2, 'b')
    expect(pacing.isTypingFree(3)).toBe(false)
    expect(await caught(pacing.reaction(3, 'r'))).toMatchObject({ isPermanent: false, retryAfterMs: 1_000 })
    const waiting = say(pacing, 4, 'c')
    await settled()
    expect(clock.sleeps).toEqual([1_000])
    clock.advance(1_000)
    await waiting
    expect(pacing.isTypingFree(3)).toBe(true)
  })

  it('a reaction that gave way three times is left out, so that a reply behind it in its chat is not held up', async () => {
    const clock = createManualClock()
    const pacing = createPacing({ ...rate, overallPerSecond: 1 }, () => clock)
    for (let tries = 1; tries <= 3; tries++) {
      await say(pacing, tries, 'words')
      expect(await caught(pacing.reaction(9, 'mine'))).toMatchObject({ isPermanent: tries === 3 })
      clock.advance(1_000)
    }
  })

  it('a chat the server silenced is left alone as long as it asked; a reaction is not worth a long wait', async () => {
    const { clock, pacing } = quick()
    pacing.holdChat(1, 30_000)
    expect(await caught(say(pacing, 1, 'a'))).toMatchObject({ isPermanent: false, retryAfterMs: 30_000 })
    expect(await caught(pacing.reaction(1, 'r'))).toMatchObject({ isPermanent: true })
    expect(pacing.isTypingFree(1)).toBe(false)
    await say(pacing, 2, 'another chat')
    clock.advance(30_000)
    await say(pacing, 1, 'a')
    expect(clock.sleeps).toEqual([])
  })

  it('switched off it only honours what the server asks', async () => {
    const { clock, pacing } = quick('off')
    for (let i = 0; i < 200; i++) await say(pacing, GROUP, `m${i}`)
    expect(clock.sleeps).toEqual([])
    pacing.holdChat(GROUP, 5_000)
    expect(await caught(say(pacing, GROUP, 'x'))).toMatchObject({ retryAfterMs: 5_000 })
  })
})

describe('pacing, against the server', () => {
  it('a 429 is passed on with its wait, and the chat stays silent until it is over', async () => {
    const clock = createManualClock()
    await using running = await runTelegram({ clock })
    const { server, adapter } = running
    const ana = server.fan('Ana')
    ana.hasStarted()
    const thread = threadId('telegram', ana.chatId)
    server.fail('sendMessage', {
      code: 429,
      description: 'Too Many Requests: retry after 14',
      parameters: { retry_after: 14 },
    })
    const first = words(thread, 'one')
    expect(await caught(adapter.send(first))).toMatchObject({ isPermanent: false, retryAfterMs: 14_000 })
    expect(await caught(adapter.send(words(thread, 'two')))).toMatchObject({ retryAfterMs: 14_000 })
    expect(server.calls('sendMessage').length).toBe(1)
    clock.advance(14_000)
    await adapter.send(first)
    expect(server.sent().map(({ text }) => text)).toEqual(['one'])
  })

  it('changes of a message keep the pace of words', async () => {
    const clock = createManualClock()
    await using running = await runTelegram({
      clock,
      adapter: { rate: { overallPerSecond: 30, chatPerSecond: 1, groupPerMinute: 20 } },
    })
    const { server, adapter } = running
    const thread = threadId('telegram', server.group('Regulars').chatId)
    const { messageId } = await adapter.send(words(thread, 'one'))
    const changed = adapter.editMessage?.(thread, messageId, words(thread, 'two'))
    await settled()
    expect(server.calls('editMessageText')).toEqual([])
    clock.advance(1_000)
    await changed
    expect(server.calls('editMessageText')).toHaveLength(1)
    for (let n = 0; n < 18; n++) {
      clock.advance(1_000)
      await adapter.editMessage?.(thread, messageId, words(thread, `version ${n}`))
    }
    clock.advance(1_000)
    const late = adapter.editMessage?.(thread, messageId, words(thread, 'one too many'))
    expect(await caught(late ?? Promise.resolve())).toMatchObject({ isPermanent: false })
  })

  it('a reaction that meets a 429 is a temporary failure too', async () => {
    await using running = await runTelegram({ clock: createManualClock() })
    const { server, adapter } = running
    const ana = server.fan('Ana')
    ana.hasStarted()
    const said = await ana.says('thanks')
    server.fail('setMessageReaction', {
      code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    })
    const given = adapter.send(reaction(threadId('telegram', ana.chatId), String(said.messageId), '👍'))
    expect(await caught(given)).toMatchObject({ isPermanent: false, retryAfterMs: 3_000 })
  })
})
