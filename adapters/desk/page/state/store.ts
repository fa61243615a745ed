/** A value that tells whoever shows it: all the state management the page has. */
import { useEffect, useReducer } from 'preact/hooks'

export interface Store<T> {
  get(): T
  set(next: T): void
  /** Returns how to end it. */
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The value, and the component drawn anew whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, drawAnew] = useReducer<number, void>((count) => count + 1, 0)
  useEffect(() => {
    drawAnew()
    return store.subscribe(() => drawAnew())
  }, [store])
  return store.get()
}
