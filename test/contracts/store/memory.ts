/** Memory: transcript, consent and scope, export, forgetting, the end of old rows, odd text. */

import { describe, expect, test } from 'vitest'
import { accountId, type CaseId, type ThreadId, threadId } from '../../../src/domain/ids.ts'
import type { Outgoing } from '../../../src/domain/message.ts'
import type { WorkOffer } from '../../../src/domain/work.ts'
import type { Store } from '../../../src/ports/store.ts'
import { tables } from '../../../src/store/database/schema.ts'
import { changeCase, noted } from '../../support/change-case.ts'
import {
  accept,
  ana,
  answer,
  at,
  ben,
  claimOne,
  forgetBeside,
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
const named = (name: string) => accountId('telegram', name)
const licence = { text: 'You may.', version: '1', lang: 'en', scope: '', until: 1e12 }
const workOffer: WorkOffer = {
  ...{ text: 'ana-trace made this', message: '1', row: 1, lang: 'en', how: 'offered', licence, credit: 'ana-trace' },
}
/** What is said beside an answer, of somebody else's work. */
const quoting = (work: string) => ({ ...says('A quote'), work }) as Outgoing
const turin = { accountId: ana, facts: [{ key: 'city', value: 'Turin' }] }

export function memoryContract(under: StoreUnderTest): void {
  describe('a summary made after the reply', () => {
    const told = async () => {
      await accept(under.store, message('1'), message('2'))
      const claim = await claimOne(under.store)
      const rows = claim.unread.map(({ row }) => row)
      await settle(under.store, claim, {})
      return { id: claim.conversation.id, rows, thread: claim.conversation.threadId }
    }
    const kept = async (thread: ThreadId) => (await under.store.records.conversation(thread))?.summary

    test('is kept with the last row it covers', async () => {
      const { id, rows, thread } = await told()
      await under.store.memory.keepSummary(id, { text: 'They talked.', rows, after: 0, personaVersion: 'v1' })
      expect(await under.store.records.conversation(thread)).toMatchObject({
        summary: 'They talked.',
        summaryUpTo: rows.at(-1),
        summaryVersion: 'v1',
      })
    })

    test('is not, where another was made meanwhile', async () => {
      const { id, rows, thread } = await told()
      await under.store.memory.keepSummary(id, { text: 'First.', rows, after: 0, personaVersion: 'v1' })
      await under.store.memory.keepSummary(id, { text: 'Second.', rows, after: 0, personaVersion: 'v1' })
      expect(await kept(thread)).toBe('First.')
    })

    test('is not, where a line it retells was taken back meanwhile', async () => {
      const { id, rows, thread } = await told()
      await happens(under.store, { kind: 'deleted', threadId: thread, messageIds: ['1'], at: 2_000 })
      await under.store.memory.keepSummary(id, { text: 'A secret.', rows, after: 0, personaVersion: 'v1' })
      expect(await kept(thread)).toBeUndefined()
    })

    test('is not, where a fan was forgotten meanwhile', async () => {
      const { id, rows, thread } = await told()
      await forgetBeside(under.store, ana)
      await under.store.memory.keepSummary(id, { text: 'A secret.', rows, after: 0, personaVersion: 'v1' })
      expect(await kept(thread)).toBeUndefined()
    })
  })

  describe('recall', () => {
    test('tells what was said before a row, both sides, oldest first, up to the limit', async () => {
      await answer(under.store, groupMessage('1', ana), 'one', 'two')
      await accept(under.store, groupMessage('2', ben), groupMessage('3', ana))
      const { conversation, unread } = await claimOne(under.store)
      const before = unread[1]?.row ?? 0
      const { transcript } = await under.store.memory.recall(conversation.id, ana, { before, limit: 3 })
      expect(transcript.map(({ from, name, text }) => [from, name, text])).toEqual([
        ['brand', '', 'one'],
        ['brand', '', 'two'],
        ['fan', 'ben', 'text 2'],
      ])
      expect(transcript[0]).toMatchObject({ at: at.now, speaker: { kind: 'bot' } })
      expect(transcript[2]).toMatchObject({ at: 1_000, accountId: ben, messageId: '2' })
    })

    test('leaves out what was never heard: dead letters, reactions, echoes of ourselves', async () => {
      await accept(under.store, message('1'), message('2', ana, { isOwn: true, text: 'echo' }))
      const claim = await claimOne(under.store)
      await settle(under.store, claim, {
        outbox: [says('dead'), { kind: 'reaction', emoji: '👍', messageId: '1', speaker: { kind: 'bot' } }],
      })
      await under.store.outbox.deadLetter(await takeOne(under.store), 'gone', 11_000)
      const { transcript } = await under.store.memory.recall(claim.conversation.id, ana, all)
      expect(transcript.map(({ text }) => text)).toEqual(['text 1'])
    })

    test('knows nothing of a fan never seen, and writes nothing by looking', async () => {
      await accept(under.store, message('1'))
      const { conversation } = await claimOne(under.store)
      const before = await under.everything()
      expect(await under.store.memory.recall(conversation.id, ben, all)).toMatchObject({
        fan: { consent: 'unasked' },
        facts: [],
      })
      expect(await under.everything()).toBe(before)
    })

    test('knows a fan from the first message, in the language last written in', async () => {
      await accept(under.store, message('1'))
      const claim = await claimOne(under.store)
      const first = await under.store.memory.recall(claim.conversation.id, ana, all)
      await settle(under.store, claim, { conversation: { lang: 'zh' } })
      const second = await under.store.memory.recall(claim.conversation.id, ana, all)
      expect(second.fan).toEqual({ ...first.fan, lang: 'zh' })
    })

    test('keeps facts only with consent, and tells them only where they were told', async () => {
      await accept(under.store, message('1'), groupMessage('1'))
      const [direct, inGroup] = await under.store.inbox.claim(at)
      if (!direct || !inGroup) throw new Error('two conversations')
      await settle(under.store, inGroup, { remember: turin })
      expect((await under.store.memory.recall(inGroup.conversation.id, ana, all)).facts).toEqual([])
      const consent = { accountId: ana, consent: 'yes' } as const
      await settle(under.store, direct, { consent, remember: turin }, 12_000)
      const here = await under.store.memory.recall(direct.conversation.id, ana, all)
      expect(here.fan.consent).toBe('yes')
      expect(here.facts).toEqual([{ key: 'city', value: 'Turin', scope: direct.conversation.id, toldAt: 12_000 }])
      const there = await under.store.memory.recall(inGroup.conversation.id, ana, all)
      expect(there.fan.consent).toBe('yes')
      expect(there.facts).toEqual([])
      expect((await under.store.memory.recall(direct.conversation.id, ben, all)).facts).toEqual([])
    })

    test('lets what was told be used in all private talks of the fan, where they say so, and in no group', async () => {
      const there = accountId('discord', 'ana')
      await accept(
        under.store,
        message('1'),
        groupMessage('1'),
        message('1', there, { threadId: threadId('discord', 'ana') }),
      )
      const claims = await under.store.inbox.claim(at)
      const [direct, inGroup, elsewhere] = [ana, ana, there].map((account, index) =>
        claims.find(
          ({ conversation, unread: [first] }) =>
            first.author.accountId === account && (conversation.surface === 'group') === (index === 1),
        ),
      )
      if (!direct || !inGroup || !elsewhere) throw new Error('three conversations')
      const yes = (account: typeof ana) => ({ consent: { accountId: account, consent: 'yes' as const } })
      const said = { row: direct.unread[0].row }
      const facts = [{ key: 'city', value: 'Turin', ...said }]
      await settle(under.store, direct, { ...yes(ana), remember: { accountId: ana, facts } }, 12_000)
      await settle(
        under.store,
        inGroup,
        { remember: { accountId: ana, facts: [{ key: 'dog', value: 'Rex' }] } },
        12_000,
      )
      await settle(under.store, elsewhere, yes(there))
      const seen = async (claim: typeof direct, account: typeof ana) =>
        (await under.store.memory.recall(claim.conversation.id, account, all)).facts.map(({ value }) => value)
      expect(await seen(direct, ana)).toEqual(['Turin'])
      const tellAll = async (isEverywhere: boolean) => {
        await accept(under.store, message(`all ${isEverywhere}`))
        await settle(under.store, await claimOne(under.store, { now: 20_000 }), {
          scope: { accountId: ana, isEverywhere },
        })
      }
      await tellAll(true)
      expect(await seen(direct, ana)).toEqual(['Rex', 'Turin'])
      expect(await seen(inGroup, ana)).toEqual(['Rex'])
      expect(await seen(elsewhere, there)).toEqual([])
      await tellAll(false)
      expect(await seen(direct, ana)).toEqual(['Turin'])
      await happens(under.store, {
        kind: 'deleted',
        threadId: threadId('telegram', 'ana'),
        messageIds: ['1'],
        at: 21_000,
      })
      expect(await seen(direct, ana)).toEqual([])
    })

    test('keeps the newest of a fact told twice, and none once consent is taken back', async () => {
      await tell('1', { consent: { accountId: ana, consent: 'yes' }, remember: turin })
      const id = await tell('2', { remember: { accountId: ana, facts: [{ key: 'city', value: 'Milan' }] } })
      expect((await under.store.memory.recall(id, ana, all)).facts).toMatchObject([{ value: 'Milan' }])
      await tell('3', { consent: { accountId: ana, consent: 'no' } })
      expect((await under.store.memory.recall(id, ana, all)).facts).toEqual([])
      expect(await under.everything()).not.toContain('Milan')
    })

    test('never crosses from one brand to another', async () => {
      const id = await tell('1', { consent: { accountId: ana, consent: 'yes' }, remember: turin })
      const other = await under.open({ brand: 'tide' })
      expect(await other.memory.recall(id, ana, all)).toMatchObject({
        transcript: [],
        fan: { consent: 'unasked' },
        facts: [],
      })
      expect(Object.values(await other.memory.exportFan(ana)).flat()).toEqual([])
      await forgetBeside(other, ana)
      expect((await under.store.memory.recall(id, ana, all)).facts).toHaveLength(1)
    })
  })

  async function tell(id: string, more: Parameters<typeof settle>[2]) {
    await accept(under.store, message(id))
    const claim = await claimOne(under.store)
    await settle(under.store, claim, more)
    return claim.conversation.id
  }

  /** As staff do, in a thread of their own. */
  async function workOnCase(id: CaseId) {
    const { cases, caseChanges, deskWork, proposals } = under.store
    const staffThread = threadId('telegram', -500, 7)
    await deskWork.threadOpened(
      id,
      { threadId: staffThread, card: says('Ana-trace needs a person.'), titledAs: 'legal', upTo: 0, behind: [] },
      20_000,
    )
    const [shown] = await deskWork.unrelayed(1)
    await deskWork.relay(id, shown?.lines.map(({ row }) => ({ row, outgoing: says('ana-trace again') })) ?? [], 20_000)
    const found = await cases.get(id)
    if (found === undefined) throw new Error('the case is there')
    await caseChanges.apply(
      [{ ...found, set: {}, timers: { snooze: 30_000 }, promise: { text: 'Soon, ana-trace.', dueAt: 30_000 } }],
      20_000,
    )
    const answer = { id: 'ana-trace', asks: ['ana-trace?'], answer: { en: 'ana-trace' } }
    await proposals.propose({ id: 'p1', caseId: id, by: 'mia', answer, at: 20_000 })
  }

  /** Staff are told of what was reported, in their own thread. */
  async function quoteReports({ issues }: Store) {
    const quotes = (await issues.unheard(10)).map(({ id }) => id)
    const listed = { ...says('🎁 #1 ana-trace'), tellsOf: [ana] } as Outgoing
    const told = [
      { outgoing: says('“ana-trace”, says a fan'), quotes },
      { outgoing: listed, quotes: [] },
    ]
    await issues.tell(threadId('telegram', -500, 9), told, 20_000)
  }

  /** Each turn of Ana's as a question, which is told of by her own line too. */
  async function countQuestions({ insights }: Store) {
    const turns = (await insights.uncounted(50)).filter(({ messages }) =>
      messages.some(({ author }) => author.accountId === ana),
    )
    await insights.count(
      turns.map(({ turnId, conversationId, at: when, messages }) => ({
        ...{ turnId, conversationId, at: when, day: '1970-01-01', counts: [] },
        asked: {
          ...{ accountId: ana, row: messages[0]?.row ?? 0, topic: 'ana-trace', outcome: 'answered' },
          reason: 'model-reply',
        },
        effects: [{ kind: 'thanked', accountId: ana, on: { firstBehind: messages[0]?.row ?? 0 } }],
      })),
    )
  }

  /** Ana's account elsewhere, joined to this one; a request that came to nothing, a wrong code, and an offer of help. */
  async function joinAccounts() {
    const { query } = under.database
    const brand = `'pip', '${ana}'`
    await query(`insert into links (id, brand, account_a, account_b, made_at) values ('l', ${brand}, 'discord:ana', 1)`)
    await query(`insert into link_requests
      (id, brand, from_account, code_hash, from_conversation, is_open, state, made_at, expires_at)
      values ('r', ${brand}, 'hash', (select id from conversations limit 1), 0, 'refused', 1, 1)`)
    await query(`insert into link_misses (brand, account_id, at) values (${brand}, 1)`)
    await query(`insert into helpers (brand, account_id, conversation_id, from_hour, to_hour, since)
      values (${brand}, (select id from conversations limit 1), 9, 17, 1)`)
  }

  /** A title in the group, and the circle: Ana is invited to it, and votes in a round that is asked in the group. */
  async function setApart({ circle, inbox, titles }: Store) {
    const given = { title: 'ana-trace', name: 'Ana-trace the Bean', since: 20_000, shown: 'words' } as const
    for (const { conversation } of await titles.groupsOf(ana))
      await titles.give({ ...given, accountId: ana, conversation })
    const talk = await circle.talkWith(ana)
    if (!talk) throw new Error('there is a private talk')
    await circle.invite(ana, talk, [says('Dear ana-trace')], 20_000)
    const round = { question: 'Which?', options: ['Oat', 'Soy'], by: 'Mia' }
    const { number } = await circle.ask(round, [{ threadId: group, outgoing: () => [says('Which?')] }], 20_000)
    await accept(under.store, message('vote', ana, { text: 'ana-trace votes' }))
    for (const claim of await inbox.claim({ ...at, now: 20_000 }))
      await settle(
        under.store,
        claim,
        {
          vote: { number, choice: 1, account: ana },
          standing: {
            kind: 'circle',
            account: ana,
            answer: 'yes',
            link: { threadId: group, link: 'https://x/join' },
          },
        },
        20_000,
      )
  }

  /** Ana in every table, with Ben beside her in the group. */
  async function leaveTraces() {
    const summary = 'Ana-trace likes beans.'
    const more = {
      consent: { accountId: ana, consent: 'yes' },
      remember: { accountId: ana, facts: [{ key: 'ana-trace', value: 'ana-trace' }] },
      handoff: { accountId: ana, reason: 'legal', summary },
      conversation: { summary, lang: 'it', state: { pending: { kind: 'forget', accountId: ana } } },
      outbox: [says('Dear ana-trace')],
      draft: {
        ...{ accountId: ana, summary, expiresAt: 90_000, outgoing: [says('Perhaps, ana-trace.')] },
        grounds: { kind: 'reply', reason: 'greeting', flags: [], topic: 'greeting' },
      },
    } as const
    await accept(
      under.store,
      message('1', ana, { text: 'ana-trace' }),
      groupMessage('1', ana, { text: 'ana-trace in public' }),
    )
    for (const claim of await under.store.inbox.claim(at)) {
      const reports = [{ accountId: ana, row: claim.unread[0].row, at: 1_000, kind: 'complaint' }] as const
      const work = { kind: 'offered', account: ana, conversation: claim.conversation.id, offer: workOffer } as const
      const seen = { what: 'reach', at: 1_000, weight: 1, key: 'ana-trace', accountId: ana } as const
      const evidence = [{ ...seen, row: claim.unread[0].row }]
      await settle(under.store, claim, { ...more, reports, work, evidence })
    }
    const [given] = await under.store.works.ofFan(ana)
    if (!given) throw new Error('a work was given')
    await under.store.works.decide(given.number, 'accepted', { who: 'Mia', answers: ['beans'], now: 15_000 })
    await under.store.ownLinks.keep('a hash', ana, 90_000)
    await quoteReports(under.store)
    await accept(under.store, groupMessage('2', ben, { text: 'ben-trace' }), message('1', ben, { text: 'ben-trace' }))
    for (const claim of await under.store.inbox.claim({ ...at, now: 20_000 })) {
      await settle(under.store, claim, { outbox: [says('Dear Ben'), quoting(given.id)] }, 20_000)
    }
    const [open] = await under.store.cases.list()
    if (open) await changeCase(under.store, open.id, noted('mia', 'Call ana-trace.'), 20_000)
    if (open) await workOnCase(open.id)
    await setApart(under.store)
    await happens(under.store, {
      kind: 'reacted',
      threadId: group,
      messageId: '2',
      accountId: ana,
      emojis: ['ana-trace'],
      at: 1,
    })
    await happens(under.store, {
      kind: 'reacted',
      threadId: group,
      messageId: '1',
      accountId: ben,
      emojis: ['🫘'],
      at: 1,
    })
    await accept(under.store, groupMessage('3', ana, { text: 'ana-trace unread' }))
    await under.store.keyValues.set(`cooldown::${ana}`, 'ana-trace')
    await joinAccounts()
    await under.store.keyValues.set(`cooldown::${ben}`, 'ben-trace')
    await countQuestions(under.store)
  }

  describe('a fan’s data', () => {
    test('is exported from every table that holds something of fans', async () => {
      await leaveTraces()
      expect((await under.database.tableNames()).toSorted()).toEqual(Object.keys(tables).toSorted())
      for (const parcel of await under.store.outbox.due({ ...at, now: 30_000 }))
        await under.store.outbox.sent(parcel, 'ours-2', 30_000, { parts: ['ours-1', 'ours-2'] })
      const exported = await under.store.memory.exportFan(ana)
      const expected = Object.entries(tables).filter(([, whose]) => whose === 'of-fans')
      expect(Object.keys(exported).toSorted()).toEqual(expected.map(([table]) => table).toSorted())
      for (const [table, rows] of Object.entries(exported)) expect(rows, table).not.toEqual([])
      expect(JSON.stringify(exported)).toContain('ana-trace in public')
      expect(JSON.stringify(exported)).not.toContain('ben-trace')
    })

    test('is forgotten in every table; what others said stays', async () => {
      await leaveTraces()
      await forgetBeside(under.store, ana)
      const left = await under.everything()
      expect(left).not.toContain('telegram:ana')
      expect(left.replaceAll('Dear ana-trace', '')).not.toMatch(/ana-trace/i)
      expect(Object.values(await under.store.memory.exportFan(ana)).flat()).toEqual([])
      expect(left.match(/ben-trace/g)).toHaveLength(3)
      // Her direct conversation is gone with all that was to be said there; the group's reply was said to all.
      const parcels = await under.store.outbox.due({ ...at, now: 30_000 })
      expect(new Set(parcels.map(({ message }) => message.threadId))).toEqual(new Set([group, 'telegram:ben']))
      // Of the group nothing is unread any more, and it works on.
      expect(await under.store.inbox.claim({ ...at, now: 30_000 })).toEqual([])
      expect(await under.store.inbox.nextDueAt()).toBeUndefined()
      await accept(under.store, groupMessage('4', ben))
      expect((await claimOne(under.store, { now: 40_000 })).unread).toHaveLength(1)
    })

    test('is forgotten within a settle, and the farewell still reaches the fan', async () => {
      await leaveTraces()
      await under.store.outbox.due({ ...at, limit: 1 })
      await accept(under.store, message('9', ana, { text: 'forget me, ana-trace' }))
      const claims = await under.store.inbox.claim({ ...at, now: 30_000 })
      const claim = claims.find(({ conversation }) => conversation.surface === 'direct')
      if (!claim) throw new Error('the direct conversation is due')
      expect(await settle(under.store, claim, { forget: ana, outbox: [says('Forgotten.')] }, 31_000)).toBe(true)
      const left = await under.everything()
      expect(left.replaceAll('Dear ana-trace', '')).not.toMatch(/ana-trace/i)
      expect(Object.values(await under.store.memory.exportFan(ana)).flat()).toEqual([])
      const parcels = await under.store.outbox.due({ ...at, now: 40_000 })
      expect(textsOf(parcels.filter(({ message }) => message.surface === 'direct'))).toContain('Forgotten.')
      expect((await under.store.memory.recall(claim.conversation.id, ana, all)).transcript).toMatchObject([
        { text: 'Forgotten.' },
      ])
      expect(await under.store.records.conversation(claim.conversation.threadId)).toMatchObject({ state: {} })
    })

    test('leaves neither words nor a thread once the farewell has left, or never can, and the next word begins anew', async () => {
      const forgets = async (id: string, now: number) => {
        await accept(under.store, message(id, ana))
        const claim = await claimOne(under.store, { now })
        await settle(
          under.store,
          claim,
          { forget: ana, outbox: [says('Forgotten.'), says('Farewell.')], introduced: ana },
          now,
        )
        return await takeOne(under.store, { now })
      }
      await under.store.outbox.sent(await forgets('1', 20_000), 'f1', 20_000)
      await under.store.outbox.deadLetter(await takeOne(under.store, { now: 21_000 }), 'gone', 21_000)
      expect(await under.everything()).not.toContain('telegram:ana')
      const first = await forgets('2', 30_000)
      await accept(under.store, message('3', ana))
      await under.store.outbox.sent(first, 'f2', 30_000)
      const last = await takeOne(under.store, { now: 31_000 })
      await under.store.outbox.sent(last, 'f3', 31_000)
      expect((await claimOne(under.store, { now: 32_000 })).unread).toMatchObject([{ id: '3' }])
      expect(await under.everything()).not.toMatch(/Forgotten|Farewell/)
    })

    test('leaves the cards, lines and listings of others in a staff chat that has no threads, and takes all of theirs', async () => {
      const { deskWork, issues } = under.store
      const chat = threadId('telegram', -600)
      const opened = async (from: typeof ana, words: string) => {
        await accept(under.store, message('1', from, { text: `${words} asks` }))
        const claim = await claimOne(under.store)
        await settle(under.store, claim, { handoff: { accountId: from, reason: 'legal', summary: words } })
        const [one] = (await under.store.cases.list({ limit: 10 })).filter(({ summary }) => summary === words)
        if (!one) throw new Error('a case was opened')
        const card = { threadId: chat, card: says(`card of ${words}`), titledAs: 'legal', upTo: 0, behind: [] } as const
        await deskWork.threadOpened(one.id, card, 20_000)
        const [shown] = (await deskWork.unrelayed(10)).filter((unrelayed) => unrelayed.case.id === one.id)
        const lines = shown?.lines.map(({ row }) => ({ row, outgoing: says(`line of ${words}`) })) ?? []
        await deskWork.relay(one.id, lines, 20_000)
      }
      await opened(ana, 'ana-trace')
      await opened(ben, 'ben-trace')
      await issues.tell(chat, [{ outgoing: says('a listing'), quotes: [] }], 20_000)
      for (let nth = 0; nth < 10; nth++)
        for (const parcel of await under.store.outbox.due({ ...at, now: 21_000 }))
          await under.store.outbox.sent(parcel, `m${parcel.message.threadId}${nth}`, 21_000)
      const staffSaid = (id: string, text: string, on: string) =>
        message(id, accountId('telegram', 'dana'), {
          threadId: chat,
          text,
          surface: 'group',
          replyTo: { messageId: on, isToBot: true },
        })
      const [{ message_id: card }] = (await under.database.query(
        "select message_id from messages where body like '%card of ana-trace%'",
      )) as [{ message_id: string }]
      const [{ message_id: other }] = (await under.database.query(
        "select message_id from messages where body like '%card of ben-trace%'",
      )) as [{ message_id: string }]
      await accept(
        under.store,
        staffSaid('s1', '/note ana-trace is kind', card),
        staffSaid('s2', '/note ben-trace too', other),
      )
      await under.store.memory.forget(
        ana,
        { tombstone: { words: says('Gone.'), title: says('Forgotten') } } as never,
        30_000,
      )
      const left = await under.everything()
      expect(left).not.toContain('ana-trace')
      for (const words of ['card of ben-trace', 'line of ben-trace', 'a listing', '/note ben-trace too'])
        expect(left).toContain(words)
    })

    test('leaves a wave without the words it was noticed by once no report of it is left', async () => {
      const { issues } = under.store
      const reports = async (from: typeof ana) => {
        await accept(under.store, message('1', from))
        const claim = await claimOne(under.store)
        const row = claim.unread[0].row
        await settle(under.store, claim, { reports: [{ accountId: from, row, at: 1_000, kind: 'complaint' }] })
        return (await issues.unheard(10)).at(-1)?.id ?? 0
      }
      const attached = [
        { report: await reports(ana), issue: 'k' },
        { report: await reports(ben), issue: 'k' },
      ]
      expect(await issues.claimWatch('me', 1_000, 60_000)).toBe(true)
      const numbers = await issues.keep('me', { attached, made: [{ key: 'k', title: 'pecan · box' }] }, 1_000)
      const issue = numbers?.get('k') ?? 0
      const heard = attached.map(({ report }) => report)
      const wave = { at: 1_000, people: 2 }
      await issues.finish(
        'me',
        heard,
        [
          { ...wave, issue, topic: 'pecan · box' },
          { ...wave, topic: 'pecan · lid' },
        ],
        1_000,
      )
      await under.store.memory.forget(ana, {}, 2_000)
      expect((await issues.waves(0)).map(({ topic }) => topic)).toEqual(['pecan · box', 'pecan · lid'])
      await under.store.memory.forget(ben, {}, 2_000)
      expect((await issues.waves(0)).map(({ topic }) => topic)).toEqual([undefined, undefined])
      expect(await under.everything()).not.toContain('pecan')
    })

    test('leaves an issue that nobody named without their words once no report of it is left', async () => {
      const { issues } = under.store
      const reports = async (from: typeof ana) => {
        await accept(under.store, message('1', from))
        const claim = await claimOne(under.store)
        const row = claim.unread[0].row
        await settle(under.store, claim, { reports: [{ accountId: from, row, at: 1_000, kind: 'complaint' }] })
        return (await issues.unheard(10)).at(-1)?.id ?? 0
      }
      const attached = [
        { report: await reports(ana), issue: 'k' },
        { report: await reports(ben), issue: 'k' },
      ]
      expect(await issues.claimWatch('me', 1_000, 60_000)).toBe(true)
      await issues.keep('me', { attached, made: [{ key: 'k', title: 'pecan · box' }] }, 1_000)
      await under.store.memory.forget(ana, {}, 2_000)
      expect(await issues.get(1, 2_000)).toMatchObject({ title: 'pecan · box', reporters: 2 })
      await under.store.memory.forget(ben, {}, 2_000)
      expect(await issues.get(1, 2_000)).toMatchObject({ title: 'several alike', reporters: 2 })
      expect(await under.everything()).not.toContain('pecan')
    })

    test('leaves nothing of what they alone were shown in a group', async () => {
      await accept(under.store, groupMessage('1', ana))
      const alone = { ...says('Counted.'), onlyFor: ana } as Outgoing
      await settle(under.store, await claimOne(under.store), { outbox: [alone] })
      await under.store.outbox.sent(await takeOne(under.store), 'a', 12_000)
      await accept(under.store, groupMessage('2', ana))
      await settle(under.store, await claimOne(under.store, { now: 20_000 }), { forget: ana, outbox: [alone] }, 20_000)
      await under.store.outbox.sent(await takeOne(under.store, { now: 20_000 }), 'b', 20_000)
      expect(await under.everything()).not.toContain('telegram:ana')
    })

    test('includes a reply that was taken back before anybody heard it, and why it was given', async () => {
      await answer(under.store, groupMessage('1', ben), 'Hello Ben.')
      await answer(under.store, groupMessage('2', ana), 'Dear ana-trace')
      const words = { kind: 'edited', threadId: group, messageId: '2', text: 'something else', at: 2_000 } as const
      await happens(under.store, words)
      const exported = await under.store.memory.exportFan(ana)
      expect(exported.messages?.map(({ state }) => state).toSorted()).toEqual(['unread', 'withdrawn'])
      expect(exported.decisions).toHaveLength(1)
      await forgetBeside(under.store, ana)
      expect(await under.everything()).not.toMatch(/ana/)
      expect(await under.store.records.decisions(group, 9)).toHaveLength(1)
    })

    test('goes with all of its brand, in every table, and another brand keeps every row', async () => {
      const tide = await under.open({ brand: 'tide' })
      await answer(tide, message('1'), 'theirs')
      await tide.keyValues.set('kept', 'value')
      const before = await under.everything()
      const staff = { id: 'desk:dana', name: 'Dana' }
      const { duty, access, inbox, purge } = under.store
      await duty.set(staff, true, 1)
      await access.keepLink('hash', { staff, role: 'staff', expiresAt: 99_000 })
      await access.record({ at: 1, who: staff, what: 'signed-in' })
      await inbox.accept([], { now: 1, burstMs: 0, cursor: { name: 'telegram:1', value: '7' } })
      await leaveTraces()
      const counts = await purge.ofBrand()
      expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
      let bodies = 0
      for await (const _ of purge.bodies()) bodies += 1
      expect(bodies).toBe(counts.messages)
      await purge.everything()
      expect(await under.everything()).toBe(before)
      expect(Object.values(await purge.ofBrand()).every((count) => count === 0)).toBe(true)
    })

    test('of a fan who comes back starts anew', async () => {
      await tell('1', { consent: { accountId: ana, consent: 'yes' }, remember: turin })
      await forgetBeside(under.store, ana)
      const id = await tell('1', {})
      expect(await under.store.memory.recall(id, ana, all)).toMatchObject({ fan: { consent: 'unasked' }, facts: [] })
    })
  })

  describe('expire', () => {
    test('deletes what is old and done, and tells how many rows', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'p', 10_100)
      await under.store.keyValues.set('old', 'value', 5_000)
      // Two messages, a decision, a key value, the fan, the account, the conversation.
      expect(await under.store.memory.expire(50_000)).toBe(7)
      const tablesLeft = (await under.everything()).match(/telegram/g)
      expect(tablesLeft).toBeNull()
      expect(await under.store.memory.expire(50_000)).toBe(0)
    })

    test('takes of the tables that grow what was told that it would', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'p', 10_100)
      await answer(under.store, groupMessage('2'), 'pending')
      expect(await under.store.purge.olderThan(50_000)).toMatchObject({ messages: 3, decisions: 2, handoffs: 0 })
      await under.store.memory.expire(50_000)
      expect(await under.store.purge.olderThan(50_000)).toMatchObject({ messages: 0, decisions: 0, handoffs: 0 })
      expect(await under.store.purge.ofBrand()).toMatchObject({ messages: 1, decisions: 0 })
    })

    test('keeps what is young', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'p', 10_100)
      const before = await under.everything()
      expect(await under.store.memory.expire(900)).toBe(0)
      expect(await under.everything()).toBe(before)
    })

    test('keeps what is unread, waits to be sent or is open', async () => {
      const settled: Record<string, Parameters<typeof settle>[2]> = {
        b: { outbox: [says('pending')] },
        d: { handoff: { accountId: named('d'), reason: 'legal', summary: 'open' } },
      }
      for (const [name, more] of Object.entries(settled)) {
        await accept(under.store, message('1', named(name)))
        await settle(under.store, await claimOne(under.store), more)
      }
      await accept(under.store, message('unread', named('a')))
      await under.store.memory.expire(50_000)
      expect((await claimOne(under.store)).unread.map(({ id }) => id)).toEqual(['unread'])
      expect(textsOf([await takeOne(under.store)])).toEqual(['pending'])
      expect(await under.store.cases.list()).toMatchObject([{ summary: 'open' }])
    })

    test('keeps a fact while its fan is heard, and forgets it with the last of what they said', async () => {
      await accept(under.store, message('1'))
      const more = { consent: { accountId: ana, consent: 'yes' }, remember: turin } as const
      const claim = await claimOne(under.store)
      await settle(under.store, claim, more)
      await accept(under.store, message('2'))
      await under.store.memory.expire(50_000)
      const kept = () => under.store.memory.recall(claim.conversation.id, ana, all)
      expect((await kept()).facts).toMatchObject([{ value: 'Turin' }])
      await settle(under.store, await claimOne(under.store))
      await under.store.memory.expire(50_000)
      expect((await kept()).facts).toEqual([])
    })

    test('works in small steps, of which each is a transaction of its own, and may be ended between them', async () => {
      const messages = Array.from({ length: 900 }, (_, n) => message(String(n)))
      await accept(under.store, ...messages)
      for (let left = 900; left > 0; left -= 100) {
        await settle(under.store, await claimOne(under.store, { now: 20_000 }), {}, 20_000)
      }
      const rows = async () => Number((await under.database.query('select count(*) as n from messages'))[0]?.n)
      const steps: number[] = []
      const ending = new AbortController()
      const rest = async () => {
        steps.push(await rows())
        if (steps.length === 3) ending.abort()
      }
      expect(await under.store.memory.expire(50_000, { rest, signal: ending.signal })).toBe(600)
      expect(steps).toEqual([700, 500, 300])
      await under.store.memory.expire(50_000)
      expect(await rows()).toBe(0)
    })

    test('looks no further than the old rows', async () => {
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store))
      await under.store.inbox.accept(
        Array.from({ length: 500 }, (_, n) => message(`young ${n}`)),
        { now: 60_000, burstMs: 0 },
      )
      let steps = 0
      const rest = async () => {
        steps += 1
      }
      await under.store.memory.expire(50_000, { rest })
      const withYoung = steps
      steps = 0
      await under.store.memory.expire(50_000, { rest })
      expect(withYoung - steps).toBe(1)
    })

    test('leaves other brands alone', async () => {
      await answer(under.store, message('1'), 'one')
      await under.store.outbox.sent(await takeOne(under.store), 'p', 10_100)
      const other = await under.open({ brand: 'tide' })
      expect(await other.memory.expire(50_000)).toBe(0)
    })
  })

  describe('text', () => {
    const odd = {
      'an emoji of several code points': '👩‍👩‍👧‍👦🏳️‍🌈',
      'a lone surrogate': 'before \uD800 after \uDC00',
      NUL: 'before \0 after',
      'right to left and combining marks': 'שלום \u202E Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A',
      quotes: `'; drop table messages; -- "\\ $1 ? :a \\u0000`,
      nothing: '',
      'a megabyte': '漢'.repeat(1_000_000),
    }
    test.each(Object.entries(odd))('survives as it is, in and out: %s', async (_, text) => {
      await accept(
        under.store,
        message('1', ana, { text, author: { accountId: ana, name: text.slice(0, 50), isBot: false } }),
      )
      const claim = await claimOne(under.store)
      expect(claim.unread[0].text === text).toBe(true)
      const request = { accountId: ana, reason: 'legal', summary: text } as const
      const facts = [{ key: text, value: text }]
      const consent = { accountId: ana, consent: 'yes' } as const
      const remember = { accountId: ana, facts }
      const conversation = { summary: text, state: { lastAnswerId: text } }
      await settle(under.store, claim, { outbox: [says(text)], handoff: request, consent, remember, conversation })
      expect(textsOf([await takeOne(under.store)])[0] === text).toBe(true)
      const plain = text.toWellFormed().replaceAll('\0', '\uFFFD')
      const recalled = await under.store.memory.recall(claim.conversation.id, ana, all)
      expect(recalled.transcript.map((line) => line.text === text)).toEqual([true, true])
      expect(recalled.facts[0]?.value === plain).toBe(true)
      const read = await under.store.records.conversation(claim.conversation.threadId)
      expect(read?.summary === plain && read.state.lastAnswerId === text).toBe(true)
      expect((await under.store.cases.list())[0]?.summary === plain).toBe(true)
    })

    test('in ids keeps messages apart and known', async () => {
      const ids = ['a\0', 'a\uD800', 'x'.repeat(5_000), `${'x'.repeat(4_999)}y`]
      // NUL and a lone surrogate both become U+FFFD.
      expect(await accept(under.store, ...ids.map((id) => message(id)))).toBe(3)
      expect(await accept(under.store, ...ids.map((id) => message(id)))).toBe(0)
    })
  })
}
