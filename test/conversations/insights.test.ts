/** Two weeks of talk, counted by hand: what the figures say of them, where they are listed, and what is kept when the words are gone. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StaffMember } from '../../src/domain/case.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import { createLog } from '../../src/log.ts'
import type { Act } from '../../src/ports/desk.ts'
import type { Figure, InsightReport } from '../../src/ports/insight-report.ts'
import { createInsightParts, type InsightParts } from '../../src/program/insights.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { freshPostgresUrl } from '../support/fresh-postgres.ts'

const dana: StaffMember = { id: 'test:dana', name: 'Dana' }
const hall = { group: 'hall' }
const clockStart = '2026-11-02T09:00Z'

/** What `n of m` the report says. */
function of(report: InsightReport, id: string): string {
  const found: Figure | undefined = report.groups.flatMap(({ figures }) => figures).find((one) => one.id === id)
  return found === undefined ? 'none' : found.of === undefined ? `${found.n}` : `${found.n} of ${found.of}`
}

async function story(databaseUrl: string) {
  const clock = createChatClock(clockStart)
  const chat = await startChat('coffee', {
    ...{ clock, databaseUrl, hasStaffChat: true },
    tune: (persona) => ({ ...persona, manners: { ...persona.manners, timeZone: 'Europe/London' } }),
  })
  const { mascot } = chat
  const parts = createInsightParts(mascot.store, {
    ...{ persona: () => chat.persona, clock, deskUrl: () => 'https://desk.example' },
    log: createLog({ level: 'silent' }),
  })
  const settle = async () => await mascot.settled()
  const after = async (ms: number) => {
    await settle()
    clock.advance(ms)
    await setImmediate()
    await settle()
  }
  const asks = async (name: string, text: string, ms: number, more: { group?: string } = {}) => {
    await chat.fan(name, more).says(text, more.group === undefined ? {} : { isMention: true })
    await after(ms)
  }
  const acts = async (fan: string, act: Act, ms: number) => {
    const one = (await mascot.desk.list()).find(({ fanName }) => fanName === fan)
    if (one === undefined) throw new Error(`${fan} has no case`)
    expect(await mascot.desk.act(one.id, dana, act)).toMatchObject({ isDone: true })
    await after(ms)
  }
  return { chat, clock, parts, after, asks, acts, settle }
}

/** Whole, though the program counts by itself too and may just be at it. */
const counted = ({ keepCounting }: InsightParts) => vi.waitUntil(keepCounting, { timeout: 30_000 })

/** Monday, 2 November, to Sunday the 8th. */
async function firstWeek({ asks, acts, after, chat }: Awaited<ReturnType<typeof story>>) {
  await asks('Ana', 'How long do I have to return my beans?', 5 * MINUTE_MS)
  await asks('Ana', 'thank you!', DAY_MS)
  await asks('Ben', 'How much does delivery cost?', DAY_MS)
  // Back on the topic within seven days.
  await asks('Ana', 'When do I get my refund?', DAY_MS)
  await asks('Cleo', 'Can I talk to a person please', 10 * MINUTE_MS)
  await acts('Cleo', { kind: 'reply', text: 'Dana here, what can I do?' }, HOUR_MS)
  await acts('Cleo', { kind: 'resolve' }, HOUR_MS)
  await asks('Dev', 'What is the airspeed of a swallow?', 2 * HOUR_MS)
  await asks('Eve', 'Do you sell blue pianos?', 2 * HOUR_MS)
  // In a group: four lines of people, one of ours, and one who wants it quiet.
  for (const [name, text] of [
    ['Fay', 'good morning everybody'],
    ['Gil', 'morning Fay, off to the harbour later'],
  ] as const) {
    await chat.fan(name, hall).says(text)
    await after(MINUTE_MS)
  }
  await asks('Fay', 'Pip, can I bring my dog?', 2 * MINUTE_MS, hall)
  await asks('Gil', '/quiet 2h', HOUR_MS, hall)
}

describe.each(['SQLite', 'PostgreSQL'])('on %s, the figures of a week', (database) => {
  let told: Awaited<ReturnType<typeof story>>
  let chat: Chat
  beforeAll(async () => {
    told = await story(database === 'SQLite' ? 'sqlite::memory:' : await freshPostgresUrl())
    chat = told.chat
    await firstWeek(told)
    await counted(told.parts)
  })
  afterAll(() => chat[Symbol.asyncDispose]())
  const week = { from: '2026-11-02', to: '2026-11-08' }

  it('are those that were counted by hand', async () => {
    const { now, before } = await told.parts.reader.read(week)
    expect(
      Object.fromEntries(
        ['questions', 'answered', 'asked-back', 'handed-over', 'unanswered'].map((id) => [id, of(now, id)]),
      ),
    ).toEqual({
      questions: '7',
      answered: '4 of 7',
      'asked-back': '0 of 7',
      'handed-over': '1 of 7',
      unanswered: '2 of 7',
    })
    // Of all that was answered it is known of Ana alone that it was not for good.
    expect(of(now, 'solved')).toBe('0 of 1')
    expect([of(now, 'bot-alone'), of(now, 'with-person'), of(now, 'person')]).toEqual(['4 of 5', '1 of 5', '0 of 5'])
    expect([of(now, 'cases'), of(now, 'closed'), of(now, 'reopened')]).toEqual(['1', '1', '0 of 1'])
    expect(now.topics.find(({ topic }) => topic === 'refund')).toMatchObject({
      total: 2,
      answered: 2,
      solved: 0,
      judged: 1,
    })
    expect(now.times.find(({ id }) => id === 'to-person')).toMatchObject({ of: 1, median: 600, p90: 600 })
    expect([of(now, 'effect-thanked'), of(now, 'quiet-asked'), of(now, 'unwanted').split(' ')[0]]).toEqual([
      '1',
      '1',
      '1',
    ])
    expect(of(now, 'questions')).toBe(String(now.topics.reduce((sum, { total }) => sum + total, 0)))
    expect(now.days.reduce((sum, day) => sum + day.answered + day.handedOver + day.unanswered, 0)).toBe(7)
    expect(before.groups.flatMap(({ figures }) => figures).every(({ n }) => n === 0)).toBe(true)
  })

  it('count each turn once, whoever counts and however often', async () => {
    const before = await told.parts.reader.read(week)
    await Promise.all([told.parts.keepCounting(), told.parts.keepCounting()])
    expect(await told.parts.reader.read(week)).toEqual(before)
  })

  it('say of each share no more than its whole, and the parts make the whole', async () => {
    const { now } = await told.parts.reader.read(week)
    for (const { id, n, of: whole } of now.groups.flatMap(({ figures }) => figures))
      if (whole !== undefined) expect([id, n <= whole]).toEqual([id, true])
    const n = (id: string) => Number(of(now, id).split(' ')[0])
    expect(n('answered') + n('asked-back') + n('handed-over') + n('unanswered')).toBe(n('questions'))
  })

  it('lead to the list of what they count', async () => {
    const list = async (name: string, part?: string) =>
      await told.parts.reader.list({ list: name, part }, week, { limit: 50, offset: 0 })
    const { now } = await told.parts.reader.read(week)
    for (const { id, n, list: name } of now.groups.flatMap(({ figures }) => figures))
      expect([id, (await list(name)).listing.total]).toEqual([id, n])
    for (const { reason, n } of now.silences)
      expect([reason, (await list('silence', reason)).listing.total]).toEqual([reason, n])
    expect((await list('unanswered')).listing.rows.map(({ fanName, text }) => [fanName, text])).toEqual([
      ['Eve', 'Do you sell blue pianos?'],
      ['Dev', 'What is the airspeed of a swallow?'],
    ])
    expect((await list('topic', 'refund')).listing.rows.map(({ fanName }) => fanName)).toEqual(['Ana', 'Ana'])
    expect((await list('back')).listing.rows.map(({ text }) => text)).toEqual([
      'How long do I have to return my beans?',
    ])
    await expect(list('nothing')).rejects.toThrow('There is no such list.')
  })

  it('say why nothing was said', async () => {
    const { now } = await told.parts.reader.read(week)
    expect(now.silences).toEqual([
      { reason: 'not-addressed', why: expect.stringContaining('nobody turned to it'), n: 2 },
    ])
    const { listing } = await told.parts.reader.list({ list: 'silence', part: 'not-addressed' }, week, {
      limit: 9,
      offset: 0,
    })
    expect(listing.rows.map(({ fanName }) => fanName)).toEqual(['Gil', 'Fay'])
  })

  it('are told to staff in words, with what they were before, and as a file', async () => {
    const words = await told.parts.forStaff({ to: '2026-11-08' })
    expect(words).toContain('📊 Insights, 2026-11-02 to 2026-11-08')
    expect(words).toContain('Answered: 57 %, 4 of 7 questions (before: –, 0 of 0)')
    expect(words).toContain('https://desk.example/desk/lead/insights')
    const csv = await told.parts.reader.text(week, 'csv')
    expect(csv).toContain('2026-11-02,2026-11-08,questions,answered,,4,7,0,0\r\n')
    expect(await told.parts.reader.text(week, 'markdown')).toContain('| refund | 2 | 2 | 0 | 0 | 0 | 0 of 1 |')
  })

  it('stay as they are once the days are over and the words are gone, and solved is told by then', async () => {
    await told.after(20 * DAY_MS)
    await counted(told.parts)
    const { now } = await told.parts.reader.read(week)
    expect(of(now, 'answered')).toBe('4 of 7')
    // Ana’s second, Ben’s and Fay’s; Cleo named no topic.
    expect(of(now, 'solved')).toBe('3 of 4')
    await chat.mascot.store.memory.expire(told.clock.now())
    const kept = (await told.parts.reader.read(week)).now
    expect(kept.groups).toEqual(now.groups)
    expect(kept.topics).toEqual(now.topics)
    expect(kept.times).toEqual(now.times)
    expect(kept.days).toEqual(now.days)
    const { listing } = await told.parts.reader.list({ list: 'questions' }, week, { limit: 9, offset: 0 })
    expect(listing.total).toBe(0)
  })
})

describe.each(['SQLite', 'PostgreSQL'])('on %s', (database) => {
  it('a wish is no question; who stepped in, how it was and what was said in groups are listed as they are counted', async () => {
    const told = await story(database === 'SQLite' ? 'sqlite::memory:' : await freshPostgresUrl())
    const { chat, parts, asks, acts, after, settle, clock } = told
    await using _ = chat
    await asks('Ana', 'It would be great if you had oat cream too', MINUTE_MS)
    await asks('Ana', 'How much does delivery cost?', MINUTE_MS)
    const { threadId } = chat.fan('Ana')
    expect(await chat.mascot.desk.stepIn(threadId, dana)).toMatchObject({ isDone: true })
    await settle()
    await acts('Ana', { kind: 'reply', text: 'Dana here, all is well.' }, MINUTE_MS)
    await acts('Ana', { kind: 'resolve' }, MINUTE_MS)
    const cleo = chat.fan('Cleo')
    await asks('Cleo', 'Can I talk to a person please', MINUTE_MS)
    await acts('Cleo', { kind: 'reply', text: 'Dana here, what can I do?' }, MINUTE_MS)
    await acts('Cleo', { kind: 'resolve' }, 3 * MINUTE_MS)
    for (const said of [/order desk/, /Dana here/, /Dana/, /1 is poor/]) await cleo.hears(said)
    await cleo.presses(/^2$/)
    await settle()
    // Nothing was said there before.
    await asks('Gil', '/quiet 2h', MINUTE_MS, hall)
    for (const text of ['good morning everybody', 'off to the harbour']) await chat.fan('Fay', hall).says(text)
    await after(HOUR_MS)
    await counted(parts)
    const range = { to: new Date(clock.now()).toISOString().slice(0, 10) }
    const { now } = await parts.reader.read(range)
    expect([of(now, 'questions'), of(now, 'unanswered')]).toEqual(['2', '0 of 2'])
    expect([of(now, 'bot-alone'), of(now, 'with-person'), of(now, 'person')]).toEqual(['1 of 3', '1 of 3', '1 of 3'])
    expect([of(now, 'rated').split(' ')[0], of(now, 'csat'), of(now, 'quiet-asked')]).toEqual(['1', '0 of 1', '1'])
    expect(of(now, 'share-of-voice')).toBe('1 of 4')
    for (const { id, n, list } of now.groups.flatMap(({ figures }) => figures)) {
      const { listing } = await parts.reader.list({ list }, range, { limit: 50, offset: 0 })
      expect([id, listing.total, listing.rows.length]).toEqual([id, n, n])
    }
    for (const { reason, n } of now.silences) {
      const { listing } = await parts.reader.list({ list: 'silence', part: reason }, range, { limit: 50, offset: 0 })
      expect([reason, listing.total]).toEqual([reason, n])
    }
  })
})
