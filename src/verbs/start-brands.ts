/** Starts several brands in one process, one after the other, and ends all of them together. */
import { systemClock } from '../clock.ts'
import { MascotError, sentenceOf } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Mascot } from '../program/mascot.ts'
import { createPseudonyms } from '../words/personal-data/pseudonyms.ts'
import { adaptersOf, pagesOf, surfacesOf, webOf } from './adapters-of.ts'
import { type BrandToStart, readBrands } from './brands.ts'
import { firstDeskLink } from './desk.ts'
import { endInTime } from './end-in-time.ts'
import { logOf } from './set-up.ts'
import { startUnlessInterrupted } from './start-unless-interrupted.ts'
import type { Interruption } from './until-interrupted.ts'
import type { VerbInput } from './verb.ts'

/**
 * A brand that cannot start is told in the log, and the others go on.
 * @throws {MascotError} `config-invalid`
 * @throws what kept the last of them from starting, where none could
 */
export async function startBrands(
  folder: string,
  interruption: Interruption,
  catalog: VerbInput['catalog'],
): Promise<number> {
  const brands = await readBrands(folder, process.env)
  const secrets = brands.flatMap(({ config }) => config.secrets)
  const started: Mascot[] = []
  let refusal: unknown
  const endAll = () => Promise.all(started.splice(0).map((mascot) => mascot[Symbol.asyncDispose]()))
  try {
    for (const [nth, { name, config, persona }] of brands.entries()) {
      const pseudonyms = createPseudonyms()
      // One brand's log may show what another's file holds: it hides the secrets of all.
      const log = logOf({ ...config, secrets }, { pseudonyms }).child({ brand: name })
      if (nth === 0) endInTime(interruption, log)
      if (interruption.signal.aborted) break
      const one = { config, persona, pseudonyms, log, endAll, isFirst: started.length === 0 }
      try {
        started.push(await startOne(one, interruption.signal, catalog))
      } catch (error) {
        refusal = error
        if (error instanceof MascotError) {
          log.error({ code: error.code }, `${sentenceOf(error)} The other brands go on; start again once that is done.`)
        } else log.error({ err: error }, 'this brand could not start, by a fault that nobody foresaw; the others go on')
      }
    }
    if (started.length === 0 && refusal !== undefined) throw refusal
    await interruption.interrupted
  } finally {
    await endAll()
  }
  return Number(process.exitCode ?? 0)
}

async function startOne(
  {
    isFirst,
    endAll,
    ...brand
  }: Pick<BrandToStart, 'config' | 'persona'> & {
    readonly pseudonyms: ReturnType<typeof createPseudonyms>
    readonly log: Log
    readonly isFirst: boolean
    readonly endAll: () => Promise<unknown>
  },
  signal: AbortSignal,
  catalog: VerbInput['catalog'],
): Promise<Mascot> {
  const { config, persona, log } = brand
  const adapters = [...(await adaptersOf(config, catalog)), ...(await webOf(config, catalog))]
  const mascot = await startUnlessInterrupted({
    ...brand,
    signal,
    endFirst: endAll,
    adapters,
    clock: systemClock,
    isOneOfMany: true,
    isServing: true,
    pages: await pagesOf(catalog),
    surfaces: await surfacesOf(catalog),
    async onServing(http) {
      const words = await firstDeskLink(http)
      if (words !== undefined) process.stdout.write(`${persona.name}: ${words}\n\n`)
    },
    isWatching: true,
    // The code is warm by the first that starts.
    ...(isFirst ? { warmUp: 'before' } : {}),
  })
  log.info({ persona: persona.name, platforms: adapters.map(({ platform }) => platform), url: mascot.url }, 'started')
  return mascot
}
