/** What was wrong with a reply of the bot's: it becomes a scene that an operator takes into scenes.yaml. */
import { useState } from 'preact/hooks'
import type { Line, WrongKind } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { Dialog } from '../controls/dialog.tsx'

const kinds: readonly (readonly [WrongKind, string])[] = [
  ['fact', 'It states a wrong fact'],
  ['tone', 'It has the wrong tone'],
  ['handover', 'A person was needed'],
  ['quiet', 'It should have kept quiet'],
  ['other', 'Something else'],
]

export function WrongForm({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const [what, choose] = useState<WrongKind>('fact')
  const [words, write] = useState('')
  const isSaid = what !== 'handover' && what !== 'quiet'
  return (
    <Dialog title="What was wrong?" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          const right = isSaid && words.trim() !== '' ? { words: words.trim() } : {}
          const link = { label: 'See proposals', address: '#/proposals' }
          void act({ kind: 'wrong', what, row: line.row, ...right }, { link })
        }}
      >
        <blockquote>{line.text}</blockquote>
        <fieldset class="kinds">
          <legend class="hidden-words">Kind</legend>
          {kinds.map(([kind, label]) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={what === kind} onChange={() => choose(kind)} /> {label}
            </label>
          ))}
        </fieldset>
        {isSaid ? (
          <label>
            Words the right answer holds (may stay empty)
            <input
              type="text"
              dir="auto"
              maxLength={300}
              value={words}
              onInput={({ currentTarget }) => write(currentTarget.value)}
            />
          </label>
        ) : null}
        <p class="quiet">It becomes a scene, without names; an operator’s yes puts it into scenes.yaml.</p>
        <footer>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="main">
            Report it
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
