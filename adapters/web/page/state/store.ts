/** A value that tells whoever shows it. */
import { useEffect, useReducer } from 'preact/hooks'

export interface Store<T> {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export function useStore<T>(store: Store<T>): T {
  const [, drawAnew] = useReducer<number, void>((count) => count + 1, 0)
  useEffect(() => {
    drawAnew()
    return store.subscribe(() => drawAnew())
  }, [store])
  return store.get()
}
