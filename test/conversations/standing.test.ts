/** What sets a fan apart: known by what others found useful, shown to the fan alone, faded by time, ended by one command. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY_MS } from '../../src/domain/durations.ts'
import { type Evidence, type FanKind, strengthOf } from '../../src/domain/standing.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { startTwoPlatforms, type TwoPlatforms, type Voice } from '../support/two-platforms.ts'

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: {
    ...persona.community,
    titles: [{ id: 'lamplighter', name: { en: 'Lamplighter' }, kind: 'helper', from: 3 }],
    tone: {
      loyal: { lines: { greeting: { en: ['Welcome home, old friend.'] } } },
      rival: { lines: { greeting: { en: ['Hello! Taste before you trust.'] } } },
    },
  },
})

let chat: TwoPlatforms
beforeAll(async () => {
  chat = await startTwoPlatforms({ tune })
})
afterAll(() => chat[Symbol.asyncDispose]())
afterEach(() => expect(chat.errors).toEqual([]))

let groups = 0
let member: (name: string) => Voice
const alone = (name: string) => chat.fan('alpha', name)
beforeEach(() => {
  groups += 1
  const group = `square${groups}`
  member = (name) => chat.fan('alpha', name, group)
})

/** Somebody asks, another answers by reply; the ids of both messages. */
async function answered(asker: string, answerer: string): Promise<{ question: string; answer: string }> {
  const [question, answer] = [randomUUID(), randomUUID()]
  await member(asker).says('does anybody know a good burr?', { id: question })
  const replyTo = { messageId: question, isToBot: false, accountId: member(asker).accountId }
  await member(answerer).says('the steel one from the market', { id: answer, replyTo })
  return { question, answer }
}

async function thanks(by: string, whom: string, answer: string, text = 'thank you so much, it fits!'): Promise<void> {
  const replyTo = { messageId: answer, isToBot: false, accountId: member(whom).accountId }
  await member(by).says(text, { replyTo })
}

async function evidence(name: string): Promise<readonly Evidence[]> {
  return (await chat.mascot.store.standings.of(alone(name).accountId)).evidence
}

const strength = async (name: string, kind: FanKind) => strengthOf(kind, await evidence(name), chat.clock.now())

describe('an active helper', () => {
  it('is who was thanked by whoever had asked, twice as much as by others, and by each once a week', async () => {
    const { answer } = await answered('Ada', 'Bea')
    await thanks('Ada', 'Bea', answer)
    await thanks('Ada', 'Bea', answer)
    await thanks('Cid', 'Bea', answer, 'thanks!')
    const found = await evidence('Bea')
    expect(found.map(({ what, weight }) => [what, weight]).sort()).toEqual([
      ['accepted', 2],
      ['thanked', 1],
    ])
    const shown = (await alone('Bea').says('/me')).join()
    expect(shown).toContain('Helpful')
    expect(await strength('Bea', 'helper')).toBeCloseTo(3)
    expect(shown).toContain('your answer helped whoever had asked')
    expect(shown).toContain('/me off')
  })

  it('is nobody who thanks themselves from another account, writes much, or is asked whether it helped', async () => {
    const { answer } = await answered('Dan', 'Eli')
    for (let round = 0; round < 5; round++) await member('Eli').says('and another thing about burrs')
    await thanks('Dan', 'Eli', answer, 'did that really work for you?')
    expect(await evidence('Eli')).toEqual([])
  })

  it('is no more known by a thank-you that was taken back, nor by that of somebody who was forgotten', async () => {
    const { answer } = await answered('Fay', 'Gus')
    await thanks('Fay', 'Gus', answer)
    expect(await evidence('Gus')).toHaveLength(1)
    await alone('Fay').says('/forget')
    await alone('Fay').says('yes')
    expect(await evidence('Gus')).toEqual([])
  })

  it('counts whole for a week, and then fades by half in ninety days', async () => {
    const { answer } = await answered('Hal', 'Ida')
    await thanks('Hal', 'Ida', answer)
    await thanks('Jo', 'Ida', answer, 'many thanks')
    expect(await strength('Ida', 'helper')).toBeCloseTo(3)
    await chat.clock.advance(97 * DAY_MS)
    expect(await strength('Ida', 'helper')).toBeCloseTo(1.5)
    expect((await alone('Ida').says('/me')).join()).toContain('Helpful')
  })
})

describe('an influential fan', () => {
  it('is who says how many they reach; a question about followers says nothing', async () => {
    await alone('Kit').says('how do I get 12,000 followers on Instagram?')
    expect(await evidence('Kit')).toEqual([])
    await alone('Kit').says('I have 12,000 followers on Instagram by the way')
    expect((await alone('Kit').says('/me')).join()).toContain('Well connected')
    expect(Math.floor(await strength('Kit', 'influential'))).toBe(2)
  })

  it('is told of it in a group by the way into private alone', async () => {
    await alone('Lea').says('my channel has over 40k subscribers')
    const heard = (await member('Lea').says('/me')).join()
    expect(heard).not.toContain('Well connected')
    expect(heard).not.toBe('')
  })
})

describe('a fan who wants none of it', () => {
  it('has it deleted and nothing kept any more, until they want it again; all accounts alike', async () => {
    await alone('Mia').says('I have 12,000 followers on Instagram')
    expect((await alone('Mia').says('/me off')).join()).toContain('it is deleted')
    await alone('Mia').says('I have 15,000 followers on Instagram now')
    expect(await evidence('Mia')).toEqual([])
    expect((await alone('Mia').says('/me')).join()).toContain('switched this off')
    await alone('Mia').says('/me on')
    expect(await evidence('Mia')).toEqual([])
    await alone('Mia').says('I have 15,000 followers on Instagram now')
    expect(await evidence('Mia')).toHaveLength(1)
  })

  it('reads it in /mydata, and /forget deletes it', async () => {
    await alone('Noa').says('I have 12,000 followers on Instagram')
    const { store } = chat.mascot
    expect((await store.memory.exportFan(alone('Noa').accountId)).evidence).toHaveLength(1)
    await alone('Noa').says('/forget')
    await alone('Noa').says('yes')
    expect(await evidence('Noa')).toEqual([])
  })
})

describe('a fan who says no to being remembered', () => {
  it('has nothing of it kept, is told so as it is, and learns what allows it again', async () => {
    const uma = alone('Uma')
    await uma.says('I have 12,000 followers on Instagram')
    await uma.says('my name is Uma')
    await uma.says('no')
    const { store } = chat.mascot
    expect((await store.memory.exportFan(uma.accountId)).evidence ?? []).toEqual([])
    for (const ask of ['/me', '/me on']) expect((await uma.says(ask)).join()).toContain('asked me not to remember')
    await uma.says('/remember everywhere')
    expect((await uma.says('/me')).join()).toContain('nothing yet that sets you apart')
    await uma.says('I have 15,000 followers on Instagram now')
    expect(await evidence('Uma')).toHaveLength(1)
  })

  it('chooses ahead how a title that is not there yet is shown', async () => {
    const { store } = chat.mascot
    expect((await alone('Vi').says('/me title off')).join()).toContain('a title you earn stays hidden')
    expect((await store.standings.of(alone('Vi').accountId)).choices.hiddenAt).toBeDefined()
    expect((await alone('Vi').says('/me title on')).join()).toContain('a title you earn is shown')
    expect((await store.standings.of(alone('Vi').accountId)).choices.hiddenAt).toBeUndefined()
  })
})

describe('how fans are spoken to', () => {
  it('follows what they said where it was said: in private, never by what was private in a group', async () => {
    await alone('Oda').says('I have been a customer for ten years')
    expect((await alone('Oda').says('hello')).join()).toContain('old friend')
    expect((await member('Oda').says('hello Pip', { isMention: true })).join()).not.toContain('old friend')
    await member('Oda').says('I always buy from you, Pip', { isMention: true })
    await chat.clock.advance(DAY_MS)
    expect((await member('Oda').says('hello Pip', { isMention: true })).join()).toContain('old friend')
  })

  it('takes a question about a competitor for no custom of theirs', async () => {
    await alone('Pia').says('is Beanmonger any better?')
    expect((await alone('Pia').says('hello')).join()).not.toContain('Taste before')
    await alone('Pia').says('I usually buy from a different brand')
    await chat.clock.advance(DAY_MS)
    expect((await alone('Pia').says('hello')).join()).toContain('Taste before')
  })
})

describe('a title', () => {
  it('is told once where it was earned, and with a kind word, in private, once it rests', async () => {
    const { answer } = await answered('Quin', 'Ria')
    await thanks('Quin', 'Ria', answer)
    await thanks('Sol', 'Ria', answer, 'thanks!')
    const held = () => chat.mascot.store.titles.heldBy([alone('Ria').accountId])
    await vi.waitFor(async () => expect(await held()).toHaveLength(1), { timeout: 60_000 })
    expect((await member('Ria').says('hello Pip', { isMention: true })).join()).toContain('a title here: Lamplighter')
    expect((await alone('Ria').says('/me')).join()).toContain('Your title: Lamplighter')
    for (let week = 0; week < 30; week++) await chat.clock.advance(7 * DAY_MS)
    await vi.waitFor(async () => expect(await held()).toEqual([]), { timeout: 60_000 })
    expect((await member('Ria').says('hello Pip', { isMention: true })).join()).not.toContain('Lamplighter')
    expect((await alone('Ria').says('hello')).join()).toContain('You were our Lamplighter')
    expect((await alone('Ria').says('how are you')).join()).not.toContain('Lamplighter')
  })
})
