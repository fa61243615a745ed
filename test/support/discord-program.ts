/**
 * The whole program on a Discord of ours, as a process that can be killed: `node discord-program.ts DATABASE_URL API_ROOT TOKEN`.
 * Every message is a turn of its own; in servers what is older than half an hour is left.
 */
import { fileURLToPath } from 'node:url'
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { keepCompiled } from './keep-compiled.ts'

const [url = '', apiRoot = '', token = ''] = process.argv.slice(2)
const config = parseConfig({ DATABASE_URL: url, DISCORD_API_ROOT: apiRoot, DISCORD_BOT_TOKEN: token })
if (!config.discord) throw new Error('Discord is not configured')
const loaded = await loadPersona(fileURLToPath(new URL('../../personas/coffee', import.meta.url)))
const manners = { burst: 'each', limits: 'off', stale: { minutes: 30, direct: 'answer', group: 'leave' } } as const
keepCompiled()
await startMascot({
  config,
  persona: { ...loaded, manners: { ...loaded.manners, ...manners } },
  adapters: [createDiscordAdapter(config.discord)],
  clock: systemClock,
  log: createLog({ level: 'error' }),
  leaseMs: 600,
})
