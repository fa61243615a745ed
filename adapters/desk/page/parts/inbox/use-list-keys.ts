/** j, k and ? anywhere on the desk: through the list, and all keys. Enter opens, because what is chosen is a link. */
import { useEffect } from 'preact/hooks'
import { go } from '../../state/route.ts'
import { areKeysOn, isTyping } from '../controls/key-rules.ts'

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
    return () => document.removeEventListener('keydown', onKey)
  }, [onKeys])
}

/** From the case in focus, else from the open one, else onto the first. */
function step(by: number): void {
  const items = [...document.querySelectorAll<HTMLAnchorElement>('a.case-item')]
  const { activeElement } = document
  const focused = activeElement instanceof HTMLAnchorElement ? items.indexOf(activeElement) : -1
  const from = focused >= 0 ? focused : items.findIndex((item) => item.getAttribute('aria-current') === 'true')
  const next = from < 0 ? items[0] : items[Math.min(items.length - 1, Math.max(0, from + by))]
  next?.focus()
}
