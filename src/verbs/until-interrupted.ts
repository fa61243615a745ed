/** The signals that ask the process to end. It imports nothing, so that a verb can listen before its own code is loaded. */

export interface Interruption {
  /** Aborted on the first Ctrl-C or termination signal. */
  readonly signal: AbortSignal
  /** Resolves then, also for who asks afterwards. */
  readonly interrupted: Promise<void>
  end(): void
}

/** `npm start` and `npx`. */
const byNpm: ReadonlySet<string | undefined> = new Set(['start', 'npx'])
const LOOK_MS = 500

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
  endWithShell(end)
  return { signal: ending.signal, interrupted: promise, end }
}

/** npm runs a program in a shell that dies of a signal without handing it on: that it is gone is the signal. */
function endWithShell(end: () => void): void {
  if (!byNpm.has(process.env.npm_lifecycle_event)) return
  const shell = process.ppid
  const looks = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(looks)
    end()
  }, LOOK_MS)
  looks.unref()
}
