/** `mascot ask --prompt`: what a model would be given for a message, with its sizes, instead of asking one. */
import type { Brain } from '../engine/stages.ts'
import type { Clock } from '../ports/clock.ts'
import type { Model, ModelPrompt } from '../ports/model.ts'
import { createAsk, type Question } from './ask-lines.ts'

/** What `--prompt --json` prints, a line a message. Sizes in characters. */
export interface PromptShown {
  readonly id: string
  /** Absent where it would be decided without a model. */
  readonly prompt?: {
    readonly prefix: string
    readonly turn: string
    readonly sizes: { readonly prefix: number; readonly turn: number; readonly all: number; readonly stable: number }
  }
  readonly decision?: string
  readonly reason?: string
}

export function createAskPrompt(
  brain: Omit<Brain, 'model'>,
  clock: Clock,
): (question: Question, signal: AbortSignal) => Promise<PromptShown> {
  let given: ModelPrompt | undefined
  const model: Model = {
    reply: async (prompt) => {
      given = prompt
      return { action: { kind: 'silent' }, bubbles: [], used: [], remember: [], model: 'none', flags: [] }
    },
    write: async () => '',
  }
  const ask = createAsk({ ...brain, model }, clock)
  return async (question, signal) => {
    given = undefined
    const { id, decision, reason } = await ask(question, signal)
    return given === undefined ? { id, decision, reason } : { id, prompt: sized(given) }
  }
}

function sized({ prefix, turn }: ModelPrompt) {
  const all = prefix.length + turn.length
  const stable = Math.round((prefix.length / all) * 1000) / 1000
  return { prefix, turn, sizes: { prefix: prefix.length, turn: turn.length, all, stable } }
}

/** For people. */
export function readablePrompt({ prompt, decision, reason }: PromptShown): string {
  if (!prompt) return `[no model would be asked: ${decision}, ${reason}]\n`
  const { prefix, turn, all, stable } = prompt.sizes
  const sizes = `[prefix ${prefix} + turn ${turn} = ${all} characters, ${Math.round(stable * 100)} % the same in every turn]`
  return `${prompt.prefix}\n${prompt.turn}\n\n${sizes}\n`
}
