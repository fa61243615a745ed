/** Between compose and review: what a model's draft commits the brand to must stand in an approved answer, or it is not said. */
import { ModelError } from '../../errors.ts'
import { compileRewrite } from '../../persona/prompt/prompt.ts'
import { type Draft, withFlags } from '../draft.ts'
import type { Brain, Triaged } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { giveAnswer } from './give-answer.ts'
import { type Ungrounded, ungrounded } from './ungrounded.ts'

/**
 * A draft without unsupported commitments passes as it is. Else the model says it again once, with what was found named;
 * then the approved words are given if they are known; then a person is called, with the draft attached.
 */
export async function ground(draft: Draft, turn: Triaged, brain: Brain, signal: AbortSignal): Promise<Draft> {
  if (draft.kind !== 'reply' || !draft.texts.some(({ author }) => author === 'model')) return draft
  const used = draft.used ?? []
  const text = draft.texts.map((part) => part.text).join('\n\n')
  const found = ungrounded(text, used, turn, brain.persona)
  if (found.length === 0) return draft
  const rewritten = await sayAgain(text, found, turn, brain, signal)
  if (rewritten !== undefined && ungrounded(rewritten, used, turn, brain.persona).length === 0) {
    const texts = rewritten.split(/\n{2,}/).map((part) => ({ text: part, author: 'model' as const }))
    return withFlags({ ...draft, texts }, ['commitment', 'rewritten'])
  }
  const [best] = turn.findings.hits
  if (turn.findings.outcome === 'answer' && best)
    return withFlags(giveAnswer(best, turn, brain.persona), ['commitment', 'approved-instead'])
  const summary =
    'The draft reply would have committed the brand to what is not approved: ' +
    `${found.map(({ detail }) => `“${detail}”`).join(', ')}. The fan wrote: ${turn.text.slice(0, 200)}`
  return handOff('commitment', turn, brain.persona, { summary, draft: text, flags: ['commitment'] })
}

async function sayAgain(
  text: string,
  findings: readonly Ungrounded[],
  turn: Triaged,
  { persona, prompt, model }: Brain,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!model) return undefined
  const task = compileRewrite({ persona, text, findings, lang: turn.lang, surface: turn.conversation.surface })
  try {
    return await model.write({ prefix: prompt.prefix, turn: task }, { budgetKey: turn.author.accountId, signal })
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}
