/** What a member's words start on the case that staff have of theirs, in a group where many speak. */
import { describe, expect, it } from 'vitest'
import type { OpenCase } from '../../../src/domain/conversation.ts'
import { DAY_MS, MINUTE_MS } from '../../../src/domain/durations.ts'
import type { HandoffReason } from '../../../src/domain/handoff.ts'
import { caseId } from '../../../src/domain/ids.ts'
import { dangerTold, fanWrote } from '../../../src/engine/triage/fan-wrote.ts'
import { ana, bo, noon, thinking, turnOf } from '../../support/turns.ts'

const { brain } = await thinking({
  handoff: {
    sla: {
      nextResponseMinutes: 120,
      rules: [
        { reasons: ['self-harm'], firstResponseMinutes: 2, nextResponseMinutes: 3 },
        { reasons: ['press'], fans: 'known', nextResponseMinutes: 7 },
      ],
    },
  },
})
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

describe('the clock of the next answer', () => {
  const due = (reason: HandoffReason, more: Partial<OpenCase> = {}) =>
    fanWrote(turnOf('and now?', { openCases: [{ ...hers, reason, ...more }] }), brain.persona)[0]?.timersIfNone

  it('keeps to what the case is about, at every message', () => {
    expect(due('self-harm')).toEqual({ 'next-response': noon + 3 * MINUTE_MS })
    expect(due('complaint')).toEqual({ 'next-response': noon + 120 * MINUTE_MS })
  })

  it('keeps to whose case it is', () => {
    expect(due('press')).toEqual({ 'next-response': noon + 120 * MINUTE_MS })
    expect(due('press', { fanSince: noon - 31 * DAY_MS })).toEqual({ 'next-response': noon + 7 * MINUTE_MS })
  })
})

describe('danger on a case that is open', () => {
  const told = (open: Partial<OpenCase>) =>
    dangerTold({ ...hers, ...open }, { reason: 'self-harm' }, turnOf('I want to die'), brain.persona)

  it('comes with its reason and with when an answer is due, whether the case waits or somebody has it', () => {
    expect(told({})).toMatchObject({
      danger: { reason: 'self-harm', due: { waiting: noon + 2 * MINUTE_MS, assigned: noon + 3 * MINUTE_MS } },
    })
  })
})
