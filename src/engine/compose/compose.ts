/** Fourth stage: what to say. With a model its reply; when it fails, or without one, approved answers and the persona's own lines. */
import { ModelError } from '../../errors.ts'
import type { DecideOptions } from '../../ports/decide.ts'
import { type Draft, withFlags } from '../draft.ts'
import type { Brain, Triaged } from '../stages.ts'
import { composeApproved } from './compose-approved.ts'
import { composeWithModel } from './compose-with-model.ts'

export type ComposeOptions = Pick<DecideOptions, 'signal' | 'privateLink' | 'pictureOf'>

export async function compose(turn: Triaged, brain: Brain, options: ComposeOptions): Promise<Draft> {
  // Of money and accounts only the approved words are said.
  const { handoff } = turn.assessment
  if (!brain.model || turn.isAmbient || handoff === 'payment' || handoff === 'account')
    return composeApproved(turn, brain.persona)
  try {
    return await composeWithModel(turn, brain, brain.model, options)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return withFlags(composeApproved(turn, brain.persona, { modelFailed: true }), [error.code])
  }
}
