/** When a single key is a command: never while typing, with a modifier, or over a dialog; and not for who switched keys off. */
import { forGood } from '../../state/kept.ts'
import { createStore } from '../../state/store.ts'

const KEY = 'keys'

export const areKeysOn = createStore(forGood.get(KEY) !== 'off')

export function switchKeys(isOn: boolean): void {
  forGood.set(KEY, isOn ? 'on' : 'off')
  areKeysOn.set(isOn)
}

export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  if (document.querySelector('dialog[open]')) return true
  const { target } = event
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
