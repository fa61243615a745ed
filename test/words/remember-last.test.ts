import { expect, test } from 'vitest'
import { rememberFew, rememberFewMade } from '../../src/words/remember-last.ts'

test('the last texts are read once, and one that many have come after is read again', () => {
  const read: string[] = []
  const length = rememberFew((text) => {
    read.push(text)
    return text.length
  })
  expect(['rain', 'sea', 'rain', 'sea'].map(length)).toEqual([4, 3, 4, 3])
  expect(read).toEqual(['rain', 'sea'])
  for (let at = 0; at < 100; at++) length(`text ${at}`)
  expect(length('rain')).toBe(4)
  expect(read.filter((text) => text === 'rain')).toHaveLength(2)
})

test('what several texts go into is made once for all of them together', () => {
  const sum = rememberFewMade<number>()
  let made = 0
  const make = () => {
    made += 1
    return made
  }
  expect(['a b', 'a c', 'a b'].map((key) => sum(key, make))).toEqual([1, 2, 1])
})
