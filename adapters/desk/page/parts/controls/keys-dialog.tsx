/** All keys, and the switch that turns them off. */
import { useStore } from '../../state/store.ts'
import { acts } from '../case/acts.ts'
import { Dialog } from './dialog.tsx'
import { areKeysOn, switchKeys } from './key-rules.ts'

const elsewhere: readonly (readonly [string, string])[] = [
  ['j, k', 'next and previous case'],
  ['Enter', 'open the case'],
  ['u', 'back to the list'],
  ['?', 'these keys'],
  ['Ctrl Enter', 'send what you typed'],
  ['/', 'at the beginning of a reply: canned responses'],
  ['↓', 'at the end of a reply: into the answers that fit'],
  ['Escape', 'out of the box'],
]

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const isOn = useStore(areKeysOn)
  const rows = [...elsewhere, ...acts.map(({ key, label }) => [key, label] as const)]
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="keys">
        {rows.map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => switchKeys(currentTarget.checked)} />
        Single keys are commands (never while typing)
      </label>
    </Dialog>
  )
}
