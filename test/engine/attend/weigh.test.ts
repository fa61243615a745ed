/** What is told of a message at a glance, before anybody thinks about it. */
import { describe, expect, it } from 'vitest'
import type { Conversation, ConversationState } from '../../../src/domain/conversation.ts'
import type { InboundMessage } from '../../../src/domain/message.ts'
import { isOverheard, reasonForOverheard } from '../../../src/engine/attend/overheard.ts'
import { weigh } from '../../../src/engine/attend/weigh.ts'
import { testPersona } from '../../support/persona.ts'
import { ana, ben, groupMessage, message } from '../../support/store-harness.ts'

const persona = testPersona()
const said = (text: string, more: Partial<InboundMessage> = {}) => groupMessage('1', ana, { text, ...more })

describe('weigh', () => {
  it('puts what members say to each other behind what is said to us', () => {
    expect(weigh(said('nice weather today'), persona)).toBe(0)
    expect(weigh(said('Pip, do you have decaf?'), persona)).toBe(1)
    expect(weigh(said('what about this?', { isMention: true }), persona)).toBe(1)
    expect(weigh(said('and this?', { replyTo: { messageId: '9', isToBot: true } }), persona)).toBe(1)
    expect(weigh(said('[card]', { masked: ['card'] }), persona)).toBe(1)
    expect(weigh(message('1', ana, { text: 'nice weather today' }), persona)).toBe(1)
  })

  it('puts danger before all else: in a group of one’s own hand alone, where nobody called us', () => {
    expect(weigh(message('1', ana, { text: 'I want to kill myself' }), persona)).toBe(2)
    expect(weigh(said('I want to kill myself'), persona)).toBe(2)
    expect(weigh(said('he is breaking down my door'), persona)).toBe(0)
    expect(weigh(said('Pip, he is breaking down my door and he has a knife'), persona)).toBe(2)
  })

  it('takes no words of other bots for danger', () => {
    const author = { accountId: ben, name: 'Robo', isBot: true }
    expect(weigh(said('I want to kill myself', { author }), persona)).toBe(0)
  })
})

describe('what needs no turn of its own', () => {
  const conversation = (state: ConversationState = {}): Conversation => ({
    id: 'c' as Conversation['id'],
    threadId: said('').threadId,
    surface: 'group',
    openCases: [],
    state,
  })
  const heard = (one: InboundMessage, state: ConversationState = {}, hasMore = false) =>
    isOverheard({ ...one, row: 1 }, { conversation: conversation(state), hasMore }, persona)

  it('is the talk of members among themselves', () => {
    expect(heard(said('nice weather today'))).toBe(true)
    expect(heard(said('Pip, do you have decaf?'))).toBe(false)
    expect(heard(said('I want to kill myself'))).toBe(false)
    expect(heard(said('[card]', { masked: ['card'] }))).toBe(false)
    expect(heard(message('1', ana))).toBe(false)
  })

  it('is not what a member says whom we asked something, or whose case is open', () => {
    const pending = { kind: 'forget', accountId: ana } as const
    expect(heard(said('yes'), { pending })).toBe(false)
    expect(heard(groupMessage('1', ben, { text: 'yes' }), { pending })).toBe(true)
    const open = { id: 'k' as never, status: 'waiting', reason: 'complaint', handler: 'bot', accountId: ana } as const
    const talk = { conversation: { ...conversation(), openCases: [open] }, hasMore: false }
    expect(isOverheard({ ...said('hm'), row: 1 }, talk, persona)).toBe(false)
  })

  it('is heard for joining in where that is wanted, unless more is said than can be listened to', () => {
    expect(heard(said('does anybody know a good decaf?'), { policy: 'ambient' })).toBe(false)
    expect(heard(said('does anybody know a good decaf?'), { policy: 'ambient' }, true)).toBe(true)
  })

  it('is recorded as what it was: not addressed, or said where we are quiet or off', () => {
    const why = (state: ConversationState) =>
      reasonForOverheard(
        { id: 't' as never, conversation: conversation(state), messages: [{ ...said('hm'), row: 1 }], now: 5 },
        persona,
      )
    expect([why({}), why({ quietUntil: 9 }), why({ policy: 'off' })]).toEqual([
      'not-addressed',
      'asked-for-quiet',
      'channel-off',
    ])
  })
})
