/** reacted: what members show beside messages. Export and forgetting are part of the memory's contract. */
import { describe, expect, test } from 'vitest'
import type { ThreadEvent } from '../../../src/domain/event.ts'
import { type AccountId, accountId } from '../../../src/domain/ids.ts'
import {
  accept,
  ana,
  ben,
  forgetBeside,
  group,
  groupMessage,
  happens,
  type StoreUnderTest,
} from '../../support/store-harness.ts'

function reacted(account: AccountId, messageId: string, emojis: string[], at = 2_000): ThreadEvent {
  return { kind: 'reacted', threadId: group, messageId, accountId: account, emojis, at }
}

export function reactionsContract(under: StoreUnderTest): void {
  async function kept(): Promise<string[]> {
    const rows = await under.database.query('select account_id, message_id, emojis from reactions')
    return rows.map((row) => `${row.account_id} ${row.message_id} ${row.emojis}`).toSorted()
  }

  describe('reactions', () => {
    test('are kept by member and message, as they are now', async () => {
      await accept(under.store, groupMessage('1'))
      await happens(under.store, reacted(ana, '1', ['👍']), reacted(ben, '1', ['❤']), reacted(ana, 'ours', ['👍']))
      await happens(under.store, reacted(ana, '1', ['👍', '🎉'], 3_000))
      expect(await kept()).toEqual(['telegram:ana 1 ["👍","🎉"]', 'telegram:ana ours ["👍"]', 'telegram:ben 1 ["❤"]'])
    })

    test('that were taken back are gone, and what comes late changes nothing', async () => {
      await accept(under.store, groupMessage('1'))
      await happens(
        under.store,
        reacted(ana, '1', ['👍'], 3_000),
        reacted(ana, '1', ['👎'], 2_000),
        reacted(ana, '1', [], 2_500),
      )
      expect(await kept()).toEqual(['telegram:ana 1 ["👍"]'])
      await happens(under.store, reacted(ana, '1', [], 3_000))
      expect(await kept()).toEqual([])
    })

    test('go with their message, and where there is no conversation none are kept', async () => {
      await happens(under.store, reacted(ana, '1', ['👍']))
      expect(await kept()).toEqual([])
      await accept(under.store, groupMessage('1'))
      await happens(under.store, reacted(ana, '1', ['👍']), reacted(ben, '2', ['👍']))
      await happens(under.store, { kind: 'deleted', threadId: group, messageIds: ['1'], at: 4_000 })
      expect(await kept()).toEqual(['telegram:ben 2 ["👍"]'])
    })

    test('grow old as messages do, and another brand’s are never touched', async () => {
      await accept(under.store, groupMessage('1'))
      await happens(
        under.store,
        reacted(ana, '1', ['👍'], 2_000),
        reacted(accountId('telegram', 'c'), '1', ['👍'], 9_000),
      )
      const other = await under.open({ brand: 'tide' })
      await accept(other, groupMessage('1'))
      await happens(other, reacted(ana, '1', ['🌊']))
      await forgetBeside(other, ana)
      await under.store.memory.expire(5_000)
      expect(await kept()).toEqual(['telegram:c 1 ["👍"]'])
    })
  })
}
