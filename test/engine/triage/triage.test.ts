/** What code alone answers, as verdicts: danger, spam, insults, a call for a person, "are you a bot?", boundaries, and a case staff have. */
import { describe, expect, it } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { tell } from '../../../src/engine/story.ts'
import { askedForPerson, askedWhetherBot, calledByRule, withDisclosure } from '../../../src/engine/triage/asked.ts'
import { dangerBeside, leftToStaff, personHere } from '../../../src/engine/triage/beside-staff.ts'
import { boundary } from '../../../src/engine/triage/boundary.ts'
import { publicComplaint } from '../../../src/engine/triage/public-complaint.ts'
import { abuse, danger, spam, trouble } from '../../../src/engine/triage/urgent.ts'
import { ana, noon, thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  answers: [
    { id: 'hours', asks: ['when do you open', 'opening hours'], answer: 'At eight.' },
    {
      id: 'issue-lid',
      asks: ['the lid of my cup arrived broken', 'the lid is broken'],
      answer: 'A new lid is on its way.',
    },
  ],
  boundaries: [
    { id: 'politics', about: 'elections', words: ['election'] },
    { id: 'press', about: 'interviews', words: ['interview'], handoff: 'press' },
  ],
  handoff: {
    teams: { care: { name: 'Care' }, vip: { name: 'VIP' } },
    route: { default: 'care' },
    when: [{ words: ['wholesale'], team: 'vip' }],
  },
})
const waiting = { id: caseId('h'), status: 'waiting', reason: 'complaint', handler: 'bot', accountId: ana } as const
const withStaff = { ...waiting, status: 'assigned', handler: 'staff', assignee: 'Dana' } as const
const group = { surface: 'group' } as const

describe('danger', () => {
  it('calls a person, after the line for a crisis, also where nobody called us', async () => {
    const turn = await recalled(turnOf('I want to kill myself', { ...group, message: { isMention: false } }))
    expect(danger(turn)).toMatchObject({
      kind: 'handoff',
      reason: 'self-harm',
      say: [{ occasion: 'crisis' }, { kind: 'handoff', reason: 'self-harm', names: { team: 'care' } }],
      handoff: { reason: 'self-harm', team: 'care' },
    })
  })

  it('is put on the case that is open', async () => {
    const turn = await recalled(turnOf('I want to kill myself', { openCases: [waiting] }))
    expect(danger(turn)).toMatchObject({ changes: { cases: [{ id: 'h', events: [{ what: 'danger' }] }] } })
  })

  it('is not seen in plain words', async () => {
    expect(danger(await recalled(turnOf('when do you open?')))).toBeUndefined()
  })
})

describe('what is not worth an answer', () => {
  it('is spam', async () => {
    const turn = await recalled(turnOf('BUY CHEAP FOLLOWERS NOW!!! http://spam.example/win http://spam.example/now'))
    expect(spam(turn)).toEqual({ kind: 'silent', reason: 'spam' })
  })

  it('is an insult: told once, calmly, then left', async () => {
    const first = await recalled(turnOf('fuck you'))
    expect(abuse(first)).toEqual({
      kind: 'reply',
      reason: 'abuse-boundary',
      say: [{ kind: 'line', occasion: 'abuse' }],
      changes: { state: { boundarySetAt: noon } },
    })
    const again = await recalled(turnOf('fuck you', { state: { boundarySetAt: noon - 60_000 } }))
    expect(abuse(again)).toEqual({ kind: 'silent', reason: 'troll-not-fed' })
  })
})

describe('trouble', () => {
  it('of the law calls a person', async () => {
    expect(trouble(await recalled(turnOf('I will sue you, my lawyer is on it')))).toMatchObject({ reason: 'legal' })
  })

  it('told to who waits for a person already is held', async () => {
    const turn = await recalled(turnOf('I will sue you, my lawyer is on it', { openCases: [waiting] }))
    expect(trouble(turn)).toEqual({
      kind: 'reply',
      reason: 'holding',
      say: [{ kind: 'line', occasion: 'holding' }],
      flags: [],
    })
  })

  it('in public gets one word and the way into private', async () => {
    const turn = await recalled(turnOf('my order never arrived and this is a disgrace', group))
    expect(trouble(turn)).toBeUndefined()
    expect(publicComplaint(turn)).toEqual({
      kind: 'reply',
      reason: 'public-complaint',
      say: [{ kind: 'line', occasion: 'inPrivate', buttons: ['private'] }],
    })
  })

  it('of an issue hears its answer in public as well, calmly told; what calls a person goes into private', async () => {
    expect(publicComplaint(await recalled(turnOf('the lid of my cup arrived broken', group)))).toBeUndefined()
    const angry = await recalled(
      turnOf('the lid of my cup arrived broken and nobody answers, this is a disgrace', group),
    )
    expect(publicComplaint(angry)).toMatchObject({ reason: 'public-complaint' })
  })
})

describe('asked', () => {
  it('for a person and whether it is one: both are answered', async () => {
    const turn = await recalled(turnOf('are you a bot? I want to talk to a human'))
    const verdict = askedForPerson(turn)
    expect(verdict && withDisclosure(verdict, turn)).toMatchObject({
      reason: 'asked-for-person',
      say: [{ kind: 'disclosure' }, { kind: 'handoff', reason: 'asked-for-person' }],
    })
  })

  it('whether it is one, beside trouble: the trouble is not left lying', async () => {
    const turn = await recalled(turnOf('three weeks late and nobody answers, are you even a real person?'))
    expect(askedWhetherBot(turn)).toBeUndefined()
    expect(await tell(turn)).toMatchObject({ kind: 'handoff', say: [{ kind: 'disclosure' }, { kind: 'handoff' }] })
  })

  it('whether it is one, by somebody in danger: what keeps them safe comes first', async () => {
    const turn = await recalled(turnOf('are you a bot? I want to kill myself'))
    const verdict = danger(turn)
    expect(verdict && withDisclosure(verdict, turn)).toMatchObject({
      reason: 'self-harm',
      say: [{ occasion: 'crisis' }, { kind: 'handoff' }, { kind: 'disclosure' }],
    })
  })

  it('whether it is a bot', async () => {
    expect(askedWhetherBot(await recalled(turnOf('are you a bot?')))).toEqual({
      kind: 'reply',
      reason: 'is-it-a-bot',
      say: [{ kind: 'disclosure' }],
    })
  })

  it('by a rule of the operator’s for its own team', async () => {
    expect(calledByRule(await recalled(turnOf('do you do wholesale?')))).toMatchObject({ handoff: { team: 'vip' } })
  })
})

describe('a boundary', () => {
  it('is said in its own words', async () => {
    expect(boundary(await recalled(turnOf('who wins the election?')))).toEqual({
      kind: 'reply',
      reason: 'boundary',
      say: [{ kind: 'boundary', id: 'politics' }],
    })
  })

  it('that calls a person is said before', async () => {
    expect(boundary(await recalled(turnOf('can I have an interview?')))).toMatchObject({
      kind: 'handoff',
      reason: 'press',
      say: [
        { kind: 'boundary', id: 'press' },
        { kind: 'handoff', reason: 'press' },
      ],
    })
  })
})

describe('beside staff', () => {
  it('who writes is told by name, and nothing else is said', async () => {
    const turn = await recalled(turnOf('are you a bot?', { openCases: [withStaff] }))
    expect(personHere(turn)).toMatchObject({ say: [{ occasion: 'personHere', names: { staff: 'Dana' } }] })
    expect(leftToStaff()).toEqual({ kind: 'silent', reason: 'staff-has-it' })
  })

  it('danger is heard', async () => {
    const turn = await recalled(turnOf('I want to kill myself', { openCases: [withStaff] }))
    expect(dangerBeside(turn)).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
  })
})
