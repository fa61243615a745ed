/** A whole crisis: first reports, amber, red, a statement in two languages, fixed, reporters told once, the report written; and a drill of it. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { reportedBefore } from '../support/reported-before.ts'
import { sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Staff wrote to it before anything happened, in a thread of their own. */
const desk = threadId('test', 'staff', 'desk')

let database: TestDatabase
let chat: Chat
let clock: ManualClock
let mug = 0

beforeAll(async () => {
  database = await sqliteTestDatabase()
  await reportedBefore({ url: database.url, brand: 'tidewater', from: Date.parse('2026-11-14T10:00Z'), count: 120 })
  clock = createChatClock('2026-11-18T10:00Z')
  chat = await start()
})
afterAll(async () => {
  await chat.mascot.stop()
  await database[Symbol.asyncDispose]()
})

const staff: Persona['handoff']['staff'] = [
  { name: 'Mira', accounts: ['test:Mira'], role: 'lead' },
  { name: 'Dana', accounts: ['test:Dana'], role: 'staff' },
]
let listed = staff
const start = () =>
  startChat('coffee', {
    clock,
    databaseUrl: database.url,
    hasStaffChat: true,
    tune: (persona) => ({
      ...persona,
      manners: { ...persona.manners, group: 'ambient' },
      handoff: { ...persona.handoff, staff: listed },
    }),
  })

async function says(name: string, text: string): Promise<string> {
  const voice = chat.staff(name)
  voice.goesTo(desk)
  const before = chat.shown(desk).length
  await voice.says(text)
  await chat.mascot.settled()
  return chat.shown(desk).slice(before).join('\n')
}

/** What a fan hears to it. */
async function hears(name: string, text: string, options?: { readonly group: string }): Promise<string> {
  const fan = chat.fan(name, options)
  const before = chat.shown(fan.threadId).length
  await fan.says(text)
  await chat.mascot.settled()
  clock.advance(MINUTE_MS)
  return chat.shown(fan.threadId).slice(before).join('\n')
}

/** Time goes by in steps in which whoever waits has their turn. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 6_000) {
    clock.advance(6_000)
    await setImmediate()
    await chat.mascot.settled()
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 100 && !(await holds()); round++) await pass(6_000)
}

const told = async () => {
  const thread = await chat.mascot.store.issues.thread()
  return thread === undefined ? '' : chat.shown(thread).join('\n')
}

describe('a crisis', () => {
  it('begins with reports; a wave proposes amber, and only a lead sets it', async () => {
    for (let at = 0; at < 6; at++) await hears(`mug${at}`, 'my new mug leaks, I am really annoyed')
    expect(await told()).toMatch(/A wave: \d people[\s\S]*For Mira\./)
    mug = (await chat.mascot.store.issues.list(clock.now())).find(({ lately }) => lately >= 4)?.number ?? 0
    await says('Mira', `/issue ${mug} title Mugs that leak`)
    expect(await says('Dana', `/crisis ${mug} amber`)).toMatch(/⛔ Only a lead/)
    expect(await says('Mira', `/crisis ${mug} amber 2h`)).toMatch(
      /🟠 Amber: #\d+ Mugs that leak[\s\S]*only approved words or a person/,
    )
    expect(await says('Dana', '/crisis')).toMatch(/🟠 Amber/)
  })

  it('amber: of the topic a person, as nothing is approved; no jokes anywhere', async () => {
    expect(await hears('Ana', 'does the mug that leaks come in blue?')).toMatch(/order desk|counter|tell|person/i)
    const [why] = await chat.reasons(chat.fan('Ana'))
    expect(why?.flags.some((flag) => flag.startsWith('crisis:'))).toBe(true)
    await hears('Joker', 'tell me a joke')
    const { joke, smallTalk } = chat.persona.lines
    const jokes = [joke, smallTalk].flatMap((lines) => Object.values(lines).flat())
    const said = chat.shown(chat.fan('Joker').threadId).join('\n')
    expect(jokes.filter((text) => said.includes(text.split('{')[0] ?? text))).toEqual([])
  })

  it('red: the words that a lead approved, by language and platform; who asks on goes to a person', async () => {
    const isRed = await says('Mira', `/crisis ${mug} red`)
    expect(isRed).toMatch(/🔴 Red[\s\S]*No words yet in en, zh/)
    expect(isRed).toMatch(
      /recognised in en alone: in zh there are no words for it yet[\s\S]*\/crisis \d+ words … in zh/,
    )
    await hears('Mei', '太差劲了，水全漏到我包里')
    expect((await chat.mascot.desk.list()).some(({ fanName }) => fanName === 'Mei')).toBe(true)
    expect(await says('Mira', `/crisis ${mug} say We know of it.`)).toMatch(/⛔ A statement needs its language/)
    expect(await says('Mira', `/crisis ${mug} say fr: Nous savons.`)).toMatch(/⛔ The persona does not speak “fr”/)
    expect(await says('Dana', `/crisis ${mug} say en: Nothing is wrong.`)).toMatch(/⛔ Only a lead/)
    await says('Mira', `/crisis ${mug} say en: Stop using the mug. We take every one back.`)
    expect(await says('Mira', `/crisis ${mug} say zh: 请先别用这款杯子，我们全部收回。`)).toMatch(/Said \(zh; Mira\)/)
    await says('Mira', `/crisis ${mug} words mug, mugs, 杯子`)
    expect(await hears('Bo', 'is the mug safe?')).toMatch(
      /Stop using the mug[\s\S]*Shall I tell you when that is fixed/,
    )
    expect(await hears('Bo', 'yes')).toMatch(/I’ll tell you here once it is fixed/)
    expect(await hears('Bo', 'and who pays for my mug?')).not.toMatch(/Stop using/)
    expect((await chat.mascot.desk.list()).some(({ fanName }) => fanName === 'Bo')).toBe(true)
    expect(await hears('Wei', '杯子漏水')).toMatch(/请先别用这款杯子/)
    expect(await hears('Wei', '不用')).not.toBe('')
    expect(await hears('Calm', 'what time do you open?')).not.toMatch(/mug/)
    expect(await hears('Cy', 'what time do you open?', { group: 'quay' })).toBe('')
  })

  it('red: whoever goes on without naming the thing goes to a person, until they are answered about something else', async () => {
    const crisisOf = async (name: string) =>
      (await chat.reasons(chat.fan(name)))[0]?.flags.filter((one) => /^crisis:/.test(one))
    for (const [at, more] of [
      'is it dangerous?',
      'how long will that take?',
      'can I get my money back?',
      'when do you know more?',
      'but who pays?',
    ].entries()) {
      await hears(`on${at}`, 'is the mug safe?')
      expect(await hears(`on${at}`, more), more).toMatch(/order desk|person/)
      expect(await crisisOf(`on${at}`), more).toHaveLength(1)
    }
    for (const [at, more] of ['那危险吗？', '我现在该怎么办？'].entries()) {
      await hears(`zh${at}`, '杯子安全吗？')
      expect(await hears(`zh${at}`, more), more).toMatch(/订单台|真人/)
      expect(await crisisOf(`zh${at}`), more).toHaveLength(1)
    }
    expect(await hears('on0', 'will it hurt me?')).not.toMatch(/harbour/)
    expect(await crisisOf('on0')).toHaveLength(1)
    await hears('Lu', 'is the mug safe?')
    await hears('Lu', 'how are you?')
    expect(await crisisOf('Lu')).toEqual([])
    await hears('Lu', 'what time do you open?')
    expect(await crisisOf('Lu')).toEqual([])
    await hears('Lu', 'how long will that take?')
    expect(await crisisOf('Lu')).toEqual([])
    await hears('Late', 'is the mug safe?')
    clock.advance(2 * HOUR_MS)
    await hears('Late', 'how long will that take?')
    expect(await crisisOf('Late')).toEqual([])
  })

  it('red in a group: each who asks hears the statement once, in their language', async () => {
    const group = { group: 'pier' }
    for (const name of ['Gia', 'Gil']) expect(await hears(name, 'Pip is the mug safe?', group)).toMatch(/Stop using/)
    expect(await hears('Gin', 'Pip, 杯子安全吗？', group)).toMatch(/请先别用这款杯子/)
    expect(await hears('Gia', 'Pip is the mug really safe?', group)).toMatch(/private|side door|on my own/)
    expect(await hears('Gil', 'Pip but who pays?', group)).toMatch(/private|side door|on my own/)
  })

  it('is asked about in time, and says so when who approved the words has left', async () => {
    await chat.mascot.stop()
    listed = [{ name: 'Noor', accounts: ['test:Noor'], role: 'lead' }, ...staff.slice(1)]
    chat = await start()
    clock.advance(HOUR_MS)
    await until(async () => /Does it still hold/.test(await told()))
    expect(await told()).toMatch(
      /⏰ Does it still hold\? 🔴 Red[\s\S]*Mira, who approved the words in en, is no lead any more/,
    )
    expect(await hears('Eve', 'is the mug safe?')).not.toMatch(/Stop using/)
    expect(await says('Noor', `/crisis ${mug} say en: Stop using the mug. Money back for all.`)).toMatch(
      /Said \(en; Noor\)/,
    )
    expect(await hears('Flo', 'is the mug safe?')).toMatch(/Money back for all/)
  })

  it('ends by a person, with the report; and whoever wanted it is told once that it is fixed, at their hours', async () => {
    await says('Noor', `/issue ${mug} news en: The new mug is tight, and free for you.`)
    await says('Noor', `/issue ${mug} state fixed`)
    const bo = chat.fan('Bo')
    expect(await says('Noor', `/crisis ${mug}`)).toMatch(/It is fixed, and red still/)
    const news = () => chat.shown(bo.threadId).filter((text) => text.includes('It is fixed now'))
    clock.advance(7 * HOUR_MS)
    await pass(3 * MINUTE_MS)
    expect(news()).toEqual([])
    clock.advance(14 * HOUR_MS)
    await pass(3 * MINUTE_MS)
    expect(news()).toEqual([])
    expect(await says('Noor', `/crisis ${mug} green yes`)).toMatch(/🟢 Green: #\d+ Mugs that leak/)
    await until(async () => news().length > 0)
    expect(news().join()).toMatch(/The new mug is tight/)
    clock.advance(24 * HOUR_MS)
    await pass(3 * MINUTE_MS)
    expect(news()).toHaveLength(1)
    expect(chat.shown(chat.fan('Wei').threadId).join()).not.toMatch(/修好了。/)
    const report = await says('Noor', `/crisis ${mug} report`)
    expect(report).toMatch(/# #\d+ Mugs that leak: what happened/)
    expect(report).toMatch(
      /first report[\s\S]*staff were told of a wave[\s\S]*Mira: set it amber[\s\S]*Mira: set it red[\s\S]*Noor: set it green/,
    )
    expect(report).toMatch(/\| times the holding statement was said \| 15 \|/)
    expect(report).toMatch(/\| reporters who wanted to be told, and were \| 1 of 1 \|/)
    expect(report).toMatch(/first report until the first holding statement was approved \| 9 min/)
    expect(report).toMatch(/## What was said[\s\S]*\(Mira, [^)]*\): Stop using the mug. We take every one back/)
    expect(await hears('Gus', 'is the mug safe?')).not.toMatch(/Money back/)
    expect(chat.errors).toEqual([])
  })

  it('is played without any fan hearing of it, clearly marked', async () => {
    expect(await says('Noor', `/crisis drill ${mug} red`)).toMatch(/🎭 DRILL, no fan hears of it\. 🔴 Red/)
    expect(await says('Noor', `/crisis drill ${mug} say en: This is a drill.`)).toMatch(
      /A fan would hear \(en; Noor\): This is a drill/,
    )
    expect(await hears('Hal', 'is the mug safe?')).not.toMatch(/drill/)
    expect(await says('Noor', `/crisis drill ${mug} green yes`)).toMatch(/# DRILL: [\s\S]*A drill: no fan heard of it/)
    expect(await says('Noor', '/crisis')).toMatch(/🟢 All is green/)
  })

  it('is known in each language in which it was reported, and who complains in it joins the issue', async () => {
    await hears('Lan', '新杯子漏水，气死我了')
    const [lan] = (await chat.mascot.store.issues.heardSince(0, 1_000)).filter(({ name }) => name === 'Lan')
    expect(await says('Noor', `/issue ${mug} attach r${lan?.id}`)).toMatch(/the reports were put there/)
    await says('Noor', `/issue ${mug} state confirmed`)
    const isRed = await says('Noor', `/crisis ${mug} red`)
    expect(isRed).toMatch(/🔴 Red[\s\S]*No words yet in en, zh/)
    expect(isRed).not.toMatch(/recognised in/)
    await says('Noor', `/crisis ${mug} say en: Leave the mug alone.`)
    await says('Noor', `/crisis ${mug} say zh: 请先别用新杯子。`)
    expect(await says('Noor', `/crisis ${mug}`)).toMatch(/Leave the mug alone[\s\S]*请先别用新杯子/)
    expect(await hears('Jin', '我的新杯子漏水了，太差劲了')).toMatch(/请先别用新杯子/)
    expect(await hears('Kim', 'my new mug leaks, I am really annoyed')).toMatch(/Leave the mug alone/)
    const reports = await chat.mascot.store.issues.reportsOf(mug, 50)
    expect(reports.map(({ name }) => name)).toEqual(expect.arrayContaining(['Lan', 'Jin', 'Kim']))
    expect(await says('Noor', `/crisis ${mug} green yes`)).toMatch(/🟢 Green/)
  })

  it('where two lead, one writes what is said and another approves it: until then no fan hears it', async () => {
    await chat.mascot.stop()
    const lead = (name: string) => ({
      name,
      accounts: [`test:${name}`, `desk:${name.toLowerCase()}`],
      role: 'lead' as const,
    })
    listed = [lead('Noor'), lead('Ola'), ...staff.slice(1)]
    chat = await start()
    await says('Noor', `/crisis ${mug} red`)
    const proposed = await says('Noor', `/crisis ${mug} say en: Leave the mug on its shelf.`)
    expect(proposed).toMatch(/✋ Noor proposes in en: Leave the mug[\s\S]*No words yet in en/)
    const mark = /approve en (\d+)/.exec(proposed)?.[1] ?? ''
    expect(await hears('Ida', 'is the mug that leaks safe?')).not.toMatch(/on its shelf/)
    expect(await says('Noor', `/crisis ${mug} approve en ${mark}`)).toMatch(
      /⛔ Who wrote the words does not approve them/,
    )
    const noor = { id: 'desk:noor', name: 'Noor' }
    const wish = { kind: 'approve', lang: 'en', issue: mug, isDrill: false } as const
    expect((await chat.mascot.leads.setCrisis(wish, noor)).says).toMatch(/⛔ Who wrote/)
    const none = { kind: 'words', words: [], issue: mug, isDrill: false } as const
    expect(await chat.mascot.leads.setCrisis(none, noor)).toMatchObject({
      isDone: false,
      says: expect.stringMatching(/at least one word/),
    })
    expect(await says('Dana', `/crisis ${mug} approve en ${mark}`)).toMatch(/⛔ Only a lead/)
    expect(await says('Ola', `/crisis ${mug} approve zh`)).toMatch(/⛔ Nobody has proposed words in zh/)
    expect(await says('Ola', `/crisis ${mug} approve en ${mark}`)).toMatch(/Said \(en; Ola\): Leave the mug/)
    expect(await hears('Jo', 'is the mug that leaks safe?')).toMatch(/on its shelf/)
    expect(await says('Ola', `/crisis ${mug} green yes`)).toMatch(/Ola: approved what Noor proposed in en/)
  })
})
