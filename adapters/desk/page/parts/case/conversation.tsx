/** The open case: its head, the talk, the box to write in, and its card beside or over it. */
import { useEffect, useState } from 'preact/hooks'
import type { CaseDetail, Me } from '../../../wire.ts'
import { beginWriting, saveBeforeLeaving } from '../../state/writing.ts'
import { Composer } from '../composer/composer.tsx'
import { Talk } from '../talk/talk.tsx'
import { CaseCard } from './case-card.tsx'
import { CaseHead } from './case-head.tsx'
import { focusHeading } from './focus.ts'
import { Questions } from './questions.tsx'
import { useActs } from './use-acts.ts'
import { useLooking } from './use-looking.ts'

export function Conversation({ me, detail }: { readonly me: Me; readonly detail: CaseDetail }) {
  const [isCardShown, showCard] = useState(false)
  const acts = useActs(detail, me, () => showCard((is) => !is))
  const { id } = detail.case
  // Before the box is drawn, so that it never shows what was written on another case.
  beginWriting(detail)
  useLooking(id)
  // Another case is another place.
  useEffect(() => {
    focusHeading()
    window.addEventListener('pagehide', saveBeforeLeaving)
    return () => {
      saveBeforeLeaving()
      window.removeEventListener('pagehide', saveBeforeLeaving)
    }
  }, [id])
  return (
    <div class={isCardShown ? 'conversation card-shown' : 'conversation'}>
      <div class="column">
        <CaseHead me={me} detail={detail} acts={acts} isCardShown={isCardShown} />
        <Talk me={me} detail={detail} />
        <Composer me={me} detail={detail} acts={acts} />
      </div>
      <CaseCard detail={detail} persona={me.persona} acts={acts} onClose={() => showCard(false)} />
      <Questions me={me} detail={detail} acts={acts} />
    </div>
  )
}
