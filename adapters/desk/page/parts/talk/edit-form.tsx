/** One's own message under one's hands; what is not taken stays here with the reason. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Line } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'

export function EditForm({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const [text, setText] = useState(line.text)
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const save = async () => {
    if (isBusy || text.trim() === '') return
    setBusy(true)
    const { isDone, says } = await act({ kind: 'edit', row: line.row, text }, { isQuiet: true })
    setBusy(false)
    if (isDone) onClose()
    else setProblem(says)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
  }
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <textarea
        ref={box}
        rows={3}
        aria-label="New words"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <footer>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="main" disabled={isBusy || text.trim() === ''}>
          Change for the fan
        </button>
      </footer>
    </form>
  )
}
