/** An album: its parts arrive one by one, each durable at once, and are one message. */
import { describe, expect, test } from 'vitest'
import type { Attachment, InboundMessage } from '../../../src/domain/message.ts'
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
  textsOf,
} from '../../support/store-harness.ts'

const photo = (ref: string): Attachment => ({ kind: 'photo', ref, fingerprint: ref })
const { threadId } = message('1')

function part(id: string, more: Partial<InboundMessage> = {}): InboundMessage {
  return message(id, ana, { album: 'a1', text: '', attachments: [photo(`p${id}`)], ...more })
}

export function albumsContract(under: StoreUnderTest): void {
  const refs = ({ attachments = [] }: InboundMessage) => attachments.map(({ ref }) => ref)

  describe('an album', () => {
    test('that comes in one piece is one message', async () => {
      expect(await accept(under.store, part('1', { text: 'all cracked' }), part('2'), part('3'))).toBe(1)
      const { unread } = await claimOne(under.store, { now: 2_000 })
      expect(unread.map((one) => [one.id, one.text, refs(one), one.parts])).toEqual([
        ['1', 'all cracked', ['p1', 'p2', 'p3'], ['2', '3']],
      ])
    })

    test('that comes piece by piece is one message, and each piece is durable at once', async () => {
      await accept(under.store, part('1'))
      await accept(under.store, part('2', { text: 'all cracked', links: [{ text: 'all', url: 'https://a.example' }] }))
      await accept(under.store, message('x'), part('3'))
      const { unread } = await claimOne(under.store, { now: 2_000 })
      expect(unread.map((one) => [one.text, refs(one)])).toEqual([
        ['all cracked', ['p1', 'p2', 'p3']],
        ['text x', []],
      ])
      expect(unread[0].links).toEqual([{ text: 'all', url: 'https://a.example' }])
    })

    test('waits a second for its next piece, however short bursts are', async () => {
      await accept(under.store, part('1'))
      expect(await under.store.inbox.claim({ ...at, now: 1_999 })).toEqual([])
      await claimOne(under.store, { now: 2_000 })
    })

    test('heard twice stays what it is', async () => {
      await accept(under.store, part('1'), part('2'))
      expect(await accept(under.store, part('2'), part('1'))).toBe(0)
      expect(refs((await claimOne(under.store)).unread[0])).toEqual(['p1', 'p2'])
    })

    test('of another name is another message', async () => {
      await accept(under.store, part('1'), part('2', { album: 'a2' }))
      expect((await claimOne(under.store)).unread.map(refs)).toEqual([['p1'], ['p2']])
    })

    test('of which a piece comes while it is thought about is thought about anew', async () => {
      await accept(under.store, part('1'))
      const old = await claimOne(under.store)
      await accept(under.store, part('2'))
      expect(await settle(under.store, old, { outbox: [says('one photo')] })).toBe(false)
      expect(refs((await claimOne(under.store, { now: 20_000 })).unread[0])).toEqual(['p1', 'p2'])
    })

    test('takes back an answer that has not left when a piece comes', async () => {
      await accept(under.store, part('1'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one photo')] })
      await accept(under.store, part('2'))
      expect(textsOf(await under.store.outbox.due(at))).toEqual([])
      expect(refs((await claimOne(under.store, { now: 20_000 })).unread[0])).toEqual(['p1', 'p2'])
    })

    test('that was left unanswered is thought about anew when a piece comes', async () => {
      await accept(under.store, part('1'))
      await settle(under.store, await claimOne(under.store))
      expect(await accept(under.store, part('2', { text: 'for Pip' }))).toBe(1)
      const [whole, ...others] = (await claimOne(under.store, { now: 20_000 })).unread
      expect([whole.text, refs(whole), others]).toEqual(['for Pip', ['p1', 'p2'], []])
    })

    test('that is answered has a late piece beside it, which says so', async () => {
      await accept(under.store, part('1'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one photo')] })
      await under.store.outbox.sent(await takeOne(under.store), '77', at.now)
      expect(await accept(under.store, part('2'), part('3'))).toBe(2)
      const { unread } = await claimOne(under.store, { now: 20_000 })
      expect(unread.map((one) => [one.id, one.lateFor, refs(one)])).toEqual([
        ['2', '1', ['p2']],
        ['3', '1', ['p3']],
      ])
    })

    test('is changed part by part', async () => {
      await accept(under.store, part('1', { text: 'left' }), part('2', { text: 'right' }))
      await happens(under.store, {
        ...{ kind: 'edited', threadId, messageId: '2', at: 2_000 },
        text: 'the right one',
        attachments: [photo('new')],
      })
      const [whole] = (await claimOne(under.store, { now: 20_000 })).unread
      expect([whole.text, refs(whole)]).toEqual(['left\nthe right one', ['p1', 'new']])
    })
  })

  describe('an edit', () => {
    test('that changes the file alone is thought about anew; one that changes nothing is not', async () => {
      await accept(under.store, message('1', ana, { attachments: [photo('old')] }))
      const claim = await claimOne(under.store)
      const edit = { kind: 'edited', threadId, messageId: '1', text: 'text 1' } as const
      const same = { kind: 'photo', ref: 'another reference', fingerprint: 'old' } as const
      await happens(under.store, { ...edit, at: 2_000, attachments: [same] })
      expect(await under.store.inbox.renew([claim], at)).toEqual([])
      await happens(under.store, { ...edit, at: 3_000, attachments: [photo('new')] })
      expect(await under.store.inbox.renew([claim], at)).toHaveLength(1)
    })

    test('that tells its links replaces them', async () => {
      const links = [{ text: 'text', url: 'https://old.example' }]
      await accept(under.store, message('1', ana, { links }))
      const fresh = [{ text: 'text', url: 'https://new.example' }]
      await happens(under.store, { kind: 'edited', threadId, messageId: '1', text: 'text 1', at: 2_000, links: fresh })
      expect((await claimOne(under.store)).unread[0].links).toEqual(fresh)
    })
  })
}
