/** What is said of products and look-ups, in every language that there is. */
import { describe, expect, it } from 'vitest'
import { packs } from '../../src/hearing/packs/packs.ts'

const holesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted()

describe.each(Object.entries(packs))('%s', (lang, pack) => {
  it.each(['products', 'look-ups'] as const)(
    'has words of its own for %s, which leave the same to be filled in',
    (name) => {
      const [own, base] = [pack?.[name] ?? {}, packs.en?.[name] ?? {}].map((texts) =>
        Object.entries<string>({ ...texts }),
      )
      expect(Object.fromEntries((own ?? []).map(([key, text]) => [key, [...new Set(holesIn(text))]]))).toEqual(
        Object.fromEntries((base ?? []).map(([key, text]) => [key, [...new Set(holesIn(text))]])),
      )
      if (lang === 'en') return
      for (const [key, text] of own ?? []) expect(text).not.toBe(Object.fromEntries(base ?? [])[key])
    },
  )

  it('writes a mail whose first line is its subject', () => {
    expect(pack?.['look-ups']?.mail).toMatch(/^Subject: .*\{persona\}.*\n.*\{code\}/s)
  })
})
