/** The model as one turn may use it: a reply and one rewrite, two answers in all, however many steps would like more. */
import { nothing, type Spent, sumOf } from '../../domain/spent.ts'
import { ModelError } from '../../errors.ts'
import type { Model, ModelPrompt, ModelReply } from '../../ports/model.ts'

/** Also those that could not be used count. */
const MOST_ANSWERS = 2

export interface Writer {
  /** @throws {ModelError} when the model chain gave nothing usable */
  reply(prompt: ModelPrompt): Promise<ModelReply>
  /** The draft said again, once a turn. Undefined where that was done, where there is no model, and where it failed. */
  rewrite(prompt: ModelPrompt): Promise<string | undefined>
  /** What it took so far. */
  spent(): Spent
}

/** `budgetKey`: whom the tokens are charged to. */
export function createWriter(model: Model | undefined, budgetKey: string, signal: AbortSignal): Writer {
  let spent = nothing
  let hasRewritten = false
  const options = () => ({
    budgetKey,
    signal,
    mostAnswers: MOST_ANSWERS - spent.answers,
    onAnswer: (more: Spent) => {
      spent = sumOf(spent, more)
    },
  })
  return {
    async reply(prompt) {
      if (!model) throw new ModelError('model-unreachable', 'no model is configured', { isRetryable: false })
      return await model.reply(prompt, options())
    },
    async rewrite(prompt) {
      if (!model || hasRewritten || options().mostAnswers <= 0) return undefined
      hasRewritten = true
      try {
        return await model.write(prompt, options())
      } catch (error) {
        if (error instanceof ModelError) return undefined
        throw error
      }
    },
    spent: () => spent,
  }
}
