/** Amber and red as staff set them: whose words are approved, what a drill leads to, and what staff are told is missing. */
import { beforeEach, describe, expect, it } from 'vitest'
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

async function says(name: string, args: string): Promise<string> {
  const { says: said } = await performCrisis(args, { id: `desk:${name.toLowerCase()}`, name }, deps)
  return said
}
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
    const report = await says('Noor', `drill ${topic} green`)
    expect(report).not.toMatch(/was said/i)
    expect(report).toMatch(/## What fans would have heard\n\n- en \(Ola.*Played\./)
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
