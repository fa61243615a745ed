import { describe, expect, test } from 'vitest'
import { defaultLines } from '../../../src/persona/lines/default-lines.ts'
import { fillLine, placeholders } from '../../../src/persona/load/fill.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { occasions } from '../../../src/persona/schema/schema.ts'
import { checkVoice } from '../../../src/persona/voice/voice.ts'
import { inAllLanguages } from '../../../src/words/terms/in-all-languages.ts'
import { personaFolder, smallest } from '../load/folder.ts'

const often = [
  'greeting',
  'greetingAgain',
  'thanks',
  'praise',
  'smallTalk',
  'farewell',
  'doesNotKnow',
  'clarify',
] as const

/** As each language says it. */
const aBot = new RegExp(inAllLanguages((words) => words.bot).join('|'), 'iu')

describe.each(Object.entries(defaultLines))('the built-in lines in %s', (lang, lines) => {
  if (lines === undefined) throw new Error(`no lines in ${lang}`)
  const spoken = [
    ...occasions.flatMap((occasion) => lines[occasion].map((line) => ({ occasion, line }))),
    ...Object.values(lines.handoff).flatMap((all) => all.map((line) => ({ occasion: 'handoff', line }))),
    ...lines.bot.map((line) => ({ occasion: 'bot', line })),
    { occasion: 'person', line: lines.person },
  ]

  test('are there for every occasion, and more than one for the frequent ones', () => {
    for (const occasion of occasions) expect(lines[occasion], occasion).not.toHaveLength(0)
    for (const occasion of often) expect(new Set(lines[occasion]).size, occasion).toBeGreaterThan(1)
  })

  test('use only the placeholders there are', () => {
    const known = new Set<string>(placeholders)
    for (const { line } of spoken)
      for (const [, name = ''] of line.matchAll(/\{([^}]*)\}/g)) expect(known, line).toContain(name)
  })

  test('read well without the fan’s name', () => {
    for (const { line } of spoken) {
      const said = fillLine(line, { persona: 'Pip', brand: 'Tidewater' })
      expect(said, line).not.toMatch(/[{}]|^[\s,，、.!。！]|[,，、]\s*[,，、.!?。！？]|\s{2}|\(\)|（）/)
      expect(said, line).toMatch(/[\p{L}\p{N}]/u)
    }
  })

  test('pass the voice check unchanged, for the friendliest and for the most reserved house', async () => {
    const dials = [
      'distance: close, emoji: many, energy: lively',
      'distance: aloof, emoji: none, energy: calm, humour: none, formality: formal',
    ]
    for (const dial of dials) {
      const yaml = `${smallest}voice: {languages: [${lang}], ${dial}}\n`
      const persona = await loadPersona(await personaFolder({ 'persona.yaml': yaml }))
      for (const { occasion, line } of spoken) {
        const text = fillLine(line, { persona: 'Pip', brand: 'Tidewater', fan: 'Ana', hours: '9–17', staff: 'Mia' })
        const { findings, pieces } = checkVoice(persona, { text, author: 'line', surface: 'direct', lang })
        expect(findings, `${dial}: ${text}`).toEqual([])
        // The checked text is a branded string; joined it is a plain one.
        expect(pieces.join(' ').replaceAll(/\s+/g, ' '), occasion).toBe(text.replaceAll(/\s+/g, ' '))
      }
    }
  })

  test('say plainly that it is a bot when asked', () => {
    for (const line of lines.bot) expect(line).toMatch(aBot)
  })

  test('say in a crisis whom to call, by number or in words, and never offer a person while nobody is there', () => {
    for (const line of lines.crisis) expect(line.length, 'whom to call').toBeGreaterThan(60)
    for (const line of lines.nobodyOnline) expect(line).not.toContain('{staff}')
  })

  test('greet by name, and say who and what it is', () => {
    for (const line of lines.greeting) {
      expect(line).toContain('{persona}')
      expect(line).toMatch(aBot)
    }
  })
})
