/** The last part of the story: what to say. With a model its reply; when it fails, or without one, approved answers and the persona's own lines. */
import { ModelError } from '../../errors.ts'
import type { Recalled } from '../stages.ts'
import { silent, type Verdict, withFlags } from '../verdict.ts'
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
    const verdict = withFlags(composeApproved(turn, { modelFailed: !isBroke(error) }), [error.code])
    if (verdict.reason !== 'model-failed') return verdict
    // It was told so before, and waits for no more than the answer.
    if (turn.messages.some(({ isAskedAgain }) => isAskedAgain)) return withFlags(silent('model-failed'), [error.code])
    return isShort(error) ? await afterOutage(turn, verdict) : verdict
  }
}

/** An outage of some seconds is waited out; the fan sees that somebody is typing. `otherwise`: what is said if it lasts. */
async function afterOutage(turn: Recalled, otherwise: Verdict): Promise<Verdict> {
  while (await turn.patience?.()) {
    try {
      return withFlags(await composeWithModel(turn), ['waited-for-model'])
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      if (!isShort(error)) break
    }
  }
  return otherwise
}

/** It may be over in a moment; who ran into the time limit has waited already. */
function isShort({ code, isRetryable }: ModelError): boolean {
  return isRetryable && (code === 'model-unreachable' || code === 'model-rate-limited')
}

/** Not a failure to apologise for: for the rest of the day it is as if there were no model. */
function isBroke({ code }: ModelError): boolean {
  return code === 'model-budget' || code === 'model-no-credit'
}
