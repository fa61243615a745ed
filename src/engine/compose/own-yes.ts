/** Own words beside what they answer, as drafts are read: where a fan would have the house bound, nothing of ours that reads as a yes comes first. Pure. */
import { type Proposal, proposes } from '../../commitments/proposes.ts'
import type { ReasonCode } from '../../domain/decision.ts'
import { withoutToldOfSelf } from '../../hearing/told-of-self.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict, withFlags } from '../verdict.ts'

/** Light words to what asks nothing, which would be a yes to what was proposed. */
const light: ReadonlySet<ReasonCode> = new Set(['remark', 'joy', 'small-talk', 'acknowledgement', 'own-example'])
/** The same to what is thanked or praised for: only an agreement makes it one. */
const warm: ReadonlySet<ReasonCode> = new Set(['thanks', 'praise', 'laughter', 'model-chose-reaction'])
const given: ReadonlySet<ReasonCode> = new Set(['approved-answer', 'said-above'])

/** An approved answer to a bargain is given after a word that nothing is agreed; a light word gives way to it. */
export function withoutOwnYes(verdict: Verdict, turn: Recalled): Verdict {
  const proposal = proposalOf(turn)
  if (proposal === undefined) return verdict
  const { reason } = verdict
  const isYes = light.has(reason) || (proposal === 'bargain' && warm.has(reason))
  if ((verdict.kind === 'reply' || verdict.kind === 'react') && isYes)
    return withFlags(notAgreed(turn), 'flags' in verdict ? (verdict.flags ?? []) : [])
  if (verdict.kind === 'reply' && proposal === 'bargain' && given.has(reason) && !isAskedFor(turn))
    return { ...verdict, say: [line('cannotAgree'), ...verdict.say] }
  return verdict
}

/** So near to what the operator foresaw to be asked that the answer was written for these very words ("opened, may I still return it?"). */
const ASKED_FOR = 0.95
const isAskedFor = ({ findings }: Recalled): boolean => (findings.hits[0]?.score ?? 0) >= ASKED_FOR

/** Nothing is understood the less for it: no failed question. */
function notAgreed({ openCase }: Recalled): Verdict {
  const buttons = openCase ? {} : { buttons: ['person' as const] }
  return reply('no-agreement', [line('cannotAgree', buttons)], { state: { misses: 0 } })
}

/** Another bot has nothing to agree to, and who was not called says nothing anyway. */
export function proposalOf({ text, lang, fanLang, isFromBot }: Recalled): Proposal | undefined {
  if (isFromBot || text === '') return undefined
  // "I'm Kim and allergic to nuts" has the house do nothing.
  const asked = withoutToldOfSelf(text, fanLang ?? lang)
  return proposes(asked, [...new Set([fanLang ?? lang, lang])])
}
