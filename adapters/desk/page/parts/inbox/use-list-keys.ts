/** j, k and ? anywhere on the desk: through the list, and all keys. Enter opens, because what is chosen is a link. */
import { useEffect } from 'preact/hooks'
import { go } from '../../state/route.ts'
import { areKeysOn, isTyping } from '../controls/key-rules.ts'
import { keepFocused, step } from './step-through.ts'

export function useListKeys(onKeys: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !areKeysOn.get()) return
      if (event.key === 'j') step(1)
      else if (event.key === 'k') step(-1)
      else if (event.key === '?') onKeys()
      else if (event.key === 'u') {
        go({ view: 'inbox' })
        requestAnimationFrame(() => step(0))
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('focusin', keepFocused)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('focusin', keepFocused)
    }
  }, [onKeys])
}
