/** The sieve hides no match: what its needles rule out, the patterns do not match either. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPatternsOf } from '../../src/hearing/sign-of.ts'
import { needlesOf, needOf } from '../../src/words/phrases/needles.ts'
import { createSieve } from '../../src/words/phrases/sieve.ts'

describe('what a pattern needs', () => {
  it.each([
    [/an? (?:sea|sky)/, ['sea', 'sky']],
    [/^refunds?$/, ['refund']],
    [/(?:ha){2,}h?/, ['ha']],
    [/(?<!not )money(?! back)/, ['money']],
    [/the money(?= quickly)/, [' quickly']],
    [/x{0,3}yz|q\.w/, ['yz', 'q.w']],
    [/ab+c/, ['ab']],
    [/a{x}b/, ['a{x}b']],
    [/𝄞𝄢?/u, ['𝄞']],
  ])('%s cannot match without one of %j', (pattern, needles) => {
    const need = needOf(pattern)
    expect(need && needlesOf(need)).toEqual(needles)
  })

  it.each([
    [/\d+|refund/, 'one way to match needs none'],
    [/refund/i, 'it ignores case'],
    [/[[a-z]--[aeiou]]refund/v, 'it is of set notation'],
    [/(?:refund)?/, 'it matches nothing, too'],
  ])('%s cannot be told: %s', (pattern) => {
    expect(needOf(pattern)).toBeUndefined()
  })
})

describe('a sieve', () => {
  const lists = [textPatternsOf('asks-for-person'), textPatternsOf('asks-whether-bot')]
  const patterns = lists.flatMap(({ english, elsewhere }) =>
    [...english(), ...elsewhere()].map(({ pattern }) => pattern),
  )
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

  it('rules out what needs more than the text has, in whichever way it may match', () => {
    const mayMatch = createSieve().add(() => [/(?:my|your) (?:card|key)|(?=.*lost)parcel/])
    expect(mayMatch('where is my card')).toHaveLength(1)
    expect(mayMatch('the parcel is lost')).toHaveLength(1)
    expect(mayMatch('a card, a key')).toEqual([])
    expect(mayMatch('the parcel is here')).toEqual([])
  })

  it('goes by the needles that a list brings along; what has none may always match', () => {
    const [told, free] = [
      { pattern: /sea|sky/, needles: 'sea\tsky' },
      { pattern: /moon/, needles: '' },
    ]
    const mayMatch = createSieve().addAll(() => [told, free])
    expect(mayMatch('the sky, the moon')).toEqual([told, free])
    expect(mayMatch('the moon')).toEqual([free])
  })

  it('makes of a list only what may match', () => {
    const made: string[] = []
    const written = ['sea view', 'sky'].map((source) => ({
      written: { source, flags: '' },
      get pattern() {
        made.push(source)
        return new RegExp(source)
      },
    }))
    createSieve().addAll(() => written)('the sky over the sea')
    expect(made).toEqual(['sky'])
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
