/** A name that somebody tells of themselves in a report is theirs: no other fan reads it, no other program is told it, and no name hides a product. */
import { expect, it } from 'vitest'
import { rowOf } from '../../src/issues/export/issue-row.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const answers = [
  { id: 'lid-clean', asks: ['how do i clean the lid of my travel cup'], answer: { en: ['With warm water.'] } },
  { id: 'mug-back', asks: ['can i return my mug'], answer: { en: ['A year for mugs.'] } },
]

it('reaches no other fan, whom the persona asks what is meant, and no title; who is called like a product hides none', async () => {
  await using chat = await startChat('coffee', {
    clock: createChatClock('2026-11-18T10:00Z'),
    tune: (persona) => ({
      ...persona,
      answers,
      brand: {
        ...persona.brand,
        products: persona.brand.products.map((one, at) => (at === 0 ? { ...one, name: { en: 'Amber' } } : one)),
      },
      handoff: { ...persona.handoff, staff: [] },
    }),
  })
  const { issues } = chat.mascot.store
  await chat.fan('Amber').says('I am Ana Petrova, the Amber lid of my travel cup leaks')
  await chat.mascot.settled()
  const reports = (await issues.heardSince(0, 10)).map(({ id }) => id)
  expect(reports).toHaveLength(1)
  const dana = { id: 'test:Dana', name: 'Dana' }
  await chat.mascot.leads.wish({ kind: 'new', title: 'Lids', reports }, dana, 'made')
  const { number = 0 } = (await issues.list(0)).find(({ title }) => title === 'Lids') ?? {}
  const answered = { kind: 'answer', number, lang: 'en', words: 'A new lid comes to you.' } as const
  expect(await chat.mascot.leads.wish(answered, dana, 'said')).toMatchObject({ isDone: true })
  const bo = chat.fan('Bo')
  await bo.says('my travel cup drips at the lid')
  await chat.mascot.settled()
  const [latest] = await chat.reasons(bo)
  expect(latest).toMatchObject({ kind: 'clarify' })
  const shown = JSON.stringify([await bo.hears(), chat.shown(bo.threadId)])
  expect(shown).toMatch(/travel cup/)
  expect(shown).toMatch(/the Amber lid of my travel cup/)
  expect(shown).not.toMatch(/Petrova/i)
  const rows = (await issues.list(0)).map((issue) => rowOf(issue, undefined, chat.persona))
  expect(JSON.stringify(rows)).not.toMatch(/Petrova/i)
})
