/** What members of a group complain of among themselves, while nobody calls the persona. */
import { describe, expect, it } from 'vitest'
import { overheardReports } from '../../../src/engine/triage/reports.ts'
import { testPersona } from '../../support/persona.ts'
import { ana, turnOf } from '../../support/turns.ts'

const persona = testPersona({ name: 'Pip', nicknames: [], brand: { name: 'Tidewater' } })

describe('overheard in a group', () => {
  const heard = (
    text: string,
    reason: 'not-addressed' | 'channel-off' = 'not-addressed',
    surface: 'group' | 'direct' = 'group',
  ) => overheardReports(turnOf(text, { surface, message: { isMention: false } }), reason, persona)

  it('a complaint is a report, with who said it and when', () => {
    expect(heard('my new mug leaks, I am really annoyed')).toMatchObject([
      { kind: 'complaint', lang: 'en', accountId: ana, row: 1 },
    ])
  })

  it.each(['see you at six then?', 'lol', 'love the new blend!'])('“%s” is none', (text) => {
    expect(heard(text)).toEqual([])
  })

  it('where it does not listen, and in private, nothing is overheard', () => {
    expect(heard('my new mug leaks, I am really annoyed', 'channel-off')).toEqual([])
    expect(heard('my new mug leaks, I am really annoyed', 'not-addressed', 'direct')).toEqual([])
  })
})
