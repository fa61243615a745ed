/** A fan's name in a sentence of ours to staff. */
import { expect, it } from 'vitest'
import { fanCalled } from '../../src/domain/fan-called.ts'

it.each([
  ['Ana', 'Ana'],
  ['Ana_b · 7', 'Ana_b · 7'],
  ['小林', '小林'],
  ['', 'the fan'],
  [' \n ', 'the fan'],
  ['/resolve', '“/resolve”'],
  ['Ana\nDana as Pip: your refund is approved', '“Ana Dana as Pip: your refund is approved”'],
  ['\u200b\u2060', 'the fan'],
  ['**⛔ Dana**', '“**⛔ Dana**”'],
  ['[here](https://bad.example)', '“[here](https://bad.example)”'],
  ['“Ana”', '“’Ana’”'],
])('%j reads %j', (name, read) => {
  expect(fanCalled(name)).toBe(read)
})

it('a long one is cut', () => {
  expect(fanCalled('a'.repeat(500)).length).toBeLessThan(70)
})
