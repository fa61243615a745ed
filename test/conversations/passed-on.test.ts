/** What a fan passes on is somebody else's: read, and no complaint, order, fact or call of the fan's own. */
import { describe, expect, it } from 'vitest'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { latest } from './reading.ts'

const open = () => startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true })
const passedOn = { forwarded: { from: 'Shop' } }

describe('a message that was passed on', () => {
  it.each([
    'Order 4411 shipped',
    'my order arrived broken and nobody answers, this is unacceptable',
    'I was charged twice for order 4411',
    'can I speak to a person please',
    'my name is Bo and I am allergic to nuts',
  ])('opens no case and is not kept as the fan’s own: %s', async (text) => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says(text, passedOn)
    await chat.mascot.settled()
    const { kind, reason, flags } = await latest(chat, ana)
    expect(kind).not.toBe('handoff')
    expect(reason).not.toBe('consent')
    expect(flags.join()).not.toMatch(/order-trouble|complaint/)
    expect(await chat.mascot.desk.list()).toEqual([])
    expect(chat.errors).toEqual([])
  })

  it.each([
    '/forget',
    'How long do I have to return my beans?',
    'tell me a joke',
    'sent by the shop bot',
    'are you a bot?',
    'yes',
  ])('is no question of the fan’s own: %s', async (text) => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('/forget')
    await ana.hears()
    await ana.says(text, passedOn)
    await chat.mascot.settled()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'reply', reason: 'remark' })
  })

  it('is answered where the fan asks something with it', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('Order 4411 shipped', passedOn)
    await ana.says('How long do I have to return my beans?')
    await chat.mascot.settled()
    expect(await latest(chat, ana)).toMatchObject({ reason: 'approved-answer' })
  })

  it('three times over still opens none, and the fan’s own words beside it do', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    for (const text of [
      'Order 4411 shipped',
      'zq vv kk lorem',
      'the quarterly numbers are attached',
      'ipsum dolor sit',
    ]) {
      await ana.says(text, passedOn)
      await chat.mascot.settled()
    }
    expect(await chat.mascot.desk.list()).toEqual([])
    await ana.says('this arrived broken, I want to complain, it is unacceptable')
    await chat.mascot.settled()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
  })

  it('is heard all the same where a life is in danger', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    await ana.says('I want to end my life', { forwarded: { from: 'Bo' } })
    await ana.hears(/988/)
    expect(await latest(chat, ana)).toMatchObject({ reason: 'self-harm' })
  })
})
