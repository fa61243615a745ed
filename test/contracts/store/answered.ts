/** A reply of which the platform tells no more than what it answers: the words are looked up, however long ago they were said. */
import { describe, expect, test } from 'vitest'
import type { InboundMessage } from '../../../src/domain/message.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  group,
  groupMessage,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

export function answeredContract(under: StoreUnderTest): void {
  const replyOf = async (one: InboundMessage): Promise<InboundMessage['replyTo']> => {
    await accept(under.store, one)
    return (await claimOne(under.store, { now: 90_000 })).unread.at(-1)?.replyTo
  }

  describe('a reply', () => {
    test('to words of a member said a hundred messages ago has them', async () => {
      await accept(under.store, groupMessage('old', ben, { text: 'the blue mug is new' }))
      await accept(under.store, ...Array.from({ length: 100 }, (_, nth) => groupMessage(`m${nth}`)))
      await settle(under.store, await claimOne(under.store))
      expect(await replyOf(groupMessage('r', ana, { replyTo: { messageId: 'old', isToBot: false } }))).toEqual({
        messageId: 'old',
        isToBot: false,
        accountId: ben,
        authorName: 'ben',
        text: 'the blue mug is new',
      })
    })

    test('to any part of what we said has our words', async () => {
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('in two parts')] })
      await under.store.outbox.sent(await takeOne(under.store), '78', at.now, { parts: ['77', '78'] })
      const replyTo = { messageId: '77', isToBot: true }
      expect(await replyOf(message('2', ana, { replyTo }))).toEqual({ ...replyTo, text: 'in two parts' })
    })

    test('that brings the words keeps them, and one to something unknown stays bare', async () => {
      await accept(under.store, message('1'))
      const quoted = { messageId: '1', isToBot: false, text: 'a quote', isQuote: true }
      expect(await replyOf(message('2', ana, { replyTo: quoted }))).toEqual(quoted)
      const unknown = { messageId: '4711', isToBot: false }
      expect(await replyOf(message('3', ana, { replyTo: unknown, threadId: group, surface: 'group' }))).toEqual(unknown)
    })
  })
}
