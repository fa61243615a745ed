/** `places` of a persona: another voice and other lines where, when and of what it says so, in what is said and in what a model is told. */
import { describe, expect, it } from 'vitest'
import { type FanId, threadId } from '../../../src/domain/ids.ts'
import { createDecide } from '../../../src/engine/decide.ts'
import type { Model, ModelPrompt } from '../../../src/ports/model.ts'
import { createBrain } from '../../../src/program/brain.ts'
import { type PersonaOverrides, testPersona } from '../../support/persona.ts'
import { noon, type TurnOverrides, turnOf } from '../../support/turns.ts'

const memory = {
  recall: async () => ({
    transcript: [],
    fan: { id: 'f' as string as FanId, consent: 'unasked' as const, introducedAt: noon },
    facts: [],
  }),
  exportFan: async () => ({}),
  keepSummary: async () => {},
}

/** What it says to one message, and what a model was given for it. */
async function speaking(persona: PersonaOverrides) {
  const asked: ModelPrompt[] = []
  const model: Model = {
    async reply(prompt) {
      asked.push(prompt)
      return { action: { kind: 'reply' }, bubbles: ['Rain it is.'], used: [], remember: [], model: 'm', flags: [] }
    },
    write: async () => '',
  }
  const plain = await createBrain(testPersona(persona), { today: '2026-11-18' })
  return {
    asked,
    async says(text: string, { thread = 'test:direct', at = noon, isModel = false, ...more }: Said = {}) {
      const decide = createDecide({
        brain: () => (isModel ? { ...plain, model } : plain),
        memory,
        shortTerm: { get: async () => undefined, set: async () => {} },
      })
      const [platform = '', ...rest] = thread.split(':')
      const where = threadId(platform, ...rest)
      const turn = turnOf(text, { ...more, message: { ...more.message, threadId: where } })
      const { effects } = await decide(
        { ...turn, now: at, conversation: { ...turn.conversation, threadId: where } },
        { signal: new AbortController().signal },
      )
      return 'bubbles' in effects.decision ? effects.decision.bubbles.map((bubble) => bubble.text).join('\n') : ''
    },
  }
}
interface Said extends TurnOverrides {
  readonly thread?: string
  readonly at?: number
  readonly isModel?: boolean
}

const lines = { greeting: 'Morning.', thanks: 'Any time.' }
const place = (where: object, more: object = { lines: { greeting: 'Good evening, guest.' } }) => ({
  lines,
  places: [{ id: 'lounge', ...where, ...more }],
})

describe('a place', () => {
  it('is one channel with its topics: its own line there, and the usual one elsewhere', async () => {
    const { says } = await speaking(place({ in: ['telegram:-100123'] }))
    expect(await says('hello', { thread: 'telegram:-100123' })).toBe('Good evening, guest.')
    expect(await says('hello', { thread: 'telegram:-100123:42' })).toBe('Good evening, guest.')
    expect(await says('hello', { thread: 'telegram:-1001234' })).toBe('Morning.')
    expect(await says('hello', { thread: 'discord:-100123' })).toBe('Morning.')
  })

  it('says as everywhere what it has no line of its own for', async () => {
    const { says } = await speaking(place({ in: 'telegram' }))
    expect(await says('thank you', { thread: 'telegram:7' })).toBe('Any time.')
  })

  it('is an hour by the clock of the brand, also over midnight', async () => {
    const { says } = await speaking({
      ...place({ hours: '22:00-07:00' }),
      manners: { timeZone: 'Asia/Tokyo' },
    })
    expect(await says('hello', { at: Date.UTC(2026, 10, 18, 14) })).toBe('Good evening, guest.')
    expect(await says('hello', { at: Date.UTC(2026, 10, 18, 21, 30) })).toBe('Good evening, guest.')
    expect(await says('hello', { at: Date.UTC(2026, 10, 18, 3) })).toBe('Morning.')
  })

  it('is a language of the talk, and in another the line of everywhere stays', async () => {
    const { says } = await speaking({
      voice: { languages: ['en', 'fr'] },
      lines: { greeting: { en: 'Morning.', fr: 'Salut.' } },
      places: [{ id: 'paris', langs: 'fr', lines: { greeting: { fr: 'Bonjour à vous.' } } }],
    })
    expect(await says('bonjour', { message: { author: fr } })).toBe('Bonjour à vous.')
    expect(await says('hello')).toBe('Morning.')
  })

  it('is a topic: what its approved answer belongs to is said under its voice', async () => {
    const persona = {
      commitments: { refund: { words: ['refund'] } },
      answers: [
        {
          id: 'refund-window',
          asks: ['can I get a refund', 'refund my order', 'money back please', 'how do refunds work'],
          answer: 'Thirty days! Any reason! Just write!',
          topic: 'refund',
        },
      ],
    }
    const lively = { ...persona, voice: { energy: 'lively' } }
    const said = 'can I get a refund'
    expect(await (await speaking(lively)).says(said)).toBe('Thirty days! Any reason! Just write!')
    const calm = { id: 'money', topics: ['refund'], voice: { energy: 'calm' } }
    expect(await (await speaking({ ...lively, places: [calm] })).says(said)).toBe(
      'Thirty days. Any reason. Just write.',
    )
  })

  it('gives way to a later one, and both have their say where they differ', async () => {
    const { says } = await speaking({
      lines,
      places: [
        { id: 'groups', in: 'telegram', lines: { greeting: 'First.', thanks: 'Noted.' } },
        { id: 'lounge', in: 'telegram:7', lines: { greeting: 'Last.' } },
      ],
    })
    expect(await says('hello', { thread: 'telegram:7' })).toBe('Last.')
    expect(await says('thank you', { thread: 'telegram:7' })).toBe('Noted.')
  })

  it('is told to the model by its dials, the same to the byte each time, and by no word elsewhere', async () => {
    const aloof = { voice: { distance: 'aloof', style: 'Speaks like a butler.' } }
    const { says, asked } = await speaking(place({ in: 'telegram:9' }, aloof))
    for (const thread of ['telegram:9', 'telegram:9', 'telegram:8'])
      await says('what does rain sound like to you then', { thread, isModel: true })
    const [first, second, elsewhere] = asked.map(({ prefix }) => prefix)
    expect(first).toContain('Speaks like a butler.')
    expect(first).toContain('keeps its height')
    expect(second).toBe(first)
    expect(elsewhere).not.toContain('butler')
    expect(elsewhere).not.toContain('keeps its height')
  })

  it('changes no word of what is said in danger', async () => {
    const { says } = await speaking(place({ in: 'test' }, { lines: { handoff: 'One moment, guest.' } }))
    const usual = await (await speaking({ lines })).says('I want to kill myself')
    expect(await says('I want to kill myself')).toBe(usual)
    expect(usual).not.toBe('')
    expect(await says('can I talk to a person please')).toContain('One moment, guest.')
  })

  it('never says again what the brand never says', async () => {
    const { says } = await speaking({
      voice: { neverSay: ['cheap'] },
      places: [
        {
          id: 'lounge',
          in: 'test',
          voice: { neverSay: ['budget'] },
          lines: { greeting: 'Hello. It is cheap. It is budget.' },
        },
      ],
    })
    expect(await says('hello')).toBe('Hello.')
  })
})

const fr = { accountId: turnOf('').messages[0]?.author.accountId ?? fail(), name: 'Ana', isBot: false, lang: 'fr' }
function fail(): never {
  throw new Error('a turn has a message')
}
