/** What pages show of fans: found whatever they are called, held with scope, and gone when they are erased besides any turn. */
import { describe, expect, test } from 'vitest'
import { type AccountId, accountId, threadId } from '../../../src/domain/ids.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  group,
  groupMessage,
  message,
  type StoreUnderTest,
  settle,
} from '../../support/store-harness.ts'

const named = (id: AccountId, name: string) =>
  message(`of ${name}`, id, { author: { accountId: id, name, isBot: false } })

export function fanViewsContract(under: StoreUnderTest): void {
  const find = async (search: string, more = {}) =>
    await under.store.fanViews.find({ search, limit: 10, offset: 0, ...more })

  describe('fans on a page', () => {
    test('are found by a part of their name or account, page by page, and another brand’s are not', async () => {
      await accept(under.store, named(ana, 'Ana 100%'), named(ben, 'BEN_'), named(accountId('web', 'cy'), 'Cy'))
      expect((await find('')).fans.map(({ name }) => name)).toEqual(['Ana 100%', 'BEN_', 'Cy'])
      expect(await find('', { limit: 1, offset: 1 })).toMatchObject({ fans: [{ account: ben }], total: 3 })
      expect((await find('ben_')).fans).toMatchObject([{ account: ben, consent: 'unasked' }])
      expect((await find('100%')).total).toBe(1)
      expect((await find('a_a')).total).toBe(0)
      expect((await find('web:')).total).toBe(1)
      const other = await under.open({ brand: 'other' })
      expect((await other.fanViews.find({ search: '', limit: 10, offset: 0 })).total).toBe(0)
    })

    test('are shown with what is held of all their accounts, where it is from and where it may be read', async () => {
      await accept(under.store, message('1', ana, { text: 'I live in Turin' }))
      const claim = await claimOne(under.store)
      const facts = [{ key: 'city', value: 'Turin', row: claim.unread[0].row }]
      const consent = { accountId: ana, consent: 'yes' } as const
      await settle(under.store, claim, { consent, remember: { accountId: ana, facts } })
      const away = accountId('discord', 'ana')
      await under.store.portables.take(
        [
          { kind: 'fan', accounts: [{ id: away, name: 'Ana', since: 5 }], consent: 'unasked', from: 'csv' },
          { kind: 'link', id: 'l', a: ana, b: away, madeAt: 6 },
          { kind: 'helper', account: away, thread: group, from: 9, to: 21, since: 7 },
        ],
        9,
      )
      for (const account of [ana, away])
        expect(await under.store.fanViews.held(account)).toEqual({
          accounts: [
            { account: away, name: 'Ana', since: 5, consent: 'unasked', from: 'csv' },
            { account: ana, name: 'ana', since: 1_000, consent: 'yes' },
          ],
          facts: [
            {
              ...{
                key: 'city',
                value: 'Turin',
                toldAt: at.now,
                thread: threadId('telegram', 'ana'),
                surface: 'direct',
              },
              ...{ isEverywhere: false, words: 'I live in Turin' },
            },
          ],
          links: [{ a: ana, b: away, madeAt: 6 }],
          helps: [{ thread: group, since: 7 }],
          ...{ messages: 1, cases: 0 },
        })
      expect(await under.store.fanViews.separate(away, 20)).toBe(true)
      expect(await under.store.fanViews.separate(away, 20)).toBe(false)
      expect(await under.store.fanViews.held(ana)).toMatchObject({
        accounts: [{ account: ana }],
        links: [{ endedAt: 20 }],
      })
    })

    test('are gone when they are forgotten besides any turn, and the erase log knows it', async () => {
      await answer(under.store, message('1', ana, { text: 'ana-trace' }), 'Dear ana-trace')
      await under.store.memory.forget(ana, {}, 20_000)
      expect(await under.store.fanViews.held(ana)).toBeUndefined()
      expect(await under.everything()).not.toMatch(/telegram:ana|ana-trace/)
      const fan = { kind: 'fan', accounts: [{ id: ana, name: 'Ana', since: 1 }], consent: 'yes' } as const
      expect(await under.store.portables.take([fan], 30_000)).toMatchObject({ erased: 1 })
    })
  })

  describe('what is counted of a community', () => {
    test('are who wrote in a span, and in the next', async () => {
      const said = (id: string, who: AccountId, now: number) =>
        under.store.inbox.accept([message(id, who)], { now, burstMs: 0 })
      await said('1', ana, 100)
      await said('2', ana, 250)
      await said('3', ben, 150)
      await said('4', accountId('web', 'cy'), 250)
      expect(await under.store.fanViews.activeIn([100, 200, 300])).toEqual([
        { active: 2, stayed: 1 },
        { active: 2, stayed: 0 },
      ])
    })

    test('is read from the lines of groups alone, oldest first, with whom they answer', async () => {
      const replyTo = { messageId: '1', accountId: ana, isToBot: false }
      await accept(under.store, groupMessage('1', ana, { text: 'who knows?' }), message('private', ben))
      await accept(under.store, groupMessage('2', ben, { text: 'I do', replyTo }))
      const lines = await under.store.fanViews.groupLines({ since: 0, limit: 10 })
      expect(lines).toMatchObject([
        { who: ana, text: 'who knows?', messageId: '1', isStaff: false },
        { who: ben, text: 'I do', replyTo: '1', to: [ana] },
      ])
      expect(await under.store.fanViews.groupLines({ since: 0, limit: 1 })).toHaveLength(1)
      expect(await under.store.fanViews.groupLines({ since: 5_000, limit: 9 })).toEqual([])
    })
  })
}
