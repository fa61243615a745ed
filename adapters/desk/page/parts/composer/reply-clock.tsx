/** How long words still reach the fan, said before one writes: some platforms let us speak only for a while after the fan. */
import type { CaseDetail } from '../../../wire.ts'
import { clockWords } from '../../show/reply-clock.ts'
import { useServerNow } from '../../state/server-clock.ts'

export function ReplyClock({ detail: { replyClock } }: { readonly detail: CaseDetail }) {
  const now = useServerNow(1_000)
  const shown = clockWords(replyClock, now)
  if (shown === undefined) return null
  return (
    <p class={`reply-clock ${shown.urgency}`} role="status">
      {shown.words}
    </p>
  )
}
