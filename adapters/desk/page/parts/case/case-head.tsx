/** The head of an open case: who and where, who has it, who else looks, and the acts. */
import type { CaseDetail, CaseRow, Me } from '../../../wire.ts'
import { placeWords } from '../../show/names.ts'
import { go } from '../../state/route.ts'
import { useServerNow } from '../../state/server-clock.ts'
import { Icon } from '../controls/icon.tsx'
import { Menu } from '../controls/menu.tsx'
import { Countdown, Face, FanTag } from '../inbox/case-item.tsx'
import { acts as all } from './acts.ts'
import { HEADING_ID } from './focus.ts'
import type { Acts } from './use-acts.ts'

interface CaseHeadProps {
  readonly me: Me
  readonly detail: CaseDetail
  readonly acts: Acts
  readonly isCardShown: boolean
}

export function CaseHead({ me, detail, acts, isCardShown }: CaseHeadProps) {
  const row = detail.case
  const now = useServerNow(1_000)
  const others = detail.looking.filter((name) => name !== me.name)
  return (
    <header class="case-head">
      <button type="button" class="back plain" aria-label="Back to the list" onClick={() => go({ view: 'inbox' })}>
        <Icon name="back" />
      </button>
      <Face name={row.fanName} />
      <div class="case-who">
        <div class="who-name">
          <h2 id={HEADING_ID} tabIndex={-1}>
            {row.fanName || 'A fan'}
          </h2>
          {row.fanTag ? <FanTag tag={row.fanTag} /> : null}
        </div>
        <p class="case-where">
          <span class={`state ${row.status}`}>{stateWords(row, me)}</span>
          <Countdown row={row} now={now} />
          <span class="quiet where">{placeWords(row.platform, row.surface)}</span>
          {others.length > 0 ? <span class="looking">{others.join(', ')} is here too</span> : null}
        </p>
      </div>
      <ActButtons detail={detail} acts={acts} isCardShown={isCardShown} />
    </header>
  )
}

function stateWords({ status, assignee, handler }: CaseRow, me: Me): string {
  if (status === 'closed') return 'Closed'
  if (status === 'waiting') return 'Waiting'
  const who = assignee?.id === me.staffId ? 'You have it' : `${assignee?.name ?? 'Somebody'} has it`
  return handler === 'bot' ? `${who}, the bot answers too` : who
}

function ActButtons({ detail, acts, isCardShown }: Omit<CaseHeadProps, 'me'>) {
  const { offered, run, isBusy } = acts
  const front = offered.filter(({ place }) => place === 'front')
  const more = offered.filter(({ place }) => place === 'more')
  const card = all.find(({ id }) => id === 'card')
  return (
    <div class="acts">
      {front.map((each) => (
        <button
          key={each.id}
          type="button"
          class={each.id === 'resolve' ? '' : 'main'}
          disabled={isBusy}
          aria-keyshortcuts={each.key}
          onClick={() => run(each)}
        >
          {each.button(detail)}
        </button>
      ))}
      {more.length > 0 ? (
        <Menu label="More" icon="more">
          {more.map((each) => (
            <button key={each.id} type="button" disabled={isBusy} onClick={() => run(each)}>
              {each.button(detail)} <kbd>{each.key}</kbd>
            </button>
          ))}
        </Menu>
      ) : null}
      <button
        type="button"
        class="soft card-button"
        aria-label="Case card"
        title="Case card"
        aria-expanded={isCardShown}
        onClick={() => card && run(card)}
      >
        <Icon name="info" />
      </button>
    </div>
  )
}
