/** The signals that ask the process to end. It imports nothing, so that a verb can listen before its own code is loaded. */

export interface Interruption {
  /** Aborted on the first Ctrl-C or termination signal. */
  readonly signal: AbortSignal
  /** Resolves then, also for who asks afterwards. */
  readonly interrupted: Promise<void>
  end(): void
}

let only: Interruption | undefined

/** The same for whoever asks in this process. A second signal ends the process at once. */
export function untilInterrupted(): Interruption {
  only ??= listen()
  return only
}

function listen(): Interruption {
  const ending = new AbortController()
  const { promise, resolve } = Promise.withResolvers<void>()
  const end = () => {
    ending.abort()
    resolve()
  }
  const stop = () => {
    if (ending.signal.aborted) process.exit(130)
    end()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return { signal: ending.signal, interrupted: promise, end }
}
