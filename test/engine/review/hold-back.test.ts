/** What is held back where drafts wait: words that a person may send later, and nothing that must be heard now. */
import { describe, expect, it } from 'vitest'
import type { Decision, ReasonCode } from '../../../src/domain/decision.ts'
import { dangers } from '../../../src/domain/handoff.ts'
import type { ReviewedText } from '../../../src/domain/message.ts'
import { bot } from '../../../src/domain/speaker.ts'
import { createDecide } from '../../../src/engine/decide.ts'
import { effectsOf, type Outcome } from '../../../src/engine/effects.ts'
import { heldBack } from '../../../src/engine/review/hold-back.ts'
import { ana, noon, thinking, turnOf } from '../../support/turns.ts'

const bubbles = [{ text: 'Thirty days.' as ReviewedText }]
const reply = (reason: ReasonCode): Decision => ({
  ...{ kind: 'reply', reason, bubbles, speaker: bot, alternatives: [], flags: [] },
})
const brain = await thinking({ manners: { drafts: 'all' } })
const turn = await brain.recalled(turnOf('how long do I have to return beans?'))
const outcome = (decision: Decision, more: Partial<Outcome> = {}): Outcome => ({
  ...{ decision, media: undefined, changes: {}, accountId: ana },
  ...more,
})
const effects = (decision: Decision, more: Partial<Outcome> = {}) =>
  effectsOf(turn, heldBack(outcome(decision, more), { addressedAt: 1 }, turn))

describe('a reply', () => {
  it('is held with its words, and leaves nothing to be sent', () => {
    const { outbox, draft, decision } = effects(reply('model-reply'))
    expect(outbox).toEqual([])
    expect(draft).toMatchObject({
      outgoing: [{ kind: 'text', text: 'Thirty days.' }],
      grounds: { kind: 'reply', reason: 'model-reply', topic: 'model-reply' },
      expiresAt: noon + 24 * 3_600_000,
      accountId: ana,
    })
    expect(decision.flags).toEqual(['draft'])
  })

  it('changes what is remembered of the talk only once it is said, but for what is true without it', () => {
    const state = { addressedAt: 1, lastAnswerId: 'returns', misses: 0, pending: undefined }
    const { draft, conversation } = effects(reply('approved-answer'), { changes: { state } })
    expect(conversation?.state).toEqual({ addressedAt: 1 })
    expect(draft?.thenState).toEqual({ set: { lastAnswerId: 'returns', misses: 0 }, gone: ['pending'] })
  })

  it('promises nothing before it is said', () => {
    const promise = { text: 'We check it today.', dueAt: noon + 1 }
    const decision: Decision = {
      ...{ kind: 'handoff', reason: 'commitment', bubbles, speaker: bot, alternatives: [], flags: ['promised'] },
      handoff: { reason: 'commitment', summary: 'promised', promise },
    }
    const held = effects(decision)
    expect(held.draft?.promise).toEqual(promise)
    expect(held.handoff).toMatchObject({ reason: 'commitment' })
    expect(held.handoff).not.toHaveProperty('promise')
    expect(held.outbox).toEqual([])
    const onCase = { id: 'c', threadId: 't', conversationId: 'c', promise } as never
    const beside = effects(reply('model-reply'), { changes: { cases: [onCase] } })
    expect(beside.draft?.promise).toEqual(promise)
    expect(beside.cases).toBeUndefined()
  })

  it.each([
    ...dangers,
    ...(['command', 'consent', 'csat', 'is-it-a-bot', 'person-here', 'holding', 'model-failed', 'gave-up'] as const),
  ])('of %s is heard at once', (reason) => {
    const { outbox, draft } = effects(reply(reason))
    expect(draft).toBeUndefined()
    expect(outbox).toHaveLength(1)
  })
})

it('a call for a person is heard at once', () => {
  const decision: Decision = {
    ...{ kind: 'handoff', reason: 'complaint', bubbles, speaker: bot, alternatives: [], flags: [] },
    handoff: { reason: 'complaint', summary: 'late' },
  }
  expect(effects(decision)).toMatchObject({ outbox: [{ text: 'Thirty days.' }], handoff: { reason: 'complaint' } })
})

it('no reaction is left, and another bot is not answered', async () => {
  const nod: Decision = {
    ...{ kind: 'react', reason: 'acknowledgement', emoji: '👍', messageId: '1', speaker: bot },
    ...{ alternatives: [], flags: [] },
  }
  expect(effects(nod)).toMatchObject({ outbox: [], decision: { kind: 'silent', reason: 'acknowledgement' } })
  const fromBot = { ...turn, isFromBot: true } as const
  expect(heldBack(outcome(reply('greeting')), {}, fromBot)).toMatchObject({
    decision: { kind: 'silent', reason: 'other-bot' },
  })
})

it.each([
  ['all', 0],
  ['off', 1],
] as const)('where drafts are %s, the fan is shown that somebody types %i times', async (drafts, times) => {
  const { brain: thinks } = await thinking({ manners: { drafts } })
  let shown = 0
  const decide = createDecide({
    brain: () => thinks,
    memory: {
      recall: async () => ({ transcript: [], fan: { id: 'f' as never, consent: 'unasked' }, facts: [] }),
      exportFan: async () => ({}),
      keepSummary: async () => {},
    },
    shortTerm: { get: async () => undefined, set: async () => {} },
  })
  await decide(turnOf('hi pip'), { signal: new AbortController().signal, onSpeaking: () => void shown++ })
  expect(shown).toBe(times)
})
