/** Why a person is needed, in words for staff. */
import type { Case } from '#mascot'

const words: Readonly<Record<Case['reason'], string>> = {
  'asked-for-person': 'asked for a person',
  commitment: 'asks what only a person may promise',
  complaint: 'complains',
  legal: 'a legal matter',
  health: 'health',
  safety: 'safety',
  'self-harm': 'may be in danger',
  threat: 'a threat',
  payment: 'payment',
  account: 'account',
  press: 'press',
  'not-understood': 'not understood',
  'failed-review': 'the draft may not be said',
  'model-out': 'the model is out',
  boundary: 'beyond what the persona does',
  rule: 'a rule of yours',
  'stepped-in': 'staff stepped in',
  draft: 'a draft waits',
}

export function reasonWords(reason: Case['reason']): string {
  return words[reason]
}
