/** Fans who help each other: who offered is named where a question stays open, in their hours and not twice a week. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts'
import { startTwoPlatforms, type TwoPlatforms, type Voice } from '../support/two-platforms.ts'

let chat: TwoPlatforms
beforeAll(async () => {
  chat = await startTwoPlatforms()
})
afterAll(() => chat[Symbol.asyncDispose]())
afterEach(() => expect(chat.errors).toEqual([]))

let groups = 0
let member: (name: string) => Voice
beforeEach(() => {
  groups += 1
  const group = `club${groups}`
  member = (name) => chat.fan('alpha', name, group)
})

/** What no approved answer knows; after one that is known, since the second unknown in a row calls a person. */
async function asks(name: string): Promise<string> {
  await member(name).says('Pip, do you have wifi?')
  return (await member(name).says('Pip, which tram goes out to the old lighthouse?')).join(' ')
}

/** Two who talk; the second answers the first. */
async function talk(first: string, second: string): Promise<void> {
  const accountId = member(first).accountId
  for (let round = 0; round < 3; round++) {
    await member(first).says('does anybody know a good burr?')
    const replyTo = { messageId: 'x', isToBot: false, accountId }
    await member(second).says('the steel one', { replyTo })
  }
}

const offer = /(\p{L}+) has offered to help here/u
const named = (heard: string) => offer.exec(heard)?.[1]

describe('a question that stays open in a group', () => {
  it('names nobody who did not offer', async () => {
    await talk('Ada', 'Bea')
    const heard = await asks('Ada')
    expect(heard).not.toBe('')
    expect(named(heard)).toBeUndefined()
  })

  it('names who offered and answers others there, never the asker, and not twice a week', async () => {
    await talk('Cara', 'Dora')
    await talk('Cara', 'Eve')
    for (const name of ['Cara', 'Dora'])
      expect((await member(name).says('/helper on 0-24')).join()).toContain('from 0 to 24')
    expect(named(await asks('Dora'))).toBe('Cara')
    expect(named(await asks('Cara'))).toBe('Dora')
    expect(named(await asks('Dora'))).toBeUndefined()
    await member('Cara').says('/helper off')
    await member('Cara').says('/helper on 0-24')
    expect(named(await asks('Dora'))).toBeUndefined()
    await chat.clock.advance(7 * DAY_MS)
    expect(named(await asks('Dora'))).toBe('Cara')
  })

  it('names nobody outside their hours, and nobody who took the offer back', async () => {
    await talk('Fay', 'Gia')
    const hour = new Date(chat.clock.now()).getUTCHours()
    const later = `${(hour + 6) % 24}-${(hour + 7) % 24}`
    expect((await member('Gia').says(`/helper on ${later}`)).join()).toContain('/helper off')
    expect(named(await asks('Fay'))).toBeUndefined()
    await member('Gia').says('/helper on 0-24')
    await member('Gia').says('/helper off')
    expect(named(await asks('Fay'))).toBeUndefined()
    await member('Gia').says('/helper on 0-24')
    await chat.clock.advance(HOUR_MS)
    expect(named(await asks('Fay'))).toBe('Gia')
  })

  it('is offered help for in the group alone, and what cannot be read is said how', async () => {
    for (const word of ['on', 'off'])
      expect((await chat.fan('alpha', 'Hal').says(`/helper ${word}`)).join()).toContain('in the group it is about')
    for (const word of ['evenings', ''])
      expect((await member('Hal').says(`/helper ${word}`)).join()).toContain('/helper on offers')
    for (const hours of ['18', '25-30', '18-18', 'evenings'])
      expect((await member('Hal').says(`/helper on ${hours}`)).join(), hours).toContain('hours I did not understand')
    expect((await chat.mascot.store.memory.exportFan(member('Hal').accountId)).helpers ?? []).toEqual([])
  })

  it('names nobody who was forgotten', async () => {
    await talk('Ida', 'Joy')
    await member('Joy').says('/helper on 0-24')
    await chat.fan('alpha', 'Joy').says('/forget')
    await chat.fan('alpha', 'Joy').says('yes')
    expect(named(await asks('Ida'))).toBeUndefined()
  })
})
