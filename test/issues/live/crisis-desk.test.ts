/** Amber and red as staff set them: whose words are approved, what a drill leads to, and what staff are told is missing. */
import { beforeEach, describe, expect, it } from 'vitest'
import { threadId } from '../../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../../src/domain/message.ts'
import { type CrisisDeskDeps, performCrisis } from '../../../src/issues/live/crisis-desk.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import type { Store } from '../../../src/ports/store.ts'
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts'
import { testPersona } from '../../support/persona.ts'
import { sqliteTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const lead = (name: string) => ({ name, accounts: [`desk:${name.toLowerCase()}`], role: 'lead' as const })
const personaLedBy = (...leads: readonly string[]) =>
  testPersona({
    name: 'Pip',
    brand: { name: 'Tidewater' },
    voice: { languages: ['en', 'zh'] },
    handoff: { staff: leads.map(lead) },
  })

let store: Store
let clock: ManualClock
let persona: Persona
let deps: CrisisDeskDeps
beforeEach(async () => {
  store = under.store
  clock = createManualClock({ startsAt: Date.parse('2026-11-18T10:30Z') })
  persona = personaLedBy('Noor')
  deps = {
    ...{ issues: store.issues, persona: () => persona, platforms: ['telegram', 'discord'], clock },
    onChanged: () => Promise.resolve(),
  }
  await store.issues.prepare([{ fileId: 'lids', title: 'Lids that leak' }], clock.now())
})

const act = async (name: string, args: string) =>
  await performCrisis(args, { id: `desk:${name.toLowerCase()}`, name }, deps)
const says = async (name: string, args: string) => (await act(name, args)).says
const markIn = (said: string) => /approve en(?: \w+)? (\d{6})/.exec(said)?.[1] ?? ''
const real = async () => (await store.issues.crises('all')).filter(({ isDrill }) => !isDrill)

describe('an approval', () => {
  beforeEach(async () => {
    persona = personaLedBy('Noor', 'Ola')
    await says('Noor', '1 red')
  })

  it('names the very words: those that took their place are shown, and not approved', async () => {
    const first = markIn(await says('Noor', '1 say en: Leave the cup on its shelf.'))
    expect(first).not.toBe('')
    const second = markIn(await says('Noor', '1 say en: Nothing is wrong.'))
    expect(await says('Ola', `1 approve en ${first}`)).toMatch(
      /⛔ These are other words now\.[\s\S]*Nothing is wrong\. .*approve en \d{6}/,
    )
    expect(await says('Ola', '1 approve en')).toMatch(/⛔ Name the words[\s\S]*Nothing is wrong\./)
    expect((await real())[0]?.statements).toEqual([])
    expect(await says('Ola', `1 approve en ${second}`)).toMatch(/Said \(en; Ola\): Nothing is wrong\./)
  })

  it('leaves waiting what was proposed in the place of the approved words meanwhile', async () => {
    await says('Noor', '1 say en: One.')
    const noor = { id: 'desk:noor', name: 'Noor' }
    const statement = {
      lang: 'en',
      words: 'Before.',
      at: 1,
      approvedBy: { id: 'desk:ola', name: 'Ola' },
      typedBy: noor,
    }
    await store.issues.changeCrisis({ issue: 1, isDrill: false }, { statement, what: 'approved' }, noor, clock.now())
    expect((await real())[0]?.proposed).toMatchObject([{ words: 'One.' }])
  })
})

describe('a drill', () => {
  it.each(['1', 'all'])('of %s never leads out of it: what it tells staff to type is of the drill', async (topic) => {
    persona = personaLedBy('Noor', 'Ola')
    const told = [
      await says('Noor', `drill ${topic} say en: Early.`),
      await says('Noor', `drill ${topic} red`),
      await says('Noor', `drill ${topic} say en: Played.`),
      await says('Noor', `drill ${topic} say nothing`),
      await says('Noor', `drill ${topic} words`),
      await says('Noor', `drill ${topic} approve`),
    ].join('\n')
    const typed = told.match(/\/crisis [^\n]*/g) ?? []
    expect(typed.length).toBeGreaterThan(5)
    for (const one of typed) expect(one).toMatch(new RegExp(`^/crisis drill ${topic} `))
    await says('Ola', `drill ${topic} approve en ${markIn(told)}`)
    await says('Noor', `drill ${topic} say zh: 演练。`)
    expect(await real()).toEqual([])
    const report = await says('Noor', `drill ${topic} green yes`)
    expect(report).not.toMatch(/was said/i)
    expect(report).toMatch(/## What fans would have heard\n\n- en \(Ola.*Played\./)
  })
})

describe('a level', () => {
  const thread = threadId('test', 'staff', 'issues')
  beforeEach(() => {
    persona = personaLedBy('Noor', 'Ola')
  })

  it('is not lowered before whoever lowers it agreed to what that ends', async () => {
    await says('Noor', '1 red')
    const asked = await act('Ola', '1 amber 2h')
    expect(asked).toMatchObject({ isDone: false, asks: { label: 'Yes, amber: #1' } })
    expect(asked.says).toMatch(
      /Nothing is changed yet\. #1 Lids that leak is red, set by Noor .*Amber ends the holding statement/,
    )
    expect((await real()).map(({ level }) => level)).toEqual(['red'])
    expect(await says('Ola', `1 amber 2h yes ${asked.asks?.sure}`)).toMatch(
      /🟠 Amber: #1[\s\S]*It takes the place of red, which Noor set 10:30 UTC/,
    )
    expect((await act('Ola', '1 green')).asks?.label).toBe('Yes, green: #1')
    // What is raised is not asked back about; and the yes to amber's end is none to that of red.
    const toAmber = (await act('Ola', '1 green')).asks?.sure
    await says('Noor', '1 red')
    expect(await says('Ola', `1 green yes ${toAmber}`)).toMatch(/✋ Nothing is changed yet\. .*is red/)
    expect(await says('Ola', '1 green yes')).toMatch(/🟢 Green/)
  })

  it('is told to the other leads, and what it took the place of to both', async () => {
    const heard: string[] = []
    deps = {
      ...deps,
      thread: () => Promise.resolve(thread),
      issues: {
        ...store.issues,
        tell: (_, words) => Promise.resolve(void heard.push(...words.map(({ outgoing }) => wordsOfOutgoing(outgoing)))),
      },
    }
    await says('Noor', '1 red')
    expect(heard.splice(0).join()).toMatch(/🔴 Red: #1 .*\nNoor set it red.* in 1 h\.\nFor Ola\./)
    await says('Ola', '1 red 2h')
    expect(heard.splice(0).join()).toMatch(
      /Ola set it red[\s\S]*takes the place of red, which Noor set[\s\S]*11:30 UTC\.\nFor Noor\./,
    )
    await says('Noor', '1 say en: One.')
    expect(heard.splice(0)).toEqual([])
    expect(await says('Ola', '1 say en: Two.')).toMatch(/takes the place of what Noor proposed in en: One\./)
    expect(heard.splice(0).join()).toMatch(
      /Ola proposed[\s\S]*takes the place of what Noor proposed in en: One\.\nFor Noor\./,
    )
    await says('Ola', '1 green')
    expect(heard.splice(0)).toEqual([])
    await says('Ola', '1 green yes')
    expect(heard.splice(0).join()).toMatch(/🟢 Green[\s\S]*Ola set it green/)
  })

  it('that two leads set in the same moment is lowered by neither without being asked', async () => {
    const [first, second] = await Promise.all([act('Noor', '1 red'), act('Ola', '1 amber')])
    const [crisis] = await real()
    if (crisis?.level === 'amber') expect([first.isDone, second.isDone]).toEqual([false, true])
    else expect(crisis?.level).toBe('red')
  })
})

describe('what staff are told', () => {
  it('of the whole brand: who is on the topic until words are given', async () => {
    await says('Noor', 'all red')
    expect(await says('Noor', 'all say en: We know.')).toMatch(/Until you give words[\s\S]*\/crisis all words/)
    expect(await says('Noor', 'all words lid')).not.toMatch(/Until you give words/)
  })

  it('names a platform that has no words in a language though another has', async () => {
    await says('Noor', '1 red')
    expect(await says('Noor', '1 say en discord: We know.')).toMatch(
      /No words yet in en on telegram, zh: those fans go to a person\. \/crisis 1 say en telegram: …/,
    )
    expect(await says('Noor', '1 say en: We know.')).toMatch(/No words yet in zh:/)
  })

  it('words of whom is no lead any more are not in force, and their language has none', async () => {
    await says('Noor', '1 red')
    await says('Noor', '1 say en: We know.')
    persona = personaLedBy('Mira')
    expect(await says('Mira', '1')).toMatch(/Not in force \(en; Noor\)[\s\S]*No words yet in en, zh/)
  })

  it('a time that is on another day comes with the day', async () => {
    expect(await says('Noor', '1 amber 2h')).toMatch(/looked at again 12:30 UTC/)
    expect(await says('Noor', '1 amber 2d')).toMatch(/looked at again 2026-11-20 10:30 UTC/)
  })

  it('the report of the whole brand counts what was said and reported in it alone', async () => {
    await says('Noor', 'all red')
    const [crisis] = await store.issues.crises('open')
    if (!crisis) throw new Error('it is red')
    expect(await store.issues.figuresOf(crisis, clock.now())).toMatchObject({ reports: 0, statements: 0 })
  })
})
