/** The whole program on the wire fakes of Telegram and Discord, with somebody always on duty. */
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import type { Hours, Persona } from '../../src/persona/persona.ts'
import type { Page } from '../../src/ports/page.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { type DiscordServer, startDiscord } from './discord-server.ts'
import { houseBrand } from './house-brand.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

export interface Both extends AsyncDisposable {
  readonly telegram: TelegramServer
  readonly discord: DiscordServer
  readonly mascot: Mascot
  readonly errors: readonly string[]
}

/** `env`: where staff work, made from the two servers. `hours`: of every team; none: somebody is always there, whenever the test runs. `tune`: changes to the persona. `pages`: served at a free port. */
export async function startBoth(
  env: (telegram: TelegramServer, discord: DiscordServer) => Record<string, string>,
  hours?: Hours,
  tune: (persona: Persona) => Persona = (persona) => persona,
  pages: readonly Page[] = [],
): Promise<Both> {
  await using undo = new AsyncDisposableStack()
  const telegram = undo.use(await startTelegramServer())
  const discord = undo.use(await startDiscord())
  const config = parseConfig({
    DATABASE_URL: 'sqlite::memory:',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_RATE: 'off',
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
    HTTP_PORT: '0',
    ...env(telegram, discord),
  })
  if (!config.telegram || !config.discord) throw new Error('both are configured')
  const persona = await houseBrand('coffee')
  const errors: string[] = []
  const { hours: _, ...handoff } = persona.handoff
  const teams = Object.entries(handoff.teams).map(([id, { hours: __, ...team }]) => [id, team])
  const staffed = hours ? { ...handoff, hours, teams: Object.fromEntries(teams) } : handoff
  const mascot = await startMascot({
    config,
    persona: tune({ ...persona, handoff: staffed, manners: { ...persona.manners, burstMs: 0, limits: 'off' } }),
    adapters: [createTelegramAdapter(config.telegram), createDiscordAdapter(config.discord)],
    clock: systemClock,
    ...(pages.length > 0 ? { pages, isServing: true } : {}),
    log: createLog({ level: 'error', destination: { write: (line) => void errors.push(line) } }),
  })
  undo.defer(() => mascot.stop())
  const started = undo.move()
  return { telegram, discord, mascot, errors, [Symbol.asyncDispose]: () => started.disposeAsync() }
}
