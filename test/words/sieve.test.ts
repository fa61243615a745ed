/** The sieve hides no match: what its needles rule out, the patterns do not match either. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPatternsOf } from '../../src/hearing/sign-of.ts'
import { needlesOf } from '../../src/words/phrases/needles.ts'
import { createSieve } from '../../src/words/phrases/sieve.ts'

describe('needlesOf', () => {
  it.each([
    [/an? (?:sea|sky)/, ['sea', 'sky']],
    [/^refunds?$/, ['refund']],
    [/(?:ha){2,}h?/, ['ha']],
    [/(?<!not )money(?= back)/, ['money']],
    [/x{0,3}yz|q\.w/, ['yz', 'q.w']],
    [/ab+c/, ['ab']],
  ])('%s cannot match without one of %j', (pattern, needles) => {
    expect(needlesOf(pattern)).toEqual(needles)
  })

  it.each([
    [/\d+|refund/, 'one way to match needs none'],
    [/refund/i, 'it ignores case'],
    [/[[a-z]--[aeiou]]refund/v, 'it is of set notation'],
    [/(?:refund)?/, 'it matches nothing, too'],
  ])('%s has none: %s', (pattern) => {
    expect(needlesOf(pattern)).toBeUndefined()
  })
})

describe('a sieve', () => {
  const lists = [textPatternsOf('asks-for-person'), textPatternsOf('asks-whether-bot')]
  const patterns = lists.flatMap(({ english, elsewhere }) => [...english(), ...elsewhere()])
  const words = [
    ...['are', 'you', 'a', 'bot', 'human', 'talk', 'to', 'someone', 'please', 'real', 'is', 'this', 'agent', 'me'],
    ...['es', 'un', 'robot', 'parler', 'à', 'mensch', 'oder', 'persona', '真人', '机器人', '吗', '转人工', '?', '.'],
  ]

  it('keeps every pattern that matches, in their order', () => {
    const mayMatch = createSieve().add(() => patterns)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 9 }), fc.string(), (said, noise) => {
        const text = `${said.join(' ')}${noise}`
        const kept = mayMatch(text)
        const matching = patterns.filter((pattern) => new RegExp(pattern.source, pattern.flags).test(text))
        expect(matching.filter((pattern) => !kept.includes(pattern))).toEqual([])
        expect(kept).toEqual(patterns.filter((pattern) => kept.includes(pattern)))
      }),
      { numRuns: 400 },
    )
  })

  it('serves several lists by one reading, each with its own', () => {
    const sieve = createSieve()
    const first = [/sea/, /sky/]
    const second = [/sky/, /\d/]
    const [inFirst, inSecond] = [sieve.add(() => first), sieve.add(() => second)]
    expect(inFirst('the sky')).toEqual([/sky/])
    expect(inSecond('the sky')).toEqual(second)
    expect(inFirst('the moon')).toEqual([])
  })
})
