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
    expect(inThread()).toMatch(/💔 The time of a promise of Dana is over: I ask the roastery\. The fan was told/)
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
})
