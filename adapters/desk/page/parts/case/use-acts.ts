/** Does acts on the open case, asked for by button or key, and keeps the focus where work goes on. */
import { useEffect, useState } from 'preact/hooks'
import type { CaseDetail, Me } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { speakAs, writeReply } from '../../state/writing.ts'
import { areKeysOn, isTyping } from '../controls/key-rules.ts'
import { type Act, acts, type Gesture, type Question } from './acts.ts'
import { focusBox, keepFocus } from './focus.ts'

export interface Acts {
  readonly offered: readonly Act[]
  readonly question: Question | undefined
  readonly isBusy: boolean
  run(each: Act): void
  answered(): void
}

export function useActs(detail: CaseDetail, me: Me, onCard: () => void): Acts {
  const [question, ask] = useState<Question>()
  const [isBusy, setBusy] = useState(false)
  const offered = acts.filter(({ isOffered }) => isOffered(detail, me))

  function run({ id, does }: Act): void {
    // What is done on the page waits for no answer of the desk's.
    if (typeof does !== 'function') {
      if ('asks' in does) ask(does.asks)
      else gesture(does.gesture, detail, onCard)
      return
    }
    if (isBusy) return
    setBusy(true)
    const link = id === 'learn' ? { label: 'See proposals', address: '#/proposals' } : undefined
    void act(does(detail), link ? { link } : {}).then(() => {
      setBusy(false)
      keepFocus()
    })
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !areKeysOn.get()) return
      const each = offered.find(({ key }) => key === event.key)
      if (each === undefined) return
      event.preventDefault()
      run(each)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return { offered, question, isBusy, run, answered: () => ask(undefined) }
}

function gesture(kind: Gesture, { botDraft }: CaseDetail, onCard: () => void): void {
  if (kind === 'card') {
    onCard()
    return
  }
  if (kind === 'use-draft') {
    writeReply(botDraft ?? '')
    speakAs('brand')
  } else speakAs(kind === 'reply' ? 'self' : kind)
  focusBox()
}
