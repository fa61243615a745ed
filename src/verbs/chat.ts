/** `mascot chat`: the terminal adapter on the whole durable path. */
import path from 'node:path'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { MascotError } from '../errors.ts'
import { fileOf, type Log, redact } from '../log.ts'
import type { Persona } from '../persona/persona.ts'
import { dataFolder, exposure } from '../program/desk-page.ts'
import { chatUrlOf, pagesOf, surfacesOf, webOf } from './adapters-of.ts'
import { clockAt } from './at-moment.ts'
import { firstDeskLink } from './desk.ts'
import { endInTime } from './end-in-time.ts'
import { savedInWords } from './saved-in-words.ts'
import { logOf, setUp } from './set-up.ts'
import { startUnlessInterrupted } from './start-unless-interrupted.ts'
import { traceLines } from './trace-lines.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb, VerbInput } from './verb.ts'

export const chat: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  // Of another hour than it is, nothing is kept: what was said tomorrow would lie in the way today.
  const lasting = input.values.at === undefined ? config : { ...config, databaseUrl: 'sqlite::memory:' }
  return await runChat(input, lasting, persona, { isServing: false })
}

/** Ends when the person leaves (Ctrl-C, Ctrl-D, /leave), or, with piped input, when every line is answered. */
export async function runChat(
  input: VerbInput,
  config: Config,
  persona: Persona,
  { isServing }: { readonly isServing: boolean },
): Promise<number> {
  const { createTerminalAdapter } = await input.catalog.terminal()
  const interruption = untilInterrupted()
  const { signal, interrupted, end } = interruption
  const isGroup = input.values.group === true
  const adapter = createTerminalAdapter({
    persona: {
      name: persona.name,
      brand: persona.brand.name,
      colour: persona.image.colour,
      symbol: persona.image.symbol,
    },
    names: [persona.name, ...persona.nicknames],
    fan: typeof input.values.as === 'string' ? input.values.as : 'you',
    isGroup,
    hasModel: config.model !== undefined,
    input: process.stdin,
    output: process.stdout,
    onLeave: end,
    why: () => why?.join('\n') ?? 'Nothing was said to it yet.',
    settled: () => Promise.race([interrupted, started.promise.then((mascot) => mascot.settled())]),
  })
  const started = Promise.withResolvers<{ settled(): Promise<void> }>()
  /** Of the last turn. */
  let why: readonly string[] | undefined
  const log = logBeside(config)
  endInTime(interruption, log)
  const danger = isServing ? exposure(config) : undefined
  if (danger) process.stderr.write(`${danger}\n`)
  let deskLink: string | undefined
  let chatUrl: string | undefined
  await using mascot = await startUnlessInterrupted({
    signal,
    config,
    persona,
    adapters: [adapter, ...(isServing ? await webOf(config, input.catalog) : [])],
    clock: clockAt(input.values.at, systemClock, persona.manners.timeZone),
    log,
    isServing,
    ...(isServing
      ? {
          pages: await pagesOf(input.catalog),
          surfaces: await surfacesOf(input.catalog),
          onServing: async (http) => {
            deskLink = await firstDeskLink(http)
            chatUrl = chatUrlOf(config, http.url)
          },
        }
      : {}),
    isWatching: true,
    onSaved(saved) {
      adapter.showNotice(savedInWords(saved))
      if (!process.stdout.isTTY && saved instanceof MascotError)
        process.stderr.write(`${redact(savedInWords(saved))}\n`)
    },
    onTraced(decision, trace) {
      why = traceLines(decision, trace)
      if (adapter.showsWhy()) adapter.showNotice(why.join('\n'), true)
    },
    // Who only tries it out is answered.
    hasNoDrafts: !isServing,
    warmUp: 'beside',
  })
  started.resolve(mascot)
  // The persona is the first to be seen.
  if (deskLink !== undefined) adapter.showNotice(deskLink)
  if (chatUrl !== undefined && process.stdout.isTTY) adapter.showNotice(`The same persona in a browser:\n${chatUrl}`)
  await Promise.race([interrupted, adapter.inputEnded.then(() => mascot.settled())])
  return Number(process.exitCode ?? 0)
}

/**
 * On a terminal the log would write over the chat: it goes into a file beside the data. Elsewhere only what went wrong is
 * shown, unless a level was asked for.
 */
function logBeside(config: Config): Log {
  const isTerminal = process.stdout.isTTY && process.stderr.isTTY
  if (!isTerminal) return logOf(config, process.env.LOG_LEVEL ? {} : { level: 'error' })
  return logOf(config, { destination: fileOf(path.join(dataFolder(config), 'chat.log')) })
}
