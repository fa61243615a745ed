/** Names that people tell of themselves, in what staff are shown of their reports as one. */
import { expect, it } from 'vitest'
import { stripPersonal } from '../../../src/desk/learning/strip-personal.ts'
import { titleOf } from '../../../src/issues/live/title-of.ts'

it('stand in no title of an issue, however many told the same one', () => {
  const said = (how: string) => ({ text: `my name is Ana Petrova, Annika: the lid ${how}`, lang: 'en', name: 'Annika' })
  const title = titleOf([said('leaks'), said('leaks again'), said('leaks badly')], (text, name) =>
    stripPersonal(text, [name]),
  )
  expect(title).toMatch(/lid/)
  expect(title).not.toMatch(/petrova|annika/i)
})
