/** Trouble as it arrives: reports find their issue, a wave is told once, staff work on issues in their chat, and a new reporter hears the approved words. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { reportedBefore } from '../support/reported-before.ts'
import { sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

const MINUTE_MS = 60_000
const startsAt = '2026-11-18T10:00Z'

const leaking: Persona['issues'][number] = {
  id: 'lid-leak',
  title: 'Lids that leak',
  says: [
    'the lid of my travel cup leaks',
    'my cup lid is leaking',
    'coffee drips from the lid of my cup',
    'the new lid leaks',
  ],
  answer: { en: ['Some lids of this week do not close. We send you a new one.'] },
  words: ['lid', 'lids'],
}

/** Staff wrote to it before anything happened, in a thread of their own. */
const desk = threadId('test', 'staff', 'desk')

let database: TestDatabase
let chat: Chat
let clock: ManualClock

beforeAll(async () => {
  database = await sqliteTestDatabase()
  await reportedBefore({ url: database.url, brand: 'tidewater', from: Date.parse('2026-11-14T10:00Z'), count: 140 })
  clock = createChatClock(startsAt)
  chat = await start()
})
afterAll(async () => {
  await chat.mascot.stop()
  await database[Symbol.asyncDispose]()
})

const start = () =>
  startChat('coffee', {
    clock,
    databaseUrl: database.url,
    hasStaffChat: true,
    tune: (persona) => ({ ...persona, issues: [leaking], handoff: { ...persona.handoff, staff: [] } }),
  })

async function staffSays(text: string): Promise<string> {
  const dana = chat.staff('Dana')
  dana.goesTo(desk)
  const before = chat.shown(desk).length
  await dana.says(text)
  await chat.mascot.settled()
  return chat.shown(desk).slice(before).join('\n')
}

async function report(name: string, text: string): Promise<void> {
  await chat.fan(name).says(text)
  await chat.mascot.settled()
  clock.advance(2 * MINUTE_MS)
}

const issues = () => chat.mascot.store.issues.list(clock.now())
const told = async () => {
  const thread = await chat.mascot.store.issues.thread()
  return thread === undefined ? [] : chat.shown(thread)
}

const waveOf = (texts: readonly string[]) => texts.filter((text) => text.startsWith('🌊'))

describe('issues', () => {
  it('a foreseen one takes what is reported of it, and says its approved words', async () => {
    const ana = chat.fan('Ana')
    await ana.says('the lid of my travel cup leaks')
    expect(wordsOfOutgoing(await ana.hears())).toMatch(/We send you a new one/)
    await chat.mascot.settled()
    const issue = (await issues()).find(({ fileId }) => fileId === 'lid-leak')
    expect(issue).toMatchObject({ state: 'seen', reporters: 1, platforms: ['test'] })
    expect(await staffSays('/issues')).toMatch(
      /#\d+ Lids that leak · 🟠 seen · 1 person, 1 of them today · nobody has it/,
    )
  })

  it('who praises the thing, or asks something else about it, hears no word of the trouble and counts as nobody', async () => {
    for (const text of ['I love the lid of my cup', 'what does a lid cost?', 'the lid of my travel cup is beautiful']) {
      const fan = chat.fan(`Glad ${text}`)
      await fan.says(text)
      await chat.mascot.settled()
      expect(chat.shown(fan.threadId).join('\n'), text).not.toMatch(/do not close|fixed/)
    }
    expect((await issues()).find(({ fileId }) => fileId === 'lid-leak')).toMatchObject({ reporters: 1 })
  })

  it('one angry person is no wave; many are one, told once, and again when it has doubled', async () => {
    for (const marks of ['', '!', '!!', '!!!']) await report('Angry', `my new mug leaks, I am really annoyed${marks}`)
    expect(await told()).toEqual([])
    for (let at = 0; at < 5; at++) await report(`Reo${at}`, 'my new mug leaks, I am really annoyed')
    const [alert = '', ...more] = waveOf(await told())
    expect(more).toEqual([])
    expect(alert).toMatch(/A wave: \d people/)
    expect(alert).toMatch(/Less than one would be usual/)
    expect(alert).toMatch(/perhaps a brigade of new accounts/)
    expect(alert).toMatch(/• “my new mug leaks, I am really annoyed!*” \(r\d+, test\)/)
    for (let at = 5; at < 11; at++) await report(`Reo${at}`, 'my new mug leaks, I am really annoyed')
    const all = waveOf(await told())
    expect(all).toHaveLength(2)
    expect(all[1]).toMatch(/The wave grows: 1\d people/)
  })

  it('after a restart it is the same wave, and reports find the issue they would have found', async () => {
    const before = (await issues()).find(({ reporters }) => reporters > 10)
    await chat.mascot.stop()
    chat = await start()
    await report('Reo11', 'my new mug leaks, I am really annoyed')
    expect(waveOf(await told())).toEqual([])
    const after = await chat.mascot.store.issues.get(before?.number ?? 0, clock.now())
    expect(after).toMatchObject({ number: before?.number, reporters: (before?.reporters ?? 0) + 1 })
    expect(await chat.mascot.store.issues.waves(0)).toHaveLength(1)
  })

  it('staff name, own, answer, split, merge and undo; whoever reports next hears the answer', async () => {
    const mug = (await issues()).find(({ reporters }) => reporters > 10)?.number ?? 0
    expect(await staffSays(`/issue ${mug} title Mugs that leak`)).toMatch(/it is called Mugs that leak/)
    expect(await staffSays(`/issue ${mug} owner care`)).toMatch(/care has it now/)
    expect(await staffSays(`/issue ${mug} owner nosuch`)).toMatch(/⛔ “nosuch” is no team/)
    expect(await staffSays(`/issue ${mug} answer xx: Wir ersetzen sie.`)).toMatch(/⛔ The persona does not speak “xx”/)
    expect(await staffSays(`/issue ${mug} answer en: We know of the mugs. A new one comes to you.`)).toMatch(
      /it says in en/,
    )
    const bo = chat.fan('Bo')
    await bo.says('my new mug leaks, I am really annoyed')
    await chat.mascot.settled()
    expect(chat.shown(bo.threadId).join('\n')).toMatch(/sorry[\s\S]*A new one comes to you/i)
    const [latest] = await chat.mascot.store.issues.reportsOf(mug, 1)
    expect(latest).toMatchObject({ accountId: 'test:Bo', isPinned: true })

    expect(await staffSays(`/issue ${mug} split r${latest?.id} Bo’s mug`)).toMatch(/it is a new issue/)
    const split = (await issues()).find(({ title }) => title === 'Bo’s mug')
    expect(split).toMatchObject({ reporters: 1, state: 'confirmed' })
    const asked = await staffSays(`/issue ${split?.number} merge ${mug}`)
    expect(asked).toMatch(
      /✋ Nothing is changed yet\. #\d+ Bo’s mug \(1 person\) would go on in #\d+ Mugs that leak \(\d+ people\)/,
    )
    expect(asked).toMatch(
      /whoever reports either hears what that says: “We know of the mugs\. A new one comes to you\.”/,
    )
    expect(asked).toContain(`/issue ${split?.number} merge ${mug} yes does it.`)
    expect((await issues()).some(({ title }) => title === 'Bo’s mug')).toBe(true)
    // What was agreed to is what was shown.
    expect(await staffSays(`/issue ${split?.number} merge ${mug} yes 123abc`)).toMatch(/✋ Nothing is changed yet/)
    expect(await staffSays(`/issue ${split?.number} merge 999`)).toMatch(/⛔ There is no #999/)
    const dana = chat.staff('Dana')
    dana.goesTo(desk)
    await dana.presses(/^Yes, merge/)
    await chat.mascot.settled()
    expect(chat.shown(desk).at(-1)).toMatch(/went on in it/)
    expect((await issues()).find(({ title }) => title === 'Bo’s mug')).toBeUndefined()
    expect(await staffSays(`/issue ${mug} undo`)).toMatch(/Undone: merged/)
    expect((await issues()).find(({ title }) => title === 'Bo’s mug')).toMatchObject({ reporters: 1 })
    expect(await staffSays(`/issue ${split?.number} undo`)).toMatch(/Undone: opened/)
    expect((await issues()).find(({ title }) => title === 'Bo’s mug')).toBeUndefined()
    expect(await staffSays(`/issue ${mug} detach r${latest?.id}`)).toMatch(/r\d+ is of it no more/)
    expect((await chat.mascot.store.issues.reportsOf(mug, 1))[0]?.accountId).not.toBe('test:Bo')
    expect(await staffSays(`/issue ${mug} state done`)).toMatch(/⛔ A state is/)
    expect(await staffSays('/issue 999')).toMatch(/⛔ There is no #999/)
  })

  it('an undone merge keeps nothing of what came meanwhile: it goes where it belongs, and says nothing wrong afterwards', async () => {
    const words = 'your rye loaf is always sold out, what a disgrace'
    const numberOf = async (name: string) =>
      (await chat.mascot.store.issues.heardSince(0, 1_000)).findLast((one) => one.name === name)?.issue
    await report('Rye0', words)
    const first = (await chat.mascot.store.issues.heardSince(0, 1_000)).findLast(({ name }) => name === 'Rye0')
    await staffSays(`/issue new r${first?.id} Rye is out`)
    const rye = (await issues()).find(({ title }) => title === 'Rye is out')?.number ?? 0
    const lid = (await issues()).find(({ fileId }) => fileId === leaking.id)?.number ?? 0
    await staffSays(`/issue ${rye} merge ${lid} yes`)
    await report('Rye1', words)
    expect(await numberOf('Rye1')).toBe(lid)
    const undone = await staffSays(`/issue ${lid} undo`)
    expect(undone).toMatch(/Undone: merged/)
    await report('Rye2', words)
    expect(chat.shown(chat.fan('Rye2').threadId).join()).not.toMatch(/Some lids/)
    expect(await numberOf('Rye1')).toBe(rye)
    expect(await numberOf('Rye2')).toBe(rye)
  })

  it('of who is forgotten the words go, also where staff were shown them; that somebody reported still counts', async () => {
    const mug = (await issues()).find(({ title }) => title === 'Mugs that leak')
    expect(await staffSays(`/issue ${mug?.number}`)).toMatch(/• “my new mug leaks/)
    const shown = () => chat.shown(desk).filter((text) => text.includes('• “my new mug leaks'))
    expect(shown()).not.toEqual([])
    const quoted = (await chat.mascot.store.issues.reportsOf(mug?.number ?? 0, 1))[0]
    const fan = chat.fan(quoted?.name ?? '')
    await fan.says('/forget')
    await chat.mascot.settled()
    await fan.says('yes')
    await chat.mascot.settled()
    expect(chat.errors).toEqual([])
    expect(shown()).toEqual([])
    expect(chat.shown(desk).at(-1)).toMatch(/🪦 A fan who was quoted here asked to be forgotten/)
    expect(await chat.mascot.store.issues.some([quoted?.id ?? 0])).toEqual([])
    expect(await chat.mascot.store.issues.get(mug?.number ?? 0, clock.now())).toMatchObject({
      reporters: mug?.reporters,
    })
  })

  it('a lead is told how things stand, at nine, with what needs authority, and takes a case by a press', async () => {
    const now = await staffSays('/digest')
    expect(now).toMatch(/📋 How things stand[\s\S]*Needs authority:[\s\S]*Nobody has #\d+/)
    expect(now).toMatch(/Cases: \d+ waits? \(the oldest for (?:\d+ d )?(?:\d+ h ?)?(?:\d+ min)?\), \d+ in hand/)
    expect(now).toMatch(
      /Waves: \d+\. Open issues: \d+; of the last day:\n#\d+ Mugs that leak: \d+ people, the order desk/,
    )
    const dana = chat.staff('Dana')
    dana.goesTo(desk)
    const waiting = await chat.mascot.desk.counts('desk:none')
    await dana.presses(/^Take: /)
    await chat.mascot.settled()
    expect((await chat.mascot.desk.list({ status: 'assigned' })).map(({ assignee }) => assignee)).toContain('Dana')
    expect((await chat.mascot.desk.counts('desk:none')).waiting).toBe(waiting.waiting - 1)

    expect(await staffSays('/digest hourly')).toMatch(/⛔ \/digest daily, weekly, amber or off/)
    expect(await staffSays('/digest daily')).toMatch(/each day at nine/)
    const given = async () => (await told()).filter((text) => text.startsWith('📋')).length
    const hours = async (passed: number) => {
      clock.advance(passed * 60 * MINUTE_MS)
      for (let turn = 0; turn < 30; turn++) await setImmediate()
      await chat.mascot.settled()
    }
    await hours(1)
    const first = await given()
    await hours(24)
    await hours(1)
    expect((await given()) - first).toBe(1)
    expect(await staffSays('/digest off')).toMatch(/no more/)
    await hours(24)
    expect((await given()) - first).toBe(1)
    expect(chat.errors).toEqual([])
  })
})
