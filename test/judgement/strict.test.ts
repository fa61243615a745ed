/** Talk in the words of a strict topic: the model is asked, who may hear the joke; no approved text goes out for a word alone. */
import { expect, it } from 'vitest'
import { type BrandName, brandNames, openBrand } from './play.ts'

const talk: Readonly<Record<BrandName, readonly string[]>> = {
  coffee: [
    'I like you Pip',
    'my return flight was awful',
    'what does the gull cost in sleep',
    'does caffeine make poetry better',
    'have you ever been discounted',
    'is there a warranty on friendship',
    'what is the price of fame',
    'what altitude is the First Ferry grown at?',
  ],
  electronics: [
    '你多大了',
    '你保修吗',
    'can I return to my childhood',
    '人生能退货吗',
    '你的心率多少',
    'do you repair broken hearts',
  ],
  leather: [
    'would you repair my marriage',
    'what is the price of silence',
    'est-ce que le bonheur se rembourse ?',
    'do you deliver dreams',
    'is your love authentic',
    'combien coûte un sourire',
  ],
}

it('is answered by an approved text unasked in one of twenty at most', async () => {
  const unasked: string[] = []
  for (const name of brandNames) {
    await using brand = await openBrand(name)
    for (const says of talk[name]) {
      const { asked } = await brand.hear(says, 'Rain it is.')
      if (asked.reply === 0) unasked.push(says)
    }
  }
  expect(Object.values(talk).flat().length).toBe(20)
  expect(unasked.length, unasked.join('\n')).toBeLessThanOrEqual(1)
})
