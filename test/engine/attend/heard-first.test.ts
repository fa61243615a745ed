/** What is heard first, and to whom staff having one member's case makes us silent. */
import { describe, expect, it } from 'vitest'
import type { AcceptedMessage, ConversationState, OpenCase } from '../../../src/domain/conversation.ts'
import { accountId, type ConversationId, caseId, type TurnId, threadId } from '../../../src/domain/ids.ts'
import type { Turn } from '../../../src/domain/turn.ts'
import { attend } from '../../../src/engine/attend/attend.ts'
import type { Standing } from '../../../src/engine/attend/limits.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({})
const thread = threadId('telegram', -100)
const [ana, bo] = [accountId('telegram', 7), accountId('telegram', 8)]

const hers: OpenCase = {
  ...{ id: caseId('h'), status: 'assigned', reason: 'complaint', handler: 'staff' },
  accountId: ana,
}

function turn(text: string, more: Partial<AcceptedMessage> = {}, openCases: OpenCase[] = [], state = {}): Turn {
  const author = { accountId: ana, name: 'Ana', isBot: false }
  const message = { row: 1, id: '1', threadId: thread, sentAt: 0, surface: 'group' as const, text, isMention: true }
  const conversation = { id: 'c' as string as ConversationId, threadId: thread, surface: 'group' as const, openCases }
  return {
    id: 't' as string as TurnId,
    conversation: { ...conversation, state: state satisfies ConversationState },
    messages: [{ ...message, author, ...more }],
    now: 1_000,
  }
}

function attended(what: Turn, standing: Standing = 'free') {
  const result = attend(what, { persona, standing })
  return 'verdict' in result ? result.verdict : { isFirst: result.turn.isFirst ?? false }
}

const quiet = { quietUntil: 5_000 }
const byBo = { author: { accountId: bo, name: 'Bo', isBot: false } }

describe('heard first', () => {
  it.each([
    ['I want to kill myself', {}],
    ['I want to kill myself', { isMention: false }],
    ['I bit on a piece of metal in your beans and my mouth is bleeding', {}],
    ['can I speak to a person please', {}],
    ['/forget', { command: { name: 'forget', args: '' } }],
    ['', { button: 'command:human' }],
  ])('%j %j: in quiet, over limits and where staff have the fan', (text, more) => {
    expect(attended(turn(text, more, [hers], quiet), 'over')).toEqual({ isFirst: true })
    expect(attended(turn(text, more, [hers], quiet), 'conversation-over')).toEqual({ isFirst: true })
  })

  it('an injury told to others in a group is not', () => {
    const told = turn('I bit on a piece of metal in your beans and my mouth is bleeding', { isMention: false })
    expect(attended(told)).toMatchObject({ reason: 'not-addressed' })
  })

  it('a yes is, while the fan is asked whether to be forgotten, and not the yes of another', () => {
    const state = { pending: { kind: 'forget', accountId: ana }, ...quiet }
    expect(attended(turn('yes', {}, [], state))).toEqual({ isFirst: true })
    expect(attended(turn('yes', byBo, [], state))).toMatchObject({ reason: 'asked-for-quiet' })
  })

  it('a yes without our name is too, but not one said to another member', () => {
    const unnamed = { isMention: false }
    const state = { pending: { kind: 'forget', accountId: ana } }
    expect(attended(turn('yes', unnamed, [], state))).toEqual({ isFirst: true })
    const toBo = { ...unnamed, replyTo: { messageId: '0', isToBot: false } }
    expect(attended(turn('yes', toBo, [], state))).toMatchObject({ reason: 'not-addressed' })
  })

  it('what they say instead, to whomever, closes the question, so that no later yes counts', () => {
    const state = { pending: { kind: 'forget', accountId: ana } }
    const closed = { reason: 'not-addressed', changes: { state: { pending: undefined } } }
    expect(attended(turn('see you on Sunday', { isMention: false }, [], state))).toMatchObject(closed)
    expect(attended(turn('see you on Sunday', { ...byBo, isMention: false }, [], state))).not.toHaveProperty('changes')
  })
})

describe('a case that staff have', () => {
  it('keeps us silent to its fan alone, and closes what was open between us', () => {
    const state = { pending: { kind: 'forget', accountId: ana } }
    expect(attended(turn('do you deliver?', {}, [hers]))).toMatchObject({ reason: 'staff-has-it' })
    expect(attended(turn('do you deliver?', {}, [hers], state))).toMatchObject({
      changes: { state: { pending: undefined } },
    })
    expect(attended(turn('do you deliver?', byBo, [hers]))).toEqual({ isFirst: false })
  })

  it('that the bot answers too keeps us silent to nobody', () => {
    expect(attended(turn('do you deliver?', {}, [{ ...hers, handler: 'bot' }]))).toEqual({ isFirst: false })
  })
})
