/** With a model: its reply as a verdict, what it may not say, what it promises, and what holds when it fails. */
import { describe, expect, it } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { compose } from '../../../src/engine/compose/compose.ts'
import { ground } from '../../../src/engine/compose/ground.ts'
import { withPromise } from '../../../src/engine/compose/promises.ts'
import { ModelError } from '../../../src/errors.ts'
import type { Model, ModelReply } from '../../../src/ports/model.ts'
import { ana, noon, thinking, turnOf } from '../../support/turns.ts'

const persona = {
  commitments: { refund: { mode: 'strict', words: ['refund'] } },
  handoff: { teams: { care: { name: 'Care' } }, route: { default: 'care' } },
  answers: [
    { id: 'hours', asks: ['when do you open', 'opening hours'], answer: 'At eight.' },
    { id: 'refund', asks: ['how do I get a refund', 'refund rules'], answer: 'Thirty days.', topic: 'refund' },
  ],
}
const nothing: ModelReply = { action: { kind: 'reply' }, bubbles: [], used: [], remember: [], model: 'm', flags: [] }

function modelOf(reply: Partial<ModelReply> | ModelError, rewrite = 'Let me not promise that.'): Model {
  return {
    async reply() {
      if (reply instanceof ModelError) throw reply
      return { ...nothing, ...reply }
    },
    write: async () => rewrite,
  }
}

async function thought(model: Model, ...turn: Parameters<typeof turnOf>) {
  const { recalled } = await thinking(persona, { model })
  const one = await recalled(turnOf(...turn))
  return { turn: one, verdict: await compose(one) }
}

describe('a model’s reply', () => {
  it('is said as the model’s, with what it leans on and how it feels', async () => {
    const { verdict } = await thought(
      modelOf({ bubbles: ['Oh!', 'We do.'], used: ['hours', 'none'], mood: 'glad' }),
      'hm',
    )
    expect(verdict).toMatchObject({
      kind: 'reply',
      reason: 'model-reply',
      say: [
        { kind: 'model', text: 'Oh!' },
        { kind: 'model', text: 'We do.' },
      ],
      used: ['hours'],
      answerId: 'hours',
      mood: 'glad',
    })
  })

  it('that leans on a strict answer gives way to it, word for word', async () => {
    const { turn, verdict } = await thought(modelOf({ bubbles: ['Sure, whenever.'], used: ['refund'] }), 'tell me')
    expect(await ground(verdict, turn)).toMatchObject({ say: [{ kind: 'answer', id: 'refund' }], answerId: 'refund' })
  })

  it('is not asked for where a strict answer is surely meant', async () => {
    const { verdict } = await thought(modelOf({ bubbles: ['Sure.'] }), 'how do I get a refund')
    expect(verdict).toMatchObject({ reason: 'approved-answer', say: [{ id: 'refund' }] })
  })

  it('may be a reaction, of those the persona has', async () => {
    const { verdict } = await thought(modelOf({ action: { kind: 'react', emoji: '🦄' } }), 'look')
    expect(verdict).toMatchObject({ kind: 'react', reason: 'model-chose-reaction', emoji: '❤' })
  })

  it('may call a person', async () => {
    const action = { kind: 'handoff', reason: 'not-understood', summary: 'Lost.' } as const
    const { verdict } = await thought(modelOf({ action }), 'look')
    expect(verdict).toMatchObject({ kind: 'handoff', handoff: { summary: 'Lost.', team: 'care' } })
  })

  it('that is sure of a crisis calls one too', async () => {
    const { verdict } = await thought(modelOf({ bubbles: ['Fun!'], kind: 'crisis', heat: 0.9 }), 'look')
    expect(verdict).toMatchObject({
      kind: 'handoff',
      reason: 'threat',
      flags: ['model-raised', 'kind:crisis', 'heat:0.9'],
    })
  })

  it('that fails leaves the honest line, and the failure on record', async () => {
    const { verdict } = await thought(modelOf(new ModelError('model-timeout', 'slow', { isRetryable: true })), 'xyzzy')
    expect(verdict).toMatchObject({ reason: 'model-failed', say: [{ occasion: 'error' }], flags: ['model-timeout'] })
  })
})

describe('what a model commits the brand to', () => {
  const refund = modelOf({ bubbles: ['You will get a full refund of €50 today.'] })

  it('without an approved answer is said again without it', async () => {
    const { turn, verdict } = await thought(refund, 'well')
    expect(await ground(verdict, turn)).toMatchObject({
      say: [{ kind: 'model', text: 'Let me not promise that.' }],
      flags: expect.arrayContaining(['commitment', 'rewritten']),
    })
  })

  const again = { ...refund, write: async () => 'You will get a full refund of €50 today.' }

  it('opens no case where nothing was asked, though it says so again', async () => {
    const { turn, verdict } = await thought(again, 'well')
    expect(await ground(verdict, turn)).toMatchObject({ kind: 'reply', flags: expect.arrayContaining(['commitment']) })
  })

  it('opens no case where what was asked is not of the house', async () => {
    const { turn, verdict } = await thought(again, 'who painted the ceiling over there?')
    expect((await ground(verdict, turn)).kind).not.toBe('handoff')
  })

  it('calls a person where it says so again of the house', async () => {
    const { turn, verdict } = await thought(again, 'who pays for the ceiling that fell on my parcel?')
    expect(await ground(verdict, turn)).toMatchObject({
      kind: 'handoff',
      reason: 'commitment',
      handoff: { draft: 'You will get a full refund of €50 today.' },
    })
  })

  it('opens no case for an opinion that was asked for', async () => {
    const { turn, verdict } = await thought(again, 'is it all right to cry over a dropped parcel of cake?')
    expect((await ground(verdict, turn)).kind).not.toBe('handoff')
  })

  it('gives way to the answer that it names and leans on, though that is not surely meant', async () => {
    const draft = 'We are open from eight in our opening hours, and it is free.'
    const { turn, verdict } = await thought(
      modelOf({ bubbles: [draft], used: ['hours'] }, draft),
      'till which hour are you in?',
    )
    expect(turn.findings.outcome).not.toBe('answer')
    expect(await ground(verdict, turn)).toMatchObject({ say: [{ kind: 'answer', id: 'hours' }] })
  })

  it('tells which clause had nothing approved behind it, and by what it was seen', async () => {
    const { turn, verdict } = await thought(again, 'well')
    const { unsupported = [] } = await ground(verdict, turn)
    expect(unsupported).toContainEqual({
      code: 'commitment',
      clause: 'You will get a full refund of €50 today.',
      detail: expect.stringContaining('today'),
    })
    expect(unsupported.map(({ code }) => code)).toContain('figure')
  })

  it('passes where there is nothing of the kind', async () => {
    const { turn, verdict } = await thought(modelOf({ bubbles: ['Hello you.'] }), 'hm')
    expect(await ground(verdict, turn)).toBe(verdict)
  })
})

describe('what a model promises that somebody will do', () => {
  const promise = modelOf({ bubbles: ['We will check this and get back to you.'] })

  it('is a case of its own', async () => {
    const { turn, verdict } = await thought(promise, 'hm')
    expect(withPromise(verdict, turn)).toMatchObject({
      kind: 'handoff',
      reason: 'commitment',
      say: [{ kind: 'model' }],
      handoff: { team: 'care', promise: { owner: 'care', dueAt: expect.any(Number) } },
      flags: expect.arrayContaining(['promised']),
    })
  })

  it('is written on the case that is open', async () => {
    const open = { id: caseId('h'), status: 'waiting', reason: 'complaint', handler: 'bot', accountId: ana } as const
    const { turn, verdict } = await thought(promise, 'hm', { openCases: [open] })
    const { kind, changes } = withPromise(verdict, turn)
    expect(kind).toBe('reply')
    expect(changes?.cases).toMatchObject([{ id: 'h', promise: { dueAt: expect.any(Number) } }])
    expect(changes?.cases?.[0]?.timersIfNone?.['first-response']).toBeGreaterThan(noon)
  })
})
