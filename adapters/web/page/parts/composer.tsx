/** Where one writes. Enter sends, Shift and Enter begins a line; what is typed survives a reload. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Hello } from '../../wire.ts'
import { say, sendFile } from '../state/talk.ts'

const DRAFT = 'mascot-draft'

export function Composer({ hello: { words, most } }: { readonly hello: Hello }) {
  const [text, setText] = useState(readDraft)
  const box = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => keepDraft(text), [text])
  useEffect(() => {
    const { current } = box
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${Math.min(current.scrollHeight, 160)}px`
  })
  const submit = () => {
    if (text.trim() === '') return
    setText('')
    box.current?.focus()
    void say(text)
  }
  const attach = (files: FileList | null | undefined) => {
    for (const file of files ?? []) void sendFile(file)
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <input
        ref={picker}
        type="file"
        class="hidden-words"
        tabIndex={-1}
        aria-hidden="true"
        multiple
        onChange={({ currentTarget }) => {
          attach(currentTarget.files)
          currentTarget.value = ''
        }}
      />
      <button
        type="button"
        class="icon"
        aria-label={words.attach}
        title={words.attach}
        onClick={() => picker.current?.click()}
      >
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M12 5v14M5 12h14" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
      </button>
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        aria-label={words.write}
        placeholder={words.write}
        maxLength={most.letters}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onPaste={({ clipboardData }) => attach(clipboardData?.files)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          submit()
        }}
      />
      <button type="submit" class="icon main" aria-label={words.send} title={words.send}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path
            d="M4 12h14M12 6l6 6-6 6"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
      </button>
    </form>
  )
}

function readDraft(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? ''
  } catch {
    return ''
  }
}

function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(DRAFT, text)
  } catch {}
}
