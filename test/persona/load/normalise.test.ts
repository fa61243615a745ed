import { describe, expect, test } from 'vitest'
import { handoffReasons } from '../../../src/domain/handoff.ts'
import { defaultLines } from '../../../src/persona/lines/default-lines.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { brandId } from '../../../src/persona/load/normalise.ts'
import { occasions } from '../../../src/persona/schema/schema.ts'
import { personaFolder, smallest } from './folder.ts'

const load = async (yaml: string, answers?: string) =>
  loadPersona(await personaFolder({ 'persona.yaml': smallest + yaml, ...(answers ? { 'answers.yaml': answers } : {}) }))

describe('the normal form', () => {
  test('bare texts and lists belong to the home language', async () => {
    const persona = await load(
      'voice: {languages: [zh, en]}\npositioning: 好咖啡\nlines: {thanks: [不谢, 小事]}\n',
      'answers:\n  - {id: a, asks: [x], answer: 好, title: 名}\n',
    )
    expect(persona.positioning).toEqual({ zh: '好咖啡' })
    expect(persona.lines.thanks.zh).toEqual(['不谢', '小事'])
    expect(persona.answers[0]).toEqual({ id: 'a', asks: ['x'], answer: { zh: ['好'] }, title: { zh: '名' } })
  })

  test('every occasion has lines in every language: its own, else the built-in ones', async () => {
    const persona = await load('voice: {languages: [en, fr, ja]}\nlines: {thanks: {en: Any time.}}\n')
    for (const occasion of occasions)
      for (const lang of persona.languages)
        expect(persona.lines[occasion][lang], `${occasion} ${lang}`).not.toHaveLength(0)
    expect(persona.lines.thanks.en).toEqual(['Any time.'])
    expect(persona.lines.thanks.fr).toEqual(defaultLines.fr?.thanks)
    for (const reason of handoffReasons)
      expect(Object.keys(persona.handoffLines[reason] ?? {})).toEqual(['en', 'fr', 'ja'])
  })

  test('a language without built-in lines hears the home language, then English', async () => {
    const persona = await load('voice: {languages: [de, is]}\nlines: {thanks: {de: Gern.}}\n')
    expect(persona.lines.thanks.is).toEqual(['Gern.'])
    expect(persona.lines.praise.is).toEqual(defaultLines.de?.praise)
    expect((await load('voice: {languages: [is]}\n')).lines.praise.is).toEqual(defaultLines.en?.praise)
  })

  test('a default handoff line of its own stands for every reason but self-harm', async () => {
    const persona = await load('lines: {handoff: {default: One moment., legal: The lawyers., }}\n')
    expect(persona.handoffLines.default).toEqual({ en: ['One moment.'] })
    expect(persona.handoffLines.payment).toEqual({ en: ['One moment.'] })
    expect(persona.handoffLines.legal).toEqual({ en: ['The lawyers.'] })
    expect(persona.handoffLines['self-harm']).toEqual({ en: defaultLines.en?.handoff['self-harm'] })
  })

  test('handoff lines may be bare, or by language', async () => {
    expect((await load('lines: {handoff: One moment.}\n')).handoffLines.default).toEqual({ en: ['One moment.'] })
    const both = await load('voice: {languages: [en, fr]}\nlines: {handoff: {en: Wait., fr: [Un instant.]}}\n')
    expect(both.handoffLines.default).toEqual({ en: ['Wait.'], fr: ['Un instant.'] })
  })

  test('length budgets fit the script, and a language left out of a map gets the default', async () => {
    const persona = await load('voice: {languages: [en, zh, fr], length: {direct: {en: 300}, group: 90}}\n')
    expect(persona.voice.length).toEqual({
      direct: { en: 300, zh: 160, fr: 420 },
      group: { en: 90, zh: 90, fr: 90 },
    })
    expect((await load('')).voice.length).toEqual({ direct: { en: 420 }, group: { en: 260 } })
  })

  test('emoji may be one word, and a boundary may hand off by true or by a reason', async () => {
    const persona = await load(
      'voice: {emoji: rare}\nboundaries: [{id: a, about: x, handoff: true}, {id: b, about: y}, {id: c, about: z, handoff: legal}]\n',
    )
    expect(persona.voice.emoji).toEqual({ use: 'rare', favourites: [] })
    expect(persona.boundaries.map(({ handoff }) => handoff)).toEqual(['boundary', undefined, 'legal'])
    expect(persona.boundaries[1]).toEqual({ id: 'b', about: 'y', words: [] })
  })

  test('team hours take the persona’s time zone, one range or several a day, and no week means always', async () => {
    const persona = await load(
      'manners: {timeZone: Europe/Paris}\nhandoff: {hours: {}, teams: {care: {name: Care, hours: {week: {mon: 09:00-18:00, tue: [09:00-12:00, 14:00-18:00]}}}}}\n',
    )
    expect(persona.handoff.teams.care).toEqual({
      name: { en: 'Care' },
      hours: {
        timeZone: 'Europe/Paris',
        week: { mon: ['09:00-18:00'], tue: ['09:00-12:00', '14:00-18:00'] },
        holidays: [],
      },
    })
    expect(persona.handoff.hours).toEqual({ timeZone: 'Europe/Paris', holidays: [] })
  })

  test('a language named twice counts once', async () => {
    expect((await load('voice: {languages: [en, fr, en]}\n')).languages).toEqual(['en', 'fr'])
  })
})

test.each([
  ['Tidewater Coffee', 'tidewater-coffee'],
  ['Maison Averné & Fils', 'maison-averne-fils'],
  ['7up', '7up'],
])('the brand %s gets the id %s', (name, id) => {
  expect(brandId(name)).toBe(id)
})

test('a name in another script gets a short hash that never changes and keeps brands apart', () => {
  expect(brandId('小杜杜')).toBe(brandId('小杜杜'))
  expect(brandId('小杜杜')).toMatch(/^brand-[0-9a-f]{6}$/)
  expect(brandId('小杜杜')).not.toBe(brandId('小冰'))
  expect(brandId('零界 NOVABIT')).toMatch(/^novabit-[0-9a-f]{6}$/)
  expect(brandId('☕')).toMatch(/^brand-[0-9a-f]{6}$/)
})
