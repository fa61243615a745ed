/** The compiled prefix: the same bytes for the same persona, and what the dials make of it. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../src/persona/load/normalise.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import { compilePrompt, compileTurn, estimateTokens } from '../../../src/persona/prompt/prompt.ts'
import { personaSchema } from '../../../src/persona/schema/schema.ts'

const yaml = {
  name: 'Pip',
  nicknames: ['皮皮'],
  brand: {
    name: 'Tidewater',
    about: 'A small roaster.',
    url: 'https://tidewater.example',
    competitors: ['Gull & Grind'],
    products: [
      { id: 'fogbell', name: 'Fogbell', about: 'Dark.', price: '£9', url: 'https://tidewater.example/fogbell' },
      { id: 'winch', name: { en: 'Winch', zh: '绞盘' } },
    ],
  },
  voice: {
    languages: ['en', 'zh'],
    address: { zh: '你' },
    neverSay: ['valued customer'],
    length: { direct: 280, group: { en: 180, zh: 80 } },
    examples: [{ fan: 'hi', says: 'Kettle’s on.' }],
    catchphrases: ['The usual?'],
  },
  lore: ['Thinks by boiling.'],
  commitments: { refund: { mode: 'strict', words: ['money back'] }, taste: { mode: 'free' } },
  boundaries: [{ id: 'medical', about: 'Health advice', say: 'Ask a doctor.', handoff: 'health' }],
  handoff: { teams: { care: { name: 'Care', about: 'orders and refunds' } } },
  disclosure: { bot: 'Yes, I’m a bot.', maker: 'Wen built me.' },
  image: { moods: { happy: ['happy.webp'] } },
}

function persona(over: Record<string, unknown> = {}, folder = '/personas/pip'): Persona {
  return normalise(personaSchema.parse({ ...yaml, ...over }), { answers: [] }, folder)
}
const voiced = (dials: Record<string, unknown>) => compilePrompt(persona({ voice: { ...yaml.voice, ...dials } })).prefix

describe('the prefix', () => {
  test('is the same bytes every time, and wherever the folder lies', () => {
    const { prefix, canary } = compilePrompt(persona())
    expect(compilePrompt(persona({}, '/elsewhere'))).toMatchObject({ prefix, canary })
    for (const [name, text] of [
      ['Ana', 'hi'],
      ['Ben', 'wo ist mein Paket'],
    ] as const) {
      const input = { persona: persona(), hits: [], facts: [], transcript: [], notes: [], budgetTokens: 500 }
      compileTurn({ ...input, messages: [{ name, text }], lang: 'en', surface: 'direct' })
      expect(compilePrompt(persona()).prefix).toBe(prefix)
    }
  })

  test('is the same bytes in another process, at another time, in another place', async () => {
    const script = `
      import { normalise } from './src/persona/load/normalise.ts'
      import { compilePrompt } from './src/persona/prompt/prompt.ts'
      import { personaSchema } from './src/persona/schema/schema.ts'
      const yaml = JSON.parse(process.env.PERSONA)
      process.stdout.write(compilePrompt(normalise(personaSchema.parse(yaml), { answers: [] }, '/p')).prefix)`
    const env = {
      ...process.env,
      PERSONA: JSON.stringify(yaml),
      TZ: 'Asia/Tokyo',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'de_DE.UTF-8',
    }
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
    expect(stdout).toBe(compilePrompt(persona()).prefix)
  })

  test('holds its canary once, and another persona has another', () => {
    const { prefix, canary } = compilePrompt(persona())
    expect(prefix.split(canary)).toHaveLength(2)
    expect(canary).toMatch(/^ref-[0-9a-f]{16}$/)
    expect(compilePrompt(persona({ name: 'Pop' })).canary).not.toBe(canary)
    expect(compilePrompt(persona({ lore: ['Is a teapot.'] })).canary).not.toBe(canary)
  })

  test('says who it is, what it may say of the world, and what binds it', () => {
    const { prefix } = compilePrompt(persona())
    for (const said of [
      'You are Pip',
      '皮皮',
      'you say truthfully that you are a bot',
      'You never invent',
      'When asked who made you:\nWen built me.',
      '[fogbell] Fogbell',
      'price, word for word: £9',
      'price: not given',
      'Gull & Grind',
      'Thinks by boiling.',
      'refund (money back): strict',
      'word for word',
      'taste: free',
      'Health advice. Instead, in the sense of: "Ask a doctor." Hand off with reason health.',
      'care: Care, orders and refunds',
      'asked-for-person',
      'is quoted as JSON strings',
      'in a group en 180, zh 80',
      'English (en), Chinese (zh)',
      'fan: "hi"\nyou: "Kettle’s on."',
      '"valued customer"',
      'one of happy',
      '`respond`',
    ]) {
      expect(prefix).toContain(said)
    }
  })

  test('offers no reason that is ours alone to give', () => {
    const { prefix } = compilePrompt(persona())
    for (const reason of ['failed-review', 'model-out']) expect(prefix).not.toContain(reason)
  })

  test('its instructions are apart from the words that are its own to say', () => {
    const { prefix, instructions } = compilePrompt(persona())
    expect(instructions).toContain('You never invent')
    for (const own of [
      'Kettle’s on.',
      'Yes, I’m a bot.',
      'The usual?',
      'Thinks by boiling.',
      'Wen built me.',
      'Ask a doctor.',
    ]) {
      expect(prefix).toContain(own)
      expect(instructions).not.toContain(own)
    }
  })

  test('a persona of a name and a brand alone is enough', () => {
    const bare = normalise(personaSchema.parse({ name: 'Bo', brand: { name: 'Bo & Co' } }), { answers: [] }, '/p')
    const { prefix } = compilePrompt(bare)
    expect(prefix).toContain('You are Bo')
    expect(prefix).not.toMatch(/undefined|NaN|\[object|\{\w+\}|\n# [^\n]*\n\n/)
  })
})

describe('the dials', () => {
  test.each([
    ['distance', ['close', 'friendly', 'reserved', 'aloof']],
    ['formality', ['casual', 'neutral', 'formal']],
    ['humour', ['none', 'dry', 'light', 'playful']],
    ['energy', ['calm', 'steady', 'lively']],
    ['emoji', ['none', 'rare', 'some', 'many']],
    ['person', ['I', 'we']],
  ])('every setting of %s gives another prompt, and only its own line differs', (dial, settings) => {
    const prompts = settings.map((setting) => voiced({ [dial]: setting }).split('\n'))
    const lines = prompts.map((prompt) => prompt.filter((line) => !prompts.every((other) => other.includes(line))))
    expect(new Set(lines.map((own) => own.join('\n'))).size).toBe(settings.length)
    // Its line, for distance an example too, and the canary, which is a hash of everything.
    for (const own of lines) expect(own).toHaveLength(dial === 'distance' ? 3 : 2)
  })

  test('a house that keeps its height is asked for nothing that a friend is', () => {
    const friend = voiced({
      distance: 'close',
      formality: 'casual',
      humour: 'playful',
      energy: 'lively',
      emoji: 'many',
    })
    const house = voiced({ distance: 'aloof', formality: 'formal', humour: 'none', energy: 'calm', emoji: 'none' })
    expect(friend).toMatch(/good friend[\s\S]*Contractions[\s\S]*play along[\s\S]*three exclamation[\s\S]*up to four/)
    expect(house).toMatch(
      /keeps its height[\s\S]*no contractions[\s\S]*do not joke[\s\S]*No exclamation[\s\S]*Emoji: never/,
    )
  })

  test('favourite emoji are the only ones, and none at all when emoji are off', () => {
    expect(voiced({ emoji: { use: 'some', favourites: ['☕'] } })).toContain('Only these emoji: ☕')
    expect(voiced({ emoji: { use: 'none', favourites: ['☕'] } })).not.toContain('☕')
  })
})

test('a small persona compiles to a prefix of sensible size', () => {
  expect(estimateTokens(compilePrompt(persona()).prefix)).toBeLessThan(3500)
})
