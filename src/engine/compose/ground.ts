/** What a model's reply commits the brand to must stand in an approved answer, or it is not said. */
import { ModelError } from '../../errors.ts'
import { compileRewrite } from '../../persona/prompt/prompt.ts'
import type { Recalled } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { type Saying, type Verdict, withFlags } from '../verdict.ts'
import { composeApproved, isRemark } from './compose-approved.ts'
import { giveAnswer } from './give-answer.ts'
import { type Ungrounded, ungrounded } from './ungrounded.ts'

/**
 * A reply without unsupported commitments passes as it is. Else the model says it again once, with what was found named;
 * then the approved words are given if they are known; then a person is called, with the draft attached. Small talk calls nobody.
 */
export async function ground(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const text = verdict.kind === 'reply' ? modelText(verdict.say) : undefined
  if (verdict.kind !== 'reply' || text === undefined) return verdict
  const used = verdict.used ?? []
  const found = ungrounded(text, used, turn)
  if (found.length === 0) return verdict
  const rewritten = await sayAgain(text, found, turn)
  if (rewritten !== undefined && ungrounded(rewritten, used, turn).length === 0) {
    const say = rewritten.split(/\n{2,}/).map((part): Saying => ({ kind: 'model', text: part }))
    return withFlags({ ...verdict, say }, ['commitment', 'rewritten'])
  }
  const [best] = turn.findings.hits
  if (turn.findings.outcome === 'answer' && best)
    return withFlags(giveAnswer(best, turn), ['commitment', 'approved-instead'])
  if (isRemark(turn)) return withFlags(composeApproved(turn), ['commitment'])
  return handOff('commitment', turn, { summary: summaryOf(found, turn), draft: text, flags: ['commitment'] })
}

/** Undefined where not all of it is the model's. */
export function modelText(say: readonly Saying[]): string | undefined {
  const texts = say.flatMap((saying) => (saying.kind === 'model' ? [saying.text] : []))
  return texts.length > 0 && texts.length === say.length ? texts.join('\n\n') : undefined
}

/** For staff. */
function summaryOf(found: readonly Ungrounded[], { text }: Recalled): string {
  const details = found.map(({ detail }) => `“${detail}”`).join(', ')
  return (
    `The draft reply would have committed the brand to what is not approved: ${details}. ` +
    `The fan wrote: ${text.slice(0, 200)}`
  )
}

async function sayAgain(text: string, findings: readonly Ungrounded[], turn: Recalled): Promise<string | undefined> {
  const { persona, brain, lang, conversation, author, signal } = turn
  if (!brain.model) return undefined
  const task = compileRewrite({ persona, text, findings, lang, surface: conversation.surface })
  try {
    return await brain.model.write({ prefix: brain.prompt.prefix, turn: task }, { budgetKey: author.accountId, signal })
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}
