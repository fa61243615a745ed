/** One message, three brands: what each says is its own, with and without a model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { authorOf, latest, wordsOf } from './reading.ts'

const names = ['coffee', 'leather', 'electronics'] as const
const always = () => true

let mock: MockModel
let alone: Chat[] = []
let withModel: Chat[] = []
beforeAll(async () => {
  mock = await startMockModel()
  const clock = createChatClock('2026-11-18T10:30Z')
  alone = await Promise.all(names.map((name) => startChat(name, { clock })))
  withModel = await Promise.all(names.map((name) => startChat(name, { clock, modelUrl: mock.url })))
})
afterAll(async () => {
  for (const chat of [...alone, ...withModel]) {
    expect(chat.errors).toEqual([])
    await chat.mascot.stop()
  }
  await mock.close()
})

describe('without a model', () => {
  it.each([
    ['hello', 'greeting'],
    ['I love your brand!!! you are the best', 'praise'],
    ['thank you so much', 'thanks'],
    ['goodbye', 'farewell'],
    ['are you a bot?', 'is-it-a-bot'],
    ['what is the capital of Mongolia', 'does-not-know'],
    ['can I talk to a real person please', 'asked-for-person'],
  ])('%j is met for the same reason in three voices', async (text, reason) => {
    const fans = alone.map((chat) => chat.fan(`Ana says ${text}`))
    const said: string[] = []
    for (const [index, fan] of fans.entries()) {
      await fan.says(text, { author: { ...authorOf('Ana'), lang: 'en' } })
      said.push(wordsOf(await fan.hears()))
      const chat = alone[index]
      if (chat) expect(await latest(chat, fan)).toMatchObject({ reason })
    }
    expect(new Set(said).size).toBe(3)
    expect(said[1], 'the house of leather has no use for either').not.toMatch(/!|\p{Extended_Pictographic}/u)
  })
})

describe('with a model', () => {
  const draft =
    'Oh wow, hey bestie!!! I LOVE that you asked 🎉⚡☕ Rain makes our whole place smell of stone and warm metal. lol.'

  it('the instructions differ in distance, emoji and person, as the dials say', async () => {
    mock.says(always, 'Rain.')
    const systems: string[] = []
    for (const chat of withModel) {
      const fan = chat.fan('Bo')
      await fan.says('what does rain smell like?')
      await fan.hears('Rain.')
      systems.push(mock.requests().at(-1)?.system ?? '')
    }
    const dial = (name: string) => systems.map((system) => new RegExp(`^${name}: .*$`, 'm').exec(system)?.[0])
    expect(dial('Distance').map((line) => line?.split('.')[0])).toEqual([
      'Distance: close',
      'Distance: aloof',
      'Distance: friendly',
    ])
    for (const name of ['Distance', 'Emoji', 'Energy']) expect(new Set(dial(name)).size, name).toBe(3)
    expect(systems.map((system) => /You say "we", for the house; never "I"/.test(system))).toEqual([false, true, false])
    expect(new Set(systems.map((system) => /# For example\n(.*)$/m.exec(system)?.[1])).size).toBe(3)
  })

  it('the review makes of one exuberant draft three different texts', async () => {
    mock.forgets()
    mock.says(({ wants }) => wants === 'reply', draft)
    // No rewrite to be had: what is left is the review's own work.
    mock.failsWith(400, { when: ({ wants }) => wants === 'text' })
    const said: string[] = []
    for (const chat of withModel) {
      const fan = chat.fan('Cleo')
      await fan.says('what does rain smell like?')
      said.push(wordsOf(await fan.hears()))
    }
    expect(new Set(said).size).toBe(3)
    const [coffee = '', leather = '', electronics = ''] = said
    expect(leather).not.toMatch(/!|\p{Extended_Pictographic}|lol/u)
    expect(coffee).toMatch(/☕/u)
    expect(coffee).not.toMatch(/⚡|bestie/u)
    expect(electronics).not.toMatch(/☕|!.*!/u)
    for (const text of said) expect(text).toMatch(/stone and warm metal/)
    const [house] = withModel[1] ? await withModel[1].reasons(withModel[1].fan('Cleo')) : []
    expect(house?.flags, 'what a house that keeps its height would have written again').toContain('distance')
  })
})
