/** What a community talks about: counted by fans, never of fewer than five, without what names anybody. */
import { expect, it } from 'vitest'
import { interestsIn } from '../../src/community/interests.ts'

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
  const whom = ['@ana_bean', 'ana@example.org', '+44 20 7946 0958', '@ana_bean', 'ana@example.org']
  const told = grinders.map((text, at) => `${text}, Petersen says, @ana_bean ${whom[at]}`)
  const examples = interestsIn(said(told, 5), persona).flatMap((topic) => topic.examples)
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) expect(example).not.toMatch(/ana_bean|example|7946|petersen/i)
})

it('shows words that five fans share, and nothing that one of them told', () => {
  const told = grinders.map((text, at) => (at === 1 ? `my daughter Annika from Riga street broke it, ${text}` : text))
  const examples = interestsIn(said(told, 5), persona).flatMap((topic) => topic.examples)
  expect(examples).toContain('hand grinder')
  for (const example of examples) expect(told.filter((text) => text.includes(example)).length).toBeGreaterThanOrEqual(5)
  expect(examples.join(' ')).not.toMatch(/annika|riga|daughter/i)
})
