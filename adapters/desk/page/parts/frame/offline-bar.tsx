/** Says that what is shown may be old. */
import { line } from '../../state/live.ts'
import { useStore } from '../../state/store.ts'
import { Icon } from '../controls/icon.tsx'

export function OfflineBar() {
  const isLost = useStore(line) === 'lost'
  return (
    <div class="offline-place" role="alert">
      {isLost ? (
        <p class="offline">
          <Icon name="warning" /> Not connected. What you see may be old; trying again. What you type is kept.
        </p>
      ) : null}
    </div>
  )
}
