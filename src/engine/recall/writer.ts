/**
 * The models as one turn may use them: a reply and one rewrite, two calls in all, whether or not they fail, however many steps would like
 * more; and one reading by a second reader.
 */
import { nothing, type Spent, sinceOf, sumOf } from '../../domain/spent.ts'
import type { AskedModel } from '../../domain/trace.ts'
import { ModelError } from '../../errors.ts'
import { readingPrefix } from '../../persona/prompt/second-reader.ts'
import type { DecideOptions } from '../../ports/decide.ts'
import type { Model, ModelPrompt, ModelReply } from '../../ports/model.ts'

/** Also those that failed, or could not be used, count. */
const MOST_CALLS = 2

export interface Writer {
  /** @throws {ModelError} when the model chain gave nothing usable */
  reply(prompt: ModelPrompt): Promise<ModelReply>
  /** The draft said again, once a turn. Undefined where that was done, where there is no model, and where it failed. */
  rewrite(prompt: ModelPrompt): Promise<string | undefined>
  /** Whether there is a second reader. */
  readonly hasReader: boolean
  /** What the second reader answers, once a turn. Undefined where that was done, where there is none, and where it failed. */
  read(turn: string): Promise<string | undefined>
  /** What it took so far. */
  spent(): Spent
}

/** `budgetKey`: whom the tokens are charged to. */
export function createWriter(
  { model, reader }: { readonly model?: Model; readonly reader?: Model },
  budgetKey: string,
  { signal, waiting = (ask) => ask(), onlooker }: Pick<DecideOptions, 'signal' | 'waiting' | 'onlooker'>,
): Writer {
  let spent = nothing
  let answers = 0
  let calls = 0
  let hasRewritten = false
  let hasRead = false
  const onSpent = (more: Spent) => {
    spent = sumOf(spent, more)
  }
  const options = () => ({
    budgetKey,
    signal,
    mostCalls: MOST_CALLS - Math.max(calls, answers),
    onCall: () => {
      calls += 1
    },
    onAnswer: (more: Spent) => {
      answers += more.answers
      onSpent(more)
    },
  })
  /** What was asked and came of it, for whoever looks on. */
  async function told<T>(
    what: AskedModel['what'],
    { prefix, turn }: ModelPrompt,
    answer: Promise<T>,
    inWords: (answer: T) => string = String,
  ): Promise<T> {
    if (!onlooker) return await answer
    const before = spent
    const asked = () => ({ what, prefix, turn, spent: sinceOf(spent, before) })
    try {
      const got = await answer
      onlooker.asked({ ...asked(), answered: inWords(got) })
      return got
    } catch (error) {
      onlooker.asked({ ...asked(), failed: error instanceof ModelError ? error.code : 'failed' })
      throw error
    }
  }
  return {
    async reply(prompt) {
      if (!model) throw new ModelError('model-unreachable', 'no model is configured', { isRetryable: false })
      return await told(
        'reply',
        prompt,
        waiting(() => model.reply(prompt, options()), signal),
        replyInWords,
      )
    },
    async rewrite(prompt) {
      if (!model || hasRewritten || options().mostCalls <= 0) return undefined
      hasRewritten = true
      return await orNothing(
        told(
          'rewrite',
          prompt,
          waiting(() => model.write(prompt, options()), signal),
        ),
      )
    },
    hasReader: reader !== undefined,
    async read(turn) {
      if (!reader || hasRead) return undefined
      hasRead = true
      const prompt = { prefix: readingPrefix, turn }
      const options = { budgetKey, signal, mostCalls: 1, onAnswer: onSpent }
      return await orNothing(
        told(
          'reading',
          prompt,
          waiting(() => reader.write(prompt, options), signal),
        ),
      )
    },
    spent: () => spent,
  }
}

/** As it answered, without what only the program reads. */
function replyInWords({ action, bubbles, used, mood, remember }: ModelReply): string {
  return JSON.stringify({ action: action.kind, bubbles, used, ...(mood ? { mood } : {}), remember }, null, 1)
}

async function orNothing(answer: Promise<string>): Promise<string | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}
