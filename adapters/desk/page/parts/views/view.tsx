/** A view of its own beside the inbox: heading, and what stands there while a list is read, empty, or out of reach. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Listed } from '../../state/use-list.ts'

interface ViewProps<T> {
  readonly title: string
  readonly about: string
  readonly listed: Listed<T>
  readonly empty: string
  readonly isEmpty: (value: T) => boolean
  readonly children: (value: T) => ComponentChildren
}

export function View<T>({ title, about, listed, empty, isEmpty, children }: ViewProps<T>) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { value, problem, readAgain } = listed
  return (
    <main class="view">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="quiet about">{about}</p>
      {problem ? (
        <div class="problem" role="alert">
          {problem}{' '}
          <button type="button" onClick={readAgain}>
            Try again
          </button>
        </div>
      ) : null}
      {value === undefined && !problem ? (
        <p class="quiet" aria-busy="true">
          Reading…
        </p>
      ) : null}
      {value !== undefined && isEmpty(value) ? <p class="empty quiet">{empty}</p> : null}
      {value !== undefined && !isEmpty(value) ? children(value) : null}
    </main>
  )
}
