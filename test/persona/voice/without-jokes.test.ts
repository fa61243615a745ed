/** An approved answer without the parts that its operator calls jokes. */
import { expect, it } from 'vitest'
import { withoutJokes } from '../../../src/persona/voice/without-jokes.ts'

it.each([
  [
    'Bring it, we take 30p off. Rinse it first. I have seen things.',
    ['I have seen things.'],
    'Bring it, we take 30p off. Rinse it first.',
  ],
  ['All the same money, none gets a speech.', [', none gets a speech'], 'All the same money.'],
  ['能带，牵好绳。先跟狗打招呼，再轮到你，别介意。', ['先跟狗打招呼，再轮到你，别介意。'], '能带，牵好绳。'],
  ['Two years.', ['not in it'], 'Two years.'],
  ['Ha ha!', ['Ha ha!'], 'Ha ha!'],
  ['Two years.', undefined, 'Two years.'],
])('%s', (text, jokes, plain) => {
  expect(withoutJokes(text, jokes)).toBe(plain)
})
