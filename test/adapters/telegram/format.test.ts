/** Light markdown as entities, and long texts in parts: pure, so with any text at all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { split } from '../../../adapters/telegram/out/split.ts'
import { format } from '../../../adapters/telegram/wire/format.ts'

const table: readonly (readonly [string, string, readonly string[]])[] = [
  ['*bold* and _italic_', 'bold and italic', ['bold:bold', 'italic:italic']],
  ['run `npm start` now', 'run npm start now', ['code:npm start']],
  ['see [the menu](https://tide.example/menu_1)', 'see the menu', ['text_link:the menu']],
  ['*bold with _italic_ inside*', 'bold with italic inside', ['bold:bold with italic inside', 'italic:italic']],
  ['[*bold* label](https://x.example)', 'bold label', ['text_link:bold label', 'bold:bold']],
  ['这是*重点*内容', '这是重点内容', ['bold:重点']],
  ['👨‍👩‍👧 *hi*', '👨‍👩‍👧 hi', ['bold:hi']],
  ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24', []],
  ['snake_case_name and a*b*c', 'snake_case_name and a*b*c', []],
  ['https://x.example/a_b_c_d and *more*', 'https://x.example/a_b_c_d and more', ['bold:more']],
  ['one * alone, _another', 'one * alone, _another', []],
  ['*not\nover lines*', '*not\nover lines*', []],
  ['\\*as written\\*', '*as written*', []],
  ['[mail us](mailto:hi@tide.example)', 'mail us (hi@tide.example)', []],
  ['[odd](javascript:alert)', 'odd (javascript:alert)', []],
  ['*`code` in bold*', 'code in bold', ['bold:code in bold', 'code:code']],
  ['[wiki](https://x.example/A_(b))', 'wiki', ['text_link:wiki']],
]

describe('light markdown', () => {
  it.each(table)('%j reads %j', (source, text, marks) => {
    const formatted = format(source)
    expect(formatted.text).toBe(text)
    expect(
      formatted.entities.map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`),
    ).toEqual(marks)
  })

  it('any text at all gives entities that lie within it', () => {
    const pieces = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      'https://x.example',
      ' ',
      '\n',
      'a',
      '重',
      '👨‍👩‍👧',
      '\\',
      'word',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
        (source) => {
          const { text, entities } = format(source)
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0)
            expect(offset + length).toBeLessThanOrEqual(text.length)
            expect(text.slice(offset, offset + length).trim()).not.toBe('')
          }
        },
      ),
    )
  })

  it.each(['*', '_', '`', '[', '*a ', '_a', '[a](', '](http', '\\'])('a long run of %j is read quickly', (piece) => {
    expect(format(piece.repeat(20_000)).text.length).toBeGreaterThan(0)
  })
})

describe('a text too long for one message', () => {
  const plain = (text: string) => ({ text, entities: [] })

  it('is cut at a paragraph, a line, a sentence or a word, in this order', () => {
    const texts = ['a'.repeat(60), 'b'.repeat(30)]
    expect(split(plain(texts.join('\n\n')), 80).map(({ text }) => text)).toEqual(texts)
    expect(split(plain(`${texts[0]}. ${texts[1]}`), 80).map(({ text }) => text)).toEqual([`${texts[0]}.`, texts[1]])
    expect(split(plain(`${texts[0]} ${texts[1]}`), 80).map(({ text }) => text)).toEqual(texts)
  })

  it('never through a link, and a bold stretch goes on in the next part', () => {
    const label = 'a rather long name'
    const formatted = format(`${'x'.repeat(70)} [${label}](https://x.example) *${'bold '.repeat(20).trim()}*`)
    const parts = split(formatted, 80)
    const links = parts.flatMap(({ text, entities }) =>
      entities
        .filter(({ type }) => type === 'text_link')
        .map(({ offset, length }) => text.slice(offset, offset + length)),
    )
    expect(links).toEqual([label])
    expect(parts.slice(1).every(({ entities }) => entities.some(({ type }) => type === 'bold'))).toBe(true)
  })

  it('keeps an address in one piece', () => {
    const address = `https://x.example/${'p'.repeat(50)}`
    const parts = split(plain(`${'word '.repeat(12)}${address}`), 80).map(({ text }) => text)
    expect(parts).toContain(address)
  })

  it('whatever it holds, no part is too long, no grapheme broken and nothing but white space lost', () => {
    const piece = fc.constantFrom('word ', '\n', '。', '👨‍👩‍👧', 'é', '🇩🇪', 'x', '漢', 'https://x.example/abc ')
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.integer({ min: 40, max: 90 }), (pieces, limit) => {
        const text = pieces.join('').trim()
        const parts = split(plain(text), limit).map((part) => part.text)
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit)
        const whole = (one: string) => [...segmenter.segment(one)].map(({ segment }) => segment)
        const bare = (graphemes: readonly string[]) => graphemes.filter((one) => one.trim() !== '').join('|')
        expect(bare(parts.flatMap(whole))).toBe(bare(whole(text)))
      }),
    )
  })

  it('one grapheme longer than a message still goes out, in whole characters', () => {
    const zalgo = `a${'\u0301'.repeat(300)}`
    const parts = split(plain(zalgo), 80)
    expect(parts.map(({ text }) => text).join('')).toBe(zalgo)
  })
})
