/** A fan is told that a bot speaks: in the first answer, after a long silence, after a person; once, in the persona's words, and never before what to do in danger. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../src/domain/durations.ts'
import { packs } from '../../src/hearing/packs/packs.ts'
import { saysBot } from '../../src/persona/lines/says-bot.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { startMockModel } from '../support/mock-model.ts'
import { wordsOf } from './reading.ts'

const told = /^Pip here, the bot on the counter at Tidewater\.\n/
const asks = 'how long do I have to return beans?'

let clock: ManualClock
let chat: Chat
beforeEach(async () => {
  clock = createChatClock('2026-11-18T10:30Z')
  chat = await startChat('coffee', { clock, hasStaffChat: true })
})
afterEach(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

describe('who speaks', () => {
  it('is told with the first answer, in the same message, and not again', async () => {
    const ana = chat.fan('Ana')
    await ana.says(asks)
    const first = wordsOf(await ana.hears(told))
    expect(first).toMatch(/\n.*[Tt]hirty days/)
    await ana.hearsNothing()
    await ana.says(asks)
    expect(wordsOf(await ana.hears(/[Tt]hirty days/))).not.toMatch(told)
  })

  it('is not told twice where the answer tells it already', async () => {
    const ana = chat.fan('Ana')
    await ana.says('hello')
    expect(wordsOf(await ana.hears(/bot/))).not.toMatch(told)
    await ana.says(asks)
    expect(wordsOf(await ana.hears(/[Tt]hirty days/))).not.toMatch(told)
    const ben = chat.fan('Ben')
    await ben.says('are you a bot?')
    expect(wordsOf(await ben.hears(/bot/i))).not.toMatch(told)
  })

  it('is told in the language of the fan', async () => {
    const mei = chat.fan('Mei')
    await mei.says('咖啡豆可以退吗')
    await mei.hears(/^皮皮，Tidewater 的机器人。\n/)
  })

  it('is told once a fan in groups, whichever they write in', async () => {
    const here = chat.fan('Ana', { group: 'one' })
    await here.says('Pip, how long do I have to return beans?')
    await here.hears(told)
    const there = chat.fan('Ana', { group: 'two' })
    await there.says('Pip, how long do I have to return beans?')
    expect(wordsOf(await there.hears(/[Tt]hirty days/))).not.toMatch(told)
    const ben = chat.fan('Ben', { group: 'two' })
    await ben.hears(/hirty days/)
    await ben.says('Pip, what time do you open?')
    await ben.hears(told)
  })

  it('is told again after ninety days without a word, and not to who kept talking', async () => {
    const ana = chat.fan('Ana')
    const ben = chat.fan('Ben')
    for (const fan of [ana, ben]) {
      await fan.says(asks)
      await fan.hears(told)
    }
    await chat.mascot.settled()
    clock.advance(60 * DAY_MS)
    await ben.says(asks)
    expect(wordsOf(await ben.hears(/[Tt]hirty days/))).not.toMatch(told)
    await chat.mascot.settled()
    clock.advance(31 * DAY_MS)
    await ben.says(asks)
    expect(wordsOf(await ben.hears(/[Tt]hirty days/))).not.toMatch(told)
    await ana.says(asks)
    await ana.hears(told)
  })

  it('is told when a person hands back, with the words of handing back or else with the next answer', async () => {
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('I want to talk to a person')
    await ana.hears(told)
    await dana.hears(/Waiting/)
    await dana.says('/r Dana here, your parcel left this morning.')
    await ana.hears(/parcel left/)
    await dana.says('/back')
    await ana.hears(told)
    await chat.mascot.settled()
    await ana.says(asks)
    expect(wordsOf(await ana.hears(/[Tt]hirty days/))).not.toMatch(told)
  })

  it('is told with the next answer after a person who closed without handing back', async () => {
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('I want to talk to a person')
    await ana.hears(told)
    await dana.hears(/Waiting/)
    await dana.says('/r Dana here, your parcel left this morning.')
    await ana.hears(/parcel left/)
    await dana.says('/resolve')
    await ana.hears()
    await chat.mascot.settled()
    clock.advance(4 * DAY_MS)
    await ana.hears(/1 is poor/)
    await ana.says('what time do you open?')
    await ana.hears(told)
    await ana.says(asks)
    expect(wordsOf(await ana.hears(/[Tt]hirty days/))).not.toMatch(told)
  })

  it('in danger is told soberly, after what to do, and not again once things are calm', async () => {
    const ana = chat.fan('Ana')
    await ana.says('I want to kill myself')
    await ana.hears(/emergency number/)
    await chat.mascot.settled()
    const words = chat.shown(ana.threadId).join('\n')
    expect(words).toMatch(/\nThis message is from Tidewater Coffee’s bot\.$/)
    expect(words).not.toMatch(/Pip here|counter/)
    await ana.hears(/bot\.$/)
    await ana.says(asks)
    expect(wordsOf(await ana.hears(/[Tt]hirty days/))).not.toMatch(told)
  })
})

describe('with a model', () => {
  it('the line stands before its words, and it is told not to say the same', async () => {
    await using mock = await startMockModel()
    mock.says(/./, { bubbles: ['It sounds like small change in a tin.'] })
    await using live = await startChat('coffee', { clock, modelUrl: mock.url })
    const ana = live.fan('Ana')
    await ana.says('what does rain on the skylight sound like?')
    await ana.hears(told)
    expect(mock.requests().at(-1)?.turn).toContain('do not say either again')
    await ana.says('and what does the snow sound like?')
    expect(wordsOf(await ana.hears())).not.toMatch(told)
    expect(mock.requests().at(-1)?.turn).not.toContain('do not say either again')
  })
})

it('in every language the words of introduction and of handing back say that a bot speaks', () => {
  for (const [lang, { lines }] of Object.entries(packs)) {
    const told = [lines?.introduction, lines?.plainIntroduction, lines?.returned]
    for (const line of told.flatMap((some) => some ?? [])) expect(saysBot(line), `${lang}: ${line}`).toBe(true)
  }
})
