/** What a person promises: said to the fan, listed for the lead, reminded of, and kept or broken in words. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'

const MINUTE_MS = 60_000
let chat: Chat
let clock: ManualClock

beforeAll(async () => {
  clock = createChatClock('2026-11-18T10:30Z')
  chat = await startChat('coffee', {
    clock,
    hasStaffChat: true,
    tune: (persona) => ({ ...persona, handoff: { ...persona.handoff, silenceMinutes: 0 } }),
  })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

/** A minute at a time, in which whoever waits has their turn. */
async function pass(minutes: number): Promise<void> {
  for (let at = 0; at < minutes * 3; at++) {
    clock.advance(MINUTE_MS / 3)
    await setImmediate()
    await chat.mascot.settled()
  }
}

async function withCase(name: string) {
  const fan = chat.fan(name)
  await fan.says('can I speak to a person please')
  await chat.mascot.settled()
  const dana = chat.staff('Dana')
  const one = (await chat.mascot.desk.list()).find(({ fanName }) => fanName === name)
  if (one?.staffThread) dana.goesTo(one.staffThread)
  const staffHear = async (text: string) => {
    const before = chat.shown(one?.staffThread ?? fan.threadId).length
    await dana.says(text)
    await chat.mascot.settled()
    return chat
      .shown(one?.staffThread ?? fan.threadId)
      .slice(before)
      .join('\n')
  }
  const inThread = () => chat.shown(one?.staffThread ?? fan.threadId).join('\n')
  const heard = () => chat.shown(fan.threadId).join('\n')
  return { id: one?.id, staffHear, inThread, heard }
}

describe('a person’s promise', () => {
  it('is said to the fan, listed until when, reminded of, and kept in words', async () => {
    const { staffHear, inThread, heard } = await withCase('Ana')
    expect(await staffHear('/promise soon a new lid')).toMatch(/⛔ \/promise 2h/)
    expect(await staffHear('/promise 2h A new lid will be on its way.')).toMatch(/🤝 Promised by .*12:30/)
    expect(heard()).toMatch(/A new lid will be on its way/)
    expect(await staffHear('/r Which colour was it?')).not.toMatch(/⛔/)
    expect(await staffHear('/promises')).toMatch(/12:30.* · Dana → Ana \(#[0-9a-f]+\): A new lid will be on its way\./)
    await pass(100)
    expect(inThread()).toMatch(/⏰ Dana promised Ana, due .*12:30: A new lid/)
    expect(inThread().match(/⏰ Dana promised/g)).toHaveLength(1)
    expect(await staffHear('/kept')).toMatch(/⛔ \/kept and the words/)
    expect(await staffHear('/kept It left a minute ago.')).toMatch(/🤝 Kept/)
    expect(heard()).toMatch(/It left a minute ago/)
    expect(await staffHear('/promises')).not.toMatch(/Dana → Ana/)
    expect(await staffHear('/promises')).toMatch(/1 kept, 0 broken/)
    await pass(40)
    expect(inThread()).not.toMatch(/💔/)
  })

  it('that is not kept in time is admitted to the fan once, and counts as broken', async () => {
    const { staffHear, inThread, heard } = await withCase('Bo')
    await staffHear('/promise 1h I ask the roastery.')
    await pass(63)
    expect(inThread()).toMatch(/💔 The time of p\d+ of Dana is over: I ask the roastery\.\nThe fan was told/)
    expect(heard().match(/longer than/g)).toHaveLength(1)
    await pass(5)
    expect(heard().match(/longer than/g)).toHaveLength(1)
    expect(await staffHear('/promises')).toMatch(/broken/)
    expect(await staffHear('/promises')).toMatch(/1 kept, 1 broken/)
  })

  it('is broken by who gave it, with a word; and what is resolved is kept', async () => {
    const cy = await withCase('Cy')
    await cy.staffHear('/promise 1d A call tomorrow.')
    expect(await cy.staffHear('/broken Nobody can call you, I am sorry.')).toMatch(/💔 Broken, and said so/)
    expect(cy.heard()).toMatch(/Nobody can call you/)
    const di = await withCase('Di')
    await di.staffHear('/promise 1d A letter.')
    await di.staffHear('/resolve silently')
    expect(await chat.mascot.store.promises.ended(0)).toMatchObject({ broken: 2 })
    expect((await chat.mascot.store.promises.open(10)).filter(({ isByPerson }) => isByPerson)).toEqual([])
  })

  it('is ended by its number where another can be meant, and never in place of one that ran out', async () => {
    const { staffHear, inThread, heard } = await withCase('Eve')
    expect(await staffHear('/broken I cannot.')).toMatch(/⛔ Nothing was said to the fan: nothing is promised/)
    await staffHear('/promise 1h I ask the roastery.')
    expect(await staffHear('/promise 1d A letter.')).toMatch(/Several are open/)
    const numbers = (await staffHear('/promises')).match(/p\d+(?= ·)/g) ?? []
    expect(numbers).toHaveLength(2)
    expect(await staffHear('/kept They answered.')).toMatch(
      /⛔ .*which promise\? [\s\S]*“I ask the roastery\.”[\s\S]*“A letter\.”/,
    )
    await pass(35)
    expect(inThread()).toMatch(new RegExp(`/kept ${numbers[0]} words or /broken ${numbers[0]} words`))
    await pass(28)
    expect(inThread()).toMatch(new RegExp(`💔 The time of ${numbers[0]} of Dana is over`))
    expect(await staffHear('/kept They answered.')).toMatch(/⛔ .*which promise\? [\s\S]*time was over at/)
    expect(await staffHear(`/kept ${numbers[0]} They answered.`)).toMatch(
      /⛔ .*its time was over at .*counts as broken/,
    )
    expect(heard()).not.toMatch(/They answered|I cannot/)
    expect(await staffHear('/kept p999999 Done.')).toMatch(/⛔ .*nobody made a promise p999999/)
    expect(await staffHear(`/kept ${numbers[1]} The letter left.`)).toMatch(/🤝 Kept: p\d+ “A letter\.”/)
    expect(heard()).toMatch(/The letter left/)
    expect(heard()).not.toMatch(/p\d+ The letter/)
    expect(await staffHear('/broken It is lost.')).toMatch(/⛔ .*no promise is open on this case; the last one/)
    expect(heard()).not.toMatch(/It is lost/)
  })

  it('is shown with its date and year where the weekday would not tell, and is due within a year', async () => {
    const { staffHear, heard } = await withCase('Flo')
    expect(await staffHear('/promise 20d A new roast.')).toMatch(/Promised by Tue, Dec 8, \d\d:/)
    expect(await staffHear('/promise 60d A new mug.')).toMatch(/Promised by Sun, Jan 17, 2027, \d\d:/)
    expect(await staffHear('/promise 9999d A new planet.')).toMatch(/⛔ A promise is due within 365 days/)
    expect(heard()).not.toMatch(/planet/)
    expect(await staffHear('/promises')).toMatch(/Jan 17, 2027, \d\d:/)
  })
})
