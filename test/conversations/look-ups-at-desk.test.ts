/** Look-ups of the demo brand with staff and with a model: noted on the case, acted on by one press, asked for by a model that leans on it. */
import { expect, it } from 'vitest'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { startMockModel } from '../support/mock-model.ts'

const morning = '2026-11-18T10:30Z'

it('a fan is told, calls a person, and staff look again, start the return by one press, and the fan hears of it', async () => {
  await using chat = await startChat('coffee', { clock: createChatClock(morning), hasStaffChat: true })
  const ana = chat.fan('Ana')
  const dana = chat.staff('Dana')
  await ana.says('where is my order TW-204711 ana@example.com')
  await ana.hears(/Left on Monday 16 November with Harbour Post/)
  await ana.says('can I speak to a person please')
  await ana.hears(/order desk|whistle/i)
  await dana.hears(/Waiting/)
  await dana.presses(/^Take$/)
  await dana.hears(/Dana has this case/)
  await ana.hears(/Dana/)
  await dana.hears(/Dana/)
  await dana.says('/look')
  await dana.hears(/\/look order NUMBER EMAIL/)
  await dana.says('/look order TW-999999 nobody@example.com')
  await dana.hears(/knows nothing of it/)
  await dana.says('/look order tw204711 ana@example.com')
  await dana.hears(/shipped.*Harbour Post/s)
  await dana.presses(/^Start a return$/)
  await ana.hears(/Your return is started/)
  await dana.hears(/“Start a return” is done/)
  await dana.hears(/✅/)
  await dana.presses(/^Start a return$/)
  await dana.hears(/pressed before/)
  expect(chat.errors).toEqual([])
})

it('a model that leans on a look-up is taken at its word: the program asks, answers, and lets it lean on what was told', async () => {
  await using mock = await startMockModel()
  mock.says(({ wants }) => wants === 'reply', { bubbles: ['Let me see.'], used: ['lookup-order'] })
  await using chat = await startChat('coffee', { clock: createChatClock(morning), modelUrl: mock.url })
  const ana = chat.fan('Ana')
  await ana.says('my beans seem to be travelling, can you find out how far they got')
  await ana.hears(/The number starts with TW/)
  expect(mock.requests()[0]?.system).toContain('lookup-order: Where an order is')
  await ana.says('TW-204711')
  await ana.hears(/email address you ordered with/)
  await ana.says('ana@example.com')
  await ana.hears(/Left on Monday 16 November/)
  expect(chat.errors).toEqual([])
})
