/** `mascot play`: the playground in a browser, with nothing configured, no platform and a database in memory. */
import { createInterface } from 'node:readline'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { MascotError } from '../errors.ts'
import { exposure } from '../program/desk-page.ts'
import type { Http } from '../program/http.ts'
import { pagesOf, surfacesOf } from './adapters-of.ts'
import { endInTime } from './end-in-time.ts'
import { savedInWords } from './saved-in-words.ts'
import { logOf, setUp } from './set-up.ts'
import { startUnlessInterrupted } from './start-unless-interrupted.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

export const play: RunVerb = async (input) => {
  const interruption = untilInterrupted()
  const { signal, interrupted } = interruption
  const { config, persona } = await setUp(input)
  const log = logOf(config, process.env.LOG_LEVEL ? {} : { level: 'error' })
  endInTime(interruption, log)
  const danger = exposure(config)
  if (danger) process.stderr.write(`${danger}\n`)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  let served: Http | undefined
  const showLink = async () => {
    const link = await served?.deskLink()
    if (link !== undefined) say(`The playground of ${persona.name}, good once within ten minutes:\n${link}&to=play`)
  }
  await using _ = await startUnlessInterrupted({
    signal,
    config: alone(config),
    persona,
    adapters: [],
    clock: systemClock,
    log,
    isServing: true,
    pages: await pagesOf(input.catalog),
    surfaces: await surfacesOf(input.catalog),
    async onServing(http) {
      served = http
      await showLink()
      say('Enter prints another, Ctrl-C ends it. What you say there no fan hears; what you save is in the files.')
    },
    isWatching: true,
    onSaved: (saved) => say(savedInWords(saved)),
    hasNoDrafts: true,
    warmUp: 'beside',
  })
  const keyboard = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined
  keyboard?.on('line', () => void showLink().catch((error: unknown) => say(wordsOf(error))))
  await interrupted
  keyboard?.close()
  return Number(process.exitCode ?? 0)
}

const wordsOf = (error: unknown) => (error instanceof MascotError ? error.message : String(error))

/** Beside a program that runs already: no database of its, no port, nobody told of anything. */
function alone({ webhooks: _, publicUrl: __, ...config }: Config): Config {
  const port = process.env.HTTP_PORT === undefined ? 0 : config.http.port
  return { ...config, databaseUrl: 'sqlite::memory:', http: { ...config.http, port } }
}
