/** The text box, with approved answers and canned responses offered as one types. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CaseDetail } from '../../../wire.ts'
import { useStore } from '../../state/store.ts'
import { attach, voiceOf, wordsIn, write, writing } from '../../state/writing.ts'
import { BOX_ID } from '../case/focus.ts'
import { Offers } from './offers.tsx'
import { useOffers } from './use-offers.ts'

interface BoxProps {
  readonly detail: CaseDetail
  readonly label: string
  readonly onSend: () => void
}

const MOST_PX = 220

export function Box({ detail, label, onSend }: BoxProps) {
  const now = useStore(writing)
  const text = wordsIn(now)
  const box = useRef<HTMLTextAreaElement>(null)
  const [hasFocus, setFocus] = useState(false)
  const offers = useOffers(detail, text, hasFocus && voiceOf(now) !== 'note')
  // The text decides the height.
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    current.style.height = 'auto'
    current.style.height = `${Math.min(MOST_PX, current.scrollHeight + 2)}px`
  }, [text])
  const choose = (words: string) => {
    write(words)
    offers.close()
    box.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isSending = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isSending) onSend()
    else if (offers.onKey(event.key, isAtEnd(box.current), choose)) {
      // The list of offers took it.
    } else if (event.key === 'Escape') box.current?.blur()
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files ?? []
    if (files.length === 0 || voiceOf(now) === 'note') return
    event.preventDefault()
    attach(files)
  }
  const { shown, chosen, listId } = offers
  return (
    <div class="box">
      <Offers offers={shown} chosen={chosen} listId={listId} onChoose={choose} />
      <textarea
        id={BOX_ID}
        ref={box}
        rows={2}
        dir="auto"
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={shown.length > 0 ? listId : undefined}
        aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
      />
    </div>
  )
}

function isAtEnd(box: HTMLTextAreaElement | null): boolean {
  return box !== null && box.selectionStart === box.value.length
}
