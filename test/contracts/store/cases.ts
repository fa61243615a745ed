/** Cases as staff change them, and who answers with them. */
import { describe, expect, test } from 'vitest'
import { whichCase } from '../../../src/domain/case.ts'
import { type AccountId, type CaseId, type ConversationId, threadId } from '../../../src/domain/ids.ts'
import type { Store } from '../../../src/ports/store.ts'
import { changeCase, closedAt, noted, openOne, released, takenBy } from '../../support/change-case.ts'
import {
  accept,
  ana,
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
} from '../../support/store-harness.ts'

export function casesContract(under: StoreUnderTest): void {
  const handler = async () => (await under.store.records.conversation(group))?.openCases[0]?.handler

  describe('a case', () => {
    const change = (id: CaseId, more: Parameters<typeof changeCase>[2], now: number) =>
      changeCase(under.store, id, more, now)
    const read = (id: CaseId) => under.store.cases.get(id)

    test('is taken, given back, taken again and closed; who answers follows', async () => {
      const id = await openOne(under.store)
      expect(await handler()).toBe('bot')
      expect(await change(id, takenBy('mia'), 13_000)).toBe(true)
      expect(await read(id)).toMatchObject({
        ...{ status: 'assigned', assignee: 'mia', assigneeId: 'desk:mia', assignedAt: 13_000, handler: 'staff' },
      })
      expect(await handler()).toBe('staff')
      expect(await change(id, released, 14_000)).toBe(true)
      const waiting = await read(id)
      expect(waiting).toMatchObject({ status: 'waiting' })
      expect(waiting).not.toHaveProperty('assignee')
      expect(waiting).not.toHaveProperty('assignedAt')
      expect(await handler()).toBe('bot')
      await change(id, takenBy('tom'), 15_000)
      expect(await change(id, closedAt(16_000), 16_000)).toBe(true)
      expect(await read(id)).toMatchObject({ status: 'closed', assignee: 'tom', closedAt: 16_000 })
      const conversation = await under.store.records.conversation(group)
      expect(conversation?.openCases).toEqual([])
    })

    test.each(['ДАША', 'Даша ', 'ÉLODIE', 'dana'])(
      'of a fan named %j is of one who goes by a name of the staff',
      async (name) => {
        for (const staff of ['Даша', 'Élodie', 'Dana'])
          await under.store.colleagues.seen({ id: `desk:${staff}`, name: staff }, 1_000)
        const id = await openOne(under.store)
        await accept(under.store, groupMessage('renamed', ana, { author: { accountId: ana, name, isBot: false } }))
        expect(await read(id)).toMatchObject({ isNamedAsStaff: true })
      },
    )

    test('goes to exactly one of two staff who reach for it at once, also in two processes', async () => {
      const other = await under.open()
      for (let round = 0; round < 8; round++) {
        const id = await openOne(under.store)
        const found = await read(id)
        if (found === undefined) throw new Error('the case is there')
        const take = ({ caseChanges }: Store, name: string) =>
          caseChanges.apply([{ ...whichCase(found), version: found.version, ...takenBy(name) }], 13_000)
        const wins = await Promise.all([take(under.store, 'mia'), take(other, 'tom'), take(under.store, 'mia')])
        expect(wins.filter(Boolean)).toHaveLength(1)
        const assignee = wins[1] ? 'tom' : 'mia'
        expect(await other.cases.get(id)).toMatchObject({ status: 'assigned', assignee })
        await changeCase(other, id, closedAt(14_000), 14_000)
      }
    })

    test('is changed only as it was read, and where it was', async () => {
      const id = await openOne(under.store)
      const found = await read(id)
      if (found === undefined) throw new Error('the case is there')
      const { version } = found
      await change(id, takenBy('mia'), 13_000)
      const before = await under.everything()
      const { apply } = under.store.caseChanges
      for (const more of [takenBy('tom'), released, closedAt(14_000), noted('tom', 'Mine.')])
        expect(await apply([{ ...whichCase(found), version, ...more }], 14_000)).toBe(false)
      const elsewhere = { ...whichCase(found), conversationId: 'elsewhere' as ConversationId }
      expect(await apply([{ ...elsewhere, ...noted('tom', 'There.') }], 14_000)).toBe(false)
      expect(await under.everything()).toBe(before)
      expect(await handler()).toBe('staff')
    })

    test('is changed with others or not at all', async () => {
      const id = await openOne(under.store)
      const found = await read(id)
      if (found === undefined) throw new Error('the case is there')
      const late = { ...whichCase(found), version: found.version - 1, ...noted('tom', 'Late.') }
      expect(await under.store.caseChanges.apply([{ ...whichCase(found), ...takenBy('mia') }, late], 13_000)).toBe(
        false,
      )
      expect(await read(id)).toEqual(found)
    })

    test('closed while nobody had it leaves the bot to answer, and a new one may be opened', async () => {
      const id = await openOne(under.store)
      expect(await change(id, closedAt(13_000), 13_000)).toBe(true)
      expect(await openOne(under.store)).not.toBe(id)
    })

    test('that is taken while the bot still thinks has the turn thought about anew, for staff', async () => {
      const id = await openOne(under.store)
      await accept(under.store, groupMessage('2'))
      const claim = await claimOne(under.store)
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      await change(id, takenBy('mia'), 13_000)
      expect(heard.toSorted()).toEqual(['inbox', 'outbox'])
      expect(await settle(under.store, claim, { outbox: [says('talking over mia')] })).toBe(false)
      const anew = await claimOne(under.store)
      expect(anew.conversation).toMatchObject({ openCases: [{ handler: 'staff', status: 'assigned' }] })
      expect(anew.failures).toBe(0)
      expect(await under.store.outbox.due(at)).toEqual([])
    })

    test('of one member of a group is theirs: another’s stays with who has it, and one claim brings both', async () => {
      const id = await openOne(under.store)
      await accept(under.store, groupMessage('2', ben))
      const his = { accountId: ben, reason: 'legal', summary: 'Beans lost.' } as const
      await settle(under.store, await claimOne(under.store), { handoff: his }, 12_500)
      await change(id, takenBy('mia'), 13_000)
      await accept(under.store, groupMessage('3', ben))
      const { openCases } = (await claimOne(under.store)).conversation
      const handlers = Object.fromEntries(openCases.map(({ accountId, handler }) => [accountId, handler]))
      expect(handlers).toEqual({ [ana]: 'staff', [ben]: 'bot' })
      const moved = threadId('telegram', -200)
      await happens(under.store, { kind: 'moved', threadId: group, to: moved, at: 14_000 })
      expect((await under.store.records.conversation(moved))?.openCases).toHaveLength(2)
    })

    test('shows staff what its member says and is answered, and lets what others are answered leave', async () => {
      const { deskWork, caseChanges } = under.store
      const hers = (await read(await openOne(under.store))) ?? expect.fail('the case is there')
      await deskWork.threadOpened(
        hers.id,
        { threadId: threadId('telegram', -900, 1), card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        12_500,
      )
      await accept(under.store, groupMessage('2', ben))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one to ben'), says('two to ben')] })
      await accept(under.store, groupMessage('3'))
      await settle(under.store, await claimOne(under.store), { outbox: [says('one to ana'), says('two to ana')] })
      const [unrelayed] = await deskWork.unrelayed(20)
      const lines = unrelayed?.lines.map(({ line }) => line.text) ?? []
      expect(lines.slice(-3)).toEqual(['text 3', 'one to ana', 'two to ana'])
      expect(lines).not.toContain('text 2')
      expect(lines.join()).not.toMatch(/to ben/)
      await caseChanges.apply([{ ...hers, version: hers.version, dropUnsent: true }], 13_000)
      const left = await under.database.query("select body from messages where state = 'pending'")
      const bodies = left.map(({ body }) => String(body)).join()
      expect(bodies).toMatch(/one to ben.*two to ben/)
      expect(bodies).not.toMatch(/to ana/)
    })

    test('shows staff an album when all of it is there, and nothing before it that came later', async () => {
      const { deskWork } = under.store
      const hers = (await read(await openOne(under.store))) ?? expect.fail('the case is there')
      await deskWork.threadOpened(
        hers.id,
        { threadId: threadId('telegram', -900, 1), card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
        12_500,
      )
      const lines = async () =>
        (await deskWork.unrelayed(20)).flatMap(({ lines }) => lines.map(({ line }) => line.text))
      await accept(under.store, groupMessage('2', ana, { album: 'a', text: 'album' }), groupMessage('3'))
      // Another line of the fan has a random text, which may begin as ours does.
      const before = await lines()
      for (const text of ['album', 'text 3']) expect(before).not.toContain(text)
      await settle(under.store, await claimOne(under.store))
      expect((await lines()).slice(-2)).toEqual(['album', 'text 3'])
    })

    test('carries notes of staff in the order they were written, also after it is closed', async () => {
      const id = await openOne(under.store)
      const notes = async () => (await under.store.cases.story(id, 1))?.notes
      expect(await notes()).toEqual([])
      await change(id, noted('mia', 'Called \0 her.'), 13_000)
      await change(id, closedAt(14_000), 14_000)
      expect(await change(id, noted('tom', 'She is happy.'), 12_000)).toBe(true)
      expect(await notes()).toEqual([
        { staff: 'mia', text: 'Called \uFFFD her.', at: 13_000 },
        { staff: 'tom', text: 'She is happy.', at: 12_000 },
      ])
    })

    test('asked for once more is another one: who decided on it as it was is refused', async () => {
      const found = (await read(await openOne(under.store))) ?? expect.fail('the case is there')
      await accept(under.store, groupMessage('again'))
      const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans very late.' } as const
      await settle(under.store, await claimOne(under.store), { handoff }, 12_500)
      const { apply } = under.store.caseChanges
      expect(await apply([{ ...whichCase(found), version: found.version, ...takenBy('mia') }], 13_000)).toBe(false)
    })

    test('goes into private only where no other of the fan is open', async () => {
      const hers = (await read(await openOne(under.store))) ?? expect.fail('the case is there')
      await accept(under.store, message('private'))
      const claim = await claimOne(under.store)
      const handoff = { accountId: ana, reason: 'payment', summary: 'Twice.' } as const
      await settle(under.store, claim, { handoff }, 12_500)
      const move = { ...whichCase(hers), moveTo: claim.conversation.id }
      const { apply } = under.store.caseChanges
      expect(await apply([move], 13_000)).toBe(false)
      expect(await read(hers.id)).toEqual(hers)
      const [other] = (await under.store.records.conversation(message('private').threadId))?.openCases ?? []
      await change(other?.id ?? expect.fail('it is open'), closedAt(14_000), 14_000)
      expect(await apply([move], 15_000)).toBe(true)
      expect(await read(hers.id)).toMatchObject({ conversationId: claim.conversation.id, originThread: group })
    })

    test('is stepped into in a group beside those of other members, never beside one of the same', async () => {
      const { conversationId, threadId } = (await read(await openOne(under.store))) ?? expect.fail('the case is there')
      const staff = { id: 'desk:mia', name: 'mia' }
      const stepIn = (accountId: AccountId) => {
        const id = crypto.randomUUID() as string as CaseId
        const given = { id, conversationId, threadId, accountId, staff, summary: 'Seen.' }
        return under.store.caseChanges.apply([], 13_000, given)
      }
      expect(await stepIn(ana)).toBe(false)
      expect(await stepIn(ben)).toBe(true)
      expect(await stepIn(ben)).toBe(false)
      expect(await under.store.cases.list()).toHaveLength(2)
    })

    test('is unknown to another brand, and where there is none', async () => {
      const id = await openOne(under.store)
      const found = await read(id)
      if (found === undefined) throw new Error('the case is there')
      const other = await under.open({ brand: 'tide' })
      const nowhere = 'nowhere' as CaseId
      for (const [store, unknown] of [
        [other, id],
        [under.store, nowhere],
      ] as const) {
        expect(await store.cases.get(unknown)).toBeUndefined()
        expect(await store.cases.story(unknown, 1)).toBeUndefined()
        const which = { ...whichCase(found), id: unknown }
        for (const more of [takenBy('eve'), released, closedAt(13_000), noted('eve', 'hello')])
          expect(await store.caseChanges.apply([{ ...which, ...more }], 13_000)).toBe(false)
      }
      expect(await read(id)).toEqual(found)
      expect((await under.store.cases.story(id, 1))?.notes).toEqual([])
    })
  })

  describe('what waits for the fan of a case', () => {
    const caseId = 'h1' as CaseId
    const state = {
      pending: { kind: 'csat', caseId, until: 99_000, accountId: ana },
      reopen: { caseId, until: 99_000 },
      lastAnswerId: '"caseId": "handoffId":',
    } as const
    const readState = async () => (await under.store.records.conversation(group))?.state

    test('is kept under the name programs before this one gave it, and read by its own', async () => {
      await accept(under.store, groupMessage('1'))
      await settle(under.store, await claimOne(under.store), { conversation: { state } })
      expect(await readState()).toEqual(state)
      const [row] = await under.database.query('select state from conversations')
      expect(JSON.parse(String(row?.state))).toMatchObject({
        ...{ pending: { handoffId: caseId }, reopen: { handoffId: caseId }, lastAnswerId: state.lastAnswerId },
      })
    })

    test('survives a change of the case', async () => {
      const id = await openOne(under.store)
      await changeCase(under.store, id, { state }, 13_000)
      await changeCase(under.store, id, { state: { pending: undefined } }, 14_000)
      const { pending, ...left } = state
      expect(pending.caseId).toBe(caseId)
      expect(await readState()).toEqual(left)
    })
  })
}
