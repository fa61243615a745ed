/** Starts the program for a verb that runs until it is interrupted, which may be before it has started. */
import { type Mascot, startMascot } from '../program/mascot.ts'
import type { MascotOptions } from '../program/options.ts'
import { holdFile } from '../store/whole/alone-on-file.ts'

/**
 * Interrupted meanwhile, what was started is stopped and the process ends with 0, or with 1 where a fault interrupted it.
 * @throws {MascotError} `database-locked` when another runs on the same SQLite file
 */
export async function startUnlessInterrupted(
  options: MascotOptions & {
    readonly signal: AbortSignal
    /** What is to be done before the process ends, as others run in it. */
    readonly endFirst?: () => Promise<unknown>
  },
): Promise<Mascot> {
  const { config, persona } = options
  const held = holdFile(config.databaseUrl, persona.brand.id)
  try {
    const mascot = await startMascot(options)
    return {
      ...mascot,
      async [Symbol.asyncDispose]() {
        await mascot[Symbol.asyncDispose]()
        held[Symbol.dispose]()
      },
    }
  } catch (error) {
    held[Symbol.dispose]()
    // Whatever went wrong after the signal went wrong because of it.
    if (!options.signal.aborted) throw error
    options.log.info('stopped before it was started')
    await options.endFirst?.()
    // A server that never answers, and is waited for no longer, would keep the process for as long as it likes.
    process.exit()
  }
}
