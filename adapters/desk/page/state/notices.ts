/** Short words about what was just done: shown for a while and read out. What was refused stays until it is dismissed. */
import { createStore } from './store.ts'

export interface Notice {
  readonly id: number
  readonly kind: 'done' | 'refused'
  readonly text: string
  readonly link?: { readonly label: string; readonly address: string }
}

const SHOWN_MS = 7_000

export const notices = createStore<readonly Notice[]>([])
/** Said to a screen reader alone. */
export const spoken = createStore('')

let count = 0

export function notify(kind: Notice['kind'], text: string, link?: Notice['link']): void {
  if (text === '') return
  const notice: Notice = { id: ++count, kind, text, ...(link ? { link } : {}) }
  notices.set([...notices.get().filter((other) => other.text !== text), notice].slice(-3))
  if (kind === 'done') setTimeout(() => dismiss(notice.id), SHOWN_MS)
}

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id))
}

/** The same words twice are read out twice. */
export function speak(text: string): void {
  spoken.set(spoken.get() === text ? `${text}\u00a0` : text)
}
