/** What was nearly missed: the persona asked back, so in those words an answer is asked for that it does not know yet. */
import { expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const answers = [
  { id: 'beans-back', asks: ['can i return my beans', 'send beans back'], answer: { en: ['Thirty days for beans.'] } },
  { id: 'mug-back', asks: ['can i return my mug', 'send a mug back'], answer: { en: ['A year for mugs.'] } },
]

async function heard(chat: Chat, name: string, text: string) {
  const fan = chat.fan(name)
  await fan.says(text)
  await fan.hears()
  await chat.mascot.settled()
  const [latest] = await chat.reasons(fan)
  return latest
}

it('a question that got a question back stands among the unanswered, one that got its answer does not', async () => {
  await using chat = await startChat('coffee', {
    clock: createChatClock('2026-11-18T10:00Z'),
    tune: (persona) => ({ ...persona, answers }),
  })
  expect(await heard(chat, 'Ana', 'can i return something?')).toMatchObject({ kind: 'clarify' })
  expect(await heard(chat, 'Bo', 'can i return my mug')).toMatchObject({ reason: 'approved-answer' })
  const unanswered = await chat.mascot.store.issues.unanswered(0, 10)
  expect(unanswered.map(({ text, name }) => `${name}: ${text}`)).toEqual(['Ana: can i return something?'])
})
