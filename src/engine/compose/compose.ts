/** The last part of the story: what to say. With a model its reply; when it fails, or without one, approved answers and the persona's own lines. */
import { ModelError } from '../../errors.ts'
import type { Recalled } from '../stages.ts'
import { type Verdict, withFlags } from '../verdict.ts'
import { composeApproved } from './compose-approved.ts'
import { composeWithModel } from './compose-with-model.ts'

export async function compose(turn: Recalled): Promise<Verdict> {
  const { model } = turn.brain
  // Of money and accounts only the approved words are said.
  const { handoff } = turn.assessment
  if (!model || turn.isAmbient || handoff === 'payment' || handoff === 'account') return composeApproved(turn)
  try {
    return await composeWithModel(turn)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return withFlags(composeApproved(turn, { modelFailed: !isBroke(error) }), [error.code])
  }
}

/** Not a failure to apologise for: for the rest of the day it is as if there were no model. */
function isBroke({ code }: ModelError): boolean {
  return code === 'model-budget' || code === 'model-no-credit'
}
