/** What a member's words start on the case that staff have of theirs, in a group where many speak. */
import { describe, expect, it } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { fanWrote } from '../../../src/engine/triage/fan-wrote.ts'
import { ana, bo, thinking, turnOf } from '../../support/turns.ts'

const { brain } = await thinking()
const hers = { id: caseId('1'), status: 'assigned', reason: 'rule', handler: 'staff', accountId: ana } as const
const said = (text: string, accountId = ana) =>
  fanWrote(
    turnOf(text, {
      surface: 'group',
      openCases: [hers],
      message: { isMention: false, author: { accountId, name: 'A', isBot: false } },
    }),
    brain.persona,
  )

describe('a member whom staff have', () => {
  it('called us by name: the clock of the next answer starts, and the case sleeps no longer', () => {
    expect(said(`${brain.persona.name}, any news?`)).toMatchObject([
      { id: '1', set: { snoozedUntil: null }, timersIfNone: { 'next-response': expect.any(Number) } },
    ])
  })

  it('spoke with others, or another member called: nothing starts', () => {
    expect(said('see you on Sunday')).toEqual([])
    expect(said(`${brain.persona.name}, any news?`, bo)).toEqual([])
  })
})
