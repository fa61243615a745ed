/** The same question in another mood is met in another way. */
import { afterEach, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'

const started: Chat[] = []
async function firstReason(said: string): Promise<string | undefined> {
  const chat = await startChat('coffee')
  started.push(chat)
  const ana = chat.fan('Ana')
  await ana.says(said)
  await ana.hears()
  return (await chat.reasons(ana))[0]?.reason
}
afterEach(async () => {
  for (const chat of started.splice(0)) await chat.mascot.stop()
})

it('calm, the approved answer; in anger, with an answer that is only near, a person', async () => {
  expect(await firstReason('can I get my money back')).toBe('approved-answer')
  expect(await firstReason('my order arrived crushed, this is the third time. I want my money back NOW')).toBe(
    'complaint',
  )
})

it('delight is answered with delight, not with the price list', async () => {
  expect(await firstReason('hi!! just got my first bag and WOW')).toBe('praise')
  expect(await firstReason('Third bag this month, Low Tide is my favourite thing in the world')).toBe('praise')
})

it('what somebody met with in the shop is a complaint, and no question the answers do not know', async () => {
  expect(await firstReason('your shop was filthy today')).toBe('complaint')
  expect(await firstReason('the staff were so unfriendly')).toBe('complaint')
  expect(await firstReason('店员态度很恶劣')).toBe('complaint')
  expect(await firstReason('was the shop refurbished?')).not.toBe('complaint')
})

it('an insult meets one calm boundary', async () => {
  expect(await firstReason('this is garbage and so are you')).toBe('abuse-boundary')
})
