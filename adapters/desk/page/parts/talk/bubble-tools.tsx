/** What can be done with a message of ours: edit and delete one's own, learn from what a person said, report what the bot said wrongly. */
import { useState } from 'preact/hooks'
import type { Line } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { Dialog } from '../controls/dialog.tsx'
import { Icon } from '../controls/icon.tsx'
import { WrongForm } from './wrong-form.tsx'

interface BubbleToolsProps {
  readonly line: Line
  readonly onEdit: () => void
}

export function BubbleTools({ line, onEdit }: BubbleToolsProps) {
  const [isAsking, ask] = useState(false)
  const [isReporting, report] = useState(false)
  if ((line.speaker === 'bot' || line.speaker === 'approved') && !line.isDeleted)
    return (
      <div class="tools">
        <button
          type="button"
          class="plain"
          aria-label="Report this reply as wrong"
          title="This was wrong"
          onClick={() => report(true)}
        >
          <Icon name="flag" />
        </button>
        {isReporting ? <WrongForm line={line} onClose={() => report(false)} /> : null}
      </div>
    )
  const isPersons = line.speaker === 'person' || line.speaker === 'person-as-brand'
  if (!isPersons || line.isDeleted || line.delivery === 'dead') return null
  const learn = () =>
    act({ kind: 'learn', row: line.row }, { link: { label: 'See proposals', address: '#/proposals' } })
  return (
    <div class="tools">
      {line.isMine ? (
        <>
          <button type="button" class="plain" aria-label="Edit this message" title="Edit" onClick={onEdit}>
            <Icon name="edit" />
          </button>
          <button type="button" class="plain" aria-label="Delete this message" title="Delete" onClick={() => ask(true)}>
            <Icon name="bin" />
          </button>
        </>
      ) : null}
      <button
        type="button"
        class="plain"
        aria-label="Learn from this answer"
        title="Learn"
        onClick={() => void learn()}
      >
        <Icon name="book" />
      </button>
      {isAsking ? <DeleteQuestion line={line} onClose={() => ask(false)} /> : null}
    </div>
  )
}

function DeleteQuestion({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  return (
    <Dialog title="Delete this message?" onClose={onClose}>
      <form method="dialog">
        <blockquote>{line.text}</blockquote>
        <p>It is deleted for the fan too. What remains here is that there was one.</p>
        <footer>
          <button type="submit">Keep it</button>
          <button
            type="button"
            class="main danger"
            onClick={() => {
              onClose()
              void act({ kind: 'delete', row: line.row })
            }}
          >
            Delete for everybody
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
