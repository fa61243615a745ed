/** Who could help: who is about and answers others, in this group, without the asker. */
import { describe, expect, it } from 'vitest'
import { createHelpers } from '../../src/community/helpers.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'

/** `author: text` a line, a minute apart. */
function said(
  helpers: ReturnType<typeof createHelpers>,
  lines: readonly string[],
  { thread = 'beans', from = 0 } = {},
) {
  return lines.map((line, at) => {
    const [author = '', ...rest] = line.split(': ')
    const text = rest.join(': ')
    return helpers.hear({ thread, author, at: from + at * MINUTE_MS, text, isQuestion: text.includes('?') })
  })
}

const morning = [
  'ana: how fine should I grind?',
  'bo: ana: like sand',
  'cy: I had a croissant',
  'dee: is tap water fine?',
  'bo: dee, filter it first',
  'cy: it rains',
  'cy: and rains',
]

describe('helpers', () => {
  it('are nobody where nobody spoke, and never the asker', () => {
    const helpers = createHelpers()
    expect(said(helpers, ['ana: hello?', 'ana: anybody?'])).toEqual([[], []])
  })

  it('who answered others comes before who only talks, though that one spoke last', () => {
    const helpers = createHelpers()
    said(helpers, morning)
    const [ranked = []] = said(helpers, ['eve: which filter do I buy?'], { from: 7 * MINUTE_MS })
    expect(ranked[0]).toBe('bo')
    expect(new Set(ranked)).toEqual(new Set(['ana', 'bo', 'cy', 'dee']))
  })

  it('whoever is about comes before whoever left hours ago', () => {
    const helpers = createHelpers()
    said(helpers, morning)
    const [, , , ranked = []] = said(
      helpers,
      ['fay: is the shop open?', 'gus: @fay, until six', 'fay: thanks', 'eve: which filter do I buy?'],
      { from: 9 * HOUR_MS },
    )
    expect(ranked[0]).toBe('gus')
  })

  it('of one group are not told in another', () => {
    const helpers = createHelpers()
    said(helpers, morning)
    expect(said(helpers, ['eve: which filter do I buy?'], { thread: 'elsewhere' })).toEqual([[]])
  })

  it('are ten at most, of however many members', () => {
    const helpers = createHelpers()
    said(
      helpers,
      Array.from({ length: 3_000 }, (_, at) => `m${at}: hi`),
    )
    expect(said(helpers, ['eve: who is here?'], { from: 3_000 * MINUTE_MS })[0]).toHaveLength(10)
  })
})
