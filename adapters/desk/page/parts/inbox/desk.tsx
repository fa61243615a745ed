/** The inbox view: cases on one side, the open one beside it; on a phone one after the other. */
import { useState } from 'preact/hooks'
import type { Me } from '../../../wire.ts'
import { openCase } from '../../state/open-case.ts'
import { go } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { Conversation } from '../case/conversation.tsx'
import { KeysDialog } from '../controls/keys-dialog.tsx'
import { CaseList } from './case-list.tsx'
import { useListKeys } from './use-list-keys.ts'

export function Desk({ me, caseId }: { readonly me: Me; readonly caseId: string | undefined }) {
  const [areKeysShown, showKeys] = useState(false)
  useListKeys(() => showKeys(true))
  return (
    <main class="desk">
      <CaseList me={me} caseId={caseId} onKeys={() => showKeys(true)} />
      <section class="open-case" aria-label="Open case">
        {caseId === undefined ? <NothingOpen /> : <OpenCaseShown key={caseId} me={me} />}
      </section>
      {areKeysShown ? <KeysDialog onClose={() => showKeys(false)} /> : null}
    </main>
  )
}

function NothingOpen() {
  return (
    <div class="empty">
      <p>Choose a case to read it.</p>
      <p class="quiet">
        <kbd>j</kbd> and <kbd>k</kbd> go through the list, <kbd>Enter</kbd> opens, <kbd>?</kbd> shows all keys.
      </p>
    </div>
  )
}

function OpenCaseShown({ me }: { readonly me: Me }) {
  const { detail, problem, isGone } = useStore(openCase)
  if (detail) return <Conversation me={me} detail={detail} />
  if (problem === undefined)
    return (
      <p class="empty quiet" aria-busy="true">
        Reading the case…
      </p>
    )
  return (
    <div class="empty" role="alert">
      <p>{isGone ? 'There is no such case (any more).' : problem}</p>
      <button type="button" onClick={() => go({ view: 'inbox' })}>
        Back to the list
      </button>
    </div>
  )
}
