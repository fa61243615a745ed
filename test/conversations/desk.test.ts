/** The desk: a case from the call to the close, told as a chat between a fan, the bot and the staff. */
import { describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { type Chat, type ChatOptions, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { latest } from './reading.ts'

/** A Wednesday morning: everybody is at work. */
const open = (options: ChatOptions = {}): Promise<Chat> =>
  startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true, ...options })

const words = (message: OutboundMessage) =>
  message.kind === 'text' ? message.text : message.kind === 'reaction' ? message.emoji : ''

describe('a case', () => {
  it('is called, taken, answered under a name, relayed both ways, resolved, and the bot is back', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears(/order desk/)
    await dana.hears(/Waiting[\s\S]*Ana[\s\S]*asked-for-person[\s\S]*can I speak to a person/)
    await dana.presses(/^Take$/)
    await dana.hears(/Dana has this case/)
    await ana.hears(/Dana/)
    await ana.says('my grinder arrived without its lid')
    await dana.hears(/has joined|takes|Dana/)
    await dana.hears(/^Ana: my grinder arrived without its lid$/)
    await dana.says('/r A new lid leaves today.')
    const answer = await ana.hears('A new lid leaves today.')
    expect(answer).toMatchObject({ speaker: { kind: 'person', name: 'Dana' } })
    expect(words(await dana.hears())).toBe('✅')
    await dana.says('/resolve')
    await dana.hears(/Resolved/)
    await ana.hears(/Dana/)
    await ana.says('what time do you open?')
    await chat.mascot.settled()
    expect(chat.errors).toEqual([])
  })

  it('never lets plain talk among staff out', async () => {
    await using chat = await open()
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await dana.hears(/Waiting/)
    await dana.says('this one again, what a pain')
    await dana.says('/rr oops')
    await dana.hears(/no \/rr/)
    await ana.hearsNothing()
    expect(await latest(chat, ana)).toMatchObject({ kind: 'handoff' })
  })
})
