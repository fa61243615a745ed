/** A list of the server's, read when its view opens and again whenever something changed. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { changes } from './live.ts'
import { wordsOf } from './session.ts'
import { useStore } from './store.ts'

export interface Listed<T> {
  readonly value: T | undefined
  readonly problem: string | undefined
  readAgain(): void
}

export function useList<T>(read: () => Promise<T>): Listed<T> {
  const [value, setValue] = useState<T>()
  const [problem, setProblem] = useState<string>()
  const changed = useStore(changes)
  const asked = useRef(0)
  const readAgain = useCallback(() => {
    const mine = ++asked.current
    read().then(
      (next) => {
        // Of two answers under way the one asked for later counts.
        if (mine !== asked.current) return
        setValue(() => next)
        setProblem(undefined)
      },
      (error: unknown) => setProblem(wordsOf(error)),
    )
  }, [read])
  // A change is the reason to read again.
  useEffect(readAgain, [readAgain, changed])
  return { value, problem, readAgain }
}
