/** The cases as filtered, the gravest first; only those in sight are drawn, and more are read towards the end. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CaseRow, Me } from '../../../wire.ts'
import { type Filter, inbox, readInbox, readMore, show } from '../../state/inbox.ts'
import { useServerNow } from '../../state/server-clock.ts'
import { useStore } from '../../state/store.ts'
import { CaseItem } from './case-item.tsx'
import { focusWanted } from './step-through.ts'
import { useWindow } from './use-window.ts'

interface CaseListProps {
  readonly me: Me
  readonly caseId: string | undefined
  readonly onKeys: () => void
}

export function CaseList({ me, caseId, onKeys }: CaseListProps) {
  return (
    <section class="case-list" aria-labelledby="cases-heading">
      <h1 id="cases-heading" class="hidden-words">
        Cases
      </h1>
      <Filters me={me} />
      <Cases caseId={caseId} />
      <button type="button" class="keys-button plain quiet" onClick={onKeys}>
        <kbd>?</kbd> Keys
      </button>
    </section>
  )
}

function Filters({ me: { teams } }: { readonly me: Me }) {
  const { filter, counts } = useStore(inbox)
  const button = (value: Filter, label: string, count?: number) => (
    <button type="button" aria-pressed={filter === value} onClick={() => show(value)}>
      {label}
      {count ? <span class="count">{count}</span> : null}
    </button>
  )
  return (
    <fieldset class="filters">
      <legend class="hidden-words">Which cases</legend>
      {button('open', 'Open', counts && counts.waiting + counts.assigned)}
      {button('waiting', 'Waiting', counts?.waiting)}
      {button('mine', 'Mine', counts?.mine)}
      {button('closed', 'Closed')}
      {teams.length > 0 ? (
        <select
          aria-label="Of a team"
          class={filter.startsWith('team:') ? 'is-chosen' : ''}
          value={filter.startsWith('team:') ? filter : ''}
          onChange={({ currentTarget: { value } }) => show(value === '' ? 'open' : `team:${value.slice(5)}`)}
        >
          <option value="">Team ▾</option>
          {teams.map(({ id, name, isOpen }) => (
            <option key={id} value={`team:${id}`}>
              {name}
              {isOpen ? '' : ' (closed now)'}
            </option>
          ))}
        </select>
      ) : null}
    </fieldset>
  )
}

const empty: Readonly<Record<string, string>> = {
  open: 'No open cases. All is answered.',
  waiting: 'Nobody waits.',
  mine: 'You have no case. Take one that waits.',
  closed: 'Nothing was closed yet.',
}

function Cases({ caseId }: Pick<CaseListProps, 'caseId'>) {
  const { cases, filter, next, problem } = useStore(inbox)
  const now = useServerNow(1_000)
  if (cases === undefined && problem)
    return (
      <div class="empty" role="alert">
        <p>{problem}</p>
        <button type="button" onClick={() => void readInbox()}>
          Try again
        </button>
      </div>
    )
  if (cases === undefined)
    return (
      <p class="empty quiet" aria-busy="true">
        Reading…
      </p>
    )
  if (cases.length === 0) return <p class="empty quiet">{empty[filter] ?? 'This team has no open case.'}</p>
  return <Rows key={filter} cases={cases} next={next} caseId={caseId} now={now} />
}

interface RowsProps {
  readonly cases: readonly CaseRow[]
  readonly next: string | undefined
  readonly caseId: string | undefined
  readonly now: number
}

function Rows({ cases, next, caseId, now }: RowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const { from, to, before, after } = useWindow(list, cases, readMore)
  const size = next === undefined ? cases.length : -1
  useLayoutEffect(focusWanted)
  return (
    <ul class="cases" ref={list}>
      <Space height={before} />
      {cases.slice(from, to).map((row, nth) => (
        <CaseItem
          key={row.id}
          row={row}
          isOpen={row.id === caseId}
          now={now}
          place={{ nth: from + nth + 1, of: size }}
        />
      ))}
      {next !== undefined && to === cases.length ? (
        <li class="more quiet" aria-busy="true">
          Reading more…
        </li>
      ) : null}
      <Space height={after} />
    </ul>
  )
}

/** In the place of rows that are not drawn; `height` in CSS pixels. */
function Space({ height }: { readonly height: number }) {
  return height > 0 ? <li role="presentation" style={{ height: `${height}px` }} /> : null
}
