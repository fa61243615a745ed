/** Which rows of a long list are drawn: those in sight and some around them. All rows are of one height, the first one's. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** Rows drawn beyond what is seen, so that keys and quick scrolling find them there. */
const AROUND = 12
/** Before the first row was measured. */
const GUESSED_HEIGHT = 100
/** More is asked for when so few rows are left below. */
const NEAR_END = 40

export interface Window {
  readonly from: number
  /** Not included. */
  readonly to: number
  /** Height of what is not drawn, in CSS pixels. */
  readonly before: number
  readonly after: number
}

/** `onEnd` is called when the rows below have become few, and again whenever the rows are others and still are few. */
export function useWindow(
  list: { readonly current: HTMLElement | null },
  rows: readonly unknown[],
  onEnd: () => Promise<void>,
): Window {
  const count = rows.length
  const [{ top, height }, setSight] = useState({ top: 0, height: 0 })
  const [row, setRow] = useState(GUESSED_HEIGHT)

  useLayoutEffect(() => {
    const { current } = list
    if (current === null) return
    const look = () => setSight({ top: current.scrollTop, height: current.clientHeight })
    const resized = new ResizeObserver(look)
    current.addEventListener('scroll', look, { passive: true })
    resized.observe(current)
    look()
    return () => {
      resized.disconnect()
      current.removeEventListener('scroll', look)
    }
  }, [list])

  useLayoutEffect(() => {
    const drawn = list.current?.querySelector<HTMLElement>('[aria-posinset]')?.offsetHeight ?? 0
    if (drawn > 0 && drawn !== row) setRow(drawn)
  })

  const from = Math.max(0, Math.min(Math.floor(top / row) - AROUND, count))
  const to = Math.min(count, Math.ceil((top + height) / row) + AROUND)
  const isNearEnd = count - to < NEAR_END
  useEffect(() => {
    if (isNearEnd) void onEnd()
  }, [isNearEnd, rows, onEnd])
  return { from, to, before: from * row, after: (count - to) * row }
}
