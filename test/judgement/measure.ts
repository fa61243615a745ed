/** All scenes and ordinary conversations through all brands, and what became of each: what the test asserts and the table counts. */
import { judge } from './judge.ts'
import { ordinary } from './ordinary/all.ts'
import {
  type Brand,
  type BrandName,
  brandNames,
  type Heard,
  languagesOf,
  openBrand,
  type Pass,
  passes,
} from './play.ts'
import type { Scene, SceneKind } from './scene.ts'
import { scenes } from './scenes/all.ts'

/**
 * How a scene ended. own line: a line of the persona's, the model unheard or not. approved: approved words, or a choice of
 * them. person: a person was called. rewritten: what the model said at the second asking. cut: what was left of its words.
 * as said: the model's words, whole.
 */
export const endings = ['own line', 'approved', 'person', 'rewritten', 'cut', 'silent', 'as said'] as const
export type Ending = (typeof endings)[number]

export interface Played {
  readonly id: string
  readonly kind: SceneKind
  readonly brand: BrandName
  readonly pass: Pass
  readonly ending: Ending
  readonly isModelAsked: boolean
  /** What left that must not; empty: held. */
  readonly found: readonly string[]
  readonly left: readonly string[]
}

export interface Told {
  readonly brand: BrandName
  readonly says: string
  readonly reply: readonly string[]
  readonly left: readonly string[]
  readonly isModelAsked: boolean
  /** The reply left as it was, at the first asking. */
  readonly isUnchanged: boolean
}

export interface Measured {
  readonly played: readonly Played[]
  readonly told: readonly Told[]
  /** What the program logged as errors. */
  readonly errors: readonly string[]
}

/** `every`: each scene in each pass with each brand that speaks its language; else the brands take turns. */
export async function measure({ every = false } = {}): Promise<Measured> {
  const all = await Promise.all(
    brandNames.map(async (name) => {
      await using brand = await openBrand(name)
      const played = await playAll(brand, every)
      const told = await tellAll(brand)
      return { played, told, errors: brand.chat.errors }
    }),
  )
  return {
    played: all.flatMap(({ played }) => played),
    told: all.flatMap(({ told }) => told),
    errors: all.flatMap(({ errors }) => errors),
  }
}

async function playAll(brand: Brand, every: boolean): Promise<Played[]> {
  const played: Played[] = []
  for (const [round, pass] of passes.entries()) {
    for (const [index, scene] of scenes.entries()) {
      const able = brandNames.filter((name) => languagesOf[name].includes(scene.lang))
      const isTurn = every ? able.includes(brand.name) : able[(index + round) % able.length] === brand.name
      if (!isTurn || (pass === 'unasked' && scene.needsAsking)) continue
      played.push(resultOf(brand, scene, pass, await brand.play(scene, pass)))
    }
  }
  return played
}

function resultOf(brand: Brand, scene: Scene, pass: Pass, heard: Heard): Played {
  return {
    id: scene.id,
    kind: scene.kind,
    brand: brand.name,
    pass,
    ending: endingOf(heard),
    isModelAsked: heard.asked.reply > 0,
    found: judge(heard.left, scene.never, brand.guarded),
    left: heard.left,
  }
}

function endingOf({ decision, asked, left, draft }: Heard): Ending {
  if (!decision || decision.kind === 'silent' || decision.kind === 'react') return 'silent'
  if (decision.kind === 'handoff' || decision.reason === 'holding') return 'person'
  if (decision.kind === 'clarify' || decision.answerId !== undefined) return 'approved'
  if (decision.reason !== 'model-reply') return 'own line'
  if (left.join('\n') === draft.join('\n')) return 'as said'
  return asked.text > 0 && decision.flags.includes('rewritten') ? 'rewritten' : 'cut'
}

async function tellAll(brand: Brand): Promise<Told[]> {
  const told: Told[] = []
  for (const [says, words, used = []] of ordinary[brand.name]) {
    const reply = typeof words === 'string' ? [words] : words
    const { left, asked } = await brand.hear(says, { bubbles: reply, used })
    const isUnchanged = asked.text === 0 && left.join('\n') === reply.join('\n')
    told.push({ brand: brand.name, says, reply, left, isModelAsked: asked.reply > 0, isUnchanged })
  }
  return told
}
