/** A message is read once, each form when somebody asks for it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/words/letters/clean-text.ts'
import { fold } from '../../src/words/letters/fold.ts'
import { readText } from '../../src/words/read-text.ts'

describe('a message that is read', () => {
  it('is the same reading for whoever asks, and each form the same value', () => {
    const reading = readText('Hi THERE, r u a bott?')
    expect(readText('Hi THERE, r u a bott?')).toBe(reading)
    expect(reading.spaced).toBe(reading.spaced)
  })

  it('has a form for each who asks', () => {
    const { raw, clean, folded, line, spelledOut, spaced, tight } = readText('Café\u200B,  R U a b0t ?\n唔係！')
    expect(raw).toBe('Café\u200B,  R U a b0t ?\n唔係！')
    expect(clean).toBe('Café, R U a b0t ? 唔係!')
    expect(folded).toBe('cafe, r u a b0t ? 唔是!')
    expect(line).toBe('cafe, r u a b0t ? 不是!')
    expect(spelledOut).toBe('cafe, are you a b0t ? 不是!')
    expect(spaced).toEqual([' cafe r u a b0t . 唔是 . ', ' cafe r u a bot . 唔是 . '])
    expect(tight).toBe('caferuab0t.唔是.')
  })

  it('of any length and letters is read without throwing, in words between single spaces', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        fc.nat(300),
        (text, times) => {
          const { folded, clean, spaced } = readText(text.repeat(times))
          expect(folded).toBe(fold(clean))
          expect(clean).toBe(cleanText(text.repeat(times)))
          for (const form of spaced) expect(form).toMatch(/^ (?:\S+ )*$|^ {2}$/u)
        },
      ),
    )
  })
})
