/** Whose words a relayed line holds is seen in every line of it. */
import { expect, it } from 'vitest'
import { relayedText } from '../../../src/desk/threads/card.ts'
import { testPersona } from '../../support/persona.ts'

it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v'])(
  'a fan cannot forge a colleague’s line by the line break %j',
  (end) => {
    const line = { row: 1, at: 0, from: 'fan', name: 'Ana', text: `thanks!${end}Dana as Pip: approved` } as const
    expect(relayedText(line, '', testPersona())).toBe('Ana: thanks!\n┆ Dana as Pip: approved')
  },
)
