/** edited: what was said reads as its author changed it, and is thought about anew while that is still possible. */
import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../../src/domain/durations.ts'
import type { ThreadEvent } from '../../../src/domain/event.ts'
import { type AccountId, accountId } from '../../../src/domain/ids.ts'
import type { Store } from '../../../src/ports/store.ts'
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
const { threadId } = message('1')

type Edited = Extract<ThreadEvent, { kind: 'edited' }>

function edited(messageId: string, text: string, more: Partial<Edited> = {}): Edited {
  return { kind: 'edited', threadId, messageId, text, at: 2_000, ...more }
}

export function editsContract(under: StoreUnderTest): void {
  async function transcript(): Promise<string[]> {
    const conversation = await under.store.records.conversation(threadId)
    if (conversation === undefined) return []
    return (await under.store.memory.recall(conversation.id, ana, all)).transcript.map(({ text }) => text)
  }

  describe('an edited message', () => {
    test('that is unread is answered as it reads now', async () => {
      await accept(under.store, message('1'), message('2'))
      await happens(under.store, edited('1', 'better'))
      expect((await claimOne(under.store)).unread.map(({ text }) => text)).toEqual(['better', 'text 2'])
      expect(await transcript()).toEqual(['better', 'text 2'])
    })

    test('that is being thought about is thought about anew, and nobody failed', async () => {
      await accept(under.store, message('1'))
      const old = await claimOne(under.store)
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      await happens(under.store, edited('1', 'better'))
      expect(heard).toEqual(['inbox'])
      expect(await under.store.inbox.renew([old], at)).toEqual([old])
      expect(await settle(under.store, old, { outbox: [says('to the old words')] })).toBe(false)
      const anew = await claimOne(under.store)
      expect([anew.unread[0].text, anew.failures]).toEqual(['better', 0])
    })

    test('is a known command, another one, or none', async () => {
      await accept(under.store, message('1', ana, { text: '/help', command: { name: 'help', args: '' } }))
      await accept(under.store, message('2'), message('3', ana, { text: '/help', command: { name: 'help', args: '' } }))
      await happens(under.store, edited('1', '/quiet 2h'), edited('2', '/help'), edited('3', 'help me'))
      const commands = (await claimOne(under.store)).unread.map(({ command }) => command)
      expect(commands).toEqual([{ name: 'quiet', args: '2h' }, { name: 'help', args: '' }, undefined])
    })

    test('whose reply has not begun to leave is thought about again at once, together with its turn', async () => {
      await accept(under.store, message('1'), message('2'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one'), says('two')] })
      await happens(under.store, edited('2', 'better'))
      expect(await under.store.outbox.due(at)).toEqual([])
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
      expect(await under.store.inbox.nextDueAt()).toBe(11_000)
      expect(await transcript()).toEqual(['text 1', 'better'])
      const again = await claimOne(under.store, { now: 11_000 })
      expect(again.unread.map(({ text }) => text)).toEqual(['text 1', 'better'])
      await settle(under.store, again, { outbox: [says('three')] }, 11_000)
      expect(textsOf([await takeOne(under.store, { now: 11_000 })])).toEqual(['three'])
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      expect(await under.store.records.deadLetters(9)).toEqual([])
      const decisions = await under.store.records.decisions(threadId, 9)
      expect(decisions.map(({ flags }) => flags)).toEqual([[], ['taken-back']])
    })

    test('that called nobody is unread again with its new words, for a while after it was said', async () => {
      const { sentAt } = message('1')
      const decision = { kind: 'silent', reason: 'not-addressed', alternatives: [], flags: [] } as const
      await accept(under.store, message('1', ana, { isMention: false }), message('2', ana, { isMention: false }))
      await settle(under.store, await claimOne(under.store), { decision })
      await happens(under.store, edited('2', 'Pip?', { at: sentAt + 16 * MINUTE_MS }))
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      await happens(under.store, edited('1', '@Pip?', { at: sentAt + 14 * MINUTE_MS, isMention: true }))
      const again = await claimOne(under.store, { now: 11_000 })
      expect(again.unread.map(({ text, isMention }) => [text, isMention])).toEqual([['@Pip?', true]])
      await settle(under.store, again, { outbox: [says('Yes?')] }, 11_000)
      await under.store.outbox.sent(await takeOne(under.store, { now: 11_000 }), 'p', 11_000)
      await happens(under.store, edited('1', '@Pip!', { at: sentAt + 14.5 * MINUTE_MS, isMention: true }))
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      expect(await transcript()).toEqual(['@Pip!', 'Pip?', 'Yes?'])
    })

    test('whose reply told that a bot speaks is taken back with it: nobody was told', async () => {
      const knows = async () => {
        const memory = await under.store.memory.recall(conversationId, ana, { before: 99, limit: 9 })
        return memory.fan.introducedAt
      }
      await accept(under.store, message('1'))
      const claim = await claimOne(under.store)
      const conversationId = claim.conversation.id
      await settle(under.store, claim, { outbox: [says('one')], introduced: ana })
      expect(await knows()).toBe(at.now)
      await happens(under.store, edited('1', 'better'))
      expect(await knows()).toBeUndefined()
    })

    test('finds the conversation as it was before the reply that is taken back', async () => {
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store), { conversation: { state: { misses: 1 } } })
      await accept(under.store, message('2'))
      const pending = { kind: 'clarify', choices: [], accountId: ana } as const
      const conversation = { state: { misses: 1, clarifications: 1, pending } }
      await settle(under.store, await claimOne(under.store), { outbox: [says('Which?')], conversation })
      await happens(under.store, edited('2', 'better'))
      expect((await claimOne(under.store, { now: 11_000 })).conversation.state).toEqual({ misses: 1 })
    })

    test('leaves the state alone that a later turn rests on, and a turn that changed none', async () => {
      const state = (misses: number) => ({ conversation: { state: { misses } } })
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one')], ...state(1) })
      await accept(under.store, message('2'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('two')], ...state(2) })
      await happens(under.store, edited('1', 'better'))
      expect(textsOf([await takeOne(under.store)])).toEqual(['two'])
      const again = await claimOne(under.store, { now: 11_000 })
      expect(again.conversation.state).toEqual({ misses: 2 })
      await settle(under.store, again, { outbox: [says('three')] }, 12_000)
      await happens(under.store, edited('1', 'still better', { at: 3_000 }))
      expect((await claimOne(under.store, { now: 12_000 })).conversation.state).toEqual({ misses: 2 })
    })

    test('whose reply was sent, in part or in whole, only reads otherwise from now on', async () => {
      await answer(under.store, message('1'), 'one', 'two')
      await under.store.outbox.sent(await takeOne(under.store), 'p', at.now)
      await happens(under.store, edited('1', 'better'))
      expect(await transcript()).toEqual(['better', 'one', 'two'])
      expect(textsOf([await takeOne(under.store)])).toEqual(['two'])
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('whose reply is being sent, or was when its sender vanished, only reads otherwise from now on', async () => {
      await answer(under.store, message('1'), 'one', 'two')
      const parcel = await takeOne(under.store)
      await happens(under.store, edited('1', 'better'))
      await happens(under.store, edited('1', 'best'))
      await under.store.outbox.retry(parcel, 20_000, 'busy')
      expect(textsOf([await takeOne(under.store, { now: 20_000 })])).toEqual(['one'])
      await under.store.inbox.accept([], { now: 90_000, burstMs: 0, events: [edited('1', 'best of all')] })
      expect(textsOf([await takeOne(under.store, { now: 90_000 })])).toEqual(['one'])
      expect(await transcript()).toEqual(['best of all', 'one', 'two'])
    })

    test('is answered anew although an earlier reply is being sent, which goes on', async () => {
      await answer(under.store, message('1'), 'one')
      await answer(under.store, message('2'), 'two')
      const parcel = await takeOne(under.store)
      await happens(under.store, edited('2', 'better'))
      await under.store.outbox.sent(parcel, 'p', 11_500)
      expect(await under.store.outbox.nextDueAt()).toBeUndefined()
      expect((await claimOne(under.store, { now: 11_500 })).unread.map(({ text }) => text)).toEqual(['better'])
      expect(await transcript()).toEqual(['text 1', 'one', 'better'])
    })

    test('whose turn did more than speak only reads otherwise from now on', async () => {
      const more = {
        handoff: { handoff: { accountId: ana, reason: 'legal', summary: 'A contract.' } },
        consent: { consent: { accountId: ana, consent: 'yes' } },
        facts: { remember: { accountId: ana, facts: [{ key: 'city', value: 'Turin' }] } },
      } as const
      for (const [id, effect] of Object.entries(more)) {
        await accept(under.store, message(id))
        await settle(under.store, await claimOne(under.store), { outbox: [says(id)], ...effect })
        await happens(under.store, edited(id, 'better'))
        expect(await under.store.inbox.nextDueAt()).toBeUndefined()
        const parcel = await takeOne(under.store)
        expect(textsOf([parcel])).toEqual([id])
        await under.store.outbox.sent(parcel, 'p', at.now)
      }
    })

    test('that was not answered is not thought about again', async () => {
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store))
      await happens(under.store, edited('1', 'better'))
      expect(await transcript()).toEqual(['better'])
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
    })

    test('reads as the last edit by the platform’s clock; an older one that comes late is ignored', async () => {
      await accept(under.store, message('1'))
      await happens(under.store, edited('1', 'second', { at: 3_000 }), edited('1', 'first', { at: 2_000 }))
      expect(await transcript()).toEqual(['second'])
      await happens(under.store, edited('1', 'third, in the same second', { at: 3_000 }))
      expect(await transcript()).toEqual(['third, in the same second'])
    })

    test('that says the same words changes nothing', async () => {
      await answer(under.store, message('1'), 'one')
      await happens(under.store, edited('1', 'text 1'))
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      expect(textsOf([await takeOne(under.store)])).toEqual(['one'])
    })

    test('that is unknown here is ignored', async () => {
      await accept(under.store, message('1'))
      const before = await under.everything()
      await happens(under.store, edited('9', 'better'), edited('1', 'better', { threadId: group }))
      const other = await under.open({ brand: 'tide' })
      await happens(other, edited('1', 'better'))
      expect(await under.everything()).toBe(before)
    })

    test('heard in one call with the message reads as edited; an edit of a known one comes before what is new', async () => {
      await answer(under.store, message('1'), 'one')
      const events = [edited('1', 'better'), edited('2', 'better too')]
      const cursor = { name: 'telegram', value: '5' }
      expect(await under.store.inbox.accept([message('2')], { now: 11_000, burstMs: 0, events, cursor })).toBe(1)
      expect(await (await under.open()).inbox.cursor('telegram')).toBe('5')
      const { unread } = await claimOne(under.store, { now: 11_000 })
      expect(unread.map(({ text }) => text)).toEqual(['better', 'better too'])
    })

    test('is kept in the order of calls at the same moment', async () => {
      const options = { now: 1_000, burstMs: 0 }
      await Promise.all([
        under.store.inbox.accept([message('1')], options),
        under.store.inbox.accept([], { ...options, events: [edited('1', 'better')] }),
        under.store.inbox.accept([message('2'), message('1')], options),
      ])
      expect((await claimOne(under.store)).unread.map(({ text }) => text)).toEqual(['better', 'text 2'])
    })

    test('in a group takes back the reply to its author alone', async () => {
      await accept(under.store, groupMessage('1', ana))
      await settle(under.store, await claimOne(under.store), { outbox: [says('to ana')] })
      await accept(under.store, groupMessage('2', ben))
      await settle(under.store, await claimOne(under.store), { outbox: [says('to ben')] })
      await happens(under.store, edited('1', 'better', { threadId: group }))
      expect(textsOf([await takeOne(under.store)])).toEqual(['to ben'])
      expect((await claimOne(under.store, { now: 11_000 })).unread.map(({ text }) => text)).toEqual(['better'])
    })

    test('is answered once, whoever comes first: the edit, the sender or the end of its turn', async () => {
      const other = await under.open()
      const fans = Array.from({ length: 24 }, (_, index) => accountId('telegram', index))
      await accept(under.store, ...fans.map((fan) => message('1', fan)))
      const sent: string[] = []
      const reply = async (store: Store, now: number, text: string) => {
        const claims = await store.inbox.claim({ ...at, now, limit: 8 })
        await Promise.all(claims.map((claim) => settle(store, claim, { outbox: [says(text)] }, now)))
      }
      const send = async (store: Store, now: number) => {
        for (const parcel of await store.outbox.due({ ...at, now, limit: 3 })) {
          sent.push(parcel.message.threadId)
          await store.outbox.sent(parcel, 'p', now)
        }
      }
      const edit = (store: Store, fan: AccountId) =>
        happens(store, edited('1', 'better', { threadId: message('1', fan).threadId }))
      await Promise.all([
        ...[under.store, other, under.store].map((store) => reply(store, 10_000, 'old')),
        ...fans.map((fan, index) => edit(index % 2 ? under.store : other, fan)),
        ...Array.from({ length: 8 }, (_, index) => send(index % 2 ? under.store : other, 10_000)),
      ])
      for (let now = 20_000; now < 20_030; now++) {
        await reply(other, now, 'new')
        await send(other, now)
      }
      expect(sent.toSorted()).toEqual(fans.map((fan) => message('1', fan).threadId).toSorted())
    })

    test('that fails to be written leaves nothing of its call', async () => {
      await accept(under.store, message('1'))
      const broken = message('2', ana, { sentAt: 1n as unknown as number })
      const failing = under.store.inbox.accept([broken], { now: 1_000, burstMs: 0, events: [edited('1', 'better')] })
      const fine = accept(under.store, message('3'))
      await expect(failing).rejects.toThrow()
      expect(await fine).toBe(1)
      expect(await transcript()).toEqual(['text 1', 'text 3'])
    })
  })
}
