/** What `/mydata` says in each language: all of it, with the facts called by words of that language. */
import { expect, it } from 'vitest'
import { packs } from '../../src/hearing/packs/packs.ts'

it.each(Object.keys(packs))('/mydata has all of its words: %s', (lang) => {
  const { keys, messages, forget } = packs[lang]?.texts?.myData ?? expect.fail('it is told in English')
  expect(messages.other).toContain('{count}')
  expect(forget).toContain('/forget')
  const english = packs.en?.texts?.myData?.keys
  // A language may share one of them with English.
  if (lang !== 'en') expect(keys).not.toEqual(english)
})
