/** How the process ends when ending takes too long, or when something failed that nobody caught. */
import type { Log } from '../log.ts'
import type { Interruption } from './until-interrupted.ts'

/** In ms. Supervisors kill after ten seconds, and a kill repeats what is being sent. */
const longestEnd = 8_000

/** From the moment it is asked to end, the process has a bounded time; what is not done by then is due at the next start. */
export function endInTime({ signal, end }: Pick<Interruption, 'signal' | 'end'>, log: Log): void {
  const unexpected = (what: string) => (error: unknown) => {
    log.fatal({ err: error }, what)
    process.exitCode = 1
    end()
  }
  process.on('uncaughtException', unexpected('an error that nobody caught: the program ends'))
  process.on('unhandledRejection', unexpected('a failure that nobody waited for: the program ends'))
  const setLimit = () => {
    const limit = setTimeout(() => {
      log.warn('stopped before all was done: the rest is due at the next start')
      process.exit()
    }, longestEnd)
    limit.unref()
  }
  if (signal.aborted) setLimit()
  else signal.addEventListener('abort', setLimit, { once: true })
}
