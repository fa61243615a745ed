/** What the bot would say: to take over into the box, or to send as it is. */
import type { CaseDetail, Me } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { useStore } from '../../state/store.ts'
import { voiceOf, writing } from '../../state/writing.ts'
import { acts as all } from '../case/acts.ts'
import type { Acts } from '../case/use-acts.ts'

interface DraftProps {
  readonly me: Me
  readonly detail: CaseDetail
  readonly acts: Acts
}

export function Draft({ me, detail, acts }: DraftProps) {
  const now = useStore(writing)
  const { botDraft } = detail
  const use = all.find(({ id }) => id === 'use-draft')
  if (botDraft === undefined || voiceOf(now) === 'note' || now.reply === botDraft) return null
  return (
    <section class="draft" aria-label="Draft">
      <p class="by">{me.persona.name} would say</p>
      <p class="words">{botDraft}</p>
      <footer>
        <button type="button" class="soft" onClick={() => use && acts.run(use)}>
          Use it
        </button>
        <button type="button" class="soft" disabled={acts.isBusy} onClick={() => void act({ kind: 'send-draft' })}>
          Send as {me.persona.name}
        </button>
      </footer>
    </section>
  )
}
