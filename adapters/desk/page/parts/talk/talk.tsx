/** The talk: what was said, noted and done, newest below, and kept in sight while one reads there. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CaseDetail, Me } from '../../../wire.ts'
import { eventWords } from '../../show/event-words.ts'
import { type Moment, timelineOf } from '../../show/timeline.ts'
import { clockTime, dayWords } from '../../show/times.ts'
import { markSeen } from '../../state/seen.ts'
import { serverNow } from '../../state/server-clock.ts'
import { Icon } from '../controls/icon.tsx'
import { Bubble } from './bubble.tsx'

const NEAR_PX = 80

export function Talk({ me, detail }: { readonly me: Me; readonly detail: CaseDetail }) {
  const place = useRef<HTMLElement>(null)
  const isBelow = useRef(true)
  const lastTop = useRef(0)
  const [hasNews, setNews] = useState(false)
  const moments = timelineOf(detail)
  const newest = moments.at(-1)?.key
  const { id, lastSaid } = detail.case
  useEffect(() => {
    if (lastSaid && document.visibilityState === 'visible') markSeen(id, lastSaid.at)
  }, [id, lastSaid])
  // What is newest decides where to scroll.
  useLayoutEffect(() => {
    if (isBelow.current) toEnd(place.current)
    else setNews(true)
  }, [newest])
  /** Only going up leaves the end: that the talk grew meanwhile does not. */
  const onScroll = () => {
    const at = place.current
    if (at === null) return
    if (at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_PX) {
      isBelow.current = true
      setNews(false)
    } else if (at.scrollTop < lastTop.current) isBelow.current = false
    lastTop.current = at.scrollTop
  }
  /** A picture that came makes the talk longer. */
  const onLoad = () => {
    if (isBelow.current) toEnd(place.current)
  }
  return (
    <div class="talk-place">
      <section
        class="talk"
        ref={place}
        aria-label="Conversation"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        onLoadCapture={onLoad}
      >
        <ol>
          {moments.map((moment) => (
            <MomentShown key={moment.key} moment={moment} me={me} />
          ))}
        </ol>
        {moments.length === 0 ? <p class="empty quiet">Nothing was said yet.</p> : null}
      </section>
      {hasNews ? (
        <button type="button" class="news" onClick={() => toEnd(place.current)}>
          <Icon name="down" /> New below
        </button>
      ) : null}
    </div>
  )
}

function toEnd(place: HTMLElement | null): void {
  if (place) place.scrollTop = place.scrollHeight
}

function MomentShown({ moment, me }: { readonly moment: Moment; readonly me: Me }) {
  switch (moment.kind) {
    case 'day':
      return (
        <li class="day">
          <h3>{dayWords(moment.at, serverNow())}</h3>
        </li>
      )
    case 'line':
      return <Bubble line={moment.line} isGoingOn={moment.isGoingOn} me={me} />
    case 'note':
      return (
        <li class="staff-note">
          <p class="by">
            <Icon name="note" /> Note by {moment.staff}, seen by staff alone
            <time>{clockTime(moment.at)}</time>
          </p>
          <p class="words" dir="auto">
            {moment.text}
          </p>
        </li>
      )
    case 'event':
      return (
        <li class="event">
          {eventWords(moment.event, me.persona)} <time>{clockTime(moment.at)}</time>
        </li>
      )
    default:
      return moment satisfies never
  }
}
