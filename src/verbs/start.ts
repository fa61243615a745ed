/** `mascot start`: every configured adapter and the HTTP server; with no platform configured, a chat in this terminal as well. */
import { systemClock } from '../clock.ts'
import { startMascot } from '../mascot.ts'
import { runChat } from './chat.ts'
import { logOf, setUp, untilInterrupted } from './set-up.ts'
import type { RunVerb } from './verbs.ts'

export const start: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  if (process.stdin.isTTY && process.stdout.isTTY) return await runChat(input, config, persona, { isServing: true })
  const log = logOf(config)
  const { signal } = untilInterrupted()
  await using mascot = await startMascot({
    config,
    persona,
    adapters: [],
    clock: systemClock,
    log,
    isServing: true,
    isWatching: true,
  })
  log.info({ persona: persona.name, url: mascot.url }, 'started; no platform is configured and this is no terminal')
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  return 0
}
