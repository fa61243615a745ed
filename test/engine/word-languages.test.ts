/** In which language, and in which characters, a line and all that stands in it is said. */
import { describe, expect, it } from 'vitest'
import { line, reply, type Saying } from '../../src/engine/verdict.ts'
import { word } from '../../src/engine/word.ts'
import type { PersonaOverrides } from '../support/persona.ts'
import { thinking, turnOf } from '../support/turns.ts'

async function saidTo(text: string, say: readonly Saying[], persona: PersonaOverrides): Promise<string> {
  const { recalled } = await thinking(persona)
  const draft = word(reply('command', say), await recalled(turnOf(text)))
  return 'texts' in draft ? draft.texts.map(({ text }) => text).join('\n') : ''
}

const inEnglishAndChinese: PersonaOverrides = { voice: { languages: ['en', 'zh'] } }

describe('what to do in danger', () => {
  it.each([
    ['me corté las venas', /Gracias por contarlo/],
    ['ich will sterben', /Vertrauen/],
    ['je veux mourir', /Merci/],
    ['vou me matar', /Obrigado/],
    ['chcę umrzeć', /Dobrze/],
    ['chci zemřít', /dobře/],
    ['kendimi öldüreceğim', /botum/],
    ['meg akarok halni', /elmondtad/],
    ['haluan kuolla', /botti/],
    ['vreau să mor', /bine/],
    ['aku mau mati', /Terima kasih/],
    ['tôi muốn chết', /Cảm ơn/],
    ['死にたい', /話してくれて/],
    ['хочу умереть', /Спасибо/],
    ['I want to die', /I’m glad you told me/],
    ['我想死', /谢谢你说出来/],
    ['我想死，太難過了', /謝謝你說出來/],
  ])('is said in the language of the words that told of it: %s', async (text, said) => {
    expect(await saidTo(text, [line('crisis')], inEnglishAndChinese)).toMatch(said)
  })

  it('is said in the language of the whole message, where a foreign phrase stands in it', async () => {
    const text = 'what does it mean when the singer says je veux mourir in this song of hers'
    expect(await saidTo(text, [line('crisis')], inEnglishAndChinese)).toMatch(/glad you told me/)
  })
})

it.each([
  ['ile kosztuje wysyłka do polski', 'English or Chinese.'],
  ['wann macht ihr heute zu', 'English or Chinese.'],
  ['配送料はいくらですか', '中文或英文。'],
])('a line of the persona’s own is said in its language nearest to the letters of %s', async (text, said) => {
  const lines = { wrongLanguage: { zh: ['中文或英文。'], en: ['English or Chinese.'] } }
  expect(await saidTo(text, [line('wrongLanguage')], { voice: { languages: ['zh', 'en'] }, lines })).toBe(said)
})

describe('built-in Chinese', () => {
  const crisis: readonly Saying[] = [line('crisis'), { kind: 'disclosure' }]
  it.each(['zh-TW', 'zh-HK', 'zh-Hant'])('is Traditional where the persona speaks %s', async (tag) => {
    const said = await saidTo('我想死', crisis, { voice: { languages: [tag] } })
    expect(said).toMatch(/謝謝你[說説]出[來嚟]/)
    expect(said).not.toMatch(/[谢说来机]/)
  })

  it('is Traditional to whom writes so, at a brand that speaks no Chinese', async () => {
    expect(await saidTo('我想死，太難過了', crisis, { voice: { languages: ['en'] } })).toMatch(/謝謝你說出來/)
  })

  it('stays Simplified for everybody else', async () => {
    expect(await saidTo('我想死', crisis, { voice: { languages: ['zh-CN'] } })).toMatch(/谢谢你说出来/)
  })
})

describe('a line', () => {
  const persona: PersonaOverrides = {
    voice: { languages: ['en', 'fr'] },
    brand: { id: 'b', name: 'Tidewater' },
    lines: { nobodyOnline: { en: 'Nobody’s at the desk ({hours}).' } },
    handoff: { teams: { care: { name: 'the order desk' }, orders: { name: { en: 'orders', fr: 'commandes' } } } },
  }
  const hours = { timeZone: 'Europe/Paris', week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] }, holidays: [] }
  const until = Date.UTC(2026, 10, 23, 10)

  it.each([
    ['bonjour, vous êtes où ?', 'commandes', 'orders'],
    ['hello, where are you?', 'the order desk', 'care'],
  ])('calls a team by its name in that language: %s', async (text, name, team) => {
    const say: readonly Saying[] = [{ kind: 'handoff', reason: 'press', names: { team } }]
    expect(await saidTo(text, say, persona)).toContain(name)
  })

  it.each(['bonjour, vous êtes où ?', 'お店はどこですか', 'guten Tag, wann haben Sie geöffnet?'])(
    'leaves out a name that a team has in another language only: %s',
    async (text) => {
      const names = { team: 'care', until }
      const said = await saidTo(text, [line('promise', { names })], persona)
      expect(said).toContain('Tidewater')
      expect(said).not.toMatch(/order desk|Mon/)
    },
  )

  it('that has to be said in another language has its hours in that one too', async () => {
    const said = await saidTo('お店はどこですか', [line('nobodyOnline', { names: { hours } })], persona)
    expect(said).toBe('Nobody’s at the desk (Mon–Tue 09:00–17:00, Paris).')
  })
})
