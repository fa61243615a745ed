/** Asks each configured model one small question and says in a sentence how that went, for `mascot doctor`. */
import { ModelError } from '../errors.ts'
import { defaultTimeoutMs, type EndpointOptions, modelsOf } from './create-model.ts'
import type { OneModel } from './openai-model.ts'
import { withRetry } from './retry.ts'

export interface ModelCheck {
  readonly model: string
  readonly isUsable: boolean
  /** One sentence for the operator. */
  readonly says: string
}

const question = {
  prefix: 'You are checked for readiness.',
  turn: 'Answer with a reply of one bubble that says: ready.',
}

/** One check a model, in the order of the chain. Never throws; not charged to the budget. */
export async function checkModel(options: EndpointOptions): Promise<ModelCheck[]> {
  const checks: ModelCheck[] = []
  for (const model of modelsOf(options)) checks.push(await checkOne(model, options))
  return checks
}

async function checkOne(
  model: OneModel,
  { clock, timeoutMs = defaultTimeoutMs }: EndpointOptions,
): Promise<ModelCheck> {
  const flags = new Set<string>()
  const startedAt = clock.now()
  try {
    const { flags: forgiven } = await withRetry(
      (signal) => model.reply(question, { signal, charge: async () => {}, flag: (name) => flags.add(name) }),
      {
        clock,
        random: () => 0,
        signal: new AbortController().signal,
        timeoutMs,
        untilMs: startedAt + timeoutMs,
        patienceMs: 0,
        onRetry: () => {},
      },
    )
    const form = flags.has('no-tools')
      ? 'without tools, as JSON in the text'
      : forgiven.includes('plain-text')
        ? 'in plain text only, so it can never call a person or stay silent by itself'
        : 'with tools'
    return {
      model: model.name,
      isUsable: true,
      says: `${model.name} answers in ${clock.now() - startedAt} ms, ${form}${flags.has('responses-api') ? ', by the Responses API' : ''}.`,
    }
  } catch (error) {
    const says = error instanceof ModelError ? error.message : `${model.name} could not be asked`
    return { model: model.name, isUsable: false, says: `${says}.` }
  }
}
