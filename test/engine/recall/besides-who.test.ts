import { expect, it } from 'vitest'
import { besidesWho } from '../../../src/engine/recall/besides-who.ts'

const pip = { name: 'Pip', nicknames: [], languages: ['en', 'de', 'zh'] } as const

it.each([
  ['three weeks late and nobody answers, are you even a real person?', 'three weeks late and nobody answers'],
  ['are you a bot?\nmy parcel never came', 'my parcel never came'],
  ['my parcel of 3.5 kg never came. Is this a machine?', 'my parcel of 3.5 kg never came.'],
  ['你是机器人吗?我的包裹三周还没到', '我的包裹三周还没到'],
  ['Bist du ein Bot? Was kostet der Versand?', 'Was kostet der Versand?'],
])('%j is heard as what it says besides', (text, rest) => {
  expect(besidesWho(text, pip)).toEqual({ text: rest, asksWho: true })
})

it.each(['are you a bot?', 'Pip, is it you or a human', 'are you a bot? are you human?'])(
  '%j asks that and nothing else',
  (text) => {
    expect(besidesWho(text, pip)).toMatchObject({ asksWho: true })
  },
)

it('takes nothing out of words that do not ask it, nor out of danger', () => {
  expect(besidesWho('my parcel never came', pip)).toEqual({ text: 'my parcel never came', asksWho: false })
  const danger = 'are you a real person, because I want to kill myself'
  expect(besidesWho(danger, pip).text).toContain('I want to kill myself')
})
