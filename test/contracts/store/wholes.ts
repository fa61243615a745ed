/** What is one message to people and several to a platform, or holds more than words: it is found, changed and read back as one. */
import { describe, expect, test } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import type { Outgoing } from '../../../src/domain/message.ts'
import {
  accept,
  ana,
  at,
  claimOne,
  group,
  groupMessage,
  happens,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

const staff = threadId('telegram', -900, 1)

export function wholesContract(under: StoreUnderTest): void {
  /** A fan's line in the thread of a case, where it became three messages. */
  async function shownInThree(): Promise<void> {
    const { cases, deskWork, outbox } = under.store
    await accept(under.store, groupMessage('1', ana, { text: 'a long story' }))
    const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const
    await settle(under.store, await claimOne(under.store), { handoff }, 12_000)
    const [open] = await cases.list({ status: 'waiting' })
    if (open === undefined) throw new Error('a case was opened')
    await deskWork.threadOpened(
      open.id,
      { threadId: staff, card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
      12_500,
    )
    const [unrelayed] = await deskWork.unrelayed(20)
    const lines = (unrelayed?.lines ?? []).map(({ row, line }) => ({ row, outgoing: says(line.text) }))
    expect(await deskWork.relay(open.id, lines, 12_600)).toBe(true)
    await outbox.sent(await takeOne(under.store, { now: 13_000 }), 'card', 13_000)
    await outbox.sent(await takeOne(under.store, { now: 13_000 }), 'c', 13_000, { parts: ['a', 'b', 'c'] })
  }
  const known = async (...ids: string[]) =>
    await Promise.all(ids.map((id) => under.store.cases.isKnown(staff, id).then((is) => `${id} ${is}`)))

  describe('that staff have all of a message', () => {
    const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const
    const lost = {
      ...says('That file didn’t get through.'),
      replyTo: 'film',
      tellsLost: ['video: film.mp4'],
    } as Outgoing
    const held = { outbox: [says('It is with the team.')], saysHeld: ['film'] }

    test('is not said once its fan was told that a file of it did not get through: the turn is thought about anew', async () => {
      const { cases, deskWork } = under.store
      await accept(under.store, groupMessage('1', ana))
      await settle(under.store, await claimOne(under.store), { handoff }, 12_000)
      const [open] = await cases.list({ status: 'waiting' })
      if (open === undefined) throw new Error('a case was opened')
      await accept(under.store, groupMessage('film', ana))
      const claim = await claimOne(under.store)
      expect(await deskWork.unrelayed(9)).toEqual([])
      const [page] = await deskWork.unrelayed(9, { isPageAlone: true })
      const lines = (page?.lines ?? []).map(({ row }, nth, all) => ({
        row,
        ...(nth === all.length - 1 && { tellFan: [lost] }),
      }))
      expect(await deskWork.relay(open.id, lines, 12_600)).toBe(true)
      expect(await settle(under.store, claim, held, 12_700)).toBe(false)
      const anew = await claimOne(under.store, { now: 12_700 })
      expect(anew.failures).toBe(0)
      expect(await settle(under.store, anew, { ...held, saysHeld: ['another'] }, 12_700)).toBe(true)
    })
  })

  describe('what became several messages', () => {
    test('is found by each of them, and by no other', async () => {
      await shownInThree()
      for (const part of ['a', 'b', 'c'])
        expect(await under.store.cases.relayed(staff, part)).toMatchObject({ direction: 'in', fanMessageId: '1' })
      expect(await under.store.cases.relayed(staff, 'd')).toBeUndefined()
      expect(await under.store.cases.relayed(group, 'a')).toBeUndefined()
      expect(await known('a', 'b', 'c', 'd')).toEqual(['a true', 'b true', 'c true', 'd false'])
    })

    test('is changed as a whole, and is then known by the messages it has become', async () => {
      await shownInThree()
      const { deskWork } = under.store
      for (const task of await deskWork.tasks(10)) await deskWork.taskDone(task, 13_500)
      await happens(under.store, { kind: 'edited', threadId: group, messageId: '1', text: 'short', at: 14_000 })
      const [task, ...others] = await deskWork.tasks(10)
      expect(others).toEqual([])
      expect(task).toMatchObject({ todo: 'edited', target: { threadId: staff, parts: ['a', 'b', 'c'] } })
      if (task) await deskWork.taskDone(task, 14_500, { parts: ['a', 'e'] })
      expect(await deskWork.tasks(10)).toEqual([])
      expect(await under.store.cases.relayed(staff, 'e')).toMatchObject({ fanMessageId: '1' })
      expect(await known('a', 'b', 'e')).toEqual(['a true', 'b false', 'e true'])
    })

    test('is taken down as a whole', async () => {
      await shownInThree()
      const { deskWork } = under.store
      for (const task of await deskWork.tasks(10)) await deskWork.taskDone(task, 13_500)
      await happens(under.store, { kind: 'deleted', threadId: group, messageIds: ['1'], at: 14_000 })
      expect(await deskWork.tasks(10)).toMatchObject([{ todo: 'deleted', target: { parts: ['a', 'b', 'c'] } }])
    })
  })

  describe('a file that is refused where it goes', () => {
    test('of a fan is a task to tell the fan, who is told once', async () => {
      await shownInThree()
      const { deskWork, outbox, cases } = under.store
      await accept(under.store, groupMessage('2', ana, { text: 'see', attachments: [{ kind: 'photo', ref: 'r' }] }))
      const [open] = await cases.list({ status: 'waiting' })
      const [unrelayed] = await deskWork.unrelayed(20)
      const lines = (unrelayed?.lines ?? []).map(({ row, line }) => ({ row, outgoing: says(line.text) }))
      if (open) await deskWork.relay(open.id, lines, 13_200)
      await outbox.sent(await takeOne(under.store, { now: 13_500 }), 'w', 13_500, { isInstead: true })
      const [task, ...others] = await deskWork.tasks(10)
      expect(others).toEqual([])
      expect(task).toMatchObject({ todo: 'lost', line: { line: { text: 'see' } } })
      if (task) await deskWork.taskDone(task, 13_600, { tellFan: [says('it did not get through')] })
      if (task) await deskWork.taskDone(task, 13_700, { tellFan: [says('it did not get through')] })
      const told = await takeOne(under.store, { now: 13_800 })
      expect(told.message).toMatchObject({ threadId: group, text: 'it did not get through' })
      await outbox.sent(told, 't', 13_800)
      expect(await outbox.due({ now: 13_900, leaseMs: 1_000, limit: 5 })).toEqual([])
    })

    test('keeps back the words behind it, and nothing of another turn', async () => {
      await accept(under.store, groupMessage('1', ana))
      const photo = { kind: 'photo', path: '/a.jpg' } as const
      const turn = [{ ...says('one'), media: photo, ifRefused: 'none' as const }, says('two'), says('three')]
      await settle(under.store, await claimOne(under.store), { outbox: turn }, 11_000)
      await accept(under.store, groupMessage('2', ana))
      await settle(under.store, await claimOne(under.store, { now: 11_500 }), { outbox: [says('other')] }, 11_600)
      await under.store.outbox.deadLetter(await takeOne(under.store, { now: 12_000 }), 'no such file', 12_000)
      const next = await takeOne(under.store, { now: 12_500 })
      expect(next.message).toMatchObject({ text: 'other' })
    })
  })

  describe('what a message holds beside its words', () => {
    test('is read back as it was heard, also by another process', async () => {
      const heard = groupMessage('1', ana, {
        text: '',
        unreadable: 'hologram',
        replyTo: { messageId: '9', isToBot: true, authorName: 'Pip', text: 'All of it?', isQuote: true },
        forwarded: { from: 'Ben' },
        links: [{ text: 'Track', url: 'https://shop.example/t' }],
        attachments: [
          { kind: 'document', ref: 'one', name: 'lid.pdf', size: 12, mime: 'application/pdf' },
          { kind: 'photo', url: 'https://cdn.example/cup.png' },
        ],
      })
      await accept(under.store, heard)
      const other = await under.open()
      const [unread] = (await claimOne(other, { now: at.now })).unread
      expect(unread).toMatchObject(heard)
    })
  })
}
