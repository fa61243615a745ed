/** What could be said instead of typing on: canned responses after a slash, approved answers for words. */
import { useEffect, useId, useState } from 'preact/hooks'
import type { CaseDetail } from '../../../wire.ts'
import { api } from '../../state/api.ts'
import { speak } from '../../state/notices.ts'

export interface Offer {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly kind: 'canned' | 'approved'
}

export interface OffersNow {
  readonly shown: readonly Offer[]
  /** -1: none yet. */
  readonly chosen: number
  readonly listId: string
  close(): void
  /** True when the key was for the list. */
  onKey(key: string, isAtEnd: boolean, choose: (text: string) => void): boolean
}

const WAIT_MS = 250
const LEAST_CHARACTERS = 3
const MOST = 3

export function useOffers(detail: CaseDetail, text: string, isReply: boolean): OffersNow {
  const [found, setFound] = useState<readonly Offer[]>([])
  const [chosen, setChosen] = useState(-1)
  const [closedAt, setClosedAt] = useState<string>()
  const listId = useId()
  const slash = isReply ? /^\/(\S*)$/.exec(text)?.[1] : undefined
  const asksWords = isReply && slash === undefined && text.trim().length >= LEAST_CHARACTERS
  const { id } = detail.case
  useEffect(() => {
    setChosen(slash === undefined ? -1 : 0)
    if (!asksWords) return setFound([])
    let isStale = false
    const timer = setTimeout(async () => {
      const { answers } = await api.answers(id, text.trim()).catch(() => ({ answers: [] }))
      if (isStale) return
      const offers = answers.map((answer): Offer => ({ ...answer, kind: 'approved' }))
      setFound(offers.filter((offer) => offer.text.trim() !== text.trim()).slice(0, MOST))
    }, WAIT_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [id, text, slash, asksWords])
  const offered = slash === undefined ? found : cannedFor(detail, slash)
  const shown = closedAt === text ? [] : offered
  const count = shown.length
  useEffect(() => {
    if (count > 0) speak(`${count} ${count === 1 ? 'text' : 'texts'} to choose from, with arrow down.`)
  }, [count])

  function onKey(key: string, isAtEnd: boolean, choose: (text: string) => void): boolean {
    if (count === 0) return false
    const offer = shown[chosen]
    if (key === 'Escape') setClosedAt(text)
    else if (key === 'ArrowDown' && (isAtEnd || chosen >= 0)) setChosen(Math.min(chosen + 1, count - 1))
    else if (key === 'ArrowUp' && chosen >= 0) setChosen(chosen - 1)
    else if ((key === 'Enter' || (key === 'Tab' && slash !== undefined)) && offer) choose(offer.text)
    else return false
    return true
  }

  return { shown, chosen, listId, close: () => setFound([]), onKey }
}

function cannedFor({ canned }: CaseDetail, typed: string): Offer[] {
  const wanted = typed.toLowerCase()
  const byName = canned.filter(({ name }) => name.toLowerCase().includes(wanted))
  const byText = canned.filter((one) => !byName.includes(one) && one.text.toLowerCase().includes(wanted))
  return [...byName, ...byText].map(({ name, text }) => ({ id: name, title: `/${name}`, text, kind: 'canned' }))
}
