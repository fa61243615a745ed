/** Light markdown as Discord shows it: what is meant is marked, everything else is seen as written; parts keep whole what belongs together. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atomsOf, format } from '../../../adapters/discord/out/format.ts'
import { split } from '../../../adapters/discord/out/split.ts'
import { buttonId, buttonValue } from '../../../adapters/discord/wire/button-value.ts'

describe('marks', () => {
  it.each([
    ['*bold* and _italic_ and `code_x`', '**bold** and _italic_ and `code_x`'],
    ['*bold with _italic_ in it*', '**bold with _italic_ in it**'],
    ['see [our shop](https://example.org/a_b_c)', 'see [our shop](https://example.org/a_b_c)'],
    ['write [us](mailto:a@example.org)', 'write us: a@example.org'],
    ['https://example.org/a_b_c*d', 'https://example.org/a_b_c*d'],
    ['2 * 3 * 4 and snake_case_name', '2 \\* 3 \\* 4 and snake\\_case\\_name'],
    ['¯\\_(ツ)_/¯', '¯\\\\\\_(ツ)\\_/¯'],
    ['~~no~~ ||hidden||', '\\~\\~no\\~\\~ \\|\\|hidden\\|\\|'],
    [
      '# no headline\n> no quote\n- no list\n-# no footnote',
      '\\# no headline\n\\> no quote\n\\- no list\n\\-# no footnote',
    ],
    ['#1 in coffee, 3 > 2, well-known', '#1 in coffee, 3 > 2, well-known'],
    [
      '<@123456789012345678> <#123456789012345678> <:a:123456789012345678>',
      '\\<@123456789012345678> \\<#123456789012345678> \\<:a:123456789012345678>',
    ],
    ['i <3 you', 'i <3 you'],
    ['你好，*重要*的事', '你好，\\*重要\\*的事'],
  ])('%s', (text, shown) => {
    expect(format(text)).toBe(shown)
  })
})

describe('parts', () => {
  it('never exceed the limit, lose no words, and cut no grapheme', () => {
    const piece = fc.constantFrom(
      'word',
      '👩‍👩‍👧',
      '*bold*',
      ' ',
      '\n',
      '\n\n',
      'é',
      '你好。',
      'https://example.org/x_y ',
      '`a b`',
      '[x](https://e.org)',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 30, max: 80 }), (pieces, limit) => {
        const text = pieces.join('')
        const parts = split(atomsOf(text), limit)
        const bare = (shown: string) => shown.replace(/\s/g, '')
        expect(parts.every((part) => part.length <= limit && part.trim() !== '')).toBe(true)
        expect(bare(parts.join(''))).toBe(bare(format(text)))
        const family = /\u200d$|^\u200d/
        expect(parts.some((part) => family.test(part))).toBe(false)
        expect(parts.some((part) => /\[x\]\([^)]*$|https:\/\/example.org\/(?!x_y)/.test(part))).toBe(false)
      }),
    )
  })

  it('cut at a paragraph before a line, a line before a space', () => {
    expect(split(atomsOf('aaaa aaaa\n\nbbbb\nbbbb bb'), 20)).toEqual(['aaaa aaaa', 'bbbb\nbbbb bb'])
    expect(split(atomsOf('aaaa aaaa aa\nbbbb bbbb'), 18)).toEqual(['aaaa aaaa aa', 'bbbb bbbb'])
  })

  it('a word longer than a part is cut all the same', () => {
    expect(split(atomsOf('x'.repeat(45)), 20)).toEqual(['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)])
  })
})

describe('button ids', () => {
  it('hold any value that fits, in at most 100 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), fc.integer({ min: 0, max: 24 }), (value, index) => {
        const id = buttonId(value, index)
        fc.pre(id !== undefined)
        expect([...(id ?? '')].length).toBeLessThanOrEqual(100)
        expect(buttonValue(id ?? '')).toBe(value.toWellFormed())
      }),
    )
  })

  it('say undefined for ids that are not ours', () => {
    expect(['', 'x', 'old-id', '0~', '0~一二三'].map(buttonValue)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
