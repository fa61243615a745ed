/** The page's head: the persona, the views, duty, and the way out. */
import type { Me } from '../../../wire.ts'
import { inbox } from '../../state/inbox.ts'
import { addressOf, type Route } from '../../state/route.ts'
import { setDuty, signOut } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Icon, type IconName } from '../controls/icon.tsx'
import { Menu } from '../controls/menu.tsx'

const main: readonly { readonly view: Route['view']; readonly label: string; readonly icon: IconName }[] = [
  { view: 'inbox', label: 'Inbox', icon: 'inbox' },
  { view: 'talks', label: 'Talks', icon: 'talks' },
  { view: 'proposals', label: 'Proposals', icon: 'book' },
]

export function Header({ me, at }: { readonly me: Me; readonly at: Route }) {
  return (
    <header class="head">
      <p class="persona">
        <span class="symbol" aria-hidden="true">
          {me.persona.symbol}
        </span>
        <span>
          <strong>{me.persona.name}</strong>
          <span class="quiet persona-brand"> {me.persona.brand}</span>
        </span>
      </p>
      <Views at={at} />
      <DutySwitch me={me} />
      <Menu label={me.name} icon="person" isLabelShown>
        <p class="menu-words">
          {me.name}, {me.role}
          <br />
          <span class="quiet">On duty: {me.onDuty.length > 0 ? me.onDuty.join(', ') : 'nobody'}</span>
        </p>
        {me.role === 'operator' ? <a href={addressOf({ view: 'play' })}>Playground</a> : null}
        {me.mayLead ? <a href="/desk/lead">Pages for leads</a> : null}
        <a href={addressOf({ view: 'sessions' })}>Sessions</a>
        {me.role === 'staff' ? null : <a href={addressOf({ view: 'audit' })}>Record of actions</a>}
        <button type="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </Menu>
    </header>
  )
}

function Views({ at }: { readonly at: Route }) {
  const waiting = useStore(inbox).counts?.waiting ?? 0
  return (
    <nav class="views" aria-label="Views">
      {main.map(({ view, label, icon }) => (
        <a key={view} href={addressOf({ view })} aria-current={at.view === view ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{label}</span>
          {view === 'inbox' && waiting > 0 ? (
            <span class="count">
              {waiting}
              <span class="hidden-words"> waiting</span>
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  )
}

function DutySwitch({ me: { isOnDuty } }: { readonly me: Me }) {
  return (
    <button type="button" class="duty" role="switch" aria-checked={isOnDuty} onClick={() => void setDuty(!isOnDuty)}>
      <span class="knob" aria-hidden="true" />
      On duty
    </button>
  )
}
