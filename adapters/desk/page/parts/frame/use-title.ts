/** The document's title: how many wait, and where one is. */
import { useEffect } from 'preact/hooks'
import type { Me } from '../../../wire.ts'
import { inbox } from '../../state/inbox.ts'
import { openCase } from '../../state/open-case.ts'
import { route } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'

const views = { talks: 'Talks', proposals: 'Proposals', sessions: 'Sessions', audit: 'Record', play: 'Playground' }

export function useTitle({ persona }: Me): void {
  const at = useStore(route)
  const { counts } = useStore(inbox)
  const { detail } = useStore(openCase)
  const waiting = counts?.waiting ? `(${counts.waiting}) ` : ''
  const view = at.view !== 'inbox' ? views[at.view] : at.caseId && detail ? detail.case.fanName : 'Inbox'
  const title = `${waiting}${view} · ${persona.name}’s desk`
  useEffect(() => {
    document.title = title
  }, [title])
}
