/** What a model reads in an ordinary talk with each brand, in each of its languages, in characters. */
import { fileURLToPath } from 'node:url'
import type { TranscriptLine } from '../../src/domain/conversation.ts'
import type { FanId } from '../../src/domain/ids.ts'
import type { Lang } from '../../src/domain/message.ts'
import { bot } from '../../src/domain/speaker.ts'
import { createDecide } from '../../src/engine/decide.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Model } from '../../src/ports/model.ts'
import { createBrain } from '../../src/program/brain.ts'
import { ana, noon, turnOf } from '../support/turns.ts'
import { ordinary } from './ordinary/all.ts'
import type { Talk } from './ordinary/talk.ts'
import { type BrandName, brandNames } from './play.ts'

export interface PromptMeasure {
  readonly brand: BrandName
  readonly lang: Lang
  readonly turns: number
  readonly prefix: number
  /** On average. */
  readonly turn: number
  /** The longest prefix and turn together. */
  readonly longest: number
  /** On average in a long talk, prefix and turn together. */
  readonly inLongTalk: number
  /** Of what is read on average, what is the same in every turn. */
  readonly stable: number
}

/** Exchanges of the talk that stand before each message. */
const BEFORE = 3
/** Of a long talk: more than a turn tells of it. */
const LONG_BEFORE = 24

export async function measurePrompts(): Promise<readonly PromptMeasure[]> {
  const all = await Promise.all(brandNames.map(async (brand) => measureBrand(brand)))
  return all.flat()
}

interface Asked {
  readonly prefix: string
  readonly turn: string
}

async function measureBrand(brand: BrandName): Promise<readonly PromptMeasure[]> {
  const persona = await loadPersona(fileURLToPath(new URL(`../../personas/${brand}`, import.meta.url)))
  const asked: Asked[] = []
  const model: Model = {
    reply: async (prompt) => {
      asked.push(prompt)
      return { action: { kind: 'silent' }, bubbles: [], used: [], remember: [], model: 'none', flags: [] }
    },
    write: async () => '',
  }
  const brain = await createBrain(persona, { today: '2026-11-18', model })
  let transcript: readonly TranscriptLine[] = []
  const decide = createDecide({
    brain: () => brain,
    memory: {
      recall: async () => ({
        transcript,
        fan: { id: 'f' as string as FanId, consent: 'unasked', introducedAt: noon },
        facts: [],
      }),
      exportFan: async () => ({}),
      keepSummary: async () => {},
    },
    shortTerm: { get: async () => undefined, set: async () => {} },
  })
  const talks = ordinary[brand]
  const short = await askedAfter(BEFORE)
  const long = await askedAfter(LONG_BEFORE)
  return persona.languages.map((lang) => {
    const { prefix } = brain.promptIn(lang)
    const isIn = (one: Asked) => one.prefix === prefix
    return measured(brand, lang, short.filter(isIn), long.filter(isIn))
  })

  async function askedAfter(exchanges: number): Promise<readonly Asked[]> {
    const from = asked.length
    for (const [at, [says]] of talks.entries()) {
      const before = Array.from({ length: exchanges }, (_, back) => talks.at((at - exchanges + back) % talks.length))
      transcript = linesOf(before.flatMap((talk) => (talk === undefined ? [] : [talk])))
      const turn = turnOf(says, { message: { row: 1000 } })
      await decide(turn, { signal: new AbortController().signal })
    }
    return asked.slice(from)
  }
}

function linesOf(talks: readonly Talk[]): readonly TranscriptLine[] {
  return talks.flatMap(([says, reply], index) => [
    { row: index * 2 + 1, at: noon, from: 'fan' as const, name: 'Ana', accountId: ana, text: says },
    { row: index * 2 + 2, at: noon, from: 'brand' as const, name: 'us', speaker: bot, text: [reply].flat().join('\n') },
  ])
}

function measured(brand: BrandName, lang: Lang, asked: readonly Asked[], long: readonly Asked[]): PromptMeasure {
  const prefix = asked[0]?.prefix.length ?? 0
  const turns = asked.map(({ turn }) => turn.length)
  const turn = turns.reduce((sum, length) => sum + length, 0) / turns.length
  return {
    brand,
    lang,
    turns: turns.length,
    prefix,
    turn,
    longest: prefix + Math.max(...turns),
    inLongTalk: prefix + long.reduce((sum, one) => sum + one.turn.length, 0) / long.length,
    stable: prefix / (prefix + turn),
  }
}
