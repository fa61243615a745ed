/** Notices on the screen, and the words only a screen reader hears. */
import { dismiss, type Notice, notices, spoken } from '../../state/notices.ts'
import { useStore } from '../../state/store.ts'
import { Icon } from '../controls/icon.tsx'

export function Announcer() {
  const shown = useStore(notices)
  const said = useStore(spoken)
  return (
    <>
      <output class="hidden-words" aria-live="polite">
        {said}
      </output>
      <section class="notices" aria-label="Notices" aria-live="polite">
        {shown.map((notice) => (
          <NoticeShown key={notice.id} notice={notice} />
        ))}
      </section>
    </>
  )
}

function NoticeShown({ notice: { id, kind, text, link } }: { readonly notice: Notice }) {
  return (
    <div class={`notice ${kind}`}>
      <Icon name={kind === 'done' ? 'check' : 'warning'} />
      <p>
        {text} {link ? <a href={link.address}>{link.label}</a> : null}
      </p>
      <button type="button" class="plain" aria-label="Dismiss" onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
