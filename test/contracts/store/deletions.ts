/** deleted: the words are gone everywhere, and nobody answers them. */
import { describe, expect, test } from 'vitest'
import type { ThreadEvent } from '../../../src/domain/event.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  group,
  groupMessage,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
  textsOf,
} from '../../support/store-harness.ts'

const all = { before: Number.MAX_SAFE_INTEGER, limit: 100 }

function deleted(...messageIds: string[]): ThreadEvent {
  return { kind: 'deleted', threadId: group, messageIds, at: 2_000 }
}

export function deletionsContract(under: StoreUnderTest): void {
  describe('a deleted message', () => {
    test('leaves no word and no attachment in any row, and is known if it comes again', async () => {
      const secret = groupMessage('1', ana, {
        text: '/order secret',
        command: { name: 'order', args: 'secret' },
        attachments: [{ kind: 'photo', ref: 'secret-ref', description: 'secret' }],
        replyTo: { messageId: 'secret', isToBot: true },
      })
      await accept(under.store, secret)
      await settle(under.store, await claimOne(under.store), { conversation: { summary: 'A secret.', summaryUpTo: 1 } })
      await happens(under.store, deleted('1'))
      expect(await under.everything()).not.toContain('secret')
      expect(await accept(under.store, secret)).toBe(0)
      expect(await under.everything()).not.toContain('secret')
      const conversation = await under.store.records.conversation(group)
      if (conversation === undefined) throw new Error('the conversation stays')
      expect((await under.store.memory.recall(conversation.id, ana, all)).transcript).toEqual([])
    })

    test('stays deleted when an edit of it comes late', async () => {
      await accept(under.store, groupMessage('1', ana, { text: 'secret' }))
      const late = { kind: 'edited', threadId: group, messageId: '1', text: 'secret again', at: 9_000 } as const
      await happens(under.store, deleted('1'), late)
      expect(await under.everything()).not.toContain('secret')
    })

    test('that covers nothing of the summary leaves it as it is', async () => {
      await accept(under.store, groupMessage('1'))
      const claim = await claimOne(under.store)
      await settle(under.store, claim, { conversation: { summary: 'Old talk.', summaryUpTo: claim.unread[0].row } })
      await accept(under.store, groupMessage('2'))
      await happens(under.store, deleted('2'))
      expect(await under.store.records.conversation(group)).toMatchObject({ summary: 'Old talk.' })
    })

    test('that was unread is not answered; what stands beside it is', async () => {
      await accept(under.store, groupMessage('1'), groupMessage('2'))
      await happens(under.store, deleted('1'))
      expect((await claimOne(under.store)).unread.map(({ id }) => id)).toEqual(['2'])
    })

    test('that was all there was to answer leaves nothing due', async () => {
      await accept(under.store, groupMessage('1'), groupMessage('2'))
      await happens(under.store, deleted('1', '2'))
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      expect(await under.store.inbox.claim(at)).toEqual([])
    })

    test('that is being thought about is not answered', async () => {
      await accept(under.store, groupMessage('1'), groupMessage('2'))
      const old = await claimOne(under.store)
      await happens(under.store, deleted('1'))
      expect(await settle(under.store, old, { outbox: [says('to both')] })).toBe(false)
      const anew = await claimOne(under.store)
      expect(anew.unread.map(({ id }) => id)).toEqual(['2'])
      await happens(under.store, deleted('2'))
      expect(await settle(under.store, anew, { outbox: [says('to one')] })).toBe(false)
      expect(await under.store.outbox.due(at)).toEqual([])
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('takes its unsent reply with it, and what else the reply was for is answered alone', async () => {
      await accept(under.store, groupMessage('1'), groupMessage('2'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('to both')] })
      await happens(under.store, deleted('1'))
      expect(await under.store.outbox.due(at)).toEqual([])
      const anew = await claimOne(under.store, { now: 11_000 })
      expect(anew.unread.map(({ id }) => id)).toEqual(['2'])
      await settle(under.store, anew, { outbox: [says('to one')] }, 11_000)
      await happens(under.store, deleted('2'))
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('leaves a reply that has begun to leave, and a turn that opened a handoff', async () => {
      await answer(under.store, groupMessage('1'), 'one', 'two')
      await under.store.outbox.sent(await takeOne(under.store), 'p', at.now)
      await happens(under.store, deleted('1'))
      const parcel = await takeOne(under.store)
      expect(textsOf([parcel])).toEqual(['two'])
      await under.store.outbox.sent(parcel, 'q', at.now)
      await accept(under.store, groupMessage('2'))
      const handoff = { accountId: ana, reason: 'legal', summary: 'A contract.' } as const
      await settle(under.store, await claimOne(under.store), { outbox: [says('three')], handoff })
      await happens(under.store, deleted('2'))
      expect(textsOf([await takeOne(under.store)])).toEqual(['three'])
    })

    test('of ours, removed by a member, is no line of the transcript any more', async () => {
      await answer(under.store, groupMessage('1'), 'too loud', 'fine')
      await under.store.outbox.sent(await takeOne(under.store), 'ours-1', at.now)
      await happens(under.store, deleted('ours-1'))
      expect(await under.everything()).not.toContain('too loud')
      expect(textsOf([await takeOne(under.store)])).toEqual(['fine'])
    })

    test('is deleted with what it came with in one call; others, and other threads, keep theirs', async () => {
      await accept(under.store, groupMessage('1', ben), message('2', ben))
      const options = { now: 11_000, burstMs: 0, events: [deleted('2', '9')] }
      await under.store.inbox.accept([groupMessage('2', ana, { text: 'secret' })], options)
      expect(await under.everything()).not.toContain('secret')
      const claims = await under.store.inbox.claim({ ...at, now: 11_000 })
      expect(claims.flatMap(({ unread }) => unread.map(({ text }) => text)).toSorted()).toEqual(['text 1', 'text 2'])
    })
  })
}
