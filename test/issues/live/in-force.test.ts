/** Which messages a crisis is about, whose words are said, and what it makes of the persona. */
import { describe, expect, it } from 'vitest'
import type { Crisis } from '../../../src/domain/crisis.ts'
import type { Issue } from '../../../src/domain/issue.ts'
import { calmed, inForce } from '../../../src/issues/live/in-force.ts'
import { titleOf } from '../../../src/issues/live/title-of.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({
  name: 'Pip',
  brand: {
    name: 'Tidewater',
    products: [{ id: 'cup', name: 'Cup', price: '£9', url: 'https://tidewater.example/cup' }],
  },
  voice: { languages: ['en', 'zh'], humour: 'playful', energy: 'lively', catchphrases: ['Kettle stays on.'] },
  manners: { group: 'ambient', channels: { 'test:quay': 'ambient' } },
  handoff: {
    staff: [
      { name: 'Mira', accounts: ['test:mira', 'desk:mira'], role: 'lead' },
      { name: 'Dana', accounts: ['test:dana'] },
    ],
  },
})
const issue: Issue = {
  number: 3,
  title: 'Lids that leak',
  state: 'seen',
  reporters: 4,
  reports: 4,
  platforms: [],
  lately: 0,
}
const crisis = (more: Partial<Crisis> = {}): Crisis => ({
  ...{ id: 1, issue: 3, level: 'red', beganAt: 0, statements: [], proposed: [], events: [], words: [], isDrill: false },
  ...more,
})

describe('a crisis', () => {
  it('is about what says in any language what the file foresees of it, also where nobody gave it words', () => {
    const foreseen = { id: 'lids', title: 'Lids', words: [], says: ['the lid of my cup leaks', '我的杯盖漏水'] }
    const force = inForce(crisis(), { ...issue, fileId: 'lids' }, { ...persona, issues: [foreseen] })
    expect(force.isAbout('杯盖又漏水了', 'zh')).toBe(true)
    expect(force.isAbout('a lid that leaks on me', 'en')).toBe(true)
    for (const [text, lang] of [
      ['这个杯子多少钱', 'zh'],
      ['what does a cup cost', 'en'],
    ] as const)
      expect(force.isAbout(text, lang), text).toBe(false)
  })

  it('is about what fans of it said in their language, and what names the same subjects in another', () => {
    const order = { ...issue, title: 'Orders that were cancelled' }
    const reports = [
      { text: '杯盖漏水，桌子都湿了', lang: 'zh' },
      { text: 'my order was cancelled', lang: 'en' },
    ]
    const force = inForce(crisis(), order, persona, reports)
    for (const text of ['我的杯盖也漏水', '你们取消了我的订单']) expect(force.isAbout(text, 'zh'), text).toBe(true)
    for (const text of ['我的订单在哪里', '杯子多少钱']) expect(force.isAbout(text, 'zh'), text).toBe(false)
  })

  it('knows the languages in which nothing is known to recognise it by', () => {
    expect(inForce(crisis(), issue, persona).isDeafTo('zh')).toBe(true)
    expect(inForce(crisis(), issue, persona).isDeafTo('en')).toBe(false)
    expect(inForce(crisis({ words: ['杯盖'] }), issue, persona).isDeafTo('zh')).toBe(false)
    expect(inForce(crisis(), issue, persona, [{ text: '杯盖漏水', lang: 'zh' }]).isDeafTo('zh')).toBe(false)
    expect(inForce({ ...crisis(), issue: undefined as never }, undefined, persona).isDeafTo('zh')).toBe(false)
  })

  it('is about what holds two words of its title, or one of its own words, and about nothing else', () => {
    const force = inForce(crisis({ words: ['mug', '杯子'] }), issue, persona)
    for (const text of ['the lid leaks', 'my lids are leaking!', 'is the mug safe?', 'are all mugs back?'])
      expect(force.isAbout(text, 'en'), text).toBe(true)
    expect(force.isAbout('这个杯子能用吗', 'zh')).toBe(true)
    for (const text of ['where is my lid', 'a leak in the roof', 'smuggled beans', 'what time do you open'])
      expect(force.isAbout(text, 'en'), text).toBe(false)
  })

  it('says the words of a platform before those for all, in that language alone', () => {
    const by = { id: 'test:mira', name: 'Mira' }
    const statement = { lang: 'en', words: 'For all.', approvedBy: by, at: 1 }
    const { statement: said } = inForce(
      crisis({ statements: [statement, { ...statement, platform: 'telegram', words: 'On Telegram.' }] }),
      issue,
      persona,
    )
    expect(said('en', 'telegram')?.words).toBe('On Telegram.')
    expect(said('en', 'discord')?.words).toBe('For all.')
    expect(said('zh', 'telegram')).toBeUndefined()
  })

  it('says nothing that was approved by who is no lead', () => {
    for (const id of ['test:dana', 'test:gone']) {
      const statements = [{ lang: 'en', words: 'Hm.', approvedBy: { id, name: 'X' }, at: 1 }]
      expect(inForce(crisis({ statements }), issue, persona).statement('en', 'test')).toBeUndefined()
    }
  })

  it('makes the persona calm, and leaves it as it was where nothing is wrong', () => {
    expect(calmed(persona, [])).toBe(persona)
    const calm = calmed(persona, [{ title: 'Lids that leak' }])
    expect(calm.voice).toMatchObject({ humour: 'none', energy: 'calm', catchphrases: {}, emoji: { use: 'none' } })
    expect(calm.voice.style?.en).toMatch(/Lids that leak.*make no joke, advertise nothing/)
    expect(calm.brand.products).toEqual([{ id: 'cup', name: { en: 'Cup' } }])
    expect([calm.manners.group, calm.manners.channels]).toEqual(['mention', { 'test:quay': 'mention' }])
    expect(calm.lines.joke).toEqual(calm.lines.remark)
  })
})

describe('an issue that nobody named', () => {
  it('is called by the words that most of its reports share, never by those of one alone', () => {
    const reports = ['the blue lid leaks, says Ana', 'my lid is leaking', 'lid leaks in my bag'].map((text) => ({
      text,
      lang: 'en',
      name: 'Ana',
    }))
    expect(titleOf(reports, (text) => text)).toBe('lid · leaks')
    expect(titleOf([], (text) => text)).toBe('several alike')
  })
})
