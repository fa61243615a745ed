/** `mascot start`: every configured platform and the HTTP server; with no platform configured, a chat in this terminal. */
import { systemClock } from '../clock.ts'
import { loadEnvFile } from '../config.ts'
import { createPseudonyms } from '../words/personal-data/pseudonyms.ts'
import { adaptersOf, chatUrlOf, pagesOf, webOf } from './adapters-of.ts'
import { runChat } from './chat.ts'
import { firstDeskLink } from './desk.ts'
import { endInTime } from './end-in-time.ts'
import { logOf, setUp } from './set-up.ts'
import { startBrands } from './start-brands.ts'
import { startUnlessInterrupted } from './start-unless-interrupted.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

export const start: RunVerb = async (input) => {
  const interruption = untilInterrupted()
  const { signal, interrupted } = interruption
  const { brands } = input.values
  if (typeof brands === 'string') {
    loadEnvFile()
    return await startBrands(brands, interruption, input.catalog)
  }
  const { config, persona } = await setUp(input)
  const adapters = await adaptersOf(config, input.catalog)
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  if (adapters.length === 0 && isTerminal) return await runChat(input, config, persona, { isServing: true })
  const pseudonyms = createPseudonyms()
  const log = logOf(config, { pseudonyms })
  endInTime(interruption, log)
  await using mascot = await startUnlessInterrupted({
    signal,
    config,
    persona,
    adapters: [...adapters, ...(await webOf(config, input.catalog))],
    clock: systemClock,
    isOneOfMany: true,
    log,
    pseudonyms,
    isServing: true,
    pages: await pagesOf(input.catalog),
    async onServing(http) {
      const chatUrl = chatUrlOf(config, http.url)
      if (chatUrl !== undefined) log.info({ url: chatUrl }, 'the chat on the web is open')
      const words = await firstDeskLink(http)
      if (words !== undefined) process.stdout.write(`${words}\n\n`)
      else if (!(await http.isDeskKnown()))
        log.info({ url: http.deskUrl }, 'nobody has signed in to the desk page yet: mascot desk prints a link')
    },
    isWatching: true,
    warmUp: 'before',
  })
  const platforms = adapters.map(({ platform }) => platform)
  const how = platforms.length > 0 ? 'started' : 'started; no platform is configured and this is no terminal'
  log.info({ persona: persona.name, platforms, url: mascot.url }, how)
  await interrupted
  log.info('stopping: what is in hand is finished, the rest is due at the next start')
  return Number(process.exitCode ?? 0)
}
