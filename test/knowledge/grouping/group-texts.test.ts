/** Short texts in groups: what belongs together meets, also through a third, and what is like nothing stays alone. */
import { describe, expect, it } from 'vitest'
import { groupTexts } from '../../../src/knowledge/grouping/group-texts.ts'

const refunds = [
  'how do i get a refund',
  'refund my order please',
  'i want a refund for the order',
  'when will my refund arrive',
]
const lids = ['the lid leaks', 'my lid is leaking coffee', 'leaking lid again', 'coffee leaks out of the lid']
const english = (texts: readonly string[]) => texts.map((text) => ({ text, lang: 'en' }))
const members = (texts: readonly string[]) =>
  groupTexts(english(texts)).map((group) => new Set(group.members.map((member) => texts[member])))

describe('groups of texts', () => {
  it('are about the same, whatever order the texts come in', () => {
    const mixed = refunds.flatMap((text, at) => [text, lids[at] ?? ''])
    for (const texts of [mixed, mixed.toReversed()])
      expect(members(texts)).toEqual(expect.arrayContaining([new Set(refunds), new Set(lids)]))
  })

  it('leave out what is like nothing else, and what says nothing', () => {
    const texts = [...refunds, 'do giraffes yawn', '???', '']
    expect(members(texts)).toEqual([new Set(refunds)])
  })

  it('count a text that many send as often as it was sent', () => {
    const texts = [...lids, ...refunds, ...Array.from({ length: 9 }, () => 'leaking lid again')]
    const [largest] = groupTexts(english(texts))
    expect(largest?.members).toHaveLength(13)
  })

  it('work without spaces between words', () => {
    const texts = ['怎么退款', '我想退款', '退款什么时候到', '杯盖漏水', '杯盖一直漏水', '杯盖漏']
    const groups = groupTexts(texts.map((text) => ({ text, lang: 'zh' })))
    expect(groups.map((group) => group.members.toSorted())).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ])
  })

  it('are the same again for the same texts', () => {
    expect(groupTexts(english([...refunds, ...lids]))).toEqual(groupTexts(english([...refunds, ...lids])))
  })

  it('take in texts beyond those that are held against each other', () => {
    const shop = (at: number) => `where is shop number ${at} in street ${at * 7}`
    const texts = Array.from({ length: 120 }, (_, at) => (at % 2 === 0 ? `my lid ${at} leaks` : shop(at)))
    const grouped = groupTexts(english(texts), 40).flatMap((group) => group.members)
    expect(new Set(grouped).size).toBe(grouped.length)
    expect(grouped.length).toBeGreaterThan(110)
  })

  it('of nothing are none', () => {
    expect(groupTexts([])).toEqual([])
  })
})
