/** How the persona takes part in a place: what was set there first, then its topic, its channel and all groups; in doubt it waits to be called. */
import { describe, expect, it } from 'vitest'
import type { AcceptedMessage, Conversation, ConversationState } from '../../../src/domain/conversation.ts'
import { accountId, type ConversationId, type TurnId, threadId } from '../../../src/domain/ids.ts'
import { attend } from '../../../src/engine/attend/attend.ts'
import { policyOf } from '../../../src/engine/attend/policy.ts'
import { testPersona } from '../../support/persona.ts'

const topic = threadId('telegram', -100123, 42)

function conversation(state: ConversationState = {}): Conversation {
  return { id: 'c' as string as ConversationId, threadId: topic, surface: 'group', openCases: [], state }
}

const message: AcceptedMessage = {
  row: 1,
  id: '1',
  threadId: topic,
  sentAt: 0,
  author: { accountId: accountId('telegram', 7), name: 'Ana', isBot: false },
  surface: 'group',
  text: 'can i bring my dog',
  isMention: false,
}

function said(state: ConversationState = {}, more: Partial<AcceptedMessage> = {}) {
  return { conversation: conversation(state), messages: [{ ...message, ...more }] } as const
}

describe('the policy of a topic', () => {
  it('is its own, else its channel’s, else that of all groups; what was set in chat wins', () => {
    const channels = { 'telegram:-100123:42': 'ambient', 'telegram:-100123': 'off' } as const
    expect(policyOf(said(), testPersona({ manners: { group: 'mention', channels } }))).toBe('ambient')
    expect(policyOf(said(), testPersona({ manners: { channels: { 'telegram:-100123': 'off' } } }))).toBe('off')
    expect(policyOf(said(), testPersona({ manners: { group: 'ambient' } }))).toBe('ambient')
    expect(policyOf(said({ policy: 'mention' }), testPersona({ manners: { channels } }))).toBe('mention')
  })

  it('whose id does not tell its channel is the one of the channel that its messages name', () => {
    const manners = { channels: { 'discord:15': 'ambient' } }
    const post = said({}, { channel: threadId('discord', 15) })
    expect(policyOf(post, testPersona({ manners }))).toBe('ambient')
    expect(policyOf(said(), testPersona({ manners }))).toBe('mention')
    const own = { channels: { 'telegram:-100123': 'off', 'discord:15': 'ambient' } }
    expect(policyOf(post, testPersona({ manners: own }))).toBe('off')
  })

  it('that nobody can read fails closed: it waits to be called', () => {
    const persona = testPersona()
    const state: ConversationState = JSON.parse('{"policy":"chatty"}')
    const turn = {
      id: 't' as string as TurnId,
      conversation: conversation(state),
      messages: [message],
      now: 0,
    } as const
    expect(attend(turn, { persona, standing: 'free' })).toMatchObject({
      verdict: { kind: 'silent', reason: 'not-addressed' },
    })
    const called = { ...turn, messages: [{ ...message, isMention: true }] } as const
    expect(attend(called, { persona, standing: 'free' })).toMatchObject({ turn: { isAmbient: false } })
  })
})
