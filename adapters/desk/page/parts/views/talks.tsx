/** Every conversation with a fan, the latest first: one may step into any of them. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { TalkList } from '../../../wire.ts'
import { placeWords } from '../../show/names.ts'
import { plainWords } from '../../show/plain-words.ts'
import { agoWords, fullTime } from '../../show/times.ts'
import { api } from '../../state/api.ts'
import { notify } from '../../state/notices.ts'
import { addressOf, toCase } from '../../state/route.ts'
import { serverNow } from '../../state/server-clock.ts'
import { wordsOf } from '../../state/session.ts'
import { useList } from '../../state/use-list.ts'
import { Face } from '../inbox/case-item.tsx'
import { View } from './view.tsx'

type Talk = TalkList['talks'][number]

/** Nobody who is typing waits for the half of a name. */
const TYPING_MS = 250

export function Talks() {
  const [wanted, setWanted] = useState('')
  const [named, setNamed] = useState('')
  const listed = useList(useCallback(() => api.talks(named), [named]))
  const [busy, setBusy] = useState('')
  const [older, setOlder] = useState<TalkList>()
  const [isReading, setReading] = useState(false)
  useEffect(() => {
    const typed = setTimeout(() => {
      setNamed(wanted.trim())
      setOlder(undefined)
    }, TYPING_MS)
    return () => clearTimeout(typed)
  }, [wanted])
  const stepIn = async ({ threadId }: Talk) => {
    setBusy(threadId)
    try {
      const { isDone, says, caseId } = await api.stepIn(threadId)
      notify(isDone ? 'done' : 'refused', plainWords(says))
      if (caseId) toCase(caseId)
    } catch (error) {
      notify('refused', wordsOf(error))
    }
    setBusy('')
  }
  const readOlder = async (after: string) => {
    setReading(true)
    try {
      const more = await api.talks(named, after)
      const { next } = more
      setOlder({ talks: [...(older?.talks ?? []), ...more.talks], ...(next === undefined ? {} : { next }) })
    } catch (error) {
      notify('refused', wordsOf(error))
    }
    setReading(false)
  }
  return (
    <View
      title="Talks"
      about="Every conversation with a fan, also those nobody handed off. Step in, and the bot falls silent at once; the fan is told who speaks."
      listed={listed}
      empty="Nobody has written yet."
      isEmpty={({ talks }) => talks.length === 0 && wanted === '' && named === ''}
    >
      {(latest) => (
        <>
          <label class="search">
            <span class="hidden-words">Find by name</span>
            <input
              type="search"
              placeholder="Find by name"
              value={wanted}
              onInput={({ currentTarget }) => setWanted(currentTarget.value)}
            />
          </label>
          <ul class="rows">
            {joined(latest.talks, older?.talks).map((talk) => (
              <li key={talk.threadId}>
                <Face name={talk.fanName} />
                <div class="row-words">
                  <strong>{talk.fanName || 'A fan'}</strong>
                  <span class="quiet">
                    {placeWords(talk.platform, talk.surface)},{' '}
                    <time title={fullTime(talk.at)}>{agoWords(talk.at, serverNow())}</time>
                  </span>
                </div>
                {talk.caseId ? (
                  <a class="button" href={addressOf({ view: 'inbox', caseId: talk.caseId })}>
                    Open the case<span class="hidden-words"> of {talk.fanName}</span>
                  </a>
                ) : (
                  <button type="button" disabled={busy === talk.threadId} onClick={() => void stepIn(talk)}>
                    Step in<span class="hidden-words"> with {talk.fanName}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
          {latest.talks.length === 0 ? <p class="empty quiet">Nobody of that name has written.</p> : null}
          <Older next={older ? older.next : latest.next} isReading={isReading} onRead={readOlder} />
        </>
      )}
    </View>
  )
}

/** Who wrote since stands with the latest alone. */
function joined(latest: readonly Talk[], older: readonly Talk[] = []): readonly Talk[] {
  const known = new Set(latest.map(({ threadId }) => threadId))
  return [...latest, ...older.filter(({ threadId }) => !known.has(threadId))]
}

interface OlderProps {
  readonly next: string | undefined
  readonly isReading: boolean
  readonly onRead: (after: string) => Promise<void>
}

function Older({ next, isReading, onRead }: OlderProps) {
  if (next === undefined) return null
  return (
    <button type="button" class="plain older" disabled={isReading} onClick={() => void onRead(next)}>
      {isReading ? 'Reading…' : 'Older talks'}
    </button>
  )
}
