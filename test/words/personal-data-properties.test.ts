/** Whatever is written: masking never throws, lets nothing through that it found, and stays linear. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from '../../src/log.ts'
import { findPersonalData, maskPersonalData } from '../../src/words/personal-data/personal-data.ts'
import { anyPersonalData, cards, secrets, sentence } from './personal-data-arbitraries.ts'

const runs = { numRuns: 1500 }
const digitsOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'0123456789 +-./()@:=#[]',
      'at',
      ' dot ',
      'password',
      ' is ',
      '密码',
      '号',
      '路',
      '市',
      '\u200b',
      '４',
      '\ud83d',
      'GB',
      'DE89',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  maxLength: 80,
})

describe('masking, whatever is written', () => {
  it('lets none of it through, wherever it stands', () => {
    fc.assert(
      fc.property(sentence(anyPersonalData), ({ text, value, kind }) => {
        const { text: masked, found } = maskPersonalData(text)
        expect(masked).not.toContain(value)
        expect(digitsOf(masked)).not.toContain(digitsOf(value))
        expect(found.length, `${kind} in ${text}`).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  it('lets none of it into a log', () => {
    fc.assert(
      fc.property(sentence(anyPersonalData), ({ text, value }) => {
        expect(digitsOf(redact(text))).not.toContain(digitsOf(value))
      }),
      runs,
    )
  })

  it('throws at nothing, and no value that was found survives', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const all = findPersonalData(text)
        let end = 0
        for (const one of all) {
          expect(one.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(one.start, one.end)).toBe(one.value)
          end = one.end
        }
        const masked = maskPersonalData(text).text
        for (const { value } of all) if (value.length > 9) expect(masked).not.toContain(value)
      }),
      runs,
    )
  })

  it('knows a card and a secret for what they are', () => {
    fc.assert(
      fc.property(fc.oneof(cards, secrets), ({ opening, value, kind }) => {
        expect(maskPersonalData(opening + value).found).toContain(kind)
      }),
      { numRuns: 500 },
    )
  })

  it('answers for a megabyte of anything', () => {
    const million = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length))
    for (const text of [
      '7',
      '1 ',
      '06 ',
      'a@',
      '路',
      'GB12',
      'sk-',
      '4111 1111 1111 1111, ',
      '1\u200b',
      'password is ',
    ])
      expect(maskPersonalData(million(text)).text.length).toBeGreaterThan(0)
  })
})
