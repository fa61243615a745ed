/** Starts the program for a verb that runs until it is interrupted, which may be before it has started. */
import { type Mascot, startMascot } from '../program/mascot.ts'
import type { MascotOptions } from '../program/options.ts'

/** Interrupted meanwhile, what was started is stopped and the process ends with 0, or with 1 where a fault interrupted it. */
export async function startUnlessInterrupted(
  options: MascotOptions & { readonly signal: AbortSignal },
): Promise<Mascot> {
  try {
    return await startMascot(options)
  } catch (error) {
    // Whatever went wrong after the signal went wrong because of it.
    if (!options.signal.aborted) throw error
    options.log.info('stopped before it was started')
    // A server that never answers, and is waited for no longer, would keep the process for as long as it likes.
    process.exit()
  }
}
