/** A platform that lets the brand speak for an hour after the fan, and its staff, who sleep: told as a chat. */
import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const words = (message: OutboundMessage) => (message.kind === 'text' ? message.text : message.kind)

describe('where we may speak for an hour after the fan', () => {
  it('staff see the clock before they write, are told before it runs out, and what they say too late goes first once the fan writes', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using chat = await startChat('coffee', {
      ...{ clock, hasStaffChat: true },
      replyWindow: { hangsOn: 'thread', opens: { message: { forMs: HOUR_MS, messages: 5 } } },
    })
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears(/order desk|whistle/i)
    expect(words(await dana.hears(/Waiting/))).toMatch(
      /⏳ Your words reach them until Wed \d\d:\d\d, [45] messages more/,
    )
    await chat.mascot.settled()

    clock.advance(49 * MINUTE_MS)
    await dana.hears(/⏳ Your words reach them until/)
    clock.advance(30 * MINUTE_MS)
    await chat.mascot.settled()
    clock.advance(10 * MINUTE_MS)
    await dana.presses(/^Take$/)
    let told = words(await dana.hears())
    while (!/has this case/.test(told)) told = words(await dana.hears())
    await dana.says('/r A new lid leaves today.')
    told = words(await dana.hears())
    while (!/It waits/.test(told)) told = words(await dana.hears())
    expect(told).toMatch(/leaves first then, with a word of apology/)
    await ana.hearsNothing()
    expect(words(dana.card())).toMatch(/lets us write again once they write/)

    await ana.says('hello? my lid?')
    // Whatever the bot had to say meanwhile was said by Dana.
    let heard = words(await ana.hears())
    while (!/lid leaves today/.test(heard)) heard = words(await ana.hears())
    await chat.mascot.settled()
    await expect.poll(() => chat.shown(dana.threadId ?? ana.threadId)).toContain('✅')
    expect(chat.errors).toEqual([])
  })
})
