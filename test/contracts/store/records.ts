/** Records: what an adapter catches up from. */
import { describe, expect, test } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import {
  accept,
  ana,
  answer,
  at,
  groupMessage,
  message,
  type StoreUnderTest,
  takeOne,
} from '../../support/store-harness.ts'

export function recordsContract(under: StoreUnderTest): void {
  test('the threads inside one thread of a platform are found without its others', async () => {
    const inside = [threadId('telegram', -100, 7), threadId('telegram', -100, 'direct-8')]
    const beside = [threadId('telegram', -100), threadId('telegram', -1001), threadId('telegram', -10, 7)]
    for (const thread of [...inside, ...beside])
      await accept(under.store, message('1', ana, { threadId: thread, surface: 'group' }))
    const found = await under.store.records.threads('telegram', threadId('telegram', -100))
    expect(found.map((one) => one.threadId).sort()).toEqual(inside.sort())
    expect(await under.store.records.threads('telegram')).toHaveLength(5)
  })

  describe('the threads of a platform', () => {
    test('are those with a conversation, each with the last message heard there', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'ours', at.now)
      await accept(under.store, groupMessage('8'), groupMessage('7'))
      const elsewhere = { threadId: threadId('telegramlike', 'x') }
      await accept(under.store, message('9', accountId('telegramlike', 'x'), elsewhere))
      expect(
        (await under.store.records.threads('telegram')).toSorted((a, b) => (a.threadId < b.threadId ? -1 : 1)),
      ).toEqual([
        { threadId: threadId('telegram', -100, 'fans'), lastMessageId: '7' },
        { threadId: threadId('telegram', 'ana'), lastMessageId: '1' },
      ])
    })

    test('are none where nobody talked, and none of another brand', async () => {
      await accept(under.store, message('1'))
      expect(await under.store.records.threads('discord')).toEqual([])
      expect(await (await under.open({ brand: 'tide' })).records.threads('telegram')).toEqual([])
    })

    test('whose messages are all too old have none to go on from', async () => {
      await answer(under.store, message('1'), 'pending')
      await under.store.memory.expire(5_000)
      expect(await under.store.records.threads('telegram')).toEqual([{ threadId: message('1').threadId }])
    })
  })
}
