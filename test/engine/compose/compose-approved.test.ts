/** Without a model: each row of the table by a turn for which it is the first that holds, and what it gives. */
import { describe, expect, it } from 'vitest'
import type { HandoffReason } from '../../../src/domain/handoff.ts'
import { caseId } from '../../../src/domain/ids.ts'
import { approvedRows, composeApproved, readingOf } from '../../../src/engine/compose/compose-approved.ts'
import { ana, thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  voice: {
    examples: [
      { fan: 'Do you ever sleep?', says: 'Only between two messages.' },
      { fan: 'my dog hates mondays', says: 'A dog of taste.' },
    ],
  },
  answers: [
    { id: 'hours', asks: ['when do you open', 'opening hours', 'what time do you open'], answer: 'At eight.' },
    { id: 'machine', asks: ['how do i return a machine', 'return a machine'], answer: 'By post.' },
    { id: 'beans', asks: ['how do i return my beans', 'return beans'], answer: 'At the bar.' },
    { id: 'dogs', asks: ['can i bring my dog', 'are dogs allowed', 'do you let dogs in'], answer: 'Yes.' },
  ],
})
const waiting = { id: caseId('h'), status: 'waiting', reason: 'complaint', handler: 'bot', accountId: ana } as const
const story = { messageId: 'story:1', isToBot: false, attachments: [{ kind: 'other', name: 'story' }] } as const
const answering = { message: { replyTo: story } } as const
const ambient = { surface: 'group', message: { isMention: false }, state: { policy: 'ambient' } } as const

async function rowFor(text: string, overrides: Parameters<typeof turnOf>[1], maybe?: HandoffReason) {
  const turn = await recalled(turnOf(text, overrides))
  const reading = readingOf(maybe ? { ...turn, assessment: { ...turn.assessment, maybe } } : turn)
  return approvedRows.find(({ holds }) => holds(reading))?.when
}

async function composed(...turn: Parameters<typeof turnOf>) {
  return composeApproved(await recalled(turnOf(...turn)))
}

const rows = [
  { when: 'nobody called us', turn: ['when do you open?', ambient] },
  {
    when: 'what was passed on, and nothing asked with it',
    turn: ['when do you open?', { message: { forwarded: {} } }],
  },
  { when: 'grief', turn: ['my dog died yesterday, I am heartbroken'] },
  { when: 'sorrow', turn: ['my boyfriend dumped me'] },
  { when: 'a remark there is an example for', turn: ['my dog really hates mondays lol'] },
  { when: 'an answer to what was not seen', turn: ['are dogs let in like this one?', answering] },
  { when: 'a sure answer', turn: ['when do you open?'] },
  { when: 'a matter of the body', turn: ['i am pregnant, is one cup ok?'] },
  { when: 'small talk', turn: ['good morning'] },
  { when: 'an example of its own', turn: ['do you ever sleep, Pip?'] },
  { when: 'a question about itself', turn: ['what do you look like?'] },
  { when: 'joy', turn: ['I just got promoted!!'] },
  { when: 'praise', turn: ['this is the best shop in town, thank you so much'] },
  { when: 'close answers', turn: ['how do I return'] },
  { when: 'a remark beside a case', turn: ['my brother is a painter', { openCases: [waiting] }] },
  { when: 'an open case', turn: ['xyzzy plugh', { openCases: [waiting] }] },
  { when: 'media alone', turn: ['', { message: { attachments: [{ kind: 'photo' }] } }] },
  { when: 'trouble', turn: ['the bag arrived broken'] },
  { when: 'what is like danger', turn: ['xyzzy plugh'], maybe: 'health' },
  { when: 'a remark', turn: ["I don't want to bring my dog"] },
  { when: 'guesses', turn: ['what about the dog on tuesday'] },
  { when: 'words about what was not seen', turn: ['xyzzy plugh', answering] },
  { when: 'not understood too often', turn: ['xyzzy plugh', { state: { misses: 9 } }] },
  { when: 'not known', turn: ['xyzzy plugh'] },
] as const

describe('the row that holds', () => {
  it.each(rows)('$when', async ({ when, turn: [text, overrides = {}], ...more }) => {
    expect(await rowFor(text, overrides, 'maybe' in more ? more.maybe : undefined)).toBe(when)
  })

  it('each of the table, in its order', () => {
    expect(rows.map(({ when }) => when)).toEqual(approvedRows.map(({ when }) => when))
  })
})

describe('what is given', () => {
  it('is the approved answer by its id, in the language there is', async () => {
    expect(await composed('when do you open?')).toMatchObject({
      kind: 'reply',
      reason: 'approved-answer',
      answerId: 'hours',
      say: [{ kind: 'answer', id: 'hours', lang: 'en' }],
      changes: { state: { lastAnswerId: 'hours', misses: 0 } },
    })
  })

  it('of the body is what the persona says of medicine, and a person', async () => {
    const say = { en: 'That wants a doctor.' }
    const boundaries = [
      { id: 'politics', about: 'Elections', words: ['election'], say: { en: 'Not that.' } },
      { id: 'medicine', about: 'Medicine', words: ['blood pressure', 'diagnosis'], say },
    ]
    const { recalled } = await thinking({ boundaries })
    expect(composeApproved(await recalled(turnOf('my watch says my oxygen is 85')))).toMatchObject({
      reason: 'boundary',
      say: [{ kind: 'boundary', id: 'medicine', buttons: ['person'] }],
    })
  })

  it('is each answer of several questions, the first in rank as the reply’s own', async () => {
    const verdict = await composed('when do you open? and are dogs allowed?')
    expect(verdict).toMatchObject({
      say: [
        { kind: 'answer', id: 'hours' },
        { kind: 'answer', id: 'dogs' },
      ],
      flags: [expect.stringMatching(/^also:/)],
    })
  })

  it('is a question where two are close, with the answers to choose by id, and a person where they are mere guesses', async () => {
    expect(await composed('how do I return', { state: { clarifications: 1 } })).toMatchObject({
      kind: 'clarify',
      say: [{ occasion: 'clarify', buttons: ['choices'] }],
      choices: expect.arrayContaining([{ answerId: 'beans', phrasing: expect.any(String) }]),
      changes: { state: { clarifications: 2 } },
    })
    expect(await composed('what about the dog on tuesday')).toMatchObject({
      say: [{ occasion: 'clarify', buttons: ['choices', 'person'] }],
    })
  })

  it('is the honest line with a way to a person, counted', async () => {
    expect(await composed('xyzzy plugh', { state: { misses: 1 } })).toEqual({
      kind: 'reply',
      reason: 'does-not-know',
      say: [{ kind: 'line', occasion: 'doesNotKnow', buttons: ['person'] }],
      changes: { state: { misses: 2, pending: undefined } },
    })
  })

  it('is another line where the model failed', async () => {
    const turn = await recalled(turnOf('xyzzy plugh'))
    expect(composeApproved(turn, { modelFailed: true })).toMatchObject({
      reason: 'model-failed',
      say: [{ occasion: 'error' }],
    })
  })

  it('is a person after too many of these', async () => {
    expect(await composed('xyzzy plugh', { state: { misses: 9 } })).toMatchObject({
      kind: 'handoff',
      reason: 'not-understood',
      changes: { state: { misses: 0 } },
    })
  })

  it('may end in a catchphrase where it is praised', async () => {
    expect(await composed('this is the best shop in town, thank you so much')).toMatchObject({
      say: [{ occasion: 'praise', mayAddCatchphrase: true }],
    })
  })

  it('is only a reaction to a nod, and nothing in a group', async () => {
    expect(await composed('ok')).toMatchObject({ kind: 'react', reason: 'acknowledgement', messageId: '1' })
    expect(await composed('ok', { surface: 'group' })).toEqual({ kind: 'silent', reason: 'acknowledgement' })
  })

  it('unasked, is nothing that is not surely wanted', async () => {
    expect(await composed('the weather is nice', ambient)).toEqual({ kind: 'silent', reason: 'not-addressed' })
    expect(await composed('when do you open?', ambient)).toMatchObject({ reason: 'approved-answer' })
  })
})
