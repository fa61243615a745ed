import { expect, test } from 'vitest'
import { urlRanges } from '../../../src/persona/voice/sentences.ts'

const foundIn = (text: string) => urlRanges(text).map(({ start, end }) => text.slice(start, end))

test('addresses of every kind are found, without the mark that ends the sentence', () => {
  expect(foundIn('See https://tide.example/a and HTTP://TIDE.EXAMPLE.')).toEqual([
    'https://tide.example/a',
    'HTTP://TIDE.EXAMPLE',
  ])
  expect(foundIn('WWW.tide.example, or tide.example/shop!')).toEqual(['WWW.tide.example', 'tide.example/shop'])
  expect(foundIn('write to pip@tide.example.')).toEqual(['pip@tide.example'])
  expect(foundIn('Nothing here. Only words, tide.example and 3.5 cups')).toEqual([])
})
