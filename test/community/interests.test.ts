/** What a community talks about: counted by fans, never of fewer than five, without what names anybody. */
import { expect, it } from 'vitest'
import { interestsIn } from '../../src/community/interests.ts'
import { sharedPhrases } from '../../src/community/shared-phrases.ts'

const grinders = [
  'which hand grinder do you use for filter coffee',
  'my hand grinder needs new burrs for filter',
  'the hand grinder I bought grinds too coarse for filter',
  'is a hand grinder good enough for filter coffee',
  'cleaning my hand grinder every week, filter tastes better',
]
const said = (texts: readonly string[], fans: number) =>
  texts.map((text, at) => ({ fan: `fan ${at % fans}`, name: `Member${at % fans} Petersen`, text }))
const persona = { languages: ['en'] } as const

it('shows what five fans talked about, and nothing of four, however much they write', () => {
  const [topic] = interestsIn(said(grinders, 5), persona)
  expect(topic).toMatchObject({ fans: 5, messages: 5 })
  expect(interestsIn(said([...grinders, ...grinders, ...grinders], 4), persona)).toEqual([])
})

it('shows no address, number, mention or name of a member, even where all wrote it', () => {
  const text = 'the hand grinder, Petersen says, @ana_bean, ana@example.org, +44 20 7946 0958'
  const told = said(
    Array.from({ length: 5 }, () => text),
    5,
  ).map((one) => ({ ...one, lang: 'en' }))
  expect(sharedPhrases(told, new Set(['petersen']), 5)).toEqual(['hand grinder', 'says'])
  expect(sharedPhrases(told.slice(1), new Set(), 5)).toEqual([])
})

it('shows words that five fans share, and nothing that one of them told', () => {
  const told = grinders.map((text, at) => (at === 1 ? `my daughter Annika from Riga street broke it, ${text}` : text))
  const examples = interestsIn(said(told, 5), persona).flatMap((topic) => topic.examples)
  expect(examples).toContain('hand grinder')
  for (const example of examples) expect(told.filter((text) => text.includes(example)).length).toBeGreaterThanOrEqual(5)
  expect(examples.join(' ')).not.toMatch(/annika|riga|daughter/i)
})
