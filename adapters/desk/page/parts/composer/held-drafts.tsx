/** A reply of the bot's that waits: to send as it is, in other words, or not at all; of one that cannot be sent any more, why. */
import { useState } from 'preact/hooks'
import type { CaseDetail, HeldDraft, Me } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { AddFiles } from './add-files.tsx'
import { Attachments } from './attachments.tsx'
import { useFiles } from './use-files.ts'

interface HeldDraftsProps {
  readonly me: Me
  readonly detail: CaseDetail
  /** Nobody else has the case. */
  readonly mayDecide: boolean
}

export function HeldDrafts({ me, detail, mayDecide }: HeldDraftsProps) {
  const [newest] = detail.drafts
  const fan = detail.case.fanName || 'The fan'
  if (newest === undefined) return null
  if (newest.state === 'open')
    return <Waiting key={newest.id} me={me} caseId={detail.case.id} draft={newest} fan={fan} mayDecide={mayDecide} />
  const gone = goneWords(newest, fan)
  if (gone === undefined) return null
  return (
    <section class="draft held gone" aria-label="Draft that cannot be sent">
      <p class="by">{gone}</p>
      <p class="words">{newest.text}</p>
    </section>
  )
}

function goneWords({ state }: HeldDraft, fan: string): string | undefined {
  if (state === 'stale') return `Out of date: ${fan} has written since.`
  return state === 'expired' ? `Nobody sent this in time; ${fan} still waits.` : undefined
}

interface WaitingProps {
  readonly me: Me
  readonly caseId: string
  readonly draft: HeldDraft
  readonly fan: string
  readonly mayDecide: boolean
}

function Waiting({ me, caseId, draft, fan, mayDecide }: WaitingProps) {
  const files = useFiles(caseId)
  const [isBusy, setBusy] = useState(false)
  const [words, setWords] = useState<string>()
  const [problem, setProblem] = useState('')
  const decide = async (request: Parameters<typeof act>[0]) => {
    setBusy(true)
    setProblem('')
    const { isDone, says } = await act(request, { isQuiet: true })
    setBusy(false)
    if (!isDone) setProblem(says)
  }
  const { id, text, buttons, why } = draft
  return (
    <section class="draft held" aria-label={`Draft for ${fan}`}>
      <p class="by">
        {me.persona.name} would say, and waits for you <span class="quiet">{why}</span>
      </p>
      {words === undefined ? (
        <p class="words" dir="auto">
          {text}
        </p>
      ) : (
        <textarea
          rows={3}
          dir="auto"
          aria-label={`What ${fan} is to hear as ${me.persona.name}`}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {buttons.length > 0 ? <p class="quiet">With buttons: {buttons.join(', ')}</p> : null}
      <Attachments files={files.all} onRemove={files.remove} />
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {mayDecide ? (
        <footer>
          <button
            type="button"
            class="main"
            disabled={isBusy || !files.areReady || words?.trim() === ''}
            onClick={() =>
              void decide({
                kind: 'send-draft',
                draft: id,
                ...(words === undefined ? {} : { text: words }),
                ...(files.ids.length > 0 ? { files: files.ids } : {}),
              })
            }
          >
            {words === undefined ? 'Send the draft' : `Send these words as ${me.persona.name}`}
          </button>
          <button
            type="button"
            class="soft"
            disabled={isBusy}
            onClick={() => setWords(words === undefined ? text : undefined)}
          >
            {words === undefined ? 'Edit the draft' : 'Leave it as it was'}
          </button>
          <AddFiles label="Add files to the draft" onAdd={files.add} />
          <button
            type="button"
            class="soft"
            disabled={isBusy}
            onClick={() => void decide({ kind: 'drop-draft', draft: id })}
          >
            Drop the draft
          </button>
        </footer>
      ) : null}
    </section>
  )
}
