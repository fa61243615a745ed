/** What a page shows of a case's conversation, and how it notices that something changed. */
import { describe, expect, test } from 'vitest'
import type { CaseChange } from '../../../src/domain/case.ts'
import type { CaseId } from '../../../src/domain/ids.ts'
import type { Outgoing, ReviewedText } from '../../../src/domain/message.ts'
import {
  accept,
  ana,
  at,
  claimOne,
  happens,
  message,
  type StoreUnderTest,
  says,
  settle,
  takeOne,
} from '../../support/store-harness.ts'

const photo = { kind: 'photo', ref: 'file-1', mime: 'image/png' } as const

function personSays(text: string): Outgoing {
  return { kind: 'text', text: text as ReviewedText, speaker: { kind: 'person', name: 'Dana' } }
}

export function saidLinesContract(under: StoreUnderTest): void {
  /** Ana wrote with a picture, was answered, and waits for a person. */
  async function openCase(): Promise<CaseId> {
    await accept(under.store, message('1', ana, { attachments: [photo] }))
    const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const
    await settle(under.store, await claimOne(under.store), { handoff, outbox: [says('A person comes.')] })
    const [open] = await under.store.cases.list()
    if (open === undefined) throw new Error('a case was opened')
    return open.id
  }
  async function change(id: CaseId, more: Partial<CaseChange>): Promise<void> {
    const one = await under.store.cases.get(id)
    if (one === undefined) throw new Error('there is the case')
    const { threadId, conversationId } = one
    expect(await under.store.caseChanges.apply([{ id, threadId, conversationId, ...more }], 12_000)).toBe(true)
  }
  const said = (id: CaseId) => under.store.cases.said(id, 10)

  describe('what was said in a case', () => {
    test('has what came with it, and whether ours arrived', async () => {
      const id = await openCase()
      expect(await said(id)).toMatchObject([
        { from: 'fan', text: 'text 1', attachments: [photo] },
        { from: 'brand', text: 'A person comes.', delivery: 'pending', attachments: [] },
      ])
      await under.store.outbox.sent(await takeOne(under.store), 'p1', at.now)
      expect(await said(id)).toMatchObject([{}, { delivery: 'sent' }])
      await change(id, { say: [{ outgoing: personSays('Hello') }] })
      await under.store.outbox.deadLetter(await takeOne(under.store, { now: 13_000 }), 'blocked', 13_000)
      expect((await said(id)).at(-1)).toMatchObject({ text: 'Hello', delivery: 'dead', reason: 'blocked' })
      expect((await under.store.cases.story(id, 10))?.transcript).toHaveLength(2)
    })

    test('has what the fan changed and took back, without the words that are gone', async () => {
      const id = await openCase()
      const { threadId } = message('1')
      await happens(under.store, { kind: 'edited', threadId, messageId: '1', text: 'better', at: 11_500 })
      expect(await said(id)).toMatchObject([{ text: 'better', editedAt: 11_500 }, {}])
      await happens(under.store, { kind: 'deleted', threadId, messageIds: ['1'], at: 11_600 })
      const [gone] = await said(id)
      expect(gone).toMatchObject({ text: '', attachments: [], isDeleted: true })
      expect(gone?.editedAt).toBeUndefined()
    })

    test('has what staff changed and took back, unsent and sent', async () => {
      const id = await openCase()
      await under.store.outbox.sent(await takeOne(under.store), 'p1', at.now)
      await change(id, { say: [{ outgoing: personSays('one') }, { outgoing: personSays('two') }] })
      await under.store.outbox.sent(await takeOne(under.store, { now: 13_000 }), 'p2', 13_000)
      const [, , one, two] = await said(id)
      if (!one || !two) throw new Error('two were said')
      await change(id, { amend: [{ row: one.row, outgoing: personSays('one, better') }] })
      expect((await said(id)).at(-2)).toMatchObject({ text: 'one, better', editedAt: 12_000, delivery: 'sent' })
      await change(id, { amend: [{ row: one.row }, { row: two.row }] })
      expect((await said(id)).slice(-2)).toMatchObject([
        { row: one.row, text: '', isDeleted: true },
        { row: two.row, text: '', isDeleted: true },
      ])
    })

    test('leaves out what the bot was about to say when a person took over', async () => {
      const id = await openCase()
      await change(id, { set: { handler: 'staff' }, dropUnsent: true, say: [{ outgoing: personSays('Hello') }] })
      expect((await said(id)).map(({ text }) => text)).toEqual(['text 1', 'Hello'])
    })

    test('is found by its row, if staff said it in this case', async () => {
      const id = await openCase()
      await change(id, { say: [{ outgoing: personSays('one') }, { outgoing: personSays('two') }] })
      const [fan, , one] = await said(id)
      expect(await under.store.cases.lastSaid(id)).toMatchObject({ outgoing: { text: 'two' } })
      expect(await under.store.cases.lastSaid(id, one?.row)).toMatchObject({ outgoing: { text: 'one' } })
      expect(await under.store.cases.lastSaid(id, fan?.row)).toBeUndefined()
    })

    test('is another brand’s to see in no way', async () => {
      const id = await openCase()
      const other = await under.open({ brand: 'tide' })
      expect(await other.cases.said(id, 10)).toEqual([])
      expect(await other.cases.changedSince(0, 10)).toEqual([])
    })

    test('has a newest line for a list of cases', async () => {
      const id = await openCase()
      const none = 'none' as string as CaseId
      const last = await under.store.cases.lastLines([id, none])
      expect([...last.keys()]).toEqual([id])
      expect(last.get(id)).toMatchObject({ from: 'brand', text: 'A person comes.' })
      expect((await under.store.cases.lastLines([])).size).toBe(0)
    })

    test('changes the stamp of its case with everything that is shown', async () => {
      const id = await openCase()
      const stamp = async () => (await under.store.cases.changedSince(0, 10))[0]?.stamp
      const seen = new Set([await stamp()])
      const changes = [
        async () => under.store.outbox.sent(await takeOne(under.store), 'p1', at.now),
        () => accept(under.store, message('2')),
        () =>
          happens(under.store, { kind: 'edited', threadId: message('1').threadId, messageId: '2', text: 'x', at: 9 }),
        () =>
          happens(under.store, {
            ...({ kind: 'reacted', accountId: ana, emojis: ['👍'], at: 10 } as const),
            ...{ threadId: message('1').threadId, messageId: 'p1' },
          }),
        () => change(id, { notes: [{ staff: 'Dana', text: 'a note' }] }),
        () => change(id, { set: { status: 'closed', closedAt: 12_000 } }),
      ]
      for (const [nth, each] of changes.entries()) {
        await each()
        seen.add(await stamp())
        expect(seen.size).toBe(nth + 2)
      }
      expect(await stamp()).toBe(await stamp())
    })

    test('our private talk with an account is known', async () => {
      await openCase()
      expect(await under.store.cases.privateThread(ana)).toBe(message('1').threadId)
      expect(await under.store.cases.privateThread('telegram:nobody' as string as typeof ana)).toBeUndefined()
    })
  })
}
