/** Fourth stage: what to say. With a model its reply; when it fails, or without one, approved answers and the persona's own lines. */
import { ModelError } from '../errors.ts'
import { composeApproved } from './compose-approved.ts'
import { composeWithModel } from './compose-with-model.ts'
import { type Draft, withFlags } from './draft.ts'
import type { PrivateLink } from './public-complaint.ts'
import type { Brain, Triaged } from './stages.ts'

export async function compose(
  turn: Triaged,
  brain: Brain,
  signal: AbortSignal,
  privateLink?: PrivateLink,
): Promise<Draft> {
  // Of money and accounts only the approved words are said.
  const { handoff } = turn.assessment
  if (!brain.model || turn.isAmbient || handoff === 'payment' || handoff === 'account')
    return composeApproved(turn, brain.persona)
  try {
    return await composeWithModel(turn, brain, brain.model, signal, privateLink)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return withFlags(composeApproved(turn, brain.persona, { modelFailed: true }), [error.code])
  }
}
