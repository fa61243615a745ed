/** Does verbs on the open case, asked for by button or key, and keeps the focus where work goes on. */
import { useEffect, useState } from 'preact/hooks'
import type { CaseDetail, Me } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { speakAs, writeReply } from '../../state/writing.ts'
import { areKeysOn, isTyping } from '../controls/key-rules.ts'
import { focusBox, keepFocus } from './focus.ts'
import { type Gesture, type Question, type Verb, verbs } from './verbs.ts'

export interface Verbs {
  readonly offered: readonly Verb[]
  readonly question: Question | undefined
  readonly isBusy: boolean
  run(verb: Verb): void
  answered(): void
}

export function useVerbs(detail: CaseDetail, me: Me, onCard: () => void): Verbs {
  const [question, ask] = useState<Question>()
  const [isBusy, setBusy] = useState(false)
  const offered = verbs.filter(({ isOffered }) => isOffered(detail, me))

  function run({ id, does }: Verb): void {
    if (isBusy) return
    if (typeof does !== 'function') {
      if ('asks' in does) ask(does.asks)
      else gesture(does.gesture, detail, onCard)
      return
    }
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
      const verb = offered.find(({ key }) => key === event.key)
      if (verb === undefined) return
      event.preventDefault()
      run(verb)
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
