/** The desk around its views: where to go, who is on duty, and whether the line to the server is open. */
import { useEffect } from 'preact/hooks'
import type { Me } from '../../../wire.ts'
import { readInbox } from '../../state/inbox.ts'
import { goLive } from '../../state/live.ts'
import { openCaseOf } from '../../state/open-case.ts'
import { route } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { Desk } from '../inbox/desk.tsx'
import { PlayView } from '../play/play-view.tsx'
import { Audit } from '../views/audit.tsx'
import { Proposals } from '../views/proposals.tsx'
import { Sessions } from '../views/sessions.tsx'
import { Talks } from '../views/talks.tsx'
import { Header } from './header.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { useTitle } from './use-title.ts'

export function Frame({ me }: { readonly me: Me }) {
  const at = useStore(route)
  const caseId = at.view === 'inbox' ? at.caseId : undefined
  useEffect(() => {
    void readInbox()
    return goLive()
  }, [])
  useEffect(() => openCaseOf(caseId), [caseId])
  useTitle(me)
  return (
    <div class={caseId === undefined ? 'frame' : 'frame in-case'}>
      <Header me={me} at={at} />
      <OfflineBar />
      {at.view === 'inbox' ? <Desk me={me} caseId={caseId} /> : null}
      {at.view === 'talks' ? <Talks /> : null}
      {at.view === 'proposals' ? <Proposals /> : null}
      {at.view === 'sessions' ? <Sessions me={me} /> : null}
      {at.view === 'audit' ? <Audit /> : null}
      {at.view === 'play' && me.role === 'operator' ? <PlayView /> : null}
    </div>
  )
}
