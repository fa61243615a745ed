/** One case in the list: who, what they last said, why a person is needed, and how long that may wait. */
import type { CaseRow } from '../../../wire.ts'
import { gistOf } from '../../show/gist.ts'
import { hueOf, initials, placeWords } from '../../show/names.ts'
import { countdownOf } from '../../show/sla.ts'
import { agoWords, fullTime } from '../../show/times.ts'
import { addressOf } from '../../state/route.ts'
import { isUnread, seen } from '../../state/seen.ts'
import { useStore } from '../../state/store.ts'
import { Reason } from './reason.tsx'

interface CaseItemProps {
  readonly row: CaseRow
  readonly isOpen: boolean
  /** The server's, epoch ms. */
  readonly now: number
  /** In the whole list, from 1; `of` is -1 while nobody knows how long that is. */
  readonly place: { readonly nth: number; readonly of: number }
}

export function CaseItem({ row, isOpen, now, place }: CaseItemProps) {
  const gist = gistOf(row)
  const unread = isUnread(row, useStore(seen))
  const at = row.lastSaid?.at ?? row.openedAt
  return (
    <li aria-posinset={place.nth} aria-setsize={place.of}>
      <a
        href={addressOf({ view: 'inbox', caseId: row.id })}
        class={`case-item ${unread ? 'unread' : ''}`}
        aria-current={isOpen ? 'true' : undefined}
        data-case={row.id}
      >
        <Face name={row.fanName} />
        <span class="case-body">
          <span class="case-top">
            <strong class="case-name">{row.fanName || 'A fan'}</strong>
            {row.fanTag ? <FanTag tag={row.fanTag} /> : null}
            {unread ? <span class="hidden-words">unread, </span> : null}
            <time dateTime={new Date(at).toISOString()} title={fullTime(at)}>
              {agoWords(at, now)}
            </time>
          </span>
          <span class="case-words" dir="auto">
            {gist.from === 'brand' ? <span class="quiet">We: </span> : null}
            {gist.text}
          </span>
          <span class="case-foot">
            <Reason row={row} />
            <span class="quiet">{placeWords(row.platform, row.surface)}</span>
          </span>
          <span class="case-foot">
            <Handler row={row} />
            <Countdown row={row} now={now} />
          </span>
        </span>
      </a>
    </li>
  )
}

/** Names may be alike, and change: this does not. */
export function FanTag({ tag }: { readonly tag: string }) {
  return (
    <span class="quiet fan-tag" title="Tells this fan apart from others of the same name">
      {tag}
    </span>
  )
}

export function Face({ name }: { readonly name: string }) {
  return (
    <span class={`face hue-${hueOf(name)}`} aria-hidden="true">
      {initials(name || 'A fan')}
    </span>
  )
}

function Handler({ row: { status, assignee, teamName, csat } }: { readonly row: CaseRow }) {
  if (status === 'closed') return <span class="quiet">closed{csat ? `, rated ${csat} of 5` : ''}</span>
  if (assignee) return <span class="quiet">{assignee.name}</span>
  return <span class="quiet">waits{teamName ? ` for ${teamName}` : ''}</span>
}

/** `now`: the server's, epoch ms. */
export function Countdown({ row, now }: { readonly row: CaseRow; readonly now: number }) {
  const countdown = countdownOf(row, now)
  if (countdown === undefined) return null
  return <span class={`countdown ${countdown.urgency}`}>{countdown.words}</span>
}
