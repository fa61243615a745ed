/** Why nothing is said: each row of the table by a turn for which it is the first that holds. */
import { describe, expect, it } from 'vitest'
import { accountId, caseId } from '../../../src/domain/ids.ts'
import type { Turn } from '../../../src/domain/turn.ts'
import { attend, silences } from '../../../src/engine/attend/attend.ts'
import type { Standing } from '../../../src/engine/attend/limits.ts'
import { testPersona } from '../../support/persona.ts'
import { ana, bo, noon, turnOf } from '../../support/turns.ts'

const HOUR_MS = 3_600_000
const group = { surface: 'group' } as const
const hers = { id: caseId('h'), status: 'assigned', reason: 'complaint', handler: 'staff', accountId: ana } as const
const robot = { author: { accountId: bo, name: 'Robo', isBot: true } }
const persona = testPersona({ manners: { stale: { group: 'leave' }, bots: { answer: 'once' } } })
const unaddressed = { message: { isMention: false } }

const brand = { author: { accountId: accountId('test', 'shop'), name: 'Shop', isBot: false, isBrand: true } } as const

const cases: readonly { reason: string; why: string; turn: Turn; standing?: Standing }[] = [
  { reason: 'staff-thread', why: 'said among staff', turn: turnOf('hi', { message: { isStaffThread: true } }) },
  { reason: 'own-message', why: 'we said it', turn: turnOf('hi', { message: { isOwn: true } }) },
  { reason: 'brand-itself', why: 'the brand’s own people wrote', turn: turnOf('hi', { message: brand }) },
  { reason: 'other-bot', why: 'a bot speaks in private', turn: turnOf('hi', { message: robot }) },
  {
    reason: 'bot-answered',
    why: 'a bot had its answer',
    turn: turnOf('hi', { ...group, message: robot, state: { botsAnswered: { [bo]: noon - 1 } } }),
  },
  { reason: 'not-allowed', why: 'a button of the desk', turn: turnOf('', { message: { button: 'desk:claim' } }) },
  { reason: 'staff-has-it', why: 'staff have the fan', turn: turnOf('and?', { openCases: [hers] }) },
  {
    reason: 'asked-for-quiet',
    why: 'quiet was asked for',
    turn: turnOf('hi', { ...group, state: { quietUntil: noon + 1 } }),
  },
  { reason: 'channel-off', why: 'it is off here', turn: turnOf('hi', { ...group, state: { policy: 'off' } }) },
  {
    reason: 'unreadable',
    why: 'a form that cannot be read, and nobody called us',
    turn: turnOf('', { ...group, message: { isMention: false, unreadable: 'hologram' } }),
  },
  { reason: 'not-addressed', why: 'nobody called us', turn: turnOf('lovely day', { ...group, ...unaddressed }) },
  {
    reason: 'too-old',
    why: 'a question to nobody lay for long',
    turn: turnOf('when do you open?', {
      ...group,
      state: { policy: 'ambient' },
      message: { isMention: false, sentAt: noon - HOUR_MS / 2 },
    }),
  },
  { reason: 'late-part', why: 'the first pictures were answered', turn: turnOf('', { message: { lateFor: '1' } }) },
  { reason: 'nothing-said', why: 'no words in it', turn: turnOf(' \u200b ') },
  { reason: 'fan-limit', why: 'told to slow down', turn: turnOf('hi'), standing: 'over' },
  { reason: 'conversation-limit', why: 'too much of all of them', turn: turnOf('hi'), standing: 'conversation-over' },
  {
    reason: 'too-old',
    why: 'it came too late, and such are left',
    turn: turnOf('hi', { ...group, message: { sentAt: noon - 24 * HOUR_MS } }),
  },
]

const attended = (turn: Turn, standing: Standing = 'free') => attend(turn, { persona, standing })

describe('nothing is said', () => {
  it.each(cases)('$reason: $why', ({ reason, turn, standing }) => {
    expect(attended(turn, standing)).toMatchObject({ verdict: { kind: 'silent', reason } })
  })

  it('for each reason of the table, in its order', () => {
    expect(cases.map(({ reason }) => reason)).toEqual(silences.map(({ reason }) => reason))
  })
})

describe('what is for us', () => {
  it('in private is all of it', () => {
    expect(attended(turnOf('Pip, are you open?'))).toMatchObject({
      turn: { text: 'are you open?', isAmbient: false, isLate: false, isStorm: false },
    })
  })

  it('of many members is a storm', () => {
    const more = [{ author: { accountId: bo, name: 'Bo', isBot: false } }]
    expect(attended(turnOf('Pip?', { ...group, more }))).toMatchObject({ turn: { isStorm: true } })
  })

  it('from another bot is marked so', () => {
    expect(attended(turnOf('hi', { ...group, message: robot }))).toMatchObject({ turn: { isFromBot: true } })
  })

  it('is a card number in public, also in quiet; where we are off it is not', () => {
    const card = { ...group, message: { isMention: false, masked: ['card' as const] } }
    const shown = { turn: { hasCard: true, isAmbient: true } }
    expect(attended(turnOf('it is [card]', card))).toMatchObject(shown)
    expect(attended(turnOf('it is [card]', { ...card, state: { quietUntil: noon + 1 } }))).toMatchObject(shown)
    expect(attended(turnOf('it is [card]', { ...card, state: { policy: 'off' } }))).toHaveProperty('verdict')
  })

  it('in private is what was said since one of the brand’s own people wrote, and danger before that', () => {
    const her = { author: { accountId: ana, name: 'Ana', isBot: false } }
    const answered = (text: string) =>
      attended(
        turnOf(text, {
          more: [
            { ...brand, text: 'Till six.' },
            { ...her, text: 'and on Sunday?' },
          ],
        }),
      )
    expect(answered('are you open?')).toMatchObject({ turn: { text: 'and on Sunday?' } })
    expect(answered('I want to kill myself')).toMatchObject({ turn: { text: 'I want to kill myself\nand on Sunday?' } })
    expect(attended(turnOf('are you open?', { more: [{ ...brand, text: 'Till six.' }] }))).toMatchObject({
      verdict: { kind: 'silent', reason: 'brand-itself' },
    })
  })

  it('is a command of one of the brand’s own people', () => {
    const command = { command: { name: 'mascot', args: 'off' } }
    expect(attended(turnOf('/mascot off', { ...group, message: { ...brand, ...command } }))).toHaveProperty('turn')
  })

  it('closes an open question of ours to a fan whom staff have', () => {
    const state = { pending: { kind: 'forget', accountId: ana } } as const
    const turn = turnOf('well then', { state, openCases: [hers] })
    expect(attended(turn)).toEqual({
      verdict: { kind: 'silent', reason: 'staff-has-it', changes: { state: { pending: undefined } } },
    })
  })
})
