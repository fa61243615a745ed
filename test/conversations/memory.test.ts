/** What the persona remembers, and that it asks first: consent, scope, /mydata, /forget, the running summary, age. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts'
import { type Chat, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { type MockModel, type ModelRequest, startMockModel } from '../support/mock-model.ts'
import { sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'
import { everyLine, latest, wordsOf } from './reading.ts'

let database: TestDatabase
let clock: ManualClock
let chat: Chat
let ana: FanVoice
beforeEach(async () => {
  database = await sqliteTestDatabase()
  clock = createChatClock('2026-11-18T10:30Z')
  chat = await startChat('coffee', { databaseUrl: database.url, clock })
  ana = chat.fan('Ana')
})
afterEach(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
  await database[Symbol.asyncDispose]()
})

const facts = async () => (await database.query('select key, value from facts order by key')).map((row) => ({ ...row }))
const line = (occasion: 'askConsent' | 'consentYes' | 'consentNo' | 'forgetAsk' | 'forgotten' | 'forgetKept') =>
  everyLine(chat.persona.lines[occasion], 'en', 'Ana')

async function tells(fan: FanVoice = ana): Promise<void> {
  await fan.says('my name is Zebediah')
  await fan.hears(line('askConsent'))
}

describe('consent', () => {
  it('yes: what was told is kept, and what is told later is kept without asking again', async () => {
    await tells()
    expect(await facts()).toEqual([])
    await ana.says('yes')
    await ana.hears(line('consentYes'))
    expect(await facts()).toEqual([{ key: 'name', value: 'Zebediah' }])
    await ana.says("I'm allergic to hazelnut")
    await ana.hears()
    await ana.hearsNothing()
    expect(await facts()).toContainEqual({ key: 'allergy', value: 'hazelnut' })
  })

  it('yes by the button', async () => {
    await tells()
    await ana.presses(/^Yes$/)
    await ana.hears(line('consentYes'))
    expect(await facts()).toHaveLength(1)
  })

  it('no: nothing is kept, now or later, and it is not asked again', async () => {
    await tells()
    await ana.says('no thanks')
    await ana.hears(line('consentNo'))
    await ana.says('call me Zeb then')
    expect(wordsOf(await ana.hears())).not.toMatch(line('askConsent'))
    await ana.hearsNothing()
    expect(await facts()).toEqual([])
  })

  it('ignored: nothing is kept, and it is not asked again', async () => {
    await tells()
    await ana.says('do you have wifi?')
    await ana.hears()
    expect(await latest(chat, ana)).toMatchObject({ answerId: 'wifi-laptops' })
    await ana.says('yes')
    await ana.hears()
    expect(await facts()).toEqual([])
    await ana.says('my name is Zebediah')
    expect(wordsOf(await ana.hears())).not.toMatch(line('askConsent'))
    expect(await facts()).toEqual([])
  })

  it('a question that comes with it is answered first', async () => {
    await ana.says('my name is Zebediah. do you have wifi?')
    expect(await ana.hears()).toMatchObject({ speaker: { kind: 'approved' } })
    await ana.hears(line('askConsent'))
  })

  it('is never asked in a group, and nothing said there is kept', async () => {
    const inGroup = chat.fan('Ana', { group: 'quay' })
    await inGroup.says('Pip, my name is Zebediah', { isMention: true })
    expect(wordsOf(await inGroup.hears())).not.toMatch(line('askConsent'))
    await inGroup.hearsNothing()
    expect(await facts()).toEqual([])
  })

  it('words of consent in a group do not answer the question asked in private', async () => {
    await tells()
    const inGroup = chat.fan('Ana', { group: 'quay' })
    await inGroup.says('yes', { isMention: true })
    await inGroup.hearsNothing()
    expect(await facts()).toEqual([])
  })
})

describe('/mydata', () => {
  it('tells what is kept, in private', async () => {
    await tells()
    await ana.says('yes')
    await ana.hears()
    await ana.says('/mydata')
    const told = wordsOf(await ana.hears())
    expect(told).toMatch(/name: Zebediah/)
    expect(told).toMatch(/3 messages/)
    expect(told).toMatch(/\/forget/)
  })

  it('tells a stranger that there is nothing', async () => {
    await ana.says('/mydata')
    await ana.hears(/no facts/)
  })
})

describe('/forget', () => {
  async function everythingOf(text: string): Promise<string[]> {
    const found: string[] = []
    // What was learnt of the answers is packed, and any short name may stand in it by chance.
    for (const table of await database.tableNames())
      for (const row of await database.query(`select * from ${table}`))
        if (!String(Object(row)['key'] ?? '').includes('learnt:') && JSON.stringify(row).includes(text))
          found.push(`${table}: ${JSON.stringify(row)}`)
    return found
  }

  it('confirmed: no table knows the fan any more, and others stay', async () => {
    const bo = chat.fan('Bo')
    await bo.says('do you have wifi?')
    await bo.hears()
    await tells()
    await ana.says('yes')
    await ana.hears()
    await ana.says('I want to talk to a person about the Zanzibar matter')
    await ana.hears()
    const inGroup = chat.fan('Ana', { group: 'quay' })
    await inGroup.says('Pip, do you have wifi? Zanzibar again')
    await inGroup.hears()
    await ana.says('/forget')
    await ana.hears(line('forgetAsk'))
    expect(await everythingOf('Zebediah')).not.toEqual([])
    await ana.says('yes')
    await ana.hears(line('forgotten'))
    await chat.mascot.settled()
    expect(await everythingOf('Zebediah')).toEqual([])
    expect(await everythingOf('Zanzibar')).toEqual([])
    // The thread in which the farewell was said goes once that has left.
    await vi.waitFor(async () => expect(await everythingOf('Ana')).toEqual([]), { timeout: 60_000 })
    expect(await everythingOf('"test:Bo"')).not.toEqual([])
    await ana.says('my name is Zebediah')
    await ana.hears(line('askConsent'))
  })

  it('not confirmed, or forgotten about: all stays', async () => {
    await tells()
    await ana.says('yes')
    await ana.hears()
    await ana.says('/forget')
    await ana.hears(line('forgetAsk'))
    await ana.says('no')
    await ana.hears(line('forgetKept'))
    await ana.says('/forget')
    await ana.hears()
    await ana.says('do you have wifi?')
    await ana.hears()
    await ana.says('yes')
    await ana.hears()
    expect(await facts()).toHaveLength(1)
  })
})

describe('age', () => {
  /** The hourly round of housekeeping rests by then: time that passes in the middle of one brings no other. */
  async function halfAYear(): Promise<void> {
    await expect.poll(() => clock.sleeps).toContain(HOUR_MS)
    clock.advance(181 * DAY_MS)
  }

  it('what is older than the persona keeps it goes, what is open stays', async () => {
    await ana.says('do you have wifi? asked long ago')
    await ana.hears()
    const faye = chat.fan('Faye')
    await faye.says('can I talk to a real person please')
    await faye.hears()
    await chat.mascot.settled()
    const old = clock.now()
    await halfAYear()
    // The open case is late by now, and Faye was told so: that is new.
    const left = async () => (await database.query(`select 1 from messages where at <= ${old}`)).length
    await expect.poll(left).toBe(0)
    expect((await database.query('select * from handoffs')).length).toBe(1)
    const text = JSON.stringify(
      await Promise.all((await database.tableNames()).map((t) => database.query(`select * from ${t}`))),
    )
    expect(text).not.toContain('asked long ago')
  })

  it('what a fan let it remember goes with the last of what they said', async () => {
    await tells()
    await ana.says('yes')
    await ana.hears()
    await chat.mascot.settled()
    expect(await facts()).toHaveLength(1)
    await halfAYear()
    await expect.poll(facts).toEqual([])
    await ana.says('/mydata')
    expect(wordsOf(await ana.hears())).not.toContain('Zebediah')
  })
})

describe('the running summary', () => {
  let mock: MockModel
  beforeEach(async () => {
    mock = await startMockModel()
  })
  afterEach(() => mock.close())

  const isSummary = ({ wants, turn }: ModelRequest) => wants === 'text' && turn.includes('running summary')

  it('appears when the talk outgrows the budget, and stands in for the older lines from then on', async () => {
    mock.says(() => true, 'Rain, then.')
    mock.writes(isSummary, 'Bo counts raindrops and wants no coffee advice.')
    await using talk = await startChat('coffee', {
      modelUrl: mock.url,
      clock,
      tune: (persona) => ({ ...persona, memory: { ...persona.memory, transcriptTokens: 100 } }),
    })
    const bo = talk.fan('Bo')
    for (let n = 1; n <= 8; n++) {
      await bo.says(`raindrop number ${n} sounded like a very small drum falling down the long stairs of a lighthouse`)
      await bo.hears('Rain, then.')
      await talk.mascot.settled()
    }
    const summary = async () => (await talk.mascot.store.records.conversation(bo.threadId))?.summary
    await expect.poll(summary).toBe('Bo counts raindrops and wants no coffee advice.')
    await bo.says('what did I want again?')
    await bo.hears()
    const last = mock.requests().findLast(({ wants }) => wants === 'reply')?.turn ?? ''
    expect(last).toContain('<earlier>\n"Bo counts raindrops and wants no coffee advice."\n</earlier>')
    expect(last).not.toContain('raindrop number 1 ')
    expect(last).toContain('raindrop number 8')
  })

  it('appears before lines leave what is read of the talk, however short they are', async () => {
    mock.says(() => true, 'Rain.')
    mock.writes(isSummary, 'Bo counts raindrops.')
    await using talk = await startChat('coffee', { modelUrl: mock.url, clock })
    const bo = talk.fan('Bo')
    for (let n = 1; n <= 31; n++) {
      await bo.says(`another raindrop, the ${n}th of today`)
      await bo.hears('Rain.')
    }
    const summary = async () => (await talk.mascot.store.records.conversation(bo.threadId))?.summary
    await expect.poll(summary).toBe('Bo counts raindrops.')
    const told = mock.requests().find(isSummary)?.turn ?? ''
    expect(told).toContain('the 1th of today"')
  })

  it('keeps nobody waiting: neither for this reply nor for the next', async () => {
    mock.says(() => true, 'Rain, then.')
    mock.hangs({ when: isSummary })
    await using talk = await startChat('coffee', {
      modelUrl: mock.url,
      clock,
      tune: (persona) => ({ ...persona, memory: { ...persona.memory, transcriptTokens: 20 } }),
    })
    const bo = talk.fan('Bo')
    for (let n = 1; n <= 5; n++) {
      await bo.says(`raindrop number ${n} sounded like a very small drum falling down the long stairs of a lighthouse`)
      await bo.hears('Rain, then.')
    }
    await mock.hanging()
    await bo.says('and still nobody waits')
    await bo.hears('Rain, then.')
  })

  it('where it fails, the model is told that the beginning is missing', async () => {
    mock.says(() => true, 'Rain.')
    mock.failsWith(400, { when: isSummary })
    await using talk = await startChat('coffee', { modelUrl: mock.url, clock })
    const bo = talk.fan('Bo')
    for (let n = 1; n <= 32; n++) {
      await bo.says(`another raindrop, the ${n}th of today`)
      await bo.hears('Rain.')
    }
    const told = mock.requests().filter(({ wants }) => wants === 'reply')
    const isMissing = told.map(({ turn }) => turn.includes('beginning of this talk is not shown'))
    expect([isMissing.at(0), isMissing.at(-1)]).toEqual([false, true])
    expect(mock.requests().filter(isSummary)).toHaveLength(1)
  })
})
