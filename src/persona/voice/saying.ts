/** What is checked before it leaves, and what is found in it. */

import type { Lang, Surface } from '../../domain/message.ts'

export const findingCodes = [
  'never-say',
  'too-long',
  'press-release',
  'emoji',
  'ai-slip',
  'denies-bot',
  'prompt-leak',
  'markdown',
  'exclamations',
  'empty',
  'unspeakable',
  'shouting',
  'distance',
  'off-character',
  'opinion',
  'others',
  'competitor',
  'foul',
  'contact',
  'person',
  'address',
  'assistant',
  'language',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** A text about to leave. */
export interface Saying {
  readonly text: string
  /**
   * model: a draft, repaired freely. approved: an approved answer, which keeps its words. line: a line of the persona's.
   * staff: a person speaking as themselves, held to what nobody may say and to what the platform takes.
   */
  readonly author: 'model' | 'approved' | 'line' | 'staff'
  readonly surface: Surface
  readonly lang: Lang
  /** A staff member writing as the brand: held to the persona's manner, and may not claim to be human in its name. */
  readonly asBrand?: boolean
  /** UTF-16 units the surface takes in one message; 4,000 if absent. */
  readonly maxLength?: number
  /** What the fan wrote, which a short reply is read together with. */
  readonly heard?: string
  /** The other messages of the same reply: what none of them says alone, they may say together. */
  readonly others?: { readonly before: readonly string[]; readonly after: readonly string[] }
  /** The fan writes a language that the persona does not speak: then any of the persona's may be the nearest. */
  readonly isForeign?: boolean
  /** What the surface shows; `none` if absent. */
  readonly markdown?: 'none' | 'light'
  /** Prompt text that must not be repeated, the canary first. */
  readonly leak?: readonly string[]
  /** Whether a sentence insults, swears or harasses: a model's draft never does, and never repeats it. */
  readonly offends?: (text: string) => boolean
}

export interface Finding {
  readonly code: FindingCode
  /** What was found: the word, the claim, the length. Never a piece of the prompt. */
  readonly detail: string
  /** The draft should be written again; only ever true for the model's. */
  readonly needsRewrite: boolean
}

/** Findings in the order found, each once. */
export class Findings {
  readonly #isModel: boolean
  readonly #byKey = new Map<string, Finding>()
  constructor(saying: Saying) {
    this.#isModel = saying.author === 'model'
  }
  add(code: FindingCode, detail: string, needsRewrite: boolean): void {
    const key = `${code}\n${detail}`
    if (!this.#byKey.has(key)) this.#byKey.set(key, { code, detail, needsRewrite: needsRewrite && this.#isModel })
  }
  get list(): readonly Finding[] {
    return [...this.#byKey.values()]
  }
}
