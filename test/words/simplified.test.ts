/** Whoever writes Traditional characters is read as if they wrote simplified ones. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fold } from '../../src/words/letters/fold.ts'
import { simplified } from '../../src/words/letters/simplified.ts'

/** What Mainland writers call otherwise, not only write otherwise, is left to the approved answers' own phrasings. */
const places = [
  ['Taiwan', Converter({ from: 'cn', to: 'tw' })],
  ['Hong Kong', Converter({ from: 'cn', to: 'hk' })],
  ['OpenCC', Converter({ from: 'cn', to: 't' })],
] as const
const asked = ['coffee', 'electronics'].flatMap((persona): string[] => {
  const { answers } = parse(readFileSync(`personas/${persona}/answers.yaml`, 'utf8'))
  return answers.flatMap(({ asks }: { asks?: string[] }) => asks ?? []).filter((ask: string) => /\p{sc=Han}/u.test(ask))
})

describe('Traditional characters', () => {
  it.each(places)('as %s writes them: every Chinese phrasing of the personas reads alike', (_, traditional) => {
    expect(asked.length).toBeGreaterThan(800)
    expect(asked.filter((ask) => fold(traditional(ask)) !== fold(ask))).toEqual([])
  })

  it.each([
    ['關係', '关系'],
    ['我係', '我是'],
    ['回覆', '回复'],
    ['瞭解', '了解'],
    ['頭髮後面', '头发后面'],
  ])('%s is %s', (written, read) => {
    expect(simplified(written)).toBe(read)
  })

  it('never change the length of a text, nor one without them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(simplified(text)).toHaveLength(text.length)
        expect(simplified(simplified(text))).toBe(simplified(text))
      }),
    )
    expect(simplified('refund 退款 返金')).toBe('refund 退款 返金')
  })
})
