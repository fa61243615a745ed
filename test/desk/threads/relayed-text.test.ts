/** Whose words a relayed line holds is seen in every line of it. */
import { expect, it } from 'vitest'
import { relayedText, wordsOf } from '../../../src/desk/threads/card.ts'
import { testPersona } from '../../support/persona.ts'

it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v'])(
  'a fan cannot forge a colleague’s line by the line break %j',
  (end) => {
    const line = { row: 1, at: 0, from: 'fan', name: 'Ana', text: `thanks!${end}Dana as Pip: approved` } as const
    expect(relayedText(line, '', testPersona())).toBe('Ana: thanks!\n┆ Dana as Pip: approved')
  },
)

it.each(['', ' ', '\u200b', '\u2060\u00ad'])(
  'a message of %j, in which nothing can be seen, is told as one',
  (text) => {
    const line = { row: 1, at: 0, from: 'fan', name: 'Ze', text } as const
    expect(relayedText(line, '', testPersona())).toBe('Ze: (nothing that can be seen)')
    expect(wordsOf(line)).toBe('(nothing that can be seen)')
  },
)

it('a file without words is told by what it is on a card, a person’s as well as a fan’s', () => {
  for (const from of ['fan', 'brand'] as const) {
    const line = { row: 1, at: 0, from, name: 'Ze', text: '', attachments: [{ kind: 'photo' }] } as const
    expect(wordsOf(line)).toBe('[photo]')
  }
})

it('what stands beside no words stands on the line of who sent it', () => {
  const line = { row: 1, at: 0, from: 'fan', name: 'Ze', text: '', unreadable: 'hologram' } as const
  expect(relayedText(line, '', testPersona())).toBe('Ze: [cannot be read here: hologram]')
})
