/** The whole program on the wire fakes of Telegram and Discord, as a process that can be killed; its environment is its configuration. */
import { fileURLToPath } from 'node:url'
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { keepCompiled } from './keep-compiled.ts'

const config = parseConfig(process.env)
if (!config.discord || !config.telegram) throw new Error('both are configured')
keepCompiled()
await startMascot({
  config,
  persona: await loadPersona(fileURLToPath(new URL('../../personas/coffee', import.meta.url))),
  adapters: [createTelegramAdapter(config.telegram), createDiscordAdapter(config.discord)],
  clock: systemClock,
  log: createLog({ level: 'error' }),
  leaseMs: 600,
})
