/** Why a person is needed; where somebody may be in danger, so that nobody overlooks it. */
import type { CaseRow } from '../../../wire.ts'

const DANGER = new Set(['self-harm', 'safety', 'health', 'threat'])

export function Reason({ row: { reason, reasonWords, status } }: { readonly row: CaseRow }) {
  const isDanger = DANGER.has(reason) && status !== 'closed'
  return <span class={isDanger ? 'reason danger-reason' : 'reason'}>{reasonWords}</span>
}
